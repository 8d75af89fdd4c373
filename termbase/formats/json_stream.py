"""The entries of an array in a JSON file, one after the other, in memory that does not grow with the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, TextIO

from termbase.errors import FormatError

__all__ = ["JsonStream"]

_CHUNK = 1 << 18
"""Characters read at a time: large enough that the reading costs nothing beside the parsing."""
_LONGEST = 1 << 24
"""Characters of one entry: a thousand times the longest definition."""
_SPACE = re.compile(r"[ \t\r\n]*")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


class JsonStream:
    """A file with one object, of which the last member is an array of entries."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file, self._path = file, path
        self._text, self._at, self._line = "", 0, 1
        self._decoder = json.JSONDecoder(parse_constant=_no_constant)

    def head(self, name: str) -> dict[str, Any]:
        """The members before the array with this name; raises FormatError when the file does not begin so."""
        self._more()
        found = re.match(rf'\s*(\{{[^\[\]]*?),?\s*"{name}"\s*:\s*\[', self._text)
        if not found:
            raise self._error(f"the file does not begin with an object that has {name}", 0)
        try:
            members = json.loads(found[1] + "}")
        except ValueError as error:
            raise self._error(f"the JSON is broken: {error}", 0) from error
        self._pass(found.end())
        return dict(members)

    def entries(self) -> Iterator[tuple[int, Any]]:
        """Each entry with the line on which it begins, from 1; raises FormatError, with the line, for broken JSON."""
        first = True
        while (sign := self._sign()) != "]":
            if not first:
                self._expect(",", sign)
            first = False
            self._sign()
            line = self._line
            yield line, self._entry()
        self._pass(self._at + 1)
        self._expect("}", self._sign())
        if trailing := self._sign():
            raise self._error(f"there is {trailing!r} behind the end", self._at)

    def _entry(self) -> Any:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise self._error("the entry is nested too deeply", self._at) from error
            except ValueError as error:
                if len(self._text) - self._at < _LONGEST and self._more():
                    continue
                what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
                at = error.pos if isinstance(error, json.JSONDecodeError) else self._at
                raise self._error(f"the JSON is broken: {what}", at) from error
            self._pass(end)
            return value

    def _sign(self) -> str:
        """The next character that is no space, where reading then stands; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            assert space, "a pattern that may be empty matches"
            self._pass(space.end())
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _expect(self, wanted: str, found: str) -> None:
        if found != wanted:
            raise self._error(f"the JSON is broken: {wanted} is missing", self._at)
        self._pass(self._at + 1)

    def _pass(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _more(self) -> bool:
        """Read on, at least as much as waits, so that a long entry is not tried again too often."""
        waiting = self._text[self._at :]
        chunk = self._file.read(max(_CHUNK, len(waiting)))
        self._text, self._at = waiting + chunk, 0
        return bool(chunk)

    def _error(self, what: str, at: int) -> FormatError:
        line = self._line + self._text.count("\n", self._at, max(at, self._at))
        return FormatError(what, path=self._path, line=line, remedy="mend it there, or export the glossary again")
