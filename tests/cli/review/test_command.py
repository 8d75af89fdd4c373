"""`zhterm review` as a command: what it says without a terminal, without work, and as JSON."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import cli.review
from cli.review.app import ReviewApp
from cli.review.queue import Filter, Order
from termbase.store import Store
from tests.cli.conftest import Zhterm
from tests.cli.review.conftest import gone, place, stored

ROOT = Path(__file__).parents[3]


def test_the_queue_is_printed_in_order(zhterm: Zhterm, termbase: Path) -> None:
    result = zhterm("review", "--json", "--db", termbase)
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
    zhterm: Zhterm, termbase: Path, options: tuple[str, ...], numbers: list[int]
) -> None:
    assert [one["id"] for one in zhterm("review", "--json", "--db", termbase, *options).json] == numbers


def test_without_a_terminal_one_line_says_what_to_do(zhterm: Zhterm, termbase: Path) -> None:
    result = zhterm("review", "--db", termbase)
    assert (result.code, result.out) == (2, "")
    assert result.err == "zhterm: a review needs a terminal; list the queue with: zhterm review --json\n"


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_nothing_to_review_is_told_with_what_to_do(zhterm: Zhterm, tmp_path: Path, json: tuple[str, ...]) -> None:
    path = tmp_path / "settled.db"
    with Store.open(path) as store:
        store.add_all([place(), gone()])
    result = zhterm("review", "--db", path, *json)
    assert (result.code, result.out) == (0, "")
    assert result.err == "nothing to review; find terms with: zhterm extract FILE…\n"
    result = zhterm("review", "--db", path, "--type", "company", "--min-score", ".5")
    assert "nothing to review (company, score from 0.5)" in result.err


@pytest.mark.parametrize(
    "options",
    [("--by", "weather"), ("--type", "river"), ("--status", "new"), ("--min-score", "2"), ("--db", "missing.db")],
)
def test_a_wrong_option_is_an_input_error(zhterm: Zhterm, termbase: Path, options: tuple[str, ...]) -> None:
    assert zhterm("review", "--json", "--db", termbase, *options).code == 2


def test_an_error_of_the_program_ends_the_review_and_is_handed_on(
    termbase: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bug = ZeroDivisionError("a bug")
    monkeypatch.setattr(ReviewApp, "run", lambda app: app._handle_exception(bug))
    with Store.open(termbase) as store, pytest.raises(ZeroDivisionError, match="a bug"):
        cli.review._run(store, Filter(), Order.SCORE)


pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")


@pytest.mark.parametrize(("term", "code"), [("xterm-256color", 0), ("dumb", 2)])
def test_in_a_terminal_decisions_are_made_and_told(termbase: Path, term: str, code: int) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": term, "ZHTERM_DB": str(termbase), "COLUMNS": "80", "LINES": "24"}
    command = [sys.executable, "-m", "cli", "review"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environment)
    os.close(theirs)
    try:
        said = _converse(ours, process, "八八战略".encode(), b"arq")
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert process.returncode == code
    if code == 0:
        assert b"2 decisions, all saved" in said
        assert [stored(termbase, number).status for number in (1, 2)] == ["approved", "rejected"]
    else:
        assert b"a review needs a terminal" in said


def _converse(terminal: int, process: subprocess.Popen[bytes], wait_for: bytes, keys: bytes) -> bytes:
    """All that the process writes; the keys are typed when what is waited for has been written."""
    said = b""
    with suppress(OSError):
        while piece := os.read(terminal, 65536):
            said += piece
            if keys and wait_for in said:
                os.write(terminal, keys)
                keys = b""
    process.wait(timeout=60)
    return said
