"""Several people at once: writers and readers on one termbase, and whether anything is lost.

`python -m tests.benchmarks.load --seconds 300` on an SQLite file with 4 writers and 8 readers; `--server` on the PostgreSQL server of
the tests, `--db URL` on a new database of another one, with 8 and 16. Writers edit the same forty concepts, approve and propose them, and file the same new concepts
as the others do. At the end every edit that was said to be kept must stand, and no concept twice. Milliseconds are those of the clock.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing.synchronize import Barrier
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from termbase.collect import file_concepts
from termbase.errors import ConflictError, ZhtermError
from termbase.lookup import find
from termbase.model import Concept, ConceptType, Language, Status, Term
from termbase.reading import open_reader
from termbase.store import Store
from tests.benchmarks.lookup import _generated

__all__ = ["main"]

_FILLED, _SHARED, _NEW = 5_000, 40, 400


@dataclass
class Done:
    """What a process did: milliseconds of each operation by its kind, what went wrong, edits that were kept."""

    spent: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)

    def time(self, kind: str, act: Callable[[], object]) -> bool:
        """Run an operation; false where it was refused."""
        started = time.perf_counter()
        try:
            act()
        except ConflictError:
            kind = f"{kind}, refused as stale"
            return False
        except ZhtermError as error:
            self.errors[str(error)] += 1
            return False
        finally:
            self.spent.setdefault(kind, []).append(1e3 * (time.perf_counter() - started))
        return True


def main(location: str = "", writers: int = 4, readers: int = 8, seconds: float = 20, pause: float = 0) -> None:
    """Print operations a second and milliseconds of each kind, then what the database holds against what it said."""
    with TemporaryDirectory() as folder:
        place = location or str(Path(folder) / "load.db")
        shared = _filled(place)
        context = multiprocessing.get_context("spawn")
        together = context.Barrier(writers + readers)
        with context.Pool(writers + readers, _wait_for, (together,)) as pool:
            written = [pool.apply_async(_write, (place, number, shared, seconds, pause)) for number in range(writers)]
            read = [pool.apply_async(_read, (place, number, seconds, pause)) for number in range(readers)]
            done = [one.get() for one in [*written, *read]]
        print(f"{writers} writers, {readers} readers, {seconds:.0f} s, {pause} s between two operations of each")
        _told(done, seconds)
        _verified(place, shared, [text for one in done for text in one.kept])


def _wait_for(together: Barrier) -> None:
    """Begin when all processes have loaded what they need."""
    together.wait()


def _filled(place: str) -> list[int]:
    """Concepts to read, and the numbers of those that all writers edit."""
    with Store.open(place, who="benchmark") as store:
        store.add_all(_generated(_FILLED))
        return [
            number
            for one in range(_SHARED)
            if (number := store.add(_concept(f"共同{chr(0x4E00 + one)}", f"shared {one}")).id) is not None
        ]


def _concept(zh: str, en: str) -> Concept:
    return Concept(ConceptType.OTHER, (Term(Language.ZH_HANS, zh), Term(Language.EN, en)), status=Status.PROPOSED)


def _new(number: int) -> Concept:
    return _concept(f"新词{chr(0x5000 + number)}", f"newcomer {number}")


def _write(place: str, writer: int, shared: list[int], seconds: float, pause: float) -> Done:
    done, chance = Done(), random.Random(writer)
    with Store.open(place, who=f"writer {writer}") as store:
        turn, end = 0, time.time() + seconds
        while time.time() < end:
            turn += 1
            time.sleep(pause)
            number, dice = chance.choice(shared), chance.random()
            if dice < 0.5:
                text = f"{writer}.{turn};"
                if done.time("edit", lambda number=number, text=text: _edit(store, number, text)):  # type: ignore[misc]
                    done.kept.append(f"{number}:{text}")
            elif dice < 0.8:
                status = chance.choice((Status.APPROVED, Status.PROPOSED))
                done.time("approve", lambda number=number, status=status: store.set_status(number, status))  # type: ignore[misc]
            else:
                some = [_new(chance.randrange(_NEW)) for _ in range(3)]
                done.time("file three", lambda some=some: file_concepts(store, some))  # type: ignore[misc]
    return done


def _edit(store: Store, number: int, text: str) -> None:
    """Read, think a moment, write: somebody else may have been faster."""
    concept = store.concept(number)
    time.sleep(0.001)
    store.replace(replace(concept, note=concept.note + text))


def _read(place: str, reader: int, seconds: float, pause: float) -> Done:
    done = Done()
    queries = [
        term.text if term.language.is_chinese else term.text.split()[0]
        for concept in islice(_generated(300), reader, None, 8)
        for term in concept.terms
    ]
    end = time.time() + seconds
    with open_reader(place) as opened:
        while time.time() < end:
            for query in queries:
                time.sleep(pause)
                done.time("look up", lambda query=query: find(opened, query))  # type: ignore[misc]
    return done


def _told(done: list[Done], seconds: float) -> None:
    kinds: dict[str, list[float]] = {}
    for one in done:
        for kind, spent in one.spent.items():
            kinds.setdefault(kind, []).extend(spent)
    for kind, spent in sorted(kinds.items()):
        cuts = quantiles(spent, n=20) if len(spent) > 1 else spent * 19
        print(
            f"{kind:26} {len(spent) / seconds:8.1f}/s  p50 {cuts[9]:7.1f}  p95 {cuts[18]:7.1f}  worst {max(spent):7.1f} ms"
        )
    errors = sum((one.errors for one in done), Counter[str]())
    print(f"errors a user would see: {errors.total()} {dict(errors.most_common(3)) or ''}")


def _verified(place: str, shared: list[int], kept: list[str]) -> None:
    with open_reader(place) as reader:
        notes = {number: reader.concept(number).note for number in shared}
        lost = [one for one in kept if one.split(":")[1] not in notes[int(one.split(":")[0])]]
        twice = [number for number in range(_NEW) if len(reader.find(_new(number).terms[0].text, chinese=True)) > 1]
    print(f"edits kept {len(kept):,}, lost {len(lost)}; concepts filed twice {len(twice)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", default="")
    parser.add_argument("--server", action="store_true")
    parser.add_argument("--writers", type=int)
    parser.add_argument("--readers", type=int)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--pause", type=float, default=0, help="seconds each one waits between two operations")
    given = parser.parse_args()
    if given.server:
        from tests.postgres import new_termbase

        given.db = new_termbase().url
    many = bool(given.db)
    main(
        given.db,
        given.writers or (8 if many else 4),
        given.readers or (16 if many else 8),
        given.seconds,
        given.pause,
    )
