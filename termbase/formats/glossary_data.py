"""The entries of a glossary page as its script reads them: lists without names, each text that repeats only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from termbase.formats.addresses import is_web
from termbase.language.keys import initials_key
from termbase.language.script import is_chinese, is_han, to_simplified, to_traditional
from termbase.language.spelling import split_syllables
from termbase.model import Concept, ConceptType, Context, Kind, Language, Source, Status, Term, Tier, Usage

__all__ = ["cited", "glossary_data"]

_LANGUAGES = tuple(Language)
_TYPES = tuple(ConceptType)
_STATES = (Status.APPROVED, Status.PROPOSED)
_USAGES = tuple(Usage)
_TIERS = tuple(Tier)
# Enough to show a term in use without making the glossary a concordance
_EXAMPLES = 2


def glossary_data(concepts: Iterable[Concept]) -> dict[str, Any]:
    """What the page shows, ready for JSON. The order of the lists is known to `glossary.js` alone.

    >>> data = glossary_data([Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"),), id=7)])
    >>> data["entries"]
    [[7, 1, 0, 0, '', [[0, '义乌', 0, 'Yìwū', 'yw']]]]
    >>> data["traditional"], data["simplified"]
    ('義烏', '义乌')
    """
    tables = _Tables()
    entries = [_entry(concept, tables) for concept in concepts]
    signs = {sign for entry in entries for term in entry[5] for sign in term[1]}
    pairs = list(_other_script(signs))
    return {
        "types": [type_.value for type_ in _TYPES],
        "states": [*(state.value for state in _STATES), "without Chinese or English"],
        "usages": [f"with {usage} forms" for usage in _USAGES],
        "tiers": [tier.value for tier in _TIERS],
        "sources": [[*cited(source), _TIERS.index(source.tier)] for source in tables.sources],
        "documents": list(tables.documents),
        "sentences": list(tables.sentences),
        "traditional": "".join(traditional for traditional, _ in pairs),
        "simplified": "".join(simplified for _, simplified in pairs),
        "entries": entries,
    }


def cited(source: Source) -> tuple[str, str]:
    """The words for a source, and its address where that is one of the web: no other becomes a link.

    >>> cited(Source("Xinhua", "八八战略", "https://example.com/1", "2021-06", Tier.AGENCY))
    ('Xinhua: 八八战略, 2021-06, agency', 'https://example.com/1')
    >>> cited(Source("A", url="javascript:alert(1)"))
    ('A, javascript:alert(1), found in text', '')
    """
    tier = "" if source.tier == source.issuer else source.tier.value
    name = ": ".join(filter(None, (source.issuer, source.title)))
    web = is_web(source.url)
    return ", ".join(filter(None, (name, "" if web else source.url, source.date, tier))), source.url if web else ""


class _Tables:
    """Texts and sources that are named by number, in the order in which they came."""

    def __init__(self) -> None:
        self.sources: dict[Source, int] = {}
        self.documents: dict[str, int] = {}
        self.sentences: dict[str, int] = {}

    def source(self, source: Source | None) -> int:
        """From 1; 0 for none."""
        return self.sources.setdefault(source, len(self.sources)) + 1 if source else 0

    def document(self, name: str) -> int:
        """From 1; 0 for none."""
        return self.documents.setdefault(name, len(self.documents)) + 1 if name else 0

    def sentence(self, text: str) -> int:
        """From 0."""
        return self.sentences.setdefault(text, len(self.sentences))


def _entry(concept: Concept, tables: _Tables) -> list[Any]:
    terms = [term for term in concept.terms if term.status is not Status.REJECTED]
    terms.sort(key=lambda term: (not term.language.is_chinese, _USAGES.index(term.usage)))
    return _trimmed(
        [
            concept.id or 0,
            _TYPES.index(concept.type),
            _STATES.index(concept.status),
            concept.frequency,
            concept.subject,
            [_term(term, tables) for term in terms],
            [[label, _language(text), text] for label, text in _texts(concept)],
            [_trimmed([item.zh, item.en]) for item in concept.items],
            [_example(context, tables) for context in concept.contexts[:_EXAMPLES]],
        ]
    )


def _term(term: Term, tables: _Tables) -> list[Any]:
    return _trimmed(
        [
            _LANGUAGES.index(term.language),
            term.text,
            _USAGES.index(term.usage),
            term.pinyin,
            initials_key(split_syllables(term.pinyin)) if term.pinyin else "",
            tables.source(term.source),
            term.kind.value if term.kind in (Kind.ABBREVIATION, Kind.ACRONYM) else "",
            int(term.status is Status.PROPOSED),
        ]
    )


def _texts(concept: Concept) -> Iterator[tuple[str, str]]:
    for label, text in (
        ("Definition", concept.definition_en),
        ("Definition", concept.definition_zh),
        ("Note", concept.note),
    ):
        if text:
            yield label, text


def _example(context: Context, tables: _Tables) -> list[Any]:
    translation = tables.sentence(context.translation) + 1 if context.translation else 0
    return _trimmed(
        [
            _LANGUAGES.index(context.language),
            tables.sentence(context.sentence),
            context.start,
            context.end,
            translation,
            tables.document(context.document),
        ]
    )


def _language(text: str) -> int:
    return _LANGUAGES.index(Language.ZH_HANS if is_chinese(text) else Language.EN)


def _trimmed(values: list[Any]) -> list[Any]:
    """The list without what is empty at its end."""
    while values and not values[-1]:
        values.pop()
    return values


def _other_script(signs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs (traditional, simplified) of one character each, by which either script finds the other."""
    for sign in sorted(sign for sign in signs if is_han(sign)):
        simplified, traditional = to_simplified(sign), to_traditional(sign)
        if len(simplified) == 1 and simplified != sign:
            yield sign, simplified
        elif len(traditional) == 1 and traditional != sign:
            yield traditional, sign
