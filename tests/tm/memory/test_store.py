"""The index stays whole over many imports, and an import that fails leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.termbase.stored import new_database
from tm.memory.reading import open_memory
from tm.memory.search import search
from tm.memory.store import Memory, Outcome
from tm.model import Unit


def numbered(start: int, stop: int) -> Iterator[Unit]:
    for number in range(start, stop):
        yield Unit(
            f"{chr(0x4E00 + number)}港口开放", f"port {chr(97 + number % 26) * (1 + number // 26)} opens", "list"
        )


def test_small_blocks_are_taken_together_with_what_comes(tmp_path: Path) -> None:
    path = new_database(tmp_path)
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


def test_more_than_a_block_is_cut_by_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tm.memory.indexing

    monkeypatch.setattr(tm.memory.gathering, "BLOCK", 1_000)
    monkeypatch.setattr(tm.memory.indexing, "BLOCK", 1_000)
    path = new_database(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all(numbered(0, 7_000))
    with open_memory(path) as reader:
        assert len(reader.blocks(chinese=True)) == 6
        assert len(reader.loose(chinese=True)) == 1_000
        assert search(reader, next(numbered(6_999, 7_000)).zh, minimum=1.0)


def test_a_folded_unit_takes_the_newer_date(tmp_path: Path) -> None:
    path = new_database(tmp_path)
    old, new = (Unit("义乌", "Yiwu", created="20200101T000000Z", changed=date) for date in ("", "20240101T000000Z"))
    with Memory.open(path) as memory:
        memory.add_all([old])
        memory.add_all([new])
    with open_memory(path) as reader:
        [(_, unit)] = reader.units()
    assert unit.changed == new.changed


def test_a_killed_import_leaves_the_old_state(tmp_path: Path) -> None:
    path = new_database(tmp_path)
    with Memory.open(path) as memory:
        memory.add_all(numbered(0, 10))
    program = (
        "import os, sys; from tests.tm.memory.test_store import Memory, numbered\n"
        "def dying():\n    yield from numbered(10, 5_000)\n    os._exit(9)\n"
        "Memory.open(sys.argv[1]).add_all(dying())"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(path)], check=False, cwd=Path.cwd())
    assert killed.returncode == 9
    with open_memory(path) as reader:
        assert reader.count() == 10


def test_what_fails_on_the_way_takes_everything_back(tmp_path: Path) -> None:
    path = new_database(tmp_path)

    def interrupted() -> Iterator[Unit]:
        yield from numbered(0, 3_000)
        raise KeyboardInterrupt

    with Memory.open(path) as memory:
        with pytest.raises(KeyboardInterrupt):
            memory.add_all(interrupted())
        assert memory.add_all(numbered(0, 1)) == Outcome(1, 0)
