"""An entry of MultiTerm or Trados, and the concept that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.formats.remarks import Remarks, remarks_in
from termbase.formats.tbx_categories import kind_of, usage_of
from termbase.formats.xml_elements import Element
from termbase.formats.xml_text import unwrapped
from termbase.language.script import is_chinese
from termbase.language.tags import side_of, side_of_name
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Status, Term, Usage

__all__ = ["concept_of", "tags_of"]

# Long names are those of files, short ones those inside of termbases
_LANGUAGES, _LANGUAGE = ("languageGrp", "lG"), ("language", "l")
_TERMS, _TERM = ("termGrp", "tG"), ("term", "t")
_GROUPS, _FIELD = ("descripGrp", "dG"), ("descrip", "d")
_SUBJECTS = frozenset({"subject", "subject field", "domain", "主题", "领域"})
_STATUSES = frozenset({"status", "usage", "usage status", "term status", "administrative status"})
_KINDS = frozenset({"term type", "type", "category"})
_SOURCES = frozenset({"source", "reference", "来源"})
_NOTES = frozenset({"note", "notes", "remark", "comment", "备注"})
_YES = frozenset({"yes", "true", "x"})
_ORDER = list(Language)


def tags_of(entry: Element) -> Iterator[str]:
    """The languages of an entry, as tags or else by name."""
    return (_tag(section) for section in entry.all(*_LANGUAGES))


def concept_of(entry: Element) -> Concept | None:
    """The concept of an entry; None without a Chinese or English term. Fields we have not become part of the note."""
    sections = [(Language(side), one) for one in entry.all(*_LANGUAGES) if (side := side_of(_tag(one)))]
    sections.sort(key=lambda pair: _ORDER.index(pair[0]))
    own = list(_fields(entry))
    found: dict[bool, list[str]] = {True: [], False: []}
    notes = list(_notes(_definitions(own, None, found), _SUBJECTS))
    terms: list[Term] = []
    for language, section in sections:
        notes += _notes(_definitions(list(_fields(section)), language, found), frozenset())
        for part in section.all(*_TERMS):
            first = not any(term.language is language for term in terms)
            text = unwrapped(term.text) if (term := part.first(*_TERM)) else ""
            if text:
                fields = list(_fields(part))
                remarks = remarks_in(_notes(fields, _STATUSES | _KINDS | _SOURCES | {"forbidden"}))
                terms.append(_term(text, language, fields, remarks, first=first))
                notes += [f"note: {text}: {note}" for note in remarks.values.get("note", ())]
    if not terms:
        return None
    remarks = remarks_in(notes)
    return Concept(
        remarks.type or ConceptType.OTHER,
        tuple(terms),
        status=remarks.status or Status.APPROVED,
        subject="; ".join(dict.fromkeys(text for name, text in own if name in _SUBJECTS)),
        definition_zh="\n".join(found[True]),
        definition_en="\n".join(found[False]),
        note=remarks.note,
        items=remarks.items,
    )


def _term(text: str, language: Language, fields: list[tuple[str, str]], remarks: Remarks, *, first: bool) -> Term:
    forbidden = any(name == "forbidden" and value.lower() in _YES for name, value in fields)
    usages = (usage_of(value) for name, value in fields if name in _STATUSES)
    kinds = (kind_of(value) for name, value in fields if name in _KINDS)
    usage = Usage.FORBIDDEN if forbidden else next(filter(None, usages), None)
    return Term(
        language,
        text,
        usage or (Usage.PREFERRED if first else Usage.ADMITTED),
        next(filter(None, kinds), None) or Kind.FULL_FORM,
        status=remarks.status or Status.APPROVED,
        pinyin=remarks.one("pinyin"),
        origin=Origin.IMPORT,
        source=remarks.source("; ".join(value for name, value in fields if name in _SOURCES)),
        valid_from=remarks.one("valid from"),
        valid_until=remarks.one("valid until"),
        exact_case=remarks.exact_case,
        inflect=remarks.inflect,
    )


def _definitions(
    fields: list[tuple[str, str]], language: Language | None, found: dict[bool, list[str]]
) -> Iterator[tuple[str, str]]:
    """Put the definitions among the fields where they belong, and hand on the others."""
    for name, text in fields:
        if not name.startswith("definition"):
            yield name, text
            continue
        side = side_of(name.removeprefix("definition").strip()) or language
        chinese = is_chinese(text) if not side else side != Language.EN
        if text not in found[chinese]:
            found[chinese].append(text)


def _notes(fields: Iterator[tuple[str, str]] | list[tuple[str, str]], known: frozenset[str]) -> Iterator[str]:
    """The texts of the note fields; those of fields that are not known each after the name of its field."""
    for name, text in fields:
        if name in _NOTES or name == "pinyin":
            yield text if name in _NOTES else f"pinyin: {text}"
        elif name not in known:
            yield f"{name}: {text}"


def _fields(own: Element) -> Iterator[tuple[str, str]]:
    """Name (lower case) and text of each descriptive field of an element, nested ones after theirs."""
    for group in own.all(*_GROUPS):
        for field in group.all(*_FIELD):
            name = re.sub(r"[\s_-]+", " ", field.attributes.get("type", "")).strip().lower()
            if text := unwrapped(field.text):
                yield name or "note", text
        yield from _fields(group)


def _tag(section: Element) -> str:
    """The tag of a language; where there is none, the two languages we know are told by their names."""
    language = section.first(*_LANGUAGE)
    attributes = language.attributes if language else {}
    tag, name = attributes.get("lang", ""), attributes.get("type", "")
    if tag:
        return tag
    return side_of_name(name) or name
