"""The entries of a gettext PO file with the lines they stand on, and the finished ones as units of a memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from termbase.errors import FormatError, unreadable
from tm.formats.laid import Laid, Spot
from tm.formats.languages import pair_of
from tm.model import Segment, Unit

__all__ = ["Entry", "Languages", "entries", "escaped", "laid_strings", "languages_of", "read", "segments"]

_CHARSET = re.compile(rb"charset=([A-Za-z][\w.\-]*)")
_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*)?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|(.))")
_SIGN = re.compile(rf"{_ESCAPE.pattern}|.", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MARK = re.compile(r'[\\"\n\t\r]')
_ORDER = ("msgctxt", "msgid", "msgid_plural", "msgstr")

Languages = tuple[str, str]
"""Tags of source and target; empty where the header says nothing."""


@dataclass(slots=True)
class Entry:
    """A message with its translations."""

    line: int
    """Number of the first line, from 1."""
    encoding: str
    lines: list[str] = field(default_factory=list)
    """As they are written, with their line ends; empty lines and comments before the message as well."""
    texts: dict[str, str] = field(default_factory=dict)
    """By keyword: msgctxt, msgid, msgid_plural, msgstr, or msgstr[1] …"""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By keyword: the first of its lines, and the one behind them."""
    obsolete: bool = False

    @property
    def source(self) -> str:
        """The message."""
        return self.texts.get("msgid", "")

    @property
    def targets(self) -> list[str]:
        """The translations, one for each plural form."""
        return [text for name, text in self.texts.items() if name.startswith("msgstr")]

    @property
    def is_message(self) -> bool:
        """Whether it is for translation: no header, not obsolete, not the comments at the end."""
        return bool(self.texts) and not self.obsolete and bool(self.source or "msgctxt" in self.texts)

    @property
    def flags(self) -> set[str]:
        """Words such as fuzzy and python-format."""
        flags = [line[2:].split(",") for line in self.lines if line.startswith("#,")]
        return {flag.strip() for some in flags for flag in some}

    @property
    def note(self) -> str:
        """The comments of the programmer and of the translator."""
        comments = (line[2:].strip() for line in self.lines if line.startswith(("#.", "# ")))
        return "\n".join(filter(None, comments))


def entries(path: Path) -> Iterator[Entry]:
    """The entries in order, the header first; all their lines together are the file.

    Raises FormatError, with the line, when reading comes to one that PO does not have; InputError for a file that
    cannot be read.
    """
    try:
        with path.open("rb") as file:
            encoding = _encoding(file.read(1 << 16), path)
            file.seek(0)
            entry = Entry(1, encoding)
            for number, data in enumerate(file, start=1):
                line = _decoded(data, encoding, path, number)
                if entry.texts and _begins(line, entry):
                    yield _whole(entry, path)
                    entry = Entry(number, encoding)
                _take(entry, line, path, number)
            yield _whole(entry, path)
    except OSError as error:
        raise unreadable(error, path) from error


def languages_of(header: Entry) -> Languages:
    """What the header says: Language, and X-Source-Language where a tool wrote it."""
    named = dict(re.findall(r"^([\w-]+): *(\S+)", "".join(header.targets), re.MULTILINE)) if not header.source else {}
    return named.get("X-Source-Language", ""), named.get("Language", "")


def read(path: Path) -> Iterator[Unit]:
    """The finished entries: no fuzzy, obsolete or untranslated ones; each plural form makes a pair.

    Raises FormatError when reading comes to a broken line: store the units in one transaction.
    """
    tags = ("", "")
    for entry in entries(path):
        tags = languages_of(entry) if not entry.is_message and entry.texts and not entry.obsolete else tags
        if not entry.is_message or "fuzzy" in entry.flags:
            continue
        sources = [entry.texts[name] for name in ("msgid", "msgid_plural") if entry.texts.get(name, "").strip()]
        given = (("context", entry.texts.get("msgctxt", "")), ("note", entry.note))
        properties = tuple((name, text) for name, text in given if text)
        for source, target in dict.fromkeys(product(sources, filter(str.strip, entry.targets))):
            if pair := pair_of(source, target, tags):
                sides = (target, source) if pair[0].lower().startswith("en") else (source, target)
                yield Unit(*sides, path.name, properties=properties)


