"""The processes among which a corpus is shared out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Self, TypeVar

__all__ = ["Workers"]

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_AHEAD = 2
"""Tasks for each process that wait in memory, so that none is idle while the next is made ready."""


class Workers:
    """Some processes, or this one alone.

    >>> with Workers() as workers:
    ...     list(workers.map(len, ["浙江", "义乌市"]))
    [2, 3]
    """

    def __init__(self, processes: int = 1) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._ahead = _AHEAD * processes
        if processes > 1:
            # processes that are forked could inherit locks of another thread
            self._pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the processes; what nobody asked for any more is not begun."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(self, function: Callable[[_Given], _Made], given: Iterable[_Given]) -> Iterator[_Made]:
        """What a function of a module makes of each, in order; only a few are taken and kept ahead."""
        if self._pool is None:
            yield from map(function, given)
            return
        waiting: deque[Future[_Made]] = deque()
        for one in given:
            waiting.append(self._pool.submit(function, one))
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
