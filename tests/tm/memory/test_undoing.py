"""What a run did to the memory is taken back, and comes again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import ZhtermError
from termbase.reading import open_reader
from termbase.runs import last_run
from tests.termbase.stored import new_database
from tm.memory.reading import open_memory
from tm.memory.search import search
from tm.memory.store import Memory
from tm.memory.undoing import Undone, planned
from tm.model import Unit

YIWU = Unit("义乌港开放。", "Yiwu port opens.", "news.txt", created="20240506T070809Z")
PORT = Unit("宁波港很大。", "Ningbo port is large.", "news.txt", created="20240506T070809Z")
CITY = Unit("杭州是省会。", "Hangzhou is the capital.", "city.txt", created="20240506T070809Z")


def state(path: Path) -> list[Any]:
    """Units with their numbers, places, and what each text is found by."""
    with open_memory(path) as memory:
        units = memory.rows("SELECT * FROM unit ORDER BY id")
        places = memory.rows("SELECT * FROM unit_context ORDER BY 1, 2, 3")
        segments = memory.rows("SELECT unit_id, key FROM segment ORDER BY 1, 2")
        return [units, places, segments]


def run(path: Path, *lots: list[Unit]) -> int:
    with Memory.open(path, who="ann", command="tm import") as memory:
        for lot in lots:
            memory.add_all(lot)
    return last(path)


def last(path: Path) -> int:
    with open_reader(path) as reader:
        return last_run(reader).number


def undo(path: Path, number: int) -> Undone:
    with open_memory(path) as reader:
        expected = planned(reader, number)
    undone = take_back(path, number)
    assert undone == expected
    return undone


def take_back(path: Path, number: int) -> Undone:
    with Memory.open(path, who="ann", command=f"undo {number}") as memory:
        return memory.take_back(number)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = new_database(tmp_path)
    run(path, [YIWU, PORT])
    return path


def test_an_import_is_taken_back_and_comes_again(path: Path) -> None:
    before = state(path)
    number = run(path, [CITY, PORT, YIWU], [Unit("新的", "new")])
    after = state(path)
    assert undo(path, number) == Undone(removed=2)
    assert state(path) == before
    assert undo(path, last(path)) == Undone(restored=2)
    assert state(path) == after
    with open_memory(path) as memory:
        assert [match.unit.en for match in search(memory, "杭州是省会。")] == [CITY.en]


def test_what_was_cleaned_away_comes_back_under_its_number(path: Path) -> None:
    run(path, [YIWU, CITY, PORT])
    before = state(path)
    with Memory.open(path, command="tm clean") as memory:
        assert memory.remove_all([1, 3, 99]) == 2
    cleaned = state(path)
    assert undo(path, last(path)) == Undone(restored=2)
    assert state(path) == before
    undo(path, last(path))
    assert state(path) == cleaned


def test_a_newer_date_is_taken_back(path: Path) -> None:
    before = state(path)
    newer = Unit(YIWU.zh, YIWU.en, "news.txt", changed="20250101T000000Z", changed_by="ben")
    number = run(path, [newer])
    after = state(path)
    assert after != before
    assert undo(path, number) == Undone()
    assert state(path) == before
    undo(path, last(path))
    assert state(path) == after


def test_a_date_told_later_stays(path: Path) -> None:
    number = run(path, [Unit(YIWU.zh, YIWU.en, changed="20250101T000000Z", changed_by="ben")])
    run(path, [Unit(YIWU.zh, YIWU.en, changed="20260101T000000Z", changed_by="eve")])
    undo(path, number)
    with open_memory(path) as memory:
        assert memory.units_of([1])[1].changed_by == "eve"


def test_units_that_a_later_import_brought_too_stay(path: Path) -> None:
    number = run(path, [CITY, Unit("新的", "new")])
    again = run(path, [CITY])
    assert undo(path, number) == Undone(removed=1, kept=1)
    undo(path, last(path))
    undo(path, again)
    assert undo(path, number) == Undone(removed=2)


def test_a_unit_that_came_again_under_another_number_is_not_doubled(path: Path) -> None:
    with Memory.open(path, command="tm clean") as memory:
        memory.remove_all([2])
    number = last(path)
    run(path, [PORT])
    assert undo(path, number) == Undone()
    with open_memory(path) as memory:
        assert memory.count() == 2


def test_no_number_is_given_twice(path: Path) -> None:
    undo(path, 1)
    run(path, [CITY])
    with open_memory(path) as memory:
        assert [number for number, _ in memory.units()] == [3]


def test_an_import_of_many_new_units_costs_one_line(path: Path) -> None:
    run(path, [Unit(f"第{number}号", f"No. {number}") for number in range(2_500)])
    run(path, [Unit(f"第{number}号", f"No. {number}") for number in range(2_500)])
    with open_memory(path) as memory:
        kinds = memory.rows("SELECT kind, first, last FROM memory_change WHERE run_id > 1 ORDER BY id")
    assert kinds == [("added", 3, 2502), ("folded", 3, 2502)]


def test_many_units_are_taken_back_with_their_blocks(path: Path) -> None:
    before = state(path)[:2]
    many = [Unit(f"第{number}号文件", f"Document No. {number}") for number in range(2_500)]
    number = run(path, many)
    undo(path, number)
    assert state(path)[:2] == before
    undo(path, last(path))
    with open_memory(path) as memory:
        found = search(memory, "第2001号文件")
        assert (found[0].unit.en, memory.count()) == ("Document No. 2001", 2_502)


def test_an_import_that_fails_leaves_no_run(path: Path) -> None:
    with Memory.open(path, command="tm import") as memory:
        with pytest.raises(ZhtermError):
            memory.add_all([CITY, Unit("\ud800", "no text")])
        memory.add_all([CITY])
        with pytest.raises(ZhtermError):
            memory.add_all([YIWU, Unit("\ud800", "no text")])
        memory.add_all([Unit("新的", "new")])
    assert last(path) == 2
    assert undo(path, 2) == Undone(removed=2)


_UNITS = st.lists(
    st.builds(
        Unit,
        zh=st.sampled_from(["一", "二", "三", "四"]),
        en=st.sampled_from(["one", "two"]),
        document=st.sampled_from(["a", "b"]),
        created=st.just("2024"),
        changed=st.sampled_from(["", "2025", "2026"]),
        changed_by=st.sampled_from(["ann", "ben"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(_UNITS, st.lists(st.one_of(_UNITS, st.sets(st.integers(1, 9))), min_size=1, max_size=3))
def test_whatever_a_run_did_is_taken_back(first: list[Unit], changes: list[list[Unit] | set[int]]) -> None:
    with TemporaryDirectory() as folder:
        path = new_database(Path(folder))
        run(path, first)
        before = state(path)
        with Memory.open(path) as memory:
            for change in changes:
                if isinstance(change, set):
                    memory.remove_all(change)
                else:
                    memory.add_all(change)
        if last(path) == 1:
            assert state(path) == before
            return
        after = state(path)
        number = last(path)
        take_back(path, number)
        assert state(path) == before
        if last(path) != number:
            take_back(path, last(path))
        assert state(path) == after
