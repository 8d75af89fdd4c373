"""`zhterm review` as a command: what it says without a terminal, without work, and as JSON."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

import cli.review
from cli.review.app import ReviewApp
from cli.review.queue import Filter, Order
from termbase.model import Status
from termbase.place import Place
from termbase.store import Store
from tests.cli.conftest import Zhterm
from tests.cli.review.conftest import gone, place, stored
from tests.termbase.stored import argument, new_place

pytestmark = pytest.mark.usefixtures("on_each_database")

ROOT = Path(__file__).parents[3]


def test_the_queue_is_printed_in_order(zhterm: Zhterm, termbase: Place) -> None:
    result = zhterm("review", "--json", "--db", argument(termbase))
    assert result.code == 0
    assert [one["id"] for one in result.json] == [1, 2, 5, 3]
    first = result.json[0]
    assert (first["zh"], first["en"], first["status"], first["score"]) == (
        "八八战略",
        "Eight Eight Strategy",
        "proposed",
        0.9,
    )
    assert len(first["contexts"]) == 2


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (("--by", "number"), [1, 2, 3, 5]),
        (("--by", "type"), [5, 3, 1, 2]),
        (("--by", "document"), [1, 2, 5, 3]),
        (("--type", "transport"), [2]),
        (("--min-score", "0.6"), [1, 2]),
        (("--document", "PORT"), [1]),
        (("--status", "approved"), [3, 4]),
        (("--status", "rejected"), [6]),
        (("--status", "proposed"), [1, 2, 5]),
    ],
)
def test_the_options_choose_and_sort(
    zhterm: Zhterm, termbase: Place, options: tuple[str, ...], numbers: list[int]
) -> None:
    assert [one["id"] for one in zhterm("review", "--json", "--db", argument(termbase), *options).json] == numbers


def test_without_a_terminal_one_line_says_what_to_do(zhterm: Zhterm, termbase: Place) -> None:
    result = zhterm("review", "--db", argument(termbase))
    assert (result.code, result.out) == (2, "")
    assert result.err == "zhterm: a review needs a terminal; list the queue with: zhterm review --json\n"


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_nothing_to_review_is_told_with_what_to_do(zhterm: Zhterm, tmp_path: Path, json: tuple[str, ...]) -> None:
    database = new_place(tmp_path)
    with Store.open(database) as store:
        store.add_all([place(), gone()])
    result = zhterm("review", "--db", argument(database), *json)
    assert (result.code, result.out) == (0, "")
    assert result.err == "nothing to review; find terms with: zhterm extract FILE…\n"
    result = zhterm("review", "--db", argument(database), "--type", "company", "--min-score", ".5")
    assert "nothing to review (company, score from 0.5)" in result.err


@pytest.mark.parametrize(
    "options",
    [("--by", "weather"), ("--type", "river"), ("--status", "new"), ("--min-score", "2"), ("--db", "missing.db")],
)
def test_a_wrong_option_is_an_input_error(zhterm: Zhterm, termbase: Place, options: tuple[str, ...]) -> None:
    assert zhterm("review", "--json", "--db", argument(termbase), *options).code == 2


def test_an_error_of_the_program_ends_the_review_and_is_handed_on(
    termbase: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    bug = ZeroDivisionError("a bug")
    monkeypatch.setattr(ReviewApp, "run", lambda app: app._handle_exception(bug))
    with Store.open(termbase) as store, pytest.raises(ZeroDivisionError, match="a bug"):
        cli.review._run(store, Filter(), Order.SCORE)


pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
termios = pytest.importorskip("termios")


@pytest.mark.parametrize(("term", "code"), [("xterm-256color", 0), ("dumb", 2)])
def test_in_a_terminal_decisions_are_made_and_told(termbase: Place, term: str, code: int) -> None:
    with _review_in_a_terminal(termbase, term) as (ours, process):
        said = _converse(ours, process, "八八战略".encode(), lambda: os.write(ours, b"arq"))
    assert process.returncode == code
    if code == 0:
        assert b"2 decisions, all saved" in said
        assert [stored(termbase, number).status for number in (1, 2)] == ["approved", "rejected"]
    else:
        assert b"a review needs a terminal" in said


def test_a_review_that_is_ended_from_outside_leaves_the_terminal_as_it_was(termbase: Place) -> None:
    with _review_in_a_terminal(termbase) as (ours, process):
        before = termios.tcgetattr(ours)
        said = _converse(ours, process, "八八战略".encode(), process.terminate)
        assert termios.tcgetattr(ours) == before
    assert process.returncode == 128 + signal.SIGTERM
    # out of the alternate screen, the mouse no longer reported, the cursor visible
    assert all(code in said for code in (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h"))
    assert b"0 decisions, all saved" in said


def test_a_review_holds_nothing_of_the_file_between_decisions(termbase: Place) -> None:
    if not isinstance(termbase, Path):
        pytest.skip("a server keeps its log by itself")
    logs: list[tuple[int, ...]] = []

    def look() -> None:
        os.write(ours, b"a")
        for _ in range(300):
            if stored(termbase, 1).status is Status.APPROVED:
                break
            time.sleep(0.1)
        with closing(sqlite3.connect(termbase)) as other:
            logs.append(other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
        os.write(ours, b"q")

    with _review_in_a_terminal(termbase) as (ours, process):
        _converse(ours, process, "八八战略".encode(), look)
    # not busy, and nothing is left in the log
    assert (process.returncode, logs) == (0, [(0, 0, 0)])


@contextmanager
def _review_in_a_terminal(
    place: Place, term: str = "xterm-256color"
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": term, "ZHTERM_DB": argument(place), "COLUMNS": "80", "LINES": "24"}
    command = [sys.executable, "-m", "cli", "review"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment)
    os.close(theirs)
    try:
        yield ours, process
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _converse(terminal: int, process: subprocess.Popen[bytes], wait_for: bytes, act: Callable[[], object]) -> bytes:
    """All that the process writes; something is done, once, when what is waited for has been written."""
    said, done = b"", False
    with suppress(OSError):
        while piece := os.read(terminal, 65536):
            said += piece
            if not done and wait_for in said:
                act()
                done = True
    process.wait(timeout=60)
    return said
