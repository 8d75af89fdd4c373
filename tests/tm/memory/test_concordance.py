"""A word in use: found by the index as if all units were read, and what stands for it on the other side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tm.memory import places
from tm.memory.concordance import background_of, concordance, counterparts, pattern_of
from tm.memory.reading import MemoryReader, open_memory
from tm.memory.store import Memory
from tm.model import Unit

# Chinese of both scripts, figures that keys fold, marks; English with apostrophes, hyphens and figures
_ZH = "发展發展经济經濟第十二条三年港口的A1，。"
_EN = [
    "port",
    "ports",
    "the",
    "Port's",
    "Xi'an",
    "an",
    "high-quality",
    "high",
    "5G",
    "G20",
    "g",
    "，",
    "of",
    "growth",
]


def _filled(folder: Path, units: list[Unit]) -> MemoryReader:
    with Memory.open(folder / "memory.db", who="test") as memory:
        memory.add_all(units)
    return open_memory(folder / "memory.db")


def _read(memory: MemoryReader, text: str, *, chinese: bool, limit: int) -> list[int]:
    pattern = pattern_of(text)
    found = [number for number, unit in memory.units() if pattern.search(unit.zh if chinese else unit.en)]
    return found[:limit]


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> MemoryReader:
    """Enough units for blocks, and some that came after them."""
    import random

    chance = random.Random(5)

    def unit(number: int) -> Unit:
        zh = "".join(chance.choices(_ZH, k=chance.randint(3, 12)))
        return Unit(f"{zh}{number}", " ".join([*chance.choices(_EN, k=chance.randint(1, 8)), str(number)]))

    folder = tmp_path_factory.mktemp("memory")
    _filled(folder, [unit(number) for number in range(2_200)]).close()
    return _filled(folder, [unit(number) for number in range(2_200, 2_230)])


@pytest.mark.parametrize("few", [0, 3_000])
@settings(max_examples=20)
@given(
    st.one_of(
        st.text("发展經条第十三港口A1，", min_size=1, max_size=4),
        st.lists(st.sampled_from(_EN), min_size=1, max_size=3),
    )
)
def test_the_index_finds_what_reading_all_finds(memory: MemoryReader, few: int, asked: str | list[str]) -> None:
    text = asked if isinstance(asked, str) else " ".join(asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "_FEW", few)
        patch.setattr(places, "_WINDOW", 20)
        for chinese in (True, False):
            for limit in (3, 200):
                found = concordance(memory, text, chinese=chinese, limit=limit)
                assert [line.unit_id for line in found] == _read(memory, text, chinese=chinese, limit=limit)


def test_the_memory_has_blocks(memory: MemoryReader) -> None:
    assert memory.blocks(chinese=True)
    assert memory.loose(chinese=True)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("發展", True),
        ("發展", True),
        ("第十", True),
        ("1", True),
        ("，", True),
        ("xi'an", False),
        ("port", False),
        ("%", False),
        ("high-quality", False),
    ],
)
def test_what_keys_fold_is_found_too(memory: MemoryReader, text: str, chinese: bool) -> None:
    found = concordance(memory, text, chinese=chinese, limit=3_000)
    assert [line.unit_id for line in found] == _read(memory, text, chinese=chinese, limit=3_000)
    assert bool(found) is (text != "%")


def test_a_part_of_a_name_with_an_apostrophe_is_no_word(tmp_path: Path) -> None:
    with _filled(tmp_path, [Unit("西安", "Xi'an is old"), Unit("一个港口", "an old port's quay")]) as memory:
        assert [line.unit_id for line in concordance(memory, "an", chinese=False)] == [2]
        assert [line.unit_id for line in concordance(memory, "Xi'an", chinese=False)] == [1]
        assert [line.unit_id for line in concordance(memory, "PORT", chinese=False)] == [2]


def test_the_longest_run_of_the_counterpart_is_taken(tmp_path: Path) -> None:
    ports = ["宁波的深水港口", "深水港口很大", "大的深水港口"]
    market = [Unit(f"市场{place}", f"a market of {place}") for place in "甲乙丙丁"]
    with _filled(tmp_path, [Unit(zh, f"the deep port {place}") for place, zh in enumerate(ports)] + market) as memory:
        background = background_of(memory, chinese=True, most=5)
        lines = concordance(memory, "deep port", chinese=False, background=background)
        assert [line.other[slice(*line.counterpart)] for line in lines if line.counterpart] == ["深水港口"] * 3


def test_a_word_that_stands_everywhere_is_no_counterpart() -> None:
    texts = ["the port is open", "the big port", "the port of Ningbo"]
    assert counterparts(texts, ["the market", "the city", "the river"], chinese=False)[0] == "port"
