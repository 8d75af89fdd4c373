"""PostgreSQL beside SQLite: filing, look-ups and the search of a memory, in turns.

Finds a server as the tests do (`ZHTERM_TEST_POSTGRES`, else it starts one). Milliseconds are those of the processor,
of this process and of the one in which the server works for it; where that one cannot be seen (on another machine, or
on one without /proc), those of the clock. The aim: a search of the memory takes at most three times as long.
Sizes: `python -m tests.benchmarks.postgres CONCEPTS UNITS`.
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
from termbase.reading import Reader, open_reader
from tests.benchmarks.lookup import classes, fill
from tests.benchmarks.memory import STATUTES, perturbed, statutes
from tests.postgres import new_termbase
from tests.termbase.stored import new_database
from tm.memory.reading import MemoryReader, open_memory
from tm.memory.search import search
from tm.memory.store import Memory
from tm.model import Unit

__all__ = ["main"]

_CONCEPTS, _UNITS = 20_000, 50_000
_QUERIES = 200
_Clock = Callable[[], float]


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
            _compare(kind, queries, asks, _clock(readers["postgres"]))


def _searches(places: dict[str, Place], units: list[Unit]) -> None:
    for name, place in places.items():
        started = time.perf_counter()
        with Memory.open(place) as memory:
            memory.add_all(units)
        print(f"{name}: {len(units):,} units imported in {time.perf_counter() - started:.1f} s")
    chance = random.Random(3)
    with ExitStack() as stack:
        memories = {name: stack.enter_context(open_memory(place)) for name, place in places.items()}
        clock = _clock(memories["postgres"])
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
                _compare(f"memory, {'zh' if chinese else 'en'} at {minimum}, best {limit}", queries, asks, clock)


def _clock(connected: Reader | MemoryReader) -> _Clock:
    """Seconds of the processor, here and in the server."""
    ((server,),) = (connected.execute if isinstance(connected, Reader) else connected.rows)(
        "SELECT pg_backend_pid()", ()
    )
    used = Path(f"/proc/{server}/schedstat")
    if not used.exists():
        return time.perf_counter
    return lambda: time.process_time() + int(used.read_text().split()[0]) / 1e9


def _compare(kind: str, queries: list[str], asks: dict[str, Callable[[str], list[object]]], clock: _Clock) -> None:
    """Ask both in turns; the second round counts, when what the class needs is warm. Both must answer alike."""
    spent: dict[str, list[float]] = {}
    different = 0
    for _ in range(2):
        spent = {name: [] for name in asks}
        different = 0
        for query in queries:
            answers = []
            for name, ask in asks.items():
                started = clock()
                answers.append(ask(query))
                spent[name].append(1e3 * (clock() - started))
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