def segments(path: Path) -> Iterator[Segment]:
    """The entries for translation, untranslated and fuzzy ones too; of plural forms each is a segment."""
    tags = ("", "")
    number = 0
    for entry in entries(path):
        tags = languages_of(entry) if not entry.is_message and entry.texts and not entry.obsolete else tags
        for form, target in enumerate(entry.targets if entry.is_message else ()):
            number += 1
            several = "msgid_plural" in entry.texts and (form > 0 or len(entry.targets) == 1)
            yield Segment(
                entry.texts["msgid_plural"] if several else entry.source,
                target,
                path.as_posix(),
                number,
                entry.texts.get("msgctxt", ""),
                *tags,
                note=entry.note,
                state="fuzzy" if "fuzzy" in entry.flags else "",
                line=entry.line + entry.places["msgid"][0],
            )


def escaped(text: str) -> str:
    r"""The text as it is written between quotation marks.

    >>> print(escaped('the "port"'))
    the \"port\"
    """
    return _MARK.sub(lambda found: _ESCAPES[found[0]], text)


def laid_strings(entry: Entry, name: str, start: int = 0) -> Laid:
    """The text of a keyword with its places; the first line of the entry begins at the offset `start`."""
    signs: list[str] = []
    spots: list[Spot] = []
    first, behind = entry.places[name]
    for number, line in enumerate(entry.lines[:behind]):
        plain = line.removeprefix("\ufeff").strip()
        found = _LINE.fullmatch(plain) if number >= first else None
        if found:
            inner = start + line.index(plain) + found.start(3)
            for piece in _SIGN.finditer(found[3]):
                signs.append(_unescaped(piece[0]))
                spots.append(Spot(inner + piece.start(), inner + piece.end()))
        start += len(line)
    return Laid("".join(signs), spots, parted=True)


def _encoding(start: bytes, path: Path) -> str:
    declared = _CHARSET.search(start)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name == "charset":  # a template that nobody filled in
        return "utf-8"
    try:
        "#".encode(name)
    except (LookupError, UnicodeError) as error:
        raise FormatError(f"the charset {name} is unknown", path=path, remedy="save it as UTF-8") from error
    return name


def _decoded(data: bytes, encoding: str, path: Path, number: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise FormatError(
            f"the line is not in {encoding}",
            path=path,
            line=number,
            remedy="correct the charset, or save as UTF-8",
        ) from error


def _begins(line: str, entry: Entry) -> bool:
    """Whether a line belongs to the next entry: what is no text any more, or begins a message again."""
    plain = line.removeprefix("#~").lstrip() if entry.obsolete else line
    if not any(name.startswith("msgstr") for name in entry.texts):
        return False
    return not plain.startswith(('"', "msgstr")) and not (line.startswith("#~") and plain == "")


def _take(entry: Entry, line: str, path: Path, number: int) -> None:
    """Add a line to an entry."""
    entry.lines.append(line)
    plain = line.removeprefix("\ufeff").strip()
    if plain.startswith("#~") and not plain.startswith("#~|"):
        entry.obsolete = True
        plain = plain[2:].strip()
    if not plain or plain.startswith("#"):
        return
    found = _LINE.fullmatch(plain)
    place = len(entry.lines) - 1
    if found is None or not (found[1] or entry.texts):
        raise FormatError("the line is none of PO", path=path, line=number, remedy="mend it there")
    if found[1]:
        name = f"{found[1]}[{found[2]}]" if found[2] else found[1]
        _check(entry, name, path, number)
    else:
        name = list(entry.texts)[-1]
    entry.texts[name] = entry.texts.get(name, "") + _unescaped(found[3])
    entry.places[name] = (entry.places.get(name, (place, 0))[0], place + 1)


def _check(entry: Entry, name: str, path: Path, number: int) -> None:
    """Refuse a keyword that comes twice or before its time."""
    before = [_ORDER.index(known.partition("[")[0]) for known in entry.texts]
    late = before and _ORDER.index(name.partition("[")[0]) < max(before)
    if name in entry.texts or late or (name.startswith("msgstr") and "msgid" not in entry.texts):
        raise FormatError(f"{name} is not in its place", path=path, line=number, remedy="mend it there")


def _whole(entry: Entry, path: Path) -> Entry:
    if entry.texts and not entry.targets:
        raise FormatError("the entry has no msgstr", path=path, line=entry.line, remedy="add it")
    return entry


def _unescaped(text: str) -> str:
    r"""The text that a quoted string means.

    >>> _unescaped(r"a\tb\\n \"义乌\" \x41\101")
    'a\tb\\n "义乌" AA'
    """
    return _ESCAPE.sub(lambda found: _character(*found.groups()), text) if "\\" in text else text


def _character(hexadecimal: str | None, octal: str | None, letter: str | None) -> str:
    if hexadecimal or octal:
        return chr(int(hexadecimal, 16) if hexadecimal else int(octal or "0", 8))
    return _ESCAPED.get(letter or "", letter or "")
