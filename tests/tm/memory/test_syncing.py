"""Two memories that went apart come together again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.termbase.stored import new_database
from tm.memory.reading import open_memory
from tm.memory.store import Memory
from tm.memory.syncing import lacking, units_of
from tm.model import Unit

YIWU = Unit("义乌港开放。", "Yiwu port opens.", "news.txt", created="20240506T070809Z")
PORT = Unit("宁波港很大。", "Ningbo port is large.", "news.txt", created="20240506T070809Z")
CITY = Unit("杭州是省会。", "Hangzhou is the capital.", "city.txt", created="20240506T070809Z")

Pair = tuple[Path, Path]


def add(path: Path, *units: Unit, command: str = "tm import") -> None:
    with Memory.open(path, who="jiang", command=command) as memory:
        memory.add_all(units)


def remove(path: Path, text: str) -> None:
    with open_memory(path) as reader:
        numbers = [number for number, unit in reader.units() if unit.zh == text]
    with Memory.open(path, who="jiang", command="tm clean") as memory:
        assert memory.remove_all(numbers) == 1


def synced(pair: Pair) -> list[tuple[int, int]]:
    """Synchronise; how many units each side got and gave up."""
    with open_memory(pair[0]) as one, open_memory(pair[1]) as other:
        found = lacking(other, one), lacking(one, other)
    for side in (0, 1):
        with Memory.open(pair[side], who="jiang", command="sync other") as memory:
            memory.remove_all(found[1 - side].to_remove)
            with open_memory(pair[1 - side]) as source:
                memory.add_all(units_of(source, found[side].to_add))
    return [(len(found[side].to_add), len(found[1 - side].to_remove)) for side in (0, 1)]


def units(path: Path) -> set[Unit]:
    with open_memory(path) as memory:
        return {unit for _, unit in memory.units()}


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """A memory of one unit, and a copy of it."""
    base = new_database(tmp_path, "laptop.db")
    add(base, YIWU)
    return base, Path(shutil.copy(base, tmp_path / "team.db"))


def test_each_gets_what_it_lacks(pair: Pair) -> None:
    add(pair[0], PORT)
    add(pair[1], CITY)
    assert synced(pair) == [(1, 0), (1, 0)]
    assert units(pair[0]) == units(pair[1]) == {YIWU, PORT, CITY}
    assert synced(pair) == [(0, 0), (0, 0)]


def test_the_same_text_from_two_places_is_one_unit(pair: Pair) -> None:
    add(pair[0], PORT)
    add(pair[1], Unit(PORT.zh, PORT.en, "other.txt"))
    assert synced(pair) == [(0, 0), (0, 0)]


def test_what_one_side_removed_goes_on_the_other(pair: Pair) -> None:
    remove(pair[0], YIWU.zh)
    assert synced(pair) == [(0, 0), (0, 1)]
    assert units(pair[1]) == set()


def test_what_came_by_a_synchronisation_can_be_removed_on_either_side(pair: Pair) -> None:
    add(pair[0], PORT)
    synced(pair)
    remove(pair[0], PORT.zh)
    assert synced(pair) == [(0, 0), (0, 1)]
    assert units(pair[1]) == {YIWU}


def test_what_the_other_side_took_in_by_itself_comes_back(pair: Pair) -> None:
    remove(pair[0], YIWU.zh)
    add(pair[1], YIWU, command="tm import again.tmx")
    assert synced(pair) == [(1, 0), (0, 0)]
    assert units(pair[0]) == units(pair[1]) == {YIWU}


def test_more_units_than_are_read_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tm.memory.syncing._DIGESTS", "SELECT digest, id FROM unit WHERE digest >= ? ORDER BY digest LIMIT 7"
    )
    pair = new_database(tmp_path, "one.db"), new_database(tmp_path, "other.db")
    many = [Unit(f"第{number}句。", f"Sentence {number}.") for number in range(60)]
    add(pair[0], *many[:45])
    add(pair[1], *many[30:])
    assert synced(pair) == [(15, 0), (30, 0)]
    assert len(units(pair[0])) == len(units(pair[1])) == 60
