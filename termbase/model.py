"""What a termbase holds: concepts, terms, sources, contexts. Values only, no library."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = [
    "Change",
    "Concept",
    "ConceptType",
    "Context",
    "Item",
    "Kind",
    "Language",
    "Origin",
    "Source",
    "Status",
    "Term",
    "Tier",
    "Usage",
]


class Language(StrEnum):
    """Language and script of a term, as BCP 47 tags."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"

    @property
    def is_chinese(self) -> bool:
        """Whether the term is Chinese, in either script."""
        return self is not Language.EN


class ConceptType(StrEnum):
    """What kind of thing a concept is."""

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    COMPANY = "company"
    PRODUCT = "product"
    FACILITY = "facility"
    EVENT = "event"
    PUBLICATION = "publication"
    DOCUMENT = "document"
    POLICY_PHRASE = "policy phrase"
    STRATEGY = "strategy"
    ECONOMIC_CONCEPT = "economic concept"
    TRANSPORT = "transport"
    TITLE = "title"
    ABBREVIATION = "abbreviation"
    OTHER = "other"


class Status(StrEnum):
    """Review state: what the program guesses is proposed; only a person or an import approves."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


class Usage(StrEnum):
    """How a translator may use a term (TBX administrative status)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


class Kind(StrEnum):
    """The form a term has (TBX term type)."""

    FULL_FORM = "full form"
    ABBREVIATION = "abbreviation"
    ACRONYM = "acronym"
    VARIANT = "variant"


class Tier(StrEnum):
    """How much a source weighs, most first."""

    OFFICIAL = "official"
    AGENCY = "agency"
    COMPANY = "company"
    REFERENCE = "reference"
    KNOWLEDGE = "professional knowledge"
    FOUND = "found in text"


class Origin(StrEnum):
    """Which evidence gave a term its form."""

    PERSON = "person"
    IMPORT = "import"
    TERMBASE = "termbase"
    PARALLEL = "parallel"
    GLOSS = "gloss"
    LEXICON = "lexicon"
    COMPOSED = "composed"
    TRANSLITERATED = "transliterated"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rendering was found."""

    issuer: str
    title: str = ""
    url: str = ""
    date: str = ""
    """ISO 8601, as exact as known: 2023, 2023-06 or 2023-06-13; empty when unknown."""
    tier: Tier = Tier.FOUND


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept in one language."""

    language: Language
    text: str
    usage: Usage = Usage.PREFERRED
    kind: Kind = Kind.FULL_FORM
    status: Status = Status.APPROVED
    pinyin: str = ""
    """Tone-marked, GB/T 16159; Chinese terms only."""
    origin: Origin = Origin.PERSON
    reason: str = ""
    """Why the program proposes this form; empty when a person entered it."""
    source: Source | None = None
    valid_from: str = ""
    valid_until: str = ""
    exact_case: bool = False
    """Match only in this case (ABS the society, not the abs of brakes)."""
    inflect: bool = True
    """Match plural and possessive too."""


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence in which a term was found."""

    document: str
    sentence: str
    language: Language
    position: int
    """Number of the sentence in its document, from 0."""
    start: int
    """Offset of the term in the sentence, in characters."""
    end: int
    translation: str = ""
    """The aligned sentence of the other language; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of the things that a numbered slogan counts."""

    zh: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea or thing, with its terms in both languages."""

    type: ConceptType
    terms: tuple[Term, ...]
    id: int | None = None
    """Given by the store; None before."""
    status: Status = Status.APPROVED
    subject: str = ""
    definition_zh: str = ""
    definition_en: str = ""
    note: str = ""
    items: tuple[Item, ...] = ()
    contexts: tuple[Context, ...] = ()
    frequency: int = 0
    """Occurrences counted in the articles read so far."""
    score: float = 0.0
    """Termhood from 0 to 1 at the time of the proposal; 0 when a person entered the concept."""
    reason: str = ""
    """Why the program proposes the concept; empty when a person entered it."""
    version: int = field(default=0, compare=False, repr=False)
    """How often the stored concept had been changed when this copy was read; 0 for one that was not read."""

    def preferred(self, *, chinese: bool) -> Term | None:
        """The term to use in Chinese or English: the first preferred one, else the first admitted one.

        >>> terms = (Term(Language.ZH_HANS, "双循环"), Term(Language.EN, "dual circulation"))
        >>> Concept(ConceptType.POLICY_PHRASE, terms).preferred(chinese=False).text
        'dual circulation'
        """
        side = [
            term for term in self.terms if term.language.is_chinese is chinese and term.status is not Status.REJECTED
        ]
        for usage in (Usage.PREFERRED, Usage.ADMITTED):
            for term in side:
                if term.usage is usage:
                    return term
        return None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a concept's history."""

    at: str
    """UTC, ISO 8601 with seconds."""
    who: str
    action: str
    """add, edit, approve, reject, merge, remove, collect, import or undo."""
    concept_id: int
    before: str
    """The concept as JSON before the change, with what documents contributed as far as it was replaced; empty for a
    new one. Of a collect, only the frequency and the documents."""
    after: str
    """The same after the change, of the documents only how often they have it; empty for a removed concept."""
