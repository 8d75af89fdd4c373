"""A glossary to read and search, as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.formats.glossary_data import glossary_data
from termbase.formats.pages import render
from termbase.language.keys import pinyin_key
from termbase.model import Concept, Status

__all__ = ["in_order", "write"]


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    """The page, its entries ordered by pinyin; everything in it that is not ours is escaped.

    The entries stand in it as data, and a script makes those that are looked at.

    >>> from termbase.model import ConceptType, Language, Term
    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "Yiwu <city>"))
    >>> "Yiwu \\\\u003ccity\\\\u003e" in "".join(write([Concept(ConceptType.PLACE, terms)]))
    True
    """
    ordered = in_order(concepts)
    return render("termbase.formats", "glossary", facts=list(_facts(ordered)), glossary=glossary_data(ordered))


def in_order(concepts: Iterable[Concept]) -> list[Concept]:
    """What the page shows and how it is ordered: by pinyin, without what was rejected.

    An entry without pinyin stands where its English would, as if that were pinyin.
    """
    shown = (concept for concept in concepts if any(term.status is not Status.REJECTED for term in concept.terms))
    return sorted((concept for concept in shown if concept.status is not Status.REJECTED), key=_place)


def _place(concept: Concept) -> tuple[str, str]:
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    pinyin = pinyin_key(zh.pinyin) if zh else ""
    return pinyin or (en.text.lower() if en else "") or concept.terms[0].text, concept.terms[0].text


def _facts(concepts: Sequence[Concept]) -> Iterator[str]:
    yield f"{len(concepts):,} {'entry' if len(concepts) == 1 else 'entries'}, by pinyin"
    for count, what in (
        (sum(concept.status is Status.PROPOSED for concept in concepts), "proposed"),
        (sum(_is_open(concept) for concept in concepts), "without Chinese or English"),
    ):
        if count:
            yield f"{count:,} {what}"


def _is_open(concept: Concept) -> bool:
    sides = {term.language.is_chinese for term in concept.terms if term.status is not Status.REJECTED}
    return len(sides) < 2
