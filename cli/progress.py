"""Progress of a long run, on standard error, only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

__all__ = ["with_progress"]

Step = TypeVar("Step")
_PATIENCE = 1.0
"""Seconds before progress is shown: what is done sooner needs none."""
_TICKS = 200
"""How often a bar moves at most: it has no more columns."""


def with_progress(steps: Iterable[Step], count: int = 0) -> Iterator[Step]:
    """The steps one by one, with a bar and the time left once the run takes longer than a second.

    `count` is how many there are, where the steps themselves do not tell.
    """
    count = len(steps) if isinstance(steps, Sized) else count
    if not sys.stderr.isatty() or count < 2:
        yield from steps
        return
    started = time.monotonic()
    steps = iter(steps)
    for done, step in enumerate(steps, 1):
        yield step
        if time.monotonic() - started > _PATIENCE and done < count:
            yield from _shown(steps, done, count)


def _shown(steps: Iterator[Step], done: int, count: int) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count, completed=done)
        tick = max(1, count // _TICKS)
        for number, step in enumerate(steps, done + 1):
            yield step
            if number % tick == 0:
                progress.update(task, completed=number)
