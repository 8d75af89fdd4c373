"""Commands that are killed, or whose disk is full, at many points: afterwards there is the old state or the new one.

`python -m tests.kills COUNT NAME…` prints a line of JSON for each command: how often it was killed and how often what
was left was whole. It imports what a command needs once and then forks, so that an attempt costs some hundredths of a
second; points are statements and stretches of 200 steps of SQLite, counted over all connections.
"""

from __future__ import annotations

import gc
import io
import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["SCENES", "Outcome", "attempt"]

_STEPS = 200
_NEVER = 1 << 60
# What differs from run to run: moments
_VOLATILE = {"run": {"at"}, "unit": {"created"}}
# What the word index keeps for itself
_INNER = ("term_words_", "sqlite_")


@dataclass
class Outcome:
    """What became of the attempts on one command."""

    name: str
    points: int = 0
    """Points at which it could be killed."""
    killed: int = 0
    old: int = 0
    new: int = 0
    full: int = 0
    """Attempts with a full disk that were told in one line and left the old state."""
    broken: list[str] = field(default_factory=list)


class _Clock:
    """Counts the points of this process, and kills it at one of them."""

    def __init__(self) -> None:
        self.now, self.end, self.pages = 0, _NEVER, 0
        self._connect = sqlite3.connect

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = self._connect(*arguments, **options)
        if self.pages:
            connection.execute(f"PRAGMA max_page_count = {self.pages}")
        connection.set_trace_callback(self.tick)
        connection.set_progress_handler(self.tick, _STEPS)
        return connection

    def tick(self, _statement: str = "") -> int:
        self.now += 1
        if self.now == self.end:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


def zhterm(*arguments: str) -> tuple[int, str]:
    """Run a command in this process; its exit code and what it told."""
    from cli.main import run

    told = io.StringIO()
    sys.argv = ["zhterm", *arguments]
    with redirect_stderr(told), redirect_stdout(io.StringIO()):
        try:
            run()
        except SystemExit as stop:
            return int(stop.code or 0), told.getvalue()
    return 0, told.getvalue()


Scene = Callable[[Path], Callable[[], tuple[int, str]]]
"""Makes a database in a folder and what is needed; gives the command to be killed."""


def _termbase(folder: Path) -> str:
    """A termbase of 60 entries and 40 units."""
    rows = "".join(f"第{number}号文件,Document number {number}\n" for number in range(60))
    (folder / "first.csv").write_text("zh,en\n" + rows, encoding="utf-8")
    rows = "".join(f"第{number}号港口开放。\tPort number {number} opens.\n" for number in range(40))
    (folder / "first.tsv").write_text("zh\ten\n" + rows + "义乌\t义乌\n", encoding="utf-8")
    database = str(folder / "zhterm.db")
    zhterm("import", str(folder / "first.csv"), "--db", database)
    zhterm("tm", "import", str(folder / "first.tsv"), "--db", database)
    return database


