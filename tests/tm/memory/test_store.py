"""The index stays whole over many imports, and an import that fails leaves nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from termbase.store import Store
from tests.termbase.stored import argument, new_database, new_place
from tm.memory.reading import open_memory
from tm.memory.search import search
from tm.memory.store import Memory, Outcome
from tm.model import Unit

pytestmark = pytest.mark.usefixtures("on_each_database")


def numbered(start: int, stop: int) -> Iterator[Unit]:
    for number in range(start, stop):
        yield Unit(
            f"{chr(0x4E00 + number)}港口开放", f"port {chr(97 + number % 26) * (1 + number // 26)} opens", "list"
        )


def test_small_blocks_are_taken_together_with_what_comes(tmp_path: Path) -> None:
    path = new_place(tmp_path)
    with Memory.open(path) as memory:
        assert memory.add_all(numbered(0, 2_500)) == Outcome(2_500, 0)
        assert memory.add_all(numbered(2_400, 2_600)) == Outcome(100, 100)
        assert memory.add_all(numbered(2_600, 5_000)) == Outcome(2_400, 0)
    with open_memory(path) as reader:
        assert len(reader.blocks(chinese=True)) == len(reader.blocks(chinese=False)) == 1
        assert reader.loose(chinese=True) == []
        for number in (0, 2_450, 2_650, 4_999):
            [unit] = numbered(number, number + 1)
            for text in (unit.zh, unit.en):
                assert search(reader, text, minimum=1.0)[0].unit.zh == unit.zh


@pytest.mark.parametrize(("most", "count"), [(1, 1), (7, 6), (30, 30), (99, 30)])
def test_a_spread_of_units_comes_from_the_whole_memory(tmp_path: Path, most: int, count: int) -> None:
    path = new_place(tmp_path)
    with open_memory(path) as reader:
        assert list(reader.spread(most)) == []
    with Memory.open(path) as memory:
        memory.add_all(numbered(0, 30))
    with open_memory(path) as reader:
        units = {unit.zh: number for number, unit in enumerate(numbered(0, 30))}
        places = sorted(units[unit.zh] for unit in reader.spread(most))
        assert len(places) == count
        assert places[0] == 0
        assert places == list(range(0, 30, 30 // count))


def test_blocks_hold_segments_of_like_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tm.memory.gathering

    monkeypatch.setattr(tm.memory.gathering, "BLOCK", 1_000)
    path = new_place(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all(Unit("港" * (1 + number % 40) + chr(0x4E00 + number), "port") for number in range(6_500))
    with open_memory(path) as reader:
        blocks = reader.blocks(chinese=True)
        assert sum(size for _, size, _, _ in blocks) == 6_500
        assert max(size for _, size, _, _ in blocks) == 1_000
        assert sum(longest - shortest for _, _, shortest, longest in blocks) <= 80
        assert search(reader, "港" * 20 + chr(0x4E00 + 6_499), minimum=1.0)


def test_only_small_blocks_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tm.memory.indexing

    monkeypatch.setattr(tm.memory.indexing, "WORTH", 10)
    path = new_place(tmp_path)
    numbers = []
    with Memory.open(path) as memory:
        for start, stop in ((0, 2_000), (2_000, 2_015), (2_015, 2_030), (2_030, 2_045)):
            memory.add_all(numbered(start, stop))
            with open_memory(path) as reader:
                numbers.append({(block, size) for block, size, _, _ in reader.blocks(chinese=True)})
    ((first,),) = [numbers[0]]
    assert [first in there for there in numbers] == [True] * 4
    assert [sorted(size for _, size in there) for there in numbers] == [
        [2_000],
        [15, 2_000],
        [30, 2_000],
        [45, 2_000],
    ]
    with open_memory(path) as reader:
        for number in (0, 2_000, 2_029, 2_044):
            [unit] = numbered(number, number + 1)
            assert search(reader, unit.zh, minimum=1.0)[0].unit.zh == unit.zh
        (counted,) = reader.vocabulary(["港"], chinese=True).values()
        assert counted == (0, 2_045)


def test_a_folded_unit_takes_the_newer_date(tmp_path: Path) -> None:
    path = new_place(tmp_path)
    old, new = (Unit("义乌", "Yiwu", created="20200101T000000Z", changed=date) for date in ("", "20240101T000000Z"))
    with Memory.open(path) as memory:
        memory.add_all([old])
        memory.add_all([new])
    with open_memory(path) as reader:
        [(_, unit)] = reader.units()
    assert unit.changed == new.changed


def test_every_place_of_a_folded_unit_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tm.memory.store

    path = new_place(tmp_path)
    texts = ["一、市场", "开放。", "增长。", "二、港口", "开放。", "下降。", "开放。"]
    units = [Unit(text, f"{len(text)} {text[0]}", "a") for text in texts]
    # wherever the lots end, and however often the same comes again
    for lot in (1, 2, 3, 900):
        monkeypatch.setattr(tm.memory.store, "_LOT", lot)
        with Memory.open(path) as memory:
            memory.add_all(units)
    with open_memory(path) as reader:
        number = next(number for number, unit in reader.units() if unit.zh == "开放。")
        places = reader.neighbours(number, chinese=True)
    assert sorted(places) == sorted([("一、市场", "增长。"), ("二、港口", "下降。"), ("下降。", "")])


def test_documents_are_no_neighbours(tmp_path: Path) -> None:
    path = new_place(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all([Unit("市场", "market", "a"), Unit("港口", "port", "b"), Unit("市场", "market", "c")])
    with open_memory(path) as reader:
        assert [reader.neighbours(number, chinese=True) for number, _ in reader.units()] == [[("", "")]] * 2


def test_what_is_removed_leaves_no_trace(tmp_path: Path) -> None:
    path = new_place(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all([Unit(text, text, "a") for text in ("市场", "港口", "市场", "开放", "市场")])
        assert memory.remove_all([1, 99]) == 1
    with open_memory(path) as reader:
        assert search(reader, "市场") == []
        assert reader.neighbours(2, chinese=True) == [("", "")]
        assert reader.rows("SELECT count(*) FROM unit_context") == [(0,)]


def test_a_killed_import_leaves_the_old_state(tmp_path: Path) -> None:
    path = new_place(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all(numbered(0, 10))
    program = (
        "import os, sys; from tests.tm.memory.test_store import Memory, numbered\n"
        "def dying():\n    yield from numbered(10, 5_000)\n    os._exit(9)\n"
        "Memory.open(sys.argv[1]).add_all(dying())"
    )
    killed = subprocess.run([sys.executable, "-c", program, argument(path)], check=False, cwd=Path.cwd())
    assert killed.returncode == 9
    with open_memory(path) as reader:
        assert reader.count() == 10


def test_what_fails_on_the_way_takes_everything_back(tmp_path: Path) -> None:
    path = new_place(tmp_path)

    def interrupted() -> Iterator[Unit]:
        yield from numbered(0, 3_000)
        raise KeyboardInterrupt

    with Memory.open(path) as memory:
        with pytest.raises(KeyboardInterrupt):
            memory.add_all(interrupted())
        assert memory.add_all(numbered(0, 1)) == Outcome(1, 0)


def test_a_memory_of_an_older_version_is_indexed_anew(tmp_path: Path) -> None:
    path = new_database(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all(numbered(0, 2_500))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # as version 3 left it, but for what the rows of its blocks said
        connection.execute("DROP TABLE unit_context")
        connection.execute("DROP TABLE memory_change")
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
        connection.execute("UPDATE segment SET id = (id >> 16 << 14) | (id & 16383)")
        connection.execute("UPDATE posting SET members = x'00'")
    # by whichever command it is brought up to date, the search is right
    Store.open(path).close()
    unit = next(numbered(77, 78))
    with open_memory(path) as reader:
        assert not reader.blocks(chinese=True)
        assert len(reader.loose(chinese=True)) == len(reader.loose(chinese=False)) == 2_500
        assert search(reader, unit.zh)[0].unit.zh == search(reader, unit.en)[0].unit.zh == unit.zh
    Memory.open(path).close()
    with open_memory(path) as reader:
        assert [size for _, size, _, _ in reader.blocks(chinese=True)] == [2_500]
        assert not reader.loose(chinese=False)
        assert search(reader, unit.zh)[0].unit.zh == search(reader, unit.en)[0].unit.zh == unit.zh
        assert reader.vocabulary(["港"], chinese=True) == {"港": (0, 2_500)}
