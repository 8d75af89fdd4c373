"""How fast the memory is filled, asked and written, and whether anything is missed: 234 k articles of law.

Run `ZHTERM_SHARED=… python -m tests.benchmarks.memory`, with `million` behind it for a million generated units.
Milliseconds and units a second are those of the processor, so that a busy machine tells the same; the peers stand
beside them: parsing the TMX with expat, comparing with every segment by rapidfuzz.
"""

from __future__ import annotations

import gzip
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import ROOT, SHARED, interleaved, peak_memory
from tm.formats.tmx import write
from tm.memory.blocks import SLOT_BITS
from tm.memory.reading import MemoryReader, open_memory
from tm.memory.search import search
from tm.memory.store import Memory
from tm.model import Unit
from tm.similarity import nearest_keys

__all__ = ["STATUTES", "main", "million", "perturbed", "remember", "statutes"]

STATUTES = SHARED / "data" / "memory" / "statutes.tsv.gz"
_QUERIES, _COMPARED = 300, 60
_RATES = (0.05, 0.1, 0.2, 0.3, 0.45)


def main() -> None:
    """Import, export, size, memory, speed and recall of the search, and a cold command."""
    if not STATUTES.exists():
        print(f"{STATUTES} is missing")
        return
    _measure(list(statutes()))


def million() -> None:
    """The same for a million units: each article of law as it stands, and with clauses of others."""
    units = list(statutes())
    chance = random.Random(7)
    made = list(dict.fromkeys((unit.zh, unit.en) for unit in units))
    while len(made) < 1_000_000:
        one, other = chance.choice(units), chance.choice(units)
        made.append((_mixed(one.zh, other.zh, "，"), _mixed(one.en, other.en, " ")))
    _measure([Unit(zh, en, zh_language="zh-TW", en_language="en") for zh, en in made[:1_000_000]])


