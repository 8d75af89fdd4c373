"""Medians of whole processes and of calls."""

from __future__ import annotations

import os
import statistics
import subprocess
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


def peak_memory(command: Sequence[str], **environment: str) -> tuple[float, float]:
    """Seconds and peak megabytes of a process: its own, not the most that any child so far has had."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, env=os.environ | environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None, "it is a pipe"
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return time.perf_counter() - started, used.ru_maxrss / 1024
