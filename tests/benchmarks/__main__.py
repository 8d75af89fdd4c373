"""`make bench`: every benchmark of this folder, each printing its figures; `python -m tests.benchmarks NAME` runs one."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

__all__ = ["main"]


def main(names: list[str]) -> None:
    """Run the benchmarks named, or all."""
    found = sorted(info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)]))
    for name in names or [name for name in found if not name.startswith("__")]:
        benchmark = importlib.import_module(f"tests.benchmarks.{name}")
        if hasattr(benchmark, "main"):
            sys.stdout.write(f"== {name}\n")
            sys.stdout.flush()
            benchmark.main()


if __name__ == "__main__":
    main(sys.argv[1:])
