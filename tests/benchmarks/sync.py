"""What a synchronisation costs: a large termbase and its copy, a hundred changes.

`CONCEPTS=100000` sets how many concepts there are at most. Seconds are of the processor, in this process.
"""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from termbase.store import Store
from termbase.syncing import carry_out, steps
from tests.benchmarks.lookup import _generated

__all__ = ["main"]

_CHANGES = 100


def main() -> None:
    """Print the cost of a synchronisation with and without changes, and of a first one into an empty termbase."""
    most = int(os.environ.get("CONCEPTS", "100000"))
    for count in (most // 10, most):
        with TemporaryDirectory() as folder:
            _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> None:
    one = folder / "one.db"
    with Store.open(one) as store:
        store.add_all(_generated(count))
    other = Path(shutil.copy(one, folder / "other.db"))
    for path, first in ((one, 1), (other, 1 + count // 2)):
        with Store.open(path) as store, store.transaction():
            for number in range(first, first + count // 2, count // _CHANGES):
                store.replace(replace(store.concept(number), note=f"changed {number}"))
    for name in (f"{_CHANGES} changes", "no change"):
        print(f"{count} concepts, {name}: {_synced(one, other)}")
    print(f"{count} concepts into an empty termbase: {_synced(one, folder / 'empty.db')}")


def _synced(one: Path, other: Path) -> str:
    started, changed = time.process_time(), 0
    with Store.open(one) as first, Store.open(other) as second, first.transaction(), second.transaction():
        for step in carry_out(first, second, steps(first, second)):
            changed += step.first.is_changed or step.second.is_changed
    return f"{changed} changed, {time.process_time() - started:.1f} s"


if __name__ == "__main__":
    main()
