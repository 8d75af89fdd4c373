"""How cost grows: termbases of up to a million concepts, memories of up to millions of units, in SQLite.

`python -m tests.benchmarks.scale 10000 100000 --units 100000 1000000` fills a file of each size and asks it. Texts are drawn from
characters and words of unequal frequency, the same every time; queries are stored segments with one piece in ten exchanged. Seconds and
milliseconds are those of the processor.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.lookup import _CHARACTERS, _WEIGHTS, _generated, _typed
from tests.benchmarks.timing import ROOT
from tm.model import Unit

__all__ = ["main"]

_QUERIES = 100


def main(concepts: tuple[int, ...] = (10_000, 100_000), units: tuple[int, ...] = (30_000, 100_000)) -> None:
    """A line for each size, so that the curve can be read down the columns."""
    for kind, sizes in (("concepts", concepts), ("units", units)):
        for size in sizes:
            _line(kind, size)


def _line(kind: str, size: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scale.db"
        for step in ("fill", "ask"):
            command = [sys.executable, "-m", "tests.benchmarks.scale", "--child", step, kind, str(size), str(path)]
            told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()
            print(f"{size:>10,} {kind}: {told}", flush=True)


def _child(step: str, kind: str, size: int, path: Path) -> None:
    """One step in a process of its own, whose memory is its own."""
    if step == "fill":
        started = time.process_time()
        _fill_concepts(path, size) if kind == "concepts" else _fill_units(path, size)
        seconds = time.process_time() - started
        told = f"filled at {size / seconds:,.0f}/s, {path.stat().st_size / 1e6:,.0f} MB on disk"
    else:
        told = _ask_concepts(path, size) if kind == "concepts" else _ask_units(path, size)
    print(f"{told}, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB in memory")


def _fill_concepts(path: Path, size: int) -> None:
    from termbase.store import Store

    with Store.open(path, who="benchmark") as store:
        store.add_all(_generated(size))


def _fill_units(path: Path, size: int) -> None:
    from tm.memory.store import Memory

    with Memory.open(path, who="benchmark") as memory:
        memory.add_all(_units(size))


def _units(size: int) -> Iterator[Unit]:
    """Units of 8 to 60 characters and half as many words."""
    chance = random.Random(5)
    words = ["".join(chance.choices("abcdefghiklmnoprstuvwy", k=chance.randint(2, 10))) for _ in range(40_000)]
    ranks = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    for _ in range(size):
        length = chance.randint(8, 60)
        zh = "".join(chance.choices(_CHARACTERS, cum_weights=_WEIGHTS, k=length))
        yield Unit(zh, " ".join(chance.choices(words, cum_weights=ranks, k=length // 2)))


def _ask_concepts(path: Path, size: int) -> str:
    from termbase.lookup import find
    from termbase.reading import open_reader

    chance = random.Random(6)
    with open_reader(path) as reader:
        numbers = chance.sample(range(1, size + 1), 3 * _QUERIES)
        drawn = [reader.concept(number).terms for number in numbers]
        third = _QUERIES
        queries = {
            "zh": [terms[0].text for terms in drawn[:third]],
            "en": [terms[1].text for terms in drawn[third : 2 * third]],
            "pinyin": [_typed(terms[0].pinyin) for terms in drawn[2 * third :]],
        }
        return ", ".join(_spread(name, asked, lambda query: find(reader, query)) for name, asked in queries.items())


def _ask_units(path: Path, size: int) -> str:
    from tm.memory.reading import open_memory
    from tm.memory.search import search

    chance = random.Random(6)
    with open_memory(path) as memory:
        found = list(memory.units_of(chance.sample(range(1, size + 1), 2 * _QUERIES)).values())
        zh = [_exchanged(list(unit.zh), chance, "") for unit in found]
        en = [_exchanged(unit.en.split(), chance, " ") for unit in found]

        def ask(query: str, chinese: bool) -> object:
            return search(memory, query, minimum=0.7, limit=5, chinese=chinese)

        for query in zh[_QUERIES:]:
            ask(query, chinese=True)
        for query in en[_QUERIES:]:
            ask(query, chinese=False)
        return ", ".join(
            _spread(name, queries[:_QUERIES], lambda query, chinese=chinese: ask(query, chinese))  # type: ignore[misc]
            for name, queries, chinese in (("zh", zh, True), ("en", en, False))
        )


def _exchanged(pieces: list[str], chance: random.Random, border: str) -> str:
    """The segment with one piece in ten in the place of another."""
    for _ in range(max(1, len(pieces) // 10)):
        pieces[chance.randrange(len(pieces))] = chance.choice(pieces)
    return border.join(pieces)


def _spread(name: str, queries: list[str], ask: Callable[[str], object]) -> str:
    spent = []
    for query in queries:
        started = time.process_time()
        ask(query)
        spent.append(1e3 * (time.process_time() - started))
    cuts = quantiles(spent, n=20)
    return f"{name} p50 {cuts[9]:.1f} p95 {cuts[-1]:.1f} ms"


if __name__ == "__main__":
    if "--child" in sys.argv:
        _child(sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("concepts", nargs="*", type=int)
        parser.add_argument("--units", nargs="*", type=int, default=[])
        given = parser.parse_args()
        main(tuple(given.concepts), tuple(given.units))
