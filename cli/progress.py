"""Progress of a long run, on standard error, only where somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["with_progress"]

Step = TypeVar("Step")
_PATIENCE = 1.0
"""Seconds before progress is shown: what is done sooner needs none."""


def with_progress(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps one by one, with a bar and the time left once the run takes longer than a second."""
    if not sys.stderr.isatty() or len(steps) < 2:
        yield from steps
        return
    started = time.monotonic()
    done = 0
    for step in steps:
        yield step
        done += 1
        if time.monotonic() - started > _PATIENCE:
            break
    if done < len(steps):
        yield from _shown(steps, done)


def _shown(steps: Sequence[Step], done: int) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(steps), completed=done)
        for step in steps[done:]:
            yield step
            progress.advance(task)
