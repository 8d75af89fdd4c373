"""`zhterm review` as a command: what it says without a terminal, without work, and as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import cli.review
from cli.review.app import ReviewApp
from termbase.store import Store
from tests.cli.conftest import Zhterm
from tests.cli.review.conftest import gone, place


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


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal, as far as the command can see."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")


def test_on_a_terminal_the_review_runs_and_says_what_was_decided(
    zhterm: Zhterm, termbase: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for keys in ((), ("a",), ("a", "r")):
        monkeypatch.setattr(ReviewApp, "run", lambda app, keys=keys: _with_keys(app, *keys))
        said.append(zhterm("review", "--db", termbase).err)
    assert said == ["0 decisions, all saved\n", "one decision, saved\n", "2 decisions, all saved\n"]


def test_an_error_of_the_program_is_told_in_a_line_and_what_was_decided_is_saved(
    zhterm: Zhterm, termbase: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewApp, "run", lambda app: _with_keys(app, "a"))
    monkeypatch.setattr(ReviewApp, "failure", property(lambda app: ZeroDivisionError("a bug")))
    result = zhterm("review", "--db", termbase)
    assert result.code == 3
    assert "internal error: ZeroDivisionError: a bug" in result.err
    assert [one["id"] for one in zhterm("review", "--json", "--db", termbase).json] == [2, 5, 3]


def test_a_dumb_terminal_is_none(
    zhterm: Zhterm, termbase: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert zhterm("review", "--db", termbase).code == 2
    assert cli.review.__all__ == ["review"]


def _with_keys(app: ReviewApp, *keys: str) -> None:
    import asyncio

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*keys)

    asyncio.run(run())
