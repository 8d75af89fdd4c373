"""OmegaT glossaries, written: source, target and comment, separated by tabs, without a heading row.

OmegaT shows the targets of one source together and lets no target be marked as forbidden, hence usable targets have a
line each, the preferred one first and with the comment, and the others are named in that comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.formats.omegat_reading import ADMITTED, LABELS
from termbase.model import Concept, Status, Term, Usage

__all__ = ["write", "write_from_english"]

# OmegaT reads the encoding from this line, as Emacs does, and takes every line that begins with # for a comment.
_FIRST_LINE = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
_USABLE = (Usage.PREFERRED, Usage.ADMITTED)


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    r"""The lines of a glossary for translating from Chinese into English, to be written as UTF-8.

    The targets of one Chinese form stand together even when they come from several concepts.

    >>> from termbase.model import ConceptType, Language
    >>> terms = (
    ...     Term(Language.ZH_HANS, "“一带一路”倡议", pinyin="Yī Dài Yī Lù Chàngyì"),
    ...     Term(Language.EN, "Belt and Road Initiative"),
    ...     Term(Language.EN, "One Belt, One Road", Usage.FORBIDDEN),
    ... )
    >>> list(write([Concept(ConceptType.STRATEGY, terms)]))[1]
    '“一带一路”倡议\tBelt and Road Initiative\tYī Dài Yī Lù Chàngyì; [do not use: One Belt, One Road]\n'
    """
    return _written(concepts, from_chinese=True)


def write_from_english(concepts: Iterable[Concept]) -> Iterator[str]:
    """The lines of a glossary for translating from English into Chinese."""
    return _written(concepts, from_chinese=False)


def _written(concepts: Iterable[Concept], *, from_chinese: bool) -> Iterator[str]:
    yield _FIRST_LINE
    targets: dict[str, dict[str, tuple[int, str]]] = {}
    for concept in concepts:
        for source, target, comment in _entries(concept, from_chinese=from_chinese):
            targets.setdefault(source.text, {}).setdefault(target.text, (_USABLE.index(target.usage), comment))
    for source_text, entries in targets.items():
        ordered = sorted(entries.items(), key=lambda entry: entry[1][0])
        for target_text, (_, comment) in ordered:
            yield "\t".join([_source_cell(source_text), _cell(target_text), _cell(comment)]).rstrip("\t") + "\n"


def _entries(concept: Concept, *, from_chinese: bool) -> Iterator[tuple[Term, Term, str]]:
    """Source term, target term and comment; outdated and forbidden forms are sources too, for texts contain them."""
    live = [term for term in concept.terms if term.status is not Status.REJECTED]
    sources = [term for term in live if term.language.is_chinese is from_chinese]
    others = [term for term in live if term.language.is_chinese is not from_chinese]
    targets = sorted((term for term in others if term.usage in _USABLE), key=lambda term: _USABLE.index(term.usage))
    for source in sources:
        for place, target in enumerate(targets):
            pinyin = (source if from_chinese else target).pinyin
            parts = [pinyin, concept.note, *_warnings(others)] if not place else ["" if from_chinese else pinyin]
            if target.usage is Usage.ADMITTED:
                parts.insert(0, ADMITTED)
            yield source, target, "; ".join(filter(None, parts))


def _warnings(terms: list[Term]) -> Iterator[str]:
    """Each with its own label, for forms have commas in them, and in brackets, which people do not write there."""
    for usage, label in LABELS.items():
        yield from (f"[{label}: {term.text}]" for term in terms if term.usage is usage)


def _source_cell(text: str) -> str:
    """A space keeps a source that begins with # from being read as a comment."""
    return _cell(f" {text}" if text.startswith("#") else text)


def _cell(text: str) -> str:
    return re.sub(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", " ", text)
