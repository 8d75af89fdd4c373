"""How fast a review goes on: 500 decisions in a termbase of 100,000 concepts, by themselves and on the screen.

The aim: from a key to the next entry in 50 ms of processor time, which other programs do not disturb.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from cli.review.app import ReviewApp
from cli.review.queue import Filter, Order
from cli.review.session import Session
from termbase.model import Concept, ConceptType, Context, Language, Status, Term
from termbase.store import Store

__all__ = ["fill", "main"]

_CONCEPTS = 100_000
_DECISIONS = 500
# A name such as 浙江 stands in thousands of sentences
_MANY = 3_000


def main() -> None:
    """Print the times to open a review, to decide, to take back, and from a key to the next entry on the screen."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "terms.db"
        started = time.process_time()
        fill(path, _CONCEPTS)
        print(f"filed {_CONCEPTS:,} concepts in {time.process_time() - started:.0f} s")
        with Store.open(path, who="benchmark", command="review", backs_up=False) as store:
            for order in Order:
                _once(f"open, by {order}", partial(Session, store, order=order))
            _once("open, with a document", lambda: Session(store, Filter(document="article-77.")))
            _decide(Session(store))
            asyncio.run(_on_the_screen(Session(store)))


def fill(path: Path, number: int) -> None:
    """File so many generated concepts, half of them proposed, with contexts."""
    with Store.open(path, who="benchmark") as store:
        store.add_all(_generated(number))


def _generated(number: int) -> Iterator[Concept]:
    chance = random.Random(1)
    types = list(ConceptType)
    for place in range(number):
        zh = "".join(chr(0x4E00 + chance.randrange(6_000)) for _ in range(chance.choice((2, 4, 4, 6))))
        en = " ".join("".join(chance.choices("aeioulnrst", k=6)) for _ in range(3))
        proposed = bool(place % 2)
        status = Status.PROPOSED if proposed else Status.APPROVED
        terms = (Term(Language.ZH_HANS, zh, pinyin="yī èr", status=status), Term(Language.EN, en, status=status))
        sentences = _MANY if place % (number // 10) == 1 else chance.choice((1, 2, 4))
        contexts = tuple(_context(chance, zh, en, sentence) for sentence in range(sentences))
        yield Concept(
            chance.choice(types),
            terms,
            status=status,
            contexts=contexts,
            frequency=len(contexts),
            score=round(chance.random(), 2) if proposed else 0.0,
        )


def _context(chance: random.Random, zh: str, en: str, position: int) -> Context:
    sentence = f"今年以来，浙江大力推进{zh}建设，取得了新的进展。"
    start = sentence.index(zh)
    translation = f"This year Zhejiang has made new progress in building {en}."
    document = f"article-{chance.randrange(2_000)}.zh.txt"
    return Context(document, sentence, Language.ZH_HANS, position, start, start + len(zh), translation)


def _once(name: str, act: Callable[[], object]) -> None:
    started = time.process_time()
    act()
    print(f"{name:32} {1e3 * (time.process_time() - started):7.1f} ms")


def _decide(session: Session) -> None:
    """Decisions as a person makes them, and every one taken back, without a screen."""
    kinds = (session.approve, session.reject, session.approve)
    _times("decide, and read the next", [kinds[number % 3] for number in range(_DECISIONS)])
    _times("take back, and read again", [session.undo] * _DECISIONS)
    _times("next unseen", [session.next_unseen] * _DECISIONS)
    _times("what it may be merged into", [lambda: _likely(session)] * 100)


def _likely(session: Session) -> None:
    session.likely_targets()
    session.go(session.queue.position + 1)


async def _on_the_screen(session: Session) -> None:
    """From the key to the moment when nothing is left to draw."""
    app = ReviewApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        milliseconds = []
        for number in range(_DECISIONS + 1):
            key = "ra"[number % 2]
            started = time.process_time()
            await pilot.press(key)
            milliseconds.append(1e3 * (time.process_time() - started))
    _print("key to next entry, on the screen", milliseconds[1:])


def _times(name: str, acts: list[Callable[[], object]]) -> None:
    milliseconds = []
    for act in acts:
        started = time.process_time()
        act()
        milliseconds.append(1e3 * (time.process_time() - started))
    _print(name, milliseconds)


def _print(name: str, milliseconds: list[float]) -> None:
    late = quantiles(milliseconds, n=20)[-1]
    worst = max(milliseconds)
    which = milliseconds.index(worst) + 1
    print(f"{name:32} p50 {median(milliseconds):6.1f}  p95 {late:6.1f}  worst {worst:6.1f} ms (number {which})")


if __name__ == "__main__":
    main()
