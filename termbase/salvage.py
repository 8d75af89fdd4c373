"""What can be read of a damaged database, brought into a new one."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from termbase import schema
from termbase.damaged_rows import numbered_rows, owned_rows, rows_of_all
from termbase.database import APPLICATION_ID
from termbase.errors import DatabaseError
from termbase.failures import readable_errors
from termbase.mending import mend
from termbase.rebuilding import rebuild_index
from termbase.store import Store

__all__ = ["Saved", "salvage"]

_NUMBERED = (
    schema.run,
    schema.source,
    schema.concept,
    schema.term,
    schema.context,
    schema.history,
    schema.unit,
    schema.memory_change,
)
_OWNED = {schema.item: "concept", schema.occurrence: "concept", schema.unit_context: "unit"}
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""Bytes of a file before its first page's content, https://www.sqlite.org/fileformat.html"""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one table."""

    table: str
    rows: int
    """Rows that were brought over."""
    expected: int | None
    """Rows that the file says it has; None where it cannot say so."""


def salvage(path: Path, to: Path, finish: Callable[[Path], None]) -> list[Saved]:
    """Make a new database of what can be read of a damaged one, which is not changed.

    The index is made anew; a concept that is lost comes back in its last state of the history. `finish` is given the
    new file before it has its name: it appears whole or not at all. Raises DatabaseError where nothing can be read.
    """
    with tempfile.TemporaryDirectory(dir=to.absolute().parent, prefix=f".{to.name}.") as folder:
        copy, new = Path(folder) / "copy.db", Path(folder) / "new.db"
        Store.open(new).close()
        with (
            closing(_opened_somehow(path, copy)) as damaged,
            readable_errors(new),
            closing(sqlite3.connect(new, isolation_level=None)) as target,
        ):
            target.execute("BEGIN")
            saved = [*_numbered(damaged, target), *_owned(damaged, target), _documents(damaged, target)]
            mend(target)
            target.execute("COMMIT")
        if not any(one.rows for one in saved):
            raise DatabaseError("nothing can be read of it", path=path, remedy="bring back a backup: zhterm restore")
        with Store.open(new, command="doctor --salvage") as store:
            rebuild_index(store)
        finish(new)
        new.replace(to)
    return saved


def _numbered(damaged: sqlite3.Connection, target: sqlite3.Connection) -> Iterator[Saved]:
    for table in _NUMBERED:
        columns = _columns(damaged, table)
        yield _fill(damaged, target, table, columns, numbered_rows(damaged, table.name, columns))


def _owned(damaged: sqlite3.Connection, target: sqlite3.Connection) -> Iterator[Saved]:
    for table, owner in _OWNED.items():
        columns = _columns(damaged, table)
        owners = [number for (number,) in target.execute(f"SELECT id FROM {owner}")]
        yield _fill(damaged, target, table, columns, owned_rows(damaged, table.name, columns, owners))


def _documents(damaged: sqlite3.Connection, target: sqlite3.Connection) -> Saved:
    table = schema.document
    columns = _columns(damaged, table)
    _fill(damaged, target, table, columns, rows_of_all(damaged, table.name, columns))
    names = [name for (name,) in target.execute("SELECT document FROM context UNION SELECT document FROM occurrence")]
    return _fill(damaged, target, table, columns, owned_rows(damaged, table.name, columns, names))


def _fill(
    damaged: sqlite3.Connection,
    target: sqlite3.Connection,
    table: Table,
    columns: Sequence[str],
    rows: Iterator[tuple[object, ...]],
) -> Saved:
    if columns:
        absent = [column for column in table.columns if column.name not in columns and not column.nullable]
        names = ", ".join(f'"{name}"' for name in (*columns, *(column.name for column in absent)))
        blanks = [0 if column.type.python_type in (int, float, bool) else "" for column in absent]
        marks = ", ".join("?" * (len(columns) + len(absent)))
        for row in rows:
            # a row that breaks a rule of its table is none
            with suppress(sqlite3.Error, UnicodeEncodeError):
                target.execute(f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})", (*row, *blanks))
    ((count,),) = target.execute(f"SELECT count(*) FROM {table.name}")
    return Saved(table.name, count, _expected(damaged, table.name))


def _columns(damaged: sqlite3.Connection, table: Table) -> list[str]:
    """The columns of the table that the damaged file has too."""
    try:
        there = {row[1] for row in damaged.execute(f"PRAGMA table_info({table.name})")}
    except sqlite3.Error:
        return []
    return [column.name for column in table.columns if column.name in there]


def _expected(damaged: sqlite3.Connection, table: str) -> int | None:
    try:
        ((count,),) = damaged.execute(f"SELECT count(*) FROM {table}")
    except sqlite3.Error:
        return None
    return int(count)


def _opened_somehow(path: Path, copy: Path) -> sqlite3.Connection:
    """A connection to a copy of the file with its log, or without, or with a header as it must have been."""
    log = path.with_name(f"{path.name}-wal")
    for attempt in (_with_log, _alone, _with_new_header):
        for rest in copy.parent.glob(f"{copy.name}*"):
            rest.unlink()
        try:
            shutil.copyfile(path, copy)
            attempt(copy, log)
        except OSError as error:
            raise DatabaseError(f"it cannot be copied: {error.strerror}", path=path, remedy="make room") from error
        connection = sqlite3.connect(copy, isolation_level=None)
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        try:
            # a line of the schema that cannot be understood is left out
            connection.execute("PRAGMA writable_schema = ON")
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name IN ('concept', 'unit')").fetchall():
                return connection
        except sqlite3.Error:
            pass
        connection.close()
    what = "its first page, which says where everything is, cannot be read"
    raise DatabaseError(what, path=path, remedy="bring back a backup: zhterm backup --list, zhterm restore FROM")


def _with_log(copy: Path, log: Path) -> None:
    if log.exists():
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    _fill_up(copy)


def _alone(copy: Path, _log: Path) -> None:
    _fill_up(copy)


def _with_new_header(copy: Path, _log: Path) -> None:
    """Put what all files of ours have in the place of the header."""
    with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        model = Path(folder) / "model.db"
        with closing(sqlite3.connect(model)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("CREATE TABLE one (id INTEGER)")
        header = bytearray(model.read_bytes()[:_HEADER])
    size = int.from_bytes(header[16:18], "big")
    # pages in the file; no list of free pages
    header[28:32] = (copy.stat().st_size // size).to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(header)
    _fill_up(copy)


def _fill_up(copy: Path) -> None:
    """Append empty pages to a file that was cut off, so that SQLite reads the others."""
    with copy.open("r+b") as file:
        header = file.read(_HEADER)
        if header[:16] == _MAGIC:
            size = int.from_bytes(header[16:18], "big") or 4096
            wanted = int.from_bytes(header[28:32], "big") * (65536 if size == 1 else size)
            # a damaged header may ask for anything
            if copy.stat().st_size < wanted < 4 * copy.stat().st_size:
                file.truncate(wanted)
