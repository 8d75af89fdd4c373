"""PostgreSQL beside SQLite: filing, look-ups and the search of a memory, on the clock, in turns.

Finds a server as the tests do (`ZHTERM_TEST_POSTGRES`, else it starts one). The clock counts here, not the processor,
since the server works in processes of its own. The aim: a search of the memory takes at most three times as long.
Sizes are `python -m tests.benchmarks.postgres CONCEPTS UNITS`.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from termbase.lookup import find
from termbase.place import Place
from termbase.reading import open_reader
from tests.benchmarks.lookup import classes, fill
from tests.benchmarks.memory import STATUTES, perturbed, statutes
from tests.postgres import new_termbase
from tests.termbase.stored import new_database
from tm.memory.reading import open_memory
from tm.memory.search import search
from tm.memory.store import Memory
from tm.model import Unit

__all__ = ["main"]

_CONCEPTS, _UNITS = 20_000, 50_000
_QUERIES = 200


def main() -> None:
    """Print for each kind of question the median and the 95th percentile on both, and their ratios."""
    concepts, units = (int(size) for size in sys.argv[1:3]) if len(sys.argv) > 2 else (_CONCEPTS, _UNITS)
    with TemporaryDirectory() as folder:
        places = {"sqlite": new_database(Path(folder)), "postgres": new_termbase()}
        _look_ups(places, concepts)
        if STATUTES.exists():
            _searches(places, list(statutes())[:units])
        else:
            print(f"{STATUTES} is missing: no memory is searched")


def _look_ups(places: dict[str, Place], number: int) -> None:
    for place in places.values():
        fill(place, number)
    with ExitStack() as stack:
        readers = {name: stack.enter_context(open_reader(place)) for name, place in places.items()}
        for kind, queries in classes(readers["sqlite"]).items():
            asks = {
                name: lambda query, reader=reader: [hit.concept.id for hit in find(reader, query)]
                for name, reader in readers.items()
            }
            _compare(kind, queries, asks)


def _searches(places: dict[str, Place], units: list[Unit]) -> None:
    for name, place in places.items():
        started = time.perf_counter()
        with Memory.open(place) as memory:
            memory.add_all(units)
        print(f"{name}: {len(units):,} units imported in {time.perf_counter() - started:.1f} s")
    chance = random.Random(3)
    with ExitStack() as stack:
        memories = {name: stack.enter_context(open_memory(place)) for name, place in places.items()}
        for chinese in (True, False):
            texts = [unit.zh if chinese else unit.en for unit in units]
            drawn = chance.sample(texts, _QUERIES)
            queries = [perturbed(one, chance.choice(texts), chance, chinese) for one in drawn]
            for minimum, limit in ((0.5, 1), (0.7, 5)):
                asks = {
                    name: lambda query, memory=memory, minimum=minimum, limit=limit, chinese=chinese: [
                        (match.unit_id, match.score)
                        for match in search(memory, query, minimum=minimum, limit=limit, chinese=chinese)
                    ]
                    for name, memory in memories.items()
                }
                _compare(f"memory, {'zh' if chinese else 'en'} at {minimum}, best {limit}", queries, asks)


def _compare(kind: str, queries: list[str], asks: dict[str, Callable[[str], list[object]]]) -> None:
    """Ask both in turns; the second round counts, when what the class needs is warm. Both must answer alike."""
    spent: dict[str, list[float]] = {}
    different = 0
    for _ in range(2):
        spent = {name: [] for name in asks}
        different = 0
        for query in queries:
            answers = []
            for name, ask in asks.items():
                started = time.perf_counter()
                answers.append(ask(query))
                spent[name].append(1e3 * (time.perf_counter() - started))
            different += answers[0] != answers[1]
    told = [
        f"{name} p50 {median(times):6.2f}  p95 {quantiles(times, n=20)[-1]:6.2f} ms" for name, times in spent.items()
    ]
    one, other = spent.values()
    ratios = median(other) / median(one), quantiles(other, n=20)[-1] / quantiles(one, n=20)[-1]
    unlike = f"  answers differ: {different}" if different else ""
    print(f"{kind:28} {'   '.join(told)}   ratio {ratios[0]:.1f}, {ratios[1]:.1f}{unlike}")


if __name__ == "__main__":
    main()
