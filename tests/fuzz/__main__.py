"""Fuzz readers and parsers: `python -m tests.fuzz --minutes 10 tmx tbx`, without names all of them, one after another.

It needs the dependency group `fuzz` (atheris, which is libFuzzer; Linux and macOS). An input that raises anything but an
error of ours, takes more than five seconds or more than 500 MB ends the run of its target and is kept in `fuzz/NAME-…`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS, seeds

__all__ = ["main"]

SECONDS = 5
MEGABYTES = 500
FLOORS = ["termbase", "tm"]


def main(arguments: list[str]) -> int:
    """Run the targets; 1 when one of them found something."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of: {', '.join(TARGETS)}")
    parser.add_argument("--minutes", type=float, default=10.0, help="for each target")
    parser.add_argument("--folder", type=Path, default=Path("fuzz"), help="for corpora and findings")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in TARGETS]:
        parser.error(f"no target {unknown[0]}")
    if options.child:
        _fuzz(options.names[0], options.folder, round(options.minutes * 60))
    sys.stdout.write(f"{'target':<12}{'inputs':>10}{'a second':>10}{'MB':>6}  findings\n")
    return max(_ran(name, options.folder, options.minutes) for name in options.names or TARGETS)


def _ran(name: str, folder: Path, minutes: float) -> int:
    """Fuzz a target in a process of its own, which libFuzzer ends; print a line."""
    command = [
        sys.executable,
        "-m",
        "tests.fuzz",
        name,
        "--child",
        "--minutes",
        str(minutes),
        "--folder",
        str(folder),
    ]
    told = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    said = dict(re.findall(r"stat::(\w+):\s+(\d+)", told.stderr))
    found = sorted(path.name for path in folder.glob(f"{name}-*-*"))
    if told.returncode and not found:
        found = [told.stderr.strip().split("\n")[-1]]
    speed = said.get("average_exec_per_sec", "?")
    inputs, memory = said.get("number_of_executed_units", "?"), said.get("peak_rss_mb", "?")
    sys.stdout.write(f"{name:<12}{inputs:>10}{speed:>10}{memory:>6}  {', '.join(found) or 'none'}\n")
    sys.stdout.flush()
    return int(bool(found))


def _fuzz(name: str, folder: Path, seconds: int) -> None:
    """Fuzz one target until time is up or something is found; does not return."""
    import atheris

    corpus = folder / f"{name}.corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed{number}").write_bytes(seed)
    with atheris.instrument_imports(include=FLOORS):
        for data in seeds(name):
            TARGETS[name](data)
    limits = [f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", f"-max_total_time={seconds}", "-max_len=65536"]
    kept = [f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, *kept, str(corpus)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
