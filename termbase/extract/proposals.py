"""From candidates and pairings to proposed concepts: every form with its origin and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from termbase.extract.candidate import Candidate
from termbase.extract.form import Form
from termbase.language.keys import english_key, zh_key
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Status, Term, Usage

__all__ = ["Proposer", "with_new_forms"]

_VAGUE = (ConceptType.OTHER, ConceptType.POLICY_PHRASE, ConceptType.ECONOMIC_CONCEPT)
"""Types that say least; where the two languages disagree the other side's type wins."""


@dataclass(frozen=True, slots=True)
class Proposer:
    """Builds proposed concepts; `pinyin` spells a Chinese form of a type."""

    pinyin: Callable[[str, ConceptType], str]

    def of(
        self,
        zh: Candidate | None,
        en: Candidate | None,
        *,
        other_form: Form | None = None,
        pair_reason: str = "",
    ) -> Concept:
        """The concept of one candidate or of two paired ones; `other_form` fills the side without a candidate."""
        kind_of = _type_of(zh, en)
        terms: list[Term] = []
        if zh is not None:
            terms += self._terms(zh, Language.ZH_HANS, kind_of, pair_reason)
        elif other_form is not None:
            terms.append(self._term(other_form.text, Language.ZH_HANS, kind_of, other_form.origin, other_form.reason))
        if en is not None:
            terms += self._terms(en, Language.EN, kind_of, pair_reason)
        elif other_form is not None:
            terms.append(self._term(other_form.text, Language.EN, kind_of, other_form.origin, other_form.reason))
        best = max((side for side in (zh, en) if side is not None), key=lambda side: side.score)
        return Concept(
            type=kind_of, terms=tuple(terms), status=Status.PROPOSED, score=round(best.score, 3), reason=best.reason
        )

    def variant(self, candidate: Candidate, language: Language, concept: Concept, reason: str) -> Term:
        """A further form of a known concept."""
        origin = Origin.PARALLEL if reason else Origin.TEXT
        term = self._term(candidate.text, language, concept.type, origin, reason or candidate.reason)
        return replace(term, usage=Usage.ADMITTED, kind=Kind.VARIANT)

    def _terms(self, candidate: Candidate, language: Language, type_: ConceptType, pair_reason: str) -> list[Term]:
        origin = Origin.PARALLEL if pair_reason else Origin.TEXT
        first = self._term(candidate.text, language, type_, origin, pair_reason or candidate.reason)
        # a bare surname is how a text goes on about a person, not a rendering of the name
        others = [
            replace(
                self._term(text, language, type_, Origin.TEXT, "another form in the text"),
                usage=Usage.ADMITTED,
                kind=Kind.ACRONYM if text.isupper() and " " not in text else Kind.VARIANT,
            )
            for text in candidate.variants
            if not (type_ is ConceptType.PERSON and text in candidate.text)
        ]
        return [replace(first, kind=candidate.kind), *others]

    def _term(self, text: str, language: Language, type_: ConceptType, origin: Origin, reason: str) -> Term:
        pinyin = self.pinyin(text, type_) if language.is_chinese else ""
        return Term(language, text, status=Status.PROPOSED, pinyin=pinyin, origin=origin, reason=reason)


def with_new_forms(concept: Concept, terms: Iterable[Term]) -> Concept:
    """The concept with the terms it does not have yet in any status: what a person rejected does not come back.

    >>> known = Concept(ConceptType.OTHER, (Term(Language.EN, "Ningbo Zhoushan Port"),))
    >>> with_new_forms(known, [Term(Language.EN, "Ningbo-Zhoushan Port")]) == known
    True
    """
    have = {_key(term) for term in concept.terms}
    new = []
    for term in terms:
        if _key(term) not in have:
            have.add(_key(term))
            new.append(term)
    return replace(concept, terms=(*concept.terms, *new)) if new else concept


def _key(term: Term) -> tuple[bool, str]:
    chinese = term.language.is_chinese
    return chinese, zh_key(term.text) if chinese else english_key(term.text)


def _type_of(zh: Candidate | None, en: Candidate | None) -> ConceptType:
    types = [side.type for side in (en, zh) if side is not None]
    return next((type_ for type_ in types if type_ not in _VAGUE), types[0])