def _mixed(one: str, other: str, border: str) -> str:
    """The first half of one and the second half of another."""
    first, second = one.split(border), other.split(border)
    return border.join([*first[: (len(first) + 1) // 2], *second[(len(second) + 1) // 2 :]])


def statutes() -> Iterator[Unit]:
    """The articles of law, in Chinese and English."""
    with gzip.open(STATUTES, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            law, _, zh, en = line.rstrip("\n").split("\t")
            yield Unit(zh, en, law, zh_language="zh-TW", en_language="en")


def remember(database: Path) -> None:
    """Take the articles of law into the memory of a database."""
    with Memory.open(database, who="benchmark") as memory:
        memory.add_all(statutes())


def _measure(units: list[Unit]) -> None:
    with TemporaryDirectory() as folder:
        source, database, out = (Path(folder) / name for name in ("in.tmx", "memory.db", "out.tmx"))
        with source.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(write(units, source="zh-TW", target="en"))
        reading(source, len(units))
        for name, command in {
            "import": ["tm", "import", str(source)],
            "export": ["tm", "export", str(out)],
        }.items():
            _timed(name, len(units), [*command, "--db", str(database)])
        text = sum(len(unit.zh.encode()) + len(unit.en.encode()) for unit in units)
        with open_memory(database) as memory:
            _size(memory, database, text)
            _search(memory, units)
        cold = {"tm search": [sys.executable, "-m", "cli", "tm", "search", units[4].zh, "--db", str(database)]}
        print(f"cold tm search {1e3 * interleaved(cold, rounds=5)['tm search']:.0f} ms")


def reading(source: Path, units: int) -> None:
    """Reading alone, in turns with expat whose handlers do nothing but join the text of each segment."""
    programs = {
        "expat with handlers": (
            "import sys; from xml.parsers import expat; p = expat.ParserCreate(); p.buffer_text = True; t = []; a = []; "
            "p.StartElementHandler = lambda name, given: t.clear(); p.CharacterDataHandler = t.append; "
            "p.EndElementHandler = lambda name: a.append(''.join(t)) or a.clear(); "
            "p.ParseFile(open(sys.argv[1], 'rb'))"
        ),
        "reading": (
            "import sys; from pathlib import Path; from tm.formats.tmx import read\nfor unit in read(Path(sys.argv[1])): pass"
        ),
    }
    spent: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(3):
        for name, program in programs.items():
            spent[name].append(_cpu([sys.executable, "-c", program, str(source)]))
    peer, own = (min(seconds) for seconds in spent.values())
    print(f"reading {units / own:,.0f} units a second, {own / peer:.2f} times expat with handlers ({peer:.1f} s)")


def _timed(name: str, units: int, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "cli", *arguments]
    before = _children()
    wall, megabytes = peak_memory(command)
    seconds = _children() - before
    print(f"{name} {units:,} units: {units / seconds:,.0f} a second ({wall:.0f} s on the clock), {megabytes:.0f} MB")


def _cpu(command: list[str]) -> float:
    before = _children()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return _children() - before


def _children() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _size(memory: MemoryReader, database: Path, text: int) -> None:
    whole = database.stat().st_size
    ((stored,),) = memory.rows("SELECT sum(length(CAST(zh || en AS BLOB))) FROM unit")
    print(
        f"file {whole / 1e6:.0f} MB for {memory.count():,} different units; all but their texts is "
        f"{(whole - stored) / stored:.2f} x the texts ({stored / 1e6:.0f} of {text / 1e6:.0f} MB given)"
    )


def _search(memory: MemoryReader, units: list[Unit]) -> None:
    chance = random.Random(3)
    for chinese in (True, False):
        texts = [unit.zh if chinese else unit.en for unit in units]
        queries = [
            perturbed(one, chance.choice(texts), chance, chinese) for one in chance.sample(texts, 2 * _QUERIES)
        ]
        name = "zh" if chinese else "en"
        for minimum, limit in ((0.5, 1), (0.7, 5)):
            for query in queries[_QUERIES:]:
                search(memory, query, minimum=minimum, limit=limit, chinese=chinese)

            def ask(query: str, minimum: float = minimum, limit: int = limit, chinese: bool = chinese) -> object:
                return search(memory, query, minimum=minimum, limit=limit, chinese=chinese)

            _spread(f"{name} search at {minimum}, best {limit}", queries[:_QUERIES], ask)
        _recall(memory, name, queries[:_COMPARED], chinese)


def _recall(memory: MemoryReader, name: str, queries: list[str], chinese: bool) -> None:
    """Whether the best match is as near as the nearest of all keys, compared one by one."""
    from tm.memory.search import keyed

    keys = [
        key
        for first, _, _, _ in memory.blocks(chinese=chinese)
        for (key,) in memory.rows("SELECT key FROM segment WHERE id >> ? = ?", (SLOT_BITS, first))
    ]
    there = found = 0
    spent = 0.0
    for query in queries:
        key = keyed(memory, query, chinese=chinese)[0]
        started = time.process_time()
        nearest = max((likeness for likeness, _ in nearest_keys(key, keys, 0.5)), default=0.0)
        spent += time.process_time() - started
        matches = search(memory, query, minimum=0.5, limit=1000, chinese=chinese) if nearest else []
        # the score is below the likeness by at most 7 %
        if nearest * 0.93 >= 0.5:
            there += 1
            found += any(abs(_likeness(memory, key, match.source, chinese) - nearest) < 1e-9 for match in matches)
    print(f"{name} best match found {found}/{there}; all compared {1e3 * spent / len(queries):.0f} ms a query")


def _likeness(memory: MemoryReader, key: str, text: str, chinese: bool) -> float:
    from tm.memory.search import keyed
    from tm.similarity import content

    return content(key, keyed(memory, text, chinese=chinese)[0])


def perturbed(text: str, other: str, chance: random.Random, chinese: bool) -> str:
    """The text with characters or words left out, exchanged or put in."""
    pieces, strange = (list(text), list(other)) if chinese else (text.split(), other.split())
    rate = chance.choice(_RATES)
    changed: list[str] = []
    for piece in pieces:
        dice = chance.random() * 3
        if dice >= 3 * rate or not strange:
            changed.append(piece)
        elif dice >= 2 * rate:
            changed += [piece, chance.choice(strange)]
        elif dice >= rate:
            changed.append(chance.choice(strange))
    return ("" if chinese else " ").join(changed)


def _spread(name: str, queries: list[str], ask: Callable[[str], object]) -> None:
    spent = []
    for query in queries:
        started = time.process_time()
        ask(query)
        spent.append(1e3 * (time.process_time() - started))
    print(f"{name}: p50 {median(spent):.2f}  p95 {quantiles(spent, n=20)[-1]:.2f}  worst {max(spent):.1f} ms")


if __name__ == "__main__":
    million() if "million" in sys.argv else main()
