"""TBX glossaries (ISO 30042), read: version 2 (martif) and version 3, in both styles, and their relatives.

In the style DCA a category is the value of `type` (`<descrip type="definition">`), in DCT the name of the element
(`<basic:definition>`); both are read alike. Terms in other languages than Chinese and English are passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.entry_languages import told_languages
from termbase.formats.remarks import Remarks, remarks_in
from termbase.formats.tbx_categories import kind_of, usage_of
from termbase.formats.tbx_contexts import contexts_in
from termbase.formats.xml_elements import Element, elements
from termbase.formats.xml_text import unwrapped
from termbase.language.script import is_chinese
from termbase.language.tags import side_of
from termbase.model import Concept, ConceptType, Context, Kind, Language, Origin, Status, Term, Usage

__all__ = ["describe", "entries", "read"]

_ENTRIES = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec", "termGrp")
_GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "termGrp")
_CITED = ("source", "externalCrossReference")
_ORDER = list(Language)


def entries(path: Path) -> Iterator[Element]:
    """The entries of a file, in whatever languages; raises as `read` does."""
    return elements(path, _ENTRIES, ("martif", "tbx", "TBX"), "TBX")


def read(path: Path) -> Iterator[Concept]:
    """The concepts that have a Chinese or English term, one by one.

    A broken file gives FormatError, with the line, when reading comes to that line; so does, at its end, a file with
    entries in other languages only. Raises InputError for a file that cannot be read.
    """
    found, foreign = False, Counter[str]()
    for entry in entries(path):
        concept = _concept(entry)
        if concept is not None:
            found = True
            yield concept
        elif not found:
            foreign.update(map(_tag, entry.all(*_LANGUAGES)))
    if foreign and not found:
        raise FormatError(
            f"no entry is in Chinese or English; the languages are {', '.join(sorted(filter(None, foreign)))}",
            path=path,
            remedy="export it with zh-CN or en-US",
        )


def describe(path: Path) -> Iterator[str]:
    """How many entries there are, in which languages, and what of them is passed over."""
    return told_languages({_tag(section) for section in entry.all(*_LANGUAGES)} for entry in entries(path))


def _concept(entry: Element) -> Concept | None:
    """The concept of an entry; None without a Chinese or English term."""
    sections = [(side_of(_tag(section)), section) for section in entry.all(*_LANGUAGES)]
    sections.sort(key=lambda pair: _ORDER.index(Language(pair[0])) if pair[0] else len(_ORDER))
    terms: list[Term] = []
    contexts: list[Context] = []
    notes = list(_notes(entry))
    for side, section in sections:
        if side:
            notes += _notes(section)
            for own in section.all(*_TERMS):
                _take_term(own, Language(side), terms, contexts, notes)
    if not terms:
        return None
    remarks = remarks_in(notes)
    zh, en = _definitions(entry, sections)
    return Concept(
        remarks.type or ConceptType.OTHER,
        tuple(terms),
        status=remarks.status or Status.APPROVED,
        subject="; ".join(dict.fromkeys(filter(None, _values(entry, "subjectField")))),
        definition_zh=zh,
        definition_en=en,
        note=remarks.note,
        items=remarks.items,
        contexts=tuple(contexts),
    )


def _take_term(
    own: Element, language: Language, terms: list[Term], contexts: list[Context], notes: list[str]
) -> None:
    """Add the term of an element with its contexts; what is noted of it beyond our fields joins the entry's notes."""
    inner = own.first("termGrp") or own
    term = inner.first("term")
    text = re.sub(r"\s*\n\s*", " ", term.text).strip() if term else ""
    if not text:
        return
    remarks = remarks_in(_notes(own))
    first = not any(term.language is language for term in terms)
    terms.append(_term(own, text, language, remarks, first=first))
    contexts += contexts_in(own, language, text)
    notes += [f"note: {text}: {note}" for note in remarks.values.get("note", ())]


def _term(own: Element, text: str, language: Language, remarks: Remarks, *, first: bool) -> Term:
    """A term as its element says; without a status the first of its language is preferred, the others admitted."""
    usages = (
        usage_of(value)
        for name in ("administrativeStatus", "usageStatus", "normativeAuthorization")
        for value in _values(own, name)
    )
    sources = [value for value in _values(own, "source") if value]
    urls = [one.attributes.get("target", "") for one in _named(own, "externalCrossReference")]
    return Term(
        language,
        text,
        next(filter(None, usages), None) or (Usage.PREFERRED if first else Usage.ADMITTED),
        next(filter(None, map(kind_of, _values(own, "termType"))), None) or Kind.FULL_FORM,
        status=remarks.status or Status.APPROVED,
        pinyin=remarks.one("pinyin") or next(_values(own, "transliteratedForm"), ""),
        origin=Origin.IMPORT,
        source=remarks.source("; ".join(sources), next(filter(None, urls), "")),
        valid_from=remarks.one("valid from"),
        valid_until=remarks.one("valid until"),
        exact_case=remarks.exact_case,
        inflect=remarks.inflect,
    )


def _definitions(entry: Element, sections: list[tuple[str, Element]]) -> tuple[str, str]:
    """The Chinese and the English definition: by their language, without one by their characters."""
    found: dict[bool, list[str]] = {True: [], False: []}
    for side, section in [("", entry), *sections]:
        if not side and section is not entry:
            continue
        for one in _named(section, "definition"):
            language = side_of(_tag(one)) or side
            text = unwrapped(one.text)
            if text:
                found[is_chinese(text) if not language else language != Language.EN].append(text)
    return "\n".join(dict.fromkeys(found[True])), "\n".join(dict.fromkeys(found[False]))


def _named(own: Element, category: str) -> Iterator[Element]:
    """The elements of a category in this one, also in groups, in either style, but for what a definition cites."""
    for child in own.all():
        if child.name in _GROUPS and (child.name != "descripGrp" or category not in _CITED):
            yield from _named(child, category)
        elif category in (child.attributes.get("type"), child.name):
            yield child


def _values(own: Element, category: str) -> Iterator[str]:
    return (unwrapped(one.text) for one in _named(own, category))


def _notes(own: Element) -> Iterator[str]:
    """The notes of an element itself; those in a group speak of what else is in the group."""
    return (unwrapped(note.text) for note in own.all("note"))


def _tag(own: Element) -> str:
    return own.attributes.get("xml:lang") or own.attributes.get("lang", "")
