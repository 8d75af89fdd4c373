"""Rows of a glossary table and the concepts they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from termbase.errors import FormatError
from termbase.formats.rows import Row
from termbase.language.keys import zh_key
from termbase.language.script import is_chinese, language_of
from termbase.model import Concept, ConceptType, Item, Kind, Language, Origin, Status, Term, Usage

__all__ = ["best_status", "concepts_of", "implied"]

_BEST = (Status.APPROVED, Status.PROPOSED, Status.REJECTED)


def concepts_of(rows: Iterable[Row], *, path: Path | str | None = None) -> Iterator[Concept]:
    """The concepts that rows make, in the order in which they begin.

    Rows belong together when they share the value of `concept`; rows without one when they share the Chinese (by its
    key) and the type, or when they follow each other with the same preferred English and the same type.
    """
    drafts: dict[tuple[str, ...], _Draft] = {}
    last: _Draft | None = None
    for row in rows:
        key = ("concept", row.concept) if row.concept else ("zh", _key(row), row.type or "")
        adjacent = (row.en, row.type) if row.en and row.usage in (None, Usage.PREFERRED) else None
        if key in drafts:
            last = drafts[key]
        elif row.concept or last is None or adjacent != last.adjacent_key or last.rows[0].concept:
            last = _Draft()
        drafts[key] = last
        if adjacent and not last.adjacent_key[0]:
            last.adjacent_key = adjacent
        last.rows.append(row)
    seen: set[int] = set()
    for draft in drafts.values():
        if id(draft) not in seen:
            seen.add(id(draft))
            yield _concept(draft.rows, path)


def _key(row: Row) -> str:
    chinese = row.zh or row.zh_hant
    return zh_key(chinese) or chinese or row.en


def implied(place: int) -> tuple[Usage, Kind]:
    """Usage and kind of the Chinese form at a place among those of its concept, from 0, where no row tells them."""
    return (Usage.ADMITTED, Kind.VARIANT) if place else (Usage.PREFERRED, Kind.FULL_FORM)


def best_status(states: Iterable[Status]) -> Status:
    """The state nearest to approval."""
    return min(states, key=_BEST.index)


@dataclass(slots=True)
class _Draft:
    """A concept while its rows are read."""

    rows: list[Row] = field(default_factory=list)
    adjacent_key: tuple[str, ConceptType | None] = ("", None)
    """Preferred English and type: a next row with the same is a variant of this concept."""


def _concept(rows: list[Row], path: Path | str | None) -> Concept:
    types = {row.type: row for row in rows if row.type}
    if len(types) > 1:
        first, second = list(types.values())[:2]
        raise FormatError(
            f"the concept is of the type {second.type} here and {first.type} in line {first.line}",
            path=path,
            line=second.line,
            remedy="give all its rows one type, or another value of concept",
        )
    english, chinese = _definitions(_joined("\n", (row.definition for row in rows)))
    return Concept(
        next(iter(types), ConceptType.OTHER),
        (*_chinese_terms(rows), *_traditional_terms(rows), *_english_terms(rows)),
        status=best_status(row.status for row in rows),
        subject=_joined("; ", (row.subject for row in rows)),
        definition_zh=chinese,
        definition_en=english,
        note=_joined("\n", _notes(rows)),
        items=_items(_joined("\n", (row.items for row in rows))),
    )


def _chinese_terms(rows: list[Row]) -> Iterator[Term]:
    """The Chinese forms: the first is preferred, the others are admitted variants; a row of its own overrules."""
    for place, text in enumerate(dict.fromkeys(row.zh for row in rows if row.zh)):
        of_it = [row for row in rows if row.zh == text]
        own = next((row for row in of_it if not row.en), None)
        usage, kind = implied(place)
        yield Term(
            Language.ZH_HANT if language_of(text) is Language.ZH_HANT else Language.ZH_HANS,
            text,
            (own and own.usage) or usage,
            (own and own.kind) or kind,
            status=own.status if own else best_status(row.status for row in of_it),
            pinyin=next((row.pinyin for row in of_it if row.pinyin), ""),
            origin=Origin.IMPORT,
            source=own.source if own else None,
        )


def _traditional_terms(rows: list[Row]) -> Iterator[Term]:
    """The forms of the column for traditional ones, but for those that look the same; the first is preferred."""
    known = {"", *(row.zh for row in rows)}
    for place, text in enumerate(dict.fromkeys(row.zh_hant for row in rows if row.zh_hant not in known)):
        status = best_status(row.status for row in rows if row.zh_hant == text)
        usage, kind = implied(place)
        yield Term(Language.ZH_HANT, text, usage, kind, status=status, origin=Origin.IMPORT)


def _english_terms(rows: list[Row]) -> Iterator[Term]:
    """The English forms, each as its first row says; without a usage the first is preferred, the others admitted."""
    firsts: dict[str, Row] = {}
    for row in rows:
        if row.en:
            firsts.setdefault(row.en, row)
    for place, (text, row) in enumerate(firsts.items()):
        of_it = [one for one in rows if one.en == text]
        yield Term(
            Language.EN,
            text,
            row.usage or (Usage.ADMITTED if place else Usage.PREFERRED),
            row.kind or Kind.FULL_FORM,
            status=best_status(one.status for one in of_it),
            origin=Origin.IMPORT,
            source=next((one.source for one in of_it if one.source), None),
        )


def _notes(rows: list[Row]) -> Iterator[str]:
    """The note of the concept (its first row), then those of single forms, each after its form."""
    for number, row in enumerate(rows):
        about_form = number > 0 and row.note and row.note != rows[0].note
        yield f"{row.en or row.zh}: {row.note}" if about_form else row.note


def _definitions(text: str) -> tuple[str, str]:
    r"""The English and the Chinese part of a definition: from its first Chinese line on it is Chinese.

    >>> _definitions("port of Ningbo\n宁波的港口")
    ('port of Ningbo', '宁波的港口')
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if is_chinese(line)), len(lines))
    return "\n".join(lines[:first]).strip(), "\n".join(lines[first:]).strip()


def _items(text: str) -> tuple[Item, ...]:
    r"""The items of a slogan, one per line.

    >>> _items("走遍千山万水 = trudge across mountains and rivers\n说尽千言万语")[1]
    Item(zh='说尽千言万语', en='')
    """
    pairs = (re.split(r"\s*[=＝]\s*", f" {line.strip()}", maxsplit=1) for line in text.split("\n") if line.strip())
    return tuple(dict.fromkeys(Item(pair[0].strip(), *(side.strip() for side in pair[1:])) for pair in pairs))


def _joined(separator: str, texts: Iterable[str]) -> str:
    """The different texts, each once."""
    return separator.join(dict.fromkeys(text for text in texts if text))
