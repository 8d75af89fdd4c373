"""CC-CEDICT as an indexed file: built once, kept in the cache folder, opened in milliseconds."""

from __future__ import annotations

import math
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from termbase.language.cedict import Entry, dictionary_file, read_entries
from termbase.language.glosses import Gloss, glosses, references
from termbase.language.keys import english_key
from termbase.language.package_data import cache_folder
from termbase.language.spelling import marked

__all__ = ["build", "gloss_key", "is_built", "open_lexicon"]

# To be raised with every change of the tables or of what is put into them: the file's name holds it, so that a file
# of another version is never read.
_SCHEMA = 4

_BATCH = 5_000  # entries; bounds the memory of a build to some megabytes
_Batch: TypeAlias = list[tuple[int, Entry, list[Gloss]]]

_TABLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, simplified TEXT, pinyin TEXT, proper INTEGER, weight REAL, glosses TEXT, targets TEXT
);
CREATE TABLE form (text TEXT, entry INTEGER);
CREATE TABLE gloss (key TEXT, entry INTEGER, proper INTEGER, verb INTEGER, whole INTEGER, sense INTEGER);
"""
# sorted once at the end: half the time of keeping them while rows come in
_INDEXES = """
CREATE INDEX form_text ON form (text, entry);
CREATE INDEX gloss_key ON gloss (key, entry);
"""


def open_lexicon(dictionary: Path | None = None) -> sqlite3.Connection:
    """A connection to the built dictionary, for reading only; the first call on a machine builds it (some seconds).

    The file lies in the folder named by ZHTERM_CACHE, else in the user's cache folder. Where that cannot be written,
    the dictionary is built in memory each time.

    `dictionary` is another file in the CC-CEDICT format. Raises InputError when CC-CEDICT is missing or damaged.
    """
    source = dictionary or dictionary_file()
    path = _built_path(source)
    if not path.exists():
        try:
            _build_file(path, source)
        except (OSError, sqlite3.OperationalError):
            return _built_in_memory(source)
    # the file never changes once it has its name: no locks are needed
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def is_built() -> bool:
    """Whether the dictionary lies in the cache folder; if not, the first look-up takes about ten seconds."""
    return _built_path(dictionary_file()).exists()


def build(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Writes the entries with their indexes into an empty database."""
    connection.executescript(_TABLES)
    numbered = enumerate(entries)
    while batch := list(islice(numbered, _BATCH)):
        found = [(number, entry, glosses(entry)) for number, entry in batch]
        connection.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", _entry_rows(found))
        connection.executemany("INSERT INTO form VALUES (?, ?)", _form_rows(found))
        connection.executemany("INSERT INTO gloss VALUES (?, ?, ?, ?, ?, ?)", _gloss_rows(found))
    connection.executescript(_INDEXES)
    connection.commit()


def _entry_rows(found: _Batch) -> Iterator[tuple[object, ...]]:
    from termbase.language.words import frequency

    for number, entry, renderings in found:
        yield (
            number,
            entry.simplified,
            " ".join(map(marked, entry.pinyin.split())),
            entry.proper,
            math.log10(1 + frequency(entry.simplified)),
            "\n".join(gloss.text for gloss in renderings),
            "\n".join(references(entry)),
        )


def _form_rows(found: _Batch) -> Iterator[tuple[object, ...]]:
    for number, entry, _ in found:
        for text in dict.fromkeys((entry.simplified, entry.traditional)):
            yield text, number


def _gloss_rows(found: _Batch) -> Iterator[tuple[object, ...]]:
    for number, _, renderings in found:
        first: dict[str, Gloss] = {}
        for gloss in renderings:
            first.setdefault(gloss_key(gloss.text), gloss)
        for key, gloss in first.items():
            yield key, number, gloss.proper, gloss.text.startswith("to "), gloss.whole, gloss.sense


def gloss_key(english: str) -> str:
    """What two English renderings of one word have in common: the English key, without the `to` of verbs.

    >>> gloss_key("to open up"), gloss_key("Free-Trade Zones")
    ('open up', 'free trade zone')
    """
    return english_key(english).removeprefix("to ")


def _built_path(source: Path) -> Path:
    return cache_folder() / f"lexicon-{_SCHEMA}-{source.stat().st_size}.sqlite"


def _built_in_memory(source: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, read_entries(source))
    return connection


def _build_file(path: Path, source: Path) -> None:
    """Builds the file under another name and then renames it, so that no one ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="lexicon-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as connection:
            connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE"
            )
            build(connection, read_entries(source))
        part.replace(path)
    except OSError:
        # another process was first, and its file is in use (Windows): it is as good as ours
        if not path.exists():
            raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    for old in path.parent.glob("lexicon-*.sqlite"):
        if old != path:
            # in use by an older zhterm (Windows): it goes with the next build
            with suppress(OSError):
                old.unlink()
