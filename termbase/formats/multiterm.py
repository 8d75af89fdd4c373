"""MultiTerm XML (mtf), both ways, and the entries of termbases of Trados, which hold the same under short names.

MultiTerm takes the names of languages and fields from the termbase that a file is imported into: there must be the
indexes `Chinese (PRC)` and `English (United States)` and the text fields that are written here (see `FIELDS`).
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.entry_languages import told_languages
from termbase.formats.multiterm_entries import concept_of, tags_of
from termbase.formats.remarks import of_concept, of_term
from termbase.formats.xml_elements import elements
from termbase.formats.xml_text import content
from termbase.model import Concept, Language, Term

__all__ = ["FIELDS", "describe", "read", "write"]

FIELDS = ("Subject", "Definition", "Note", "Status", "Term type", "Source")
"""The descriptive fields that are written."""
_INDEXES = {
    Language.ZH_HANS: ("ZH-CN", "Chinese (PRC)"),
    Language.EN: ("EN-US", "English (United States)"),
    Language.ZH_HANT: ("ZH-TW", "Chinese (Taiwan)"),
}


def write(concepts: Iterable[Concept]) -> Iterator[bytes]:
    """The bytes of a file, UTF-16 with byte order mark as MultiTerm writes it.

    >>> from termbase.model import ConceptType
    >>> pieces = list(write([Concept(ConceptType.PLACE, (Term(Language.EN, "Yiwu"),))]))
    >>> b"".join(pieces).decode("utf-16").count("<term>Yiwu</term>")
    1
    """
    yield codecs.BOM_UTF16_LE
    for text in _written(concepts):
        yield text.encode("utf-16-le")


def read(path: Path) -> Iterator[Concept]:
    """The concepts that have a Chinese or English term, one by one; other languages are passed over.

    A broken file gives FormatError, with the line, when reading comes to that line; so does, at its end, a file with
    entries in other languages only. Raises InputError for a file that cannot be read.
    """
    found, foreign = False, Counter[str]()
    for entry in elements(path, ("conceptGrp",), ("mtf",), "MultiTerm XML"):
        concept = concept_of(entry)
        if concept is not None:
            found = True
            yield concept
        elif not found:
            foreign.update(tags_of(entry))
    if foreign and not found:
        raise FormatError(
            f"no entry is in Chinese or English; the languages are {', '.join(sorted(foreign))}",
            path=path,
            remedy="export it with Chinese or English",
        )


def describe(path: Path) -> Iterator[str]:
    """How many entries there are, in which languages, and what of them is passed over."""
    return told_languages(set(tags_of(entry)) for entry in elements(path, ("conceptGrp",), ("mtf",), "MultiTerm XML"))


def _written(concepts: Iterable[Concept]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-16"?>\n<mtf>\n'
    for number, concept in enumerate(concepts, start=1):
        yield f"<conceptGrp>\n<concept>{concept.id or number}</concept>\n{''.join(_entry(concept))}</conceptGrp>\n"
    yield "</mtf>\n"


def _entry(concept: Concept) -> Iterator[str]:
    sides = {one: [term for term in concept.terms if term.language is one] for one in _INDEXES}
    definitions = {Language.ZH_HANS: concept.definition_zh, Language.EN: concept.definition_en}
    yield _field("Subject", concept.subject)
    for language, definition in definitions.items():
        if not sides[language]:
            yield _field("Definition zh" if language.is_chinese else "Definition en", definition)
    yield from (_field("Note", note) for note in of_concept(concept))
    for language, terms in sides.items():
        if terms:
            tag, name = _INDEXES[language]
            yield f'<languageGrp>\n<language lang="{tag}" type="{name}"/>\n'
            yield _field("Definition", definitions.get(language, ""))
            for term in terms:
                yield f"<termGrp>\n<term>{content(term.text)}</term>\n{''.join(_term(term))}</termGrp>\n"
            yield "</languageGrp>\n"


def _term(term: Term) -> Iterator[str]:
    yield _field("Status", term.usage)
    yield _field("Term type", term.kind)
    if source := term.source:
        yield _field("Source", f"{source.issuer}: {source.title}" if source.title else source.issuer)
        yield _field("Note", f"source url: {source.url}" if source.url else "")
    yield from (_field("Note", note) for note in of_term(term))


def _field(name: str, text: str) -> str:
    if not text:
        return ""
    return f'<descripGrp><descrip type="{name}">{content(text)}</descrip></descripGrp>\n'
