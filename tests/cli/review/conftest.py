"""A termbase with proposals, and a person in front of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from textual.pilot import Pilot

from cli.review.app import ReviewApp
from cli.review.queue import Filter, Order
from cli.review.session import Session
from termbase import schema
from termbase.model import Concept, ConceptType, Context, Kind, Language, Origin, Status, Term, Usage
from termbase.place import Place
from termbase.reading import open_reader
from termbase.store import Store
from tests.termbase.stored import new_place

Script = Callable[[Pilot[None]], Awaitable[None]]

_ZH = "浙江推进“八八战略”。"
_HOSTILE = "\x1b[31m[bold]Ningbo[/] \u202eCo. was here[/]"
_EN = "Zhejiang pursued the Eight Eight Strategy."


def zh(text: str, **fields: Any) -> Term:
    return Term(Language.ZH_HANS, text, **fields)


def en(text: str, **fields: Any) -> Term:
    return Term(Language.EN, text, **fields)


def proposed(term: Term, reason: str = "in quotation marks") -> Term:
    return replace(term, status=Status.PROPOSED, origin=Origin.TEXT, reason=reason)


def strategy() -> Concept:
    """Number 1, the first of the queue."""
    return Concept(
        ConceptType.STRATEGY,
        (
            proposed(zh("八八战略", pinyin="Bābā Zhànlüè")),
            proposed(en("Eight Eight Strategy")),
            proposed(en("Eight-Eight", usage=Usage.ADMITTED, kind=Kind.VARIANT)),
        ),
        status=Status.PROPOSED,
        score=0.9,
        contexts=(
            Context("port.zh.txt", _ZH, Language.ZH_HANS, 3, 5, 9, _EN),
            Context("green.zh.txt", "“八八战略”", Language.ZH_HANS, 0, 1, 5),
        ),
        frequency=5,
        reason="in quotation marks",
    )


def train() -> Concept:
    """Number 2, the second of the queue; its English is open."""
    context = Context("green.zh.txt", "义新欧班列开行。", Language.ZH_HANS, 7, 0, 3)
    terms = (proposed(zh("义新欧", pinyin="Yì-Xīn-Ōu")),)
    return Concept(ConceptType.TRANSPORT, terms, status=Status.PROPOSED, score=0.8, contexts=(context,), frequency=1)


def spirit() -> Concept:
    """Number 3, approved, with a new form: the last of the queue."""
    terms = (zh("“四千”精神", pinyin="sì qiān jīngshén"), en("Four-Thousand Spirit"))
    new = proposed(en("Four Thousands spirit", usage=Usage.ADMITTED))
    return Concept(ConceptType.POLICY_PHRASE, (*terms, new))


def place() -> Concept:
    """Number 4, approved and settled."""
    context = Context("port.zh.txt", _ZH, Language.ZH_HANS, 3, 0, 2, _EN)
    terms = (zh("浙江", pinyin="Zhèjiāng"), en("Zhejiang"))
    return Concept(ConceptType.PLACE, terms, contexts=(context,), frequency=2)


def hostile() -> Concept:
    """Number 5, the third of the queue: what a text may contain."""
    terms = (proposed(en("[bold]Ningbo[/] \u202eCo.", pinyin="")),)
    context = Context("x.en.txt", f"?{_HOSTILE[1:]}", Language.EN, 0, 5, 24)
    return Concept(
        ConceptType.COMPANY, terms, status=Status.PROPOSED, score=0.5, note="[red]a[/]", contexts=(context,)
    )


def gone() -> Concept:
    """Number 6, rejected."""
    return Concept(ConceptType.OTHER, (en("the same month"),), status=Status.REJECTED)


@pytest.fixture
def termbase(tmp_path: Path) -> Place:
    database = new_place(tmp_path)
    with Store.open(database, who="extract") as store:
        store.add_all((strategy(), train(), spirit(), place(), hostile(), gone()))
        # no reader lets this through any more, but an older one may have
        with store.transaction():
            contexts = schema.context
            written = update(contexts).where(contexts.c.document == "x.en.txt").values(sentence=_HOSTILE)
            store.writer.write(written)
    return database


@pytest.fixture
def session(termbase: Place) -> Iterator[Session]:
    with Store.open(termbase, who="lin", command="review") as store:
        yield Session(store)


def play(
    path: Place,
    script: Script,
    *,
    size: tuple[int, int] = (80, 24),
    wanted: Filter | None = None,
    order: Order = Order.SCORE,
) -> Session:
    """Let somebody review, in a terminal of this size."""

    async def run(store: Store) -> Session:
        session = Session(store, wanted, order)
        async with ReviewApp(session).run_test(size=size) as pilot:
            await script(pilot)
        return session

    with Store.open(path, who="lin", command="review") as store:
        return asyncio.run(run(store))


def press(path: Place, *keys: str, size: tuple[int, int] = (80, 24)) -> str:
    """Press these keys; returns what the screen shows then."""
    shown = ""

    async def script(pilot: Pilot[None]) -> None:
        nonlocal shown
        await pilot.press(*keys)
        await pilot.pause()
        shown = screen_of(pilot)

    play(path, script, size=size)
    return shown


def screen_of(pilot: Pilot[None]) -> str:
    """The text on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def stored(path: Place, number: int) -> Concept:
    with open_reader(path) as reader:
        return reader.concept(number)


def actions(path: Place, number: int) -> list[str]:
    with open_reader(path) as reader:
        return [change.action for change in reader.history(number)]
