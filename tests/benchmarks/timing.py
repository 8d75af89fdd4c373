"""Medians of whole processes and of calls."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["ROOT", "SHARED", "interleaved", "median_call", "peak_memory"]

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("ZHTERM_SHARED") or ROOT.parent / "shared")
"""Data for measuring; a benchmark that misses it says so."""


def interleaved(programs: dict[str, Sequence[str]], *, rounds: int = 9, **environment: str) -> dict[str, float]:
    """Median seconds of each program as a cold process, run in turns so that a busy moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for round_ in range(rounds + 1):
        for name, command in programs.items():
            started = time.perf_counter()
            subprocess.run(command, env=os.environ | environment, cwd=ROOT, capture_output=True, check=True)
            if round_:  # the first round fills the file cache
                times[name].append(time.perf_counter() - started)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def median_call(call: Callable[[], object], *, rounds: int = 7) -> float:
    """Median seconds of a call in this process."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


# A process begins with the peak of the one that starts it, so that a small one has to do it.
_STARTER = (
    "import os, sys; started = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]); "
    "_, status, used = os.wait4(started, 0); print(used.ru_maxrss); sys.exit(os.waitstatus_to_exitcode(status))"
)


def peak_memory(command: Sequence[str], **environment: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a process: its own, not the most that any child so far has had."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _STARTER, *command],
        env=os.environ | environment,
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - started, int(done.stdout.split()[-1]) / 1024
