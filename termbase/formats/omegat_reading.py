"""OmegaT glossaries, read: source, target and comment, separated by tabs (in .csv by commas), without a heading row.

Nothing in such a file tells its languages: they are told by the characters. A comment is a note, but for pinyin and
for what zhterm writes in brackets, `[do not use: 2 mounts]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import FormatError, unreadable
from termbase.formats.grouping import concepts_of
from termbase.formats.records import parse
from termbase.formats.rows import Row, row_of
from termbase.language.encodings import decode
from termbase.language.keys import zh_key
from termbase.language.script import is_chinese, is_han
from termbase.language.spelling import split_syllables
from termbase.language.syllables import is_syllable, toneless
from termbase.model import Concept, Usage

__all__ = ["ADMITTED", "LABELS", "describe", "read"]

ADMITTED = "admitted"
LABELS = {Usage.SUPERSEDED: "outdated", Usage.FORBIDDEN: "do not use"}
"""What stands in the comment before a form that OmegaT must not offer."""

_WARNING = re.compile(rf"(?:^|; )\[({'|'.join(LABELS.values())}): (.+?)\](?=; |$)")
_USAGE_OF = {label: usage for usage, label in LABELS.items()}
_KANA_OR_HANGUL = re.compile("[\u3041-\u30ff\u1100-\u11ff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of the file."""

    number: int
    chinese: str
    english: str
    comment: str


@dataclass(frozen=True, slots=True)
class _Glossary:
    """A file, understood."""

    from_chinese: bool
    lines: list[_Line]


def read(path: Path) -> Iterator[Concept]:
    """The concepts of a glossary between Chinese and English, in either direction.

    The whole file is understood before the first concept is handed out. Raises InputError for a file that cannot be
    read and FormatError, with the line, for one that breaks the format or is in other languages.
    """
    glossary = _glossary(path)
    named = zip(glossary.lines, _names(glossary.lines), strict=True)
    rows = [row for line, name in named for row in _rows(line, name, path, from_chinese=glossary.from_chinese)]
    return iter(list(concepts_of(rows, path=path)))


def describe(path: Path) -> Iterator[str]:
    """How many pairs there are, and in which direction, as the characters tell."""
    glossary = _glossary(path)
    way = "Chinese to English" if glossary.from_chinese else "English to Chinese"
    yield f"{len(glossary.lines)} pairs, {way} by their characters; columns: source, target, comment"


def _glossary(path: Path) -> _Glossary:
    try:
        text = decode(path.read_bytes(), path)
    except OSError as error:
        raise unreadable(error, path) from error
    pairs = [_checked(number, cells, path) for number, cells in _cells(text, path)]
    from_chinese = _direction(pairs, path)
    lines = []
    for number, cells in pairs:
        chinese, english = cells[:2] if from_chinese else cells[1::-1]
        lines.append(_Line(number, chinese, english, "".join(cells[2:3])))
    return _Glossary(from_chinese, lines)


def _cells(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is neither empty nor a comment, with the number of the line."""
    if path.suffix.lower() == ".csv" and "\t" not in text:
        for record in parse(text, ",", path=path):
            if not record.cells[0].startswith("#"):
                yield record.line, list(record.cells)
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.split("\t")


def _checked(number: int, cells: list[str], path: Path) -> tuple[int, list[str]]:
    cells = [cell.strip() for cell in cells]
    if len(cells) < 2 or not (cells[0] and cells[1]):
        raise FormatError(
            "the line has no pair of terms",
            path=path,
            line=number,
            remedy="write source, tab, target, or choose another format",
        )
    return number, cells


def _direction(pairs: list[tuple[int, list[str]]], path: Path) -> bool:
    """Whether the sources are Chinese; raises FormatError unless just one of the sides is."""
    if not pairs:
        raise FormatError("the glossary has no pair of terms", path=path, remedy="write source, tab, target")
    chinese = [
        sum(map(_is_chinese, side)) / len(pairs) for side in zip(*(cells[:2] for _, cells in pairs), strict=True)
    ]
    if (chinese[0] > 0.5) is (chinese[1] > 0.5):
        first, (source, target, *_) = pairs[0]
        which = "neither side is" if chinese[0] <= 0.5 else "both sides are"
        raise FormatError(
            f"{which} Chinese by the characters, beginning with {source} – {target}",
            path=path,
            line=first,
            remedy="give a glossary of Chinese and English",
        )
    return chinese[0] > 0.5


def _is_chinese(text: str) -> bool:
    return is_chinese(text) and not _KANA_OR_HANGUL.search(text)


def _names(lines: list[_Line]) -> Iterator[str]:
    """A concept for each line: the same for lines with the same Chinese, or that go on with the same English."""
    names: dict[str, str] = {}
    first: dict[str, str] = {}
    last = ""
    for line in lines:
        key = zh_key(line.chinese) or line.chinese
        goes_on = last if first.get(last) == line.english else ""
        last = names.setdefault(key, goes_on or str(line.number))
        first.setdefault(last, line.english)
        yield last


def _rows(line: _Line, name: str, path: Path, *, from_chinese: bool) -> Iterator[Row]:
    """The pair of a line, and a row for each form that its comment warns of."""
    usage, pinyin, note, warnings = _remarks(line)
    pair = {"concept": name, "zh": line.chinese, "en": line.english, "pinyin": pinyin, "note": note}
    pair["usage"] = usage if usage and from_chinese else ""
    yield row_of(pair, line.number, path=path)
    for warned, form in warnings:
        sides = {"zh": line.chinese, "en": form} if from_chinese else {"zh": form, "en": ""}
        yield row_of({**sides, "usage": warned, "concept": name}, line.number, path=path)


def _remarks(line: _Line) -> tuple[Usage | None, str, str, list[tuple[Usage, str]]]:
    """Usage of the target, pinyin, note, and the forms not to be used, as a comment tells them."""
    warnings = [(_USAGE_OF[label], form) for label, form in _WARNING.findall(line.comment)]
    pieces = _WARNING.sub("", line.comment).removeprefix("; ").split("; ")
    usage = Usage.ADMITTED if pieces[0] == ADMITTED else None
    pieces = pieces[1:] if usage else pieces
    pinyin = pieces.pop(0) if pieces and _is_pinyin(pieces[0], line.chinese) else ""
    return usage, pinyin, "; ".join(pieces), warnings


def _is_pinyin(text: str, chinese: str) -> bool:
    """Whether a text is the pinyin of a Chinese form: tones are marked, and there is a syllable for each character.

    >>> _is_pinyin("Yìwū", "义乌"), _is_pinyin("WTO guīzé", "WTO规则"), _is_pinyin("long", "龙")
    (True, True, False)
    """
    syllables = [one for one in split_syllables(text) if one not in chinese]
    known = all(is_syllable(toneless(one)) for one in syllables)
    return toneless(text) != text.lower() and known and len(syllables) == sum(map(is_han, chinese))
