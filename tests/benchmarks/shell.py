"""How soon the shell answers and completes: 100,000 concepts and 234,000 units, every kind of line.

Milliseconds are those of the processor. The limit is 30 ms for 95 of 100 answers of each kind; what a person waits for
only at the first line of a kind (imports, the first pages of the file) is printed apart.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from cli.shell.session import Session
from termbase.language.words import cut
from termbase.lookup.suggesting import suggestions
from tests.benchmarks.lookup import fill
from tests.benchmarks.memory import STATUTES, remember, statutes
from tm.model import Unit

__all__ = ["main", "measure"]

_LIMIT = 30.0
_QUERIES = 60


def main() -> None:
    """Print the median, the 95th percentile and its ratio to the limit for each kind of line."""
    if not STATUTES.exists():
        print(f"{STATUTES} is missing")
        return
    with TemporaryDirectory() as folder:
        database = Path(folder) / "zhterm.db"
        fill(database, 100_000)
        remember(database)
        measure(database)


def measure(database: Path) -> None:
    """The same for a file that is there."""
    chance = random.Random(4)
    units = chance.sample(list(statutes()), _QUERIES)
    with Session(database, limit=5) as session:
        concepts = chance.sample(list(islice(session.reader.concepts(), 20_000)), _QUERIES)
        terms = [(concept.terms[0].text, concept.terms[0].pinyin, concept.terms[1].text) for concept in concepts]
        kinds: dict[str, list[str]] = {
            "look-up zh": [zh for zh, _, _ in terms],
            "look-up en": [en for _, _, en in terms],
            "look-up pinyin": ["".join(pinyin.split()) for _, pinyin, _ in terms],
            "tm zh": [f"tm {unit.zh}" for unit in units],
            "tm zh, changed": [f"tm {unit.zh[:9]}推动{unit.zh[12:]}" for unit in units],
            "tm en": [f"tm {unit.en}" for unit in units],
            "conc zh": [f"conc {word}" for word in _zh_words(units, chance)],
            "conc en": [f"conc {word}" for word in _en_words(units, chance)],
            "show": [f"show {concept.id}" for concept in concepts],
        }
        for name, lines in kinds.items():
            _time(name, lines, session.answer)
        for name, texts in {
            "complete zh": [zh[: 1 + place % 3] for place, (zh, _, _) in enumerate(terms)],
            "complete en": [en[: 1 + place % 5] for place, (_, _, en) in enumerate(terms)],
            "complete pinyin": [
                "".join(spelled.split())[: 2 + place % 5] for place, (_, spelled, _) in enumerate(terms)
            ],
        }.items():
            _time(name, texts, lambda text: suggestions(session.reader, text, limit=12))


def _zh_words(units: list[Unit], chance: random.Random) -> Iterator[str]:
    """A word of two characters or more, or two such words that stand together."""
    for unit in units:
        words = cut(unit.zh)
        long = [place for place, word in enumerate(words) if len(word) > 1 and word.isalpha()]
        place = chance.choice(long) if long else 0
        yield "".join(words[place : place + chance.choice((1, 1, 2))]).strip("，。；、") or "法"


def _en_words(units: list[Unit], chance: random.Random) -> Iterator[str]:
    for unit in units:
        words = [word for word in unit.en.split() if word.isalpha()] or ["law"]
        start = chance.randrange(len(words))
        yield " ".join(words[start : start + chance.choice((1, 1, 2, 3))])


def _time(name: str, lines: list[str], ask: Callable[[str], object]) -> None:
    milliseconds = []
    for line in lines:
        started = time.process_time()
        ask(line)
        milliseconds.append(1e3 * (time.process_time() - started))
    first, *rest = milliseconds
    worst = quantiles(rest, n=20)[-1]
    print(
        f"{name:16} first {first:6.1f}  p50 {median(rest):6.2f}  p95 {worst:6.2f} ms, {worst / _LIMIT:.2f} of the limit"
    )


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