def _import(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    rows = "".join(f"第{number}号文件,Regulation {number}\n" for number in range(30, 180))
    (folder / "second.csv").write_text("zh,en\n" + rows, encoding="utf-8")
    return lambda: zhterm("import", str(folder / "second.csv"), "--db", database)


def _extract(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    article = Path(__file__).parents[1] / "seeds/articles/port-and-market.zh.txt"
    return lambda: zhterm("extract", str(article), "--db", database)


def _undo(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    return lambda: zhterm("undo", "--run", "1", "--db", database)


def _tm_import(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    rows = "".join(f"第{number}号车站\tStation number {number}\n" for number in range(300))
    (folder / "second.tsv").write_text("zh\ten\n" + rows, encoding="utf-8")
    return lambda: zhterm("tm", "import", str(folder / "second.tsv"), "--db", database)


def _tm_clean(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    return lambda: zhterm("tm", "clean", "--delete", "--db", database)


def _restore(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    zhterm("backup", str(folder / "copy.db"), "--db", database)
    zhterm("term", "remove", *map(str, range(1, 40)), "--db", database)
    return lambda: zhterm("restore", str(folder / "copy.db"), "--db", database)


def _rebuild(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM search_key")
        connection.commit()
    return lambda: zhterm("doctor", "--rebuild-index", "--db", database)


def _migrate(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("DROP TABLE memory_change")
        connection.execute("UPDATE alembic_version SET version_num = '0004'")

    def migrate() -> tuple[int, str]:
        from termbase.errors import ZhtermError
        from termbase.store import Store

        try:
            Store.open(database).close()
        except ZhtermError as error:
            return 2, f"{error}\n"
        return 0, ""

    return migrate


def _export(folder: Path) -> Callable[[], tuple[int, str]]:
    database = _termbase(folder)
    return lambda: zhterm("export", str(folder / "made.tmx"), "--status", "all", "--db", database)


SCENES: dict[str, Scene] = {
    "import": _import,
    "extract": _extract,
    "undo": _undo,
    "tm import": _tm_import,
    "tm clean": _tm_clean,
    "restore": _restore,
    "rebuild-index": _rebuild,
    "migrate": _migrate,
    "export": _export,
}
_PHASES = {"rebuild-index": 1}
"""Transactions beyond the first, each of which may be the last one done."""


def attempt(name: str, count: int) -> Outcome:
    """Kill a command at so many points, evenly spread, and fill its disk at a quarter as many."""
    clock = _Clock()
    sqlite3.connect = clock.connect  # type: ignore[assignment]
    outcome = Outcome(name)
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder) / "folder"
        folder.mkdir()
        command = SCENES[name](folder)
        kept = Path(name_of_folder) / "kept"
        shutil.copytree(folder, kept)
        before = _state(folder)
        # once to load what it needs, and once as all others go
        for _ in range(2):
            _bring_back(kept, folder)
            clock.now = 0
            code, told = command()
            assert code == 0, told
            outcome.points = clock.now
        after = _state(folder)
        assert before != after
        gc.collect()
        for point in _spread(outcome.points, count):
            _bring_back(kept, folder)
            killed, _ = _in_a_child(clock, command, end=point)
            outcome.killed += killed == -signal.SIGKILL
            _judge(outcome, f"point {point}", _state(folder), before, after, phases=_PHASES.get(name, 0))
        for told, options in _disks(folder, kept, max(2, count // 4)):
            _bring_back(kept, folder)
            code, message = _in_a_child(clock, command, **options)
            is_told = code == 2 and sum("; " in line for line in message.split("\n")) == 1
            if code and not is_told:
                outcome.broken.append(f"{told}: exit {code}: {message}")
            outcome.full += bool(is_told)
            _judge(outcome, told, _state(folder), before, after, phases=_PHASES.get(name, 0))
    return outcome


def _spread(points: int, count: int) -> Iterator[int]:
    """Numbers from 1 on, evenly spread, with the last ones, where commits are."""
    yield from sorted({1 + number * (points - 1) // max(1, count - 4) for number in range(count - 3)})
    yield from range(max(1, points - 3), points)


def _disks(folder: Path, kept: Path, count: int) -> Iterator[tuple[str, dict[str, int]]]:
    """Disks of several sizes: in pages of the database, and in bytes of any file."""
    size = (kept / "zhterm.db").stat().st_size
    grown = max(file.stat().st_size for file in folder.iterdir())
    for part in range(count):
        yield f"a disk of {part} pages more", {"pages": size // 4096 + 1 + 2 * part}
        yield f"files up to {grown * part // count} bytes", {"most": max(1, grown * part // count)}


def _judge(outcome: Outcome, told: str, found: Any, before: Any, after: Any, *, phases: int) -> None:
    if found == before:
        outcome.old += 1
    elif found == after or (phases and _is_between(found, before, after)):
        outcome.new += 1
    else:
        outcome.broken.append(f"{told}: neither the old nor the new state")


def _is_between(found: Any, before: Any, after: Any) -> bool:
    """Whether each table is as before or as after: of a command that is several transactions."""
    return all(table in {json.dumps(state.get(name)) for state in (before, after)}
               for name, table in ((name, json.dumps(one)) for name, one in found.items()))  # fmt: skip


def _bring_back(kept: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)


def _in_a_child(
    clock: _Clock, command: Callable[[], tuple[int, str]], *, end: int = _NEVER, pages: int = 0, most: int = 0
) -> tuple[int, str]:
    """The exit code of the command in a process of its own, and what it told; the number of a signal is negative."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        clock.now, clock.end, clock.pages = 0, end, pages
        if most:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            code, told = command()
        except BaseException as error:  # noqa: BLE001 - a child must not go on as its parent
            code, told = 3, repr(error)
        os.write(writing, told.encode()[:4000])
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), told


def _state(folder: Path) -> dict[str, Any]:
    """All rows of the database, and whether the other files that are named as results are whole."""
    state = _rows(folder / "zhterm.db")
    for file in sorted(folder.iterdir()):
        if ".backup-" in file.name and not file.name.startswith(".") and file.suffix not in {"-wal", "-shm"}:
            # a backup is whole where it is; whether there is one is no part of the state
            assert _rows(file)
    made = folder / "made.tmx"
    state["made"] = made.read_bytes()[-400:].decode() if made.exists() else None
    return state


def _rows(path: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        state: dict[str, Any] = {}
        for name in names:
            if not name.startswith(_INNER):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                wanted = ", ".join(f'"{one}"' for one in columns if one not in _VOLATILE.get(name, set()))
                state[name] = sorted(map(repr, connection.execute(f"SELECT {wanted} FROM {name}")))
    return state


def main(arguments: list[str]) -> None:
    """Print the outcome for each command."""
    count, *names = arguments
    for name in names or list(SCENES):
        sys.stdout.write(json.dumps(asdict(attempt(name, int(count)))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
