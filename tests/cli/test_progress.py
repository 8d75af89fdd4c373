"""Progress is shown only where somebody watches, and changes nothing."""

from __future__ import annotations

import io
import re
import sys
import time
from collections.abc import Callable

import pytest

from cli import progress
from cli.progress import waiting, with_progress


@pytest.mark.parametrize("watched", [True, False])
def test_all_steps_come_in_order_with_and_without_a_bar(monkeypatch: pytest.MonkeyPatch, *, watched: bool) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    assert list(with_progress([3, 1, 2])) == [3, 1, 2]
    assert list(with_progress(iter(range(1_000)), 1_000)) == list(range(1_000))


def test_more_steps_than_were_counted_come_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_progress(iter(range(9)), 4)) == list(range(9))


class Terminal(io.StringIO):
    """Standard error of somebody who watches."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Terminal]:
    """Makes a terminal of so many columns, on which progress is shown at once."""

    def made(columns: int) -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(progress, "_PATIENCE", 0.0)
        monkeypatch.setattr(progress, "_PAUSE", 0.0)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("NO_COLOR", "1")
        return screen

    return made


def slowly(count: int) -> list[int]:
    return [number for number in with_progress(iter(range(count)), what="units") if not time.sleep(0.004)]


def test_what_nobody_has_counted_is_shown_with_its_number_and_its_speed(terminal: Callable[[int], Terminal]) -> None:
    screen = terminal(80)
    assert slowly(60) == list(range(60))
    assert " units" in screen.getvalue() and "/s" in screen.getvalue()


def test_no_colour_is_shown_to_who_wants_none(terminal: Callable[[int], Terminal]) -> None:
    screen = terminal(80)
    slowly(60)
    assert "\x1b[3" not in screen.getvalue()


def test_a_bar_fits_a_narrow_terminal(terminal: Callable[[int], Terminal]) -> None:
    screen = terminal(40)
    assert [one for one in with_progress(range(60), what="units") if not time.sleep(0.004)] == list(range(60))
    shown = re.sub(r"\x1b\[[\d?;]*[A-Za-z]", "", screen.getvalue())
    assert "units" in shown
    assert max(map(len, shown.replace("\r", "\n").split("\n"))) <= 40


def test_of_two_runs_inside_each_other_one_is_shown(terminal: Callable[[int], Terminal]) -> None:
    terminal(80)
    found = [(outer, inner) for outer in with_progress(range(3)) for inner in with_progress(iter(range(3)))]
    assert found == [(outer, inner) for outer in range(3) for inner in range(3)]
    assert not progress._Screen.is_taken


def test_the_result_goes_where_it_was_sent_while_progress_is_shown(
    terminal: Callable[[int], Terminal], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(80)
    for number in with_progress(range(5)):
        print(number)
    assert capsys.readouterr().out == "0\n1\n2\n3\n4\n"


def test_waiting_is_told_after_a_while(terminal: Callable[[int], Terminal]) -> None:
    screen = terminal(80)
    with waiting("reading [bold]{a}.tmx"):
        time.sleep(0.5)
    assert "reading [bold]{a}.tmx" in screen.getvalue()
    assert not progress._Screen.is_taken


def test_a_run_that_breaks_off_leaves_the_screen_to_others(terminal: Callable[[int], Terminal]) -> None:
    terminal(80)
    with pytest.raises(ValueError, match="odd"), waiting("copying"):
        raise ValueError("odd")
    assert not progress._Screen.is_taken
    steps = with_progress(range(5))
    assert [next(steps), next(steps), next(steps)] == [0, 1, 2]
    steps.close()
    assert not progress._Screen.is_taken


def test_nobody_watches_and_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting("copying"):
        assert list(with_progress(iter(range(3)), what="units")) == [0, 1, 2]
    assert capsys.readouterr().err == ""
