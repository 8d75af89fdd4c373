"""How a candidate gets its score, in lines a translator can check."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termbase.extract.candidate import Candidate
from termbase.extract.components import Component, Effect, score_of
from termbase.extract.pairs.evidence import RenderingEvidence
from termbase.language.keys import english_key, zh_key

__all__ = ["Explanation", "explanations"]

_NAME = 41
"""Columns of what was measured."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One candidate, the form that was asked for, and the components of the score."""

    asked: str
    candidate: Candidate
    renderings: tuple[RenderingEvidence, ...] = ()
    """In a pair or a memory: the forms of the other language that were weighed, best first."""

    @property
    def components(self) -> tuple[Component, ...]:
        """The components; where a finder gives none, its reason with the score itself."""
        return self.candidate.components or (Component(self.candidate.reason, 1, self.candidate.score),)

    def lines(self) -> Iterator[str]:
        """The explanation as text, without the line that names the candidate.

        >>> from termbase.model import ConceptType
        >>> found = Candidate("四千精神", ConceptType.POLICY_PHRASE, (), 0.9, "in quotation marks")
        >>> list(Explanation("四千精神", found).lines())  # doctest: +NORMALIZE_WHITESPACE
        ['evidence    in quotation marks                        1.00 × +0.90 = +0.90',
         'score                                                 0.900']
        """
        parts = self.components
        for part in parts:
            if part.effect is not Effect.REPETITION:
                yield _line(part.effect, part.name, f"{part.value:.2f} × {part.constant:+.2f} = {part.amount:+.2f}")
        odds = [part for part in parts if part.effect is Effect.LOG_ODDS]
        if odds:
            total = sum(part.amount for part in odds)
            yield _line("termhood", "logistic function of their sum", f"{total:+.2f} → {score_of(odds):.3f}")
        for part in parts:
            if part.effect is Effect.REPETITION:
                left = f"{part.constant:.2f} ^ {part.value:.0f} = {part.amount:.2f} of the doubt is left"
                yield _line(part.effect, part.name, left)
        yield _line("score", "", f"{self.candidate.score:.3f}")
        for rendering in self.renderings:
            for label, name, value in rendering.lines():
                yield _line(label, name, value)


def _line(label: str, name: str, value: str) -> str:
    return f"{label:<11} {_cut(name)} {value}".rstrip()


def _cut(name: str) -> str:
    """The name in so many columns; a Chinese character takes two.

    >>> _cut("数字经济").endswith("济" + 33 * " ")
    True
    """
    while _columns(name) > _NAME:
        name = f"{name[:-2]}…"
    return name + " " * (_NAME - _columns(name))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def explanations(asked: str, candidates: Sequence[Candidate]) -> list[Explanation]:
    """The candidates that have the form, under their own name or as a variant; case, hyphens and plural put aside.

    >>> explanations("四千精神", [])
    []
    """
    keys = {english_key(asked), zh_key(asked)} - {""}
    found = []
    for candidate in candidates:
        forms = (candidate.text, *candidate.variants)
        if any(not keys.isdisjoint((english_key(form), zh_key(form))) for form in forms):
            found.append(Explanation(asked, candidate))
    return found
