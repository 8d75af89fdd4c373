"""Progress of a long run, on standard error, only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["waiting", "with_progress"]

Step = TypeVar("Step")
_PATIENCE = 1.0
"""Seconds before progress is shown: what is done sooner needs none."""
_PAUSE = 0.1
"""Seconds between two moves of a bar."""
_WIDEST = 40
"""Columns of a bar; what stands beside it takes some 30."""


class _Screen:
    """What is shown at present: of runs inside each other only the outer one that was shown first."""

    is_taken = False


def with_progress(steps: Iterable[Step], count: int = 0, what: str = "") -> Iterator[Step]:
    """The steps one by one, with a bar and the time left once the run takes longer than a second.

    `count` is how many there are, where the steps themselves do not tell. Where nobody knows, there is no bar, but
    how many are done and how many a second; `what` they are, in the plural.
    """
    known = isinstance(steps, Sized) or count > 0
    count = len(steps) if isinstance(steps, Sized) else count
    if not sys.stderr.isatty() or (known and count < 2):
        yield from steps
        return
    started = time.monotonic()
    steps = iter(steps)
    for done, step in enumerate(steps, 1):
        yield step
        if time.monotonic() - started > _PATIENCE and not _Screen.is_taken and (done < count or not known):
            yield from _shown(steps, done, count if known else 0, what)


def _shown(steps: Iterator[Step], done: int, count: int, what: str) -> Iterator[Step]:
    _Screen.is_taken = True
    try:
        with _progress(count, what) as progress:
            task = progress.add_task("", total=count or None, completed=done)
            moved = time.monotonic()
            for number, step in enumerate(steps, done + 1):
                yield step
                if time.monotonic() - moved > _PAUSE:
                    progress.update(task, completed=number)
                    moved = time.monotonic()
    finally:
        _Screen.is_taken = False


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show what is done, and how long it takes already, where nobody can tell how much is left."""
    if not sys.stderr.isatty() or _Screen.is_taken:
        yield
        return
    shown: list[Progress] = []

    def show() -> None:
        progress = _progress(0, what, is_counted=False)
        progress.add_task("", total=None)
        progress.start()
        shown.append(progress)

    timer = Timer(_PATIENCE, show)
    timer.start()
    _Screen.is_taken = True
    try:
        yield
    finally:
        _Screen.is_taken = False
        timer.cancel()
        timer.join()
        for progress in shown:
            progress.stop()


def _progress(count: int, what: str, *, is_counted: bool = True) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    from cli.terminal import plain

    class Speed(ProgressColumn):
        """Steps a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    console = Console(stderr=True)
    # names of files stand in it, which are no markup
    label = TextColumn(plain(what).replace("{", "{{").replace("}", "}}"), markup=False)
    columns: tuple[ProgressColumn, ...]
    if count:
        bar = BarColumn(max(5, min(_WIDEST, console.width - 30)))
        columns = (bar, MofNCompleteColumn(), label, TimeRemainingColumn())
    elif not is_counted:
        columns = (SpinnerColumn(), label, TimeElapsedColumn())
    else:
        columns = (SpinnerColumn(), TextColumn("{task.completed:,}"), label, Speed(), TimeElapsedColumn())
    # lines of the result go above the bar where they go to the terminal too, and else where they were sent
    return Progress(*columns, console=console, transient=True, redirect_stdout=sys.stdout.isatty())
