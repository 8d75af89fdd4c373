"""Search finds exactly what comparing with every unit would find."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tm.memory.candidates
import tm.memory.gathering
import tm.memory.indexing
from termbase.place import Place
from tests.termbase.stored import new_place
from tm.keys import chinese_key, english_words
from tm.memory.reading import open_memory
from tm.memory.search import Match, search
from tm.memory.store import Memory
from tm.model import Unit
from tm.similarity import content, score

pytestmark = pytest.mark.usefixtures("on_each_database")


def memory_of(folder: Path, *units: Unit) -> Place:
    path = new_place(folder)
    with Memory.open(path) as memory:
        memory.add_all(units)
    return path


def found(path: Place, text: str, **options) -> list[Match]:
    with open_memory(path) as memory:
        return search(memory, text, **options)


def likeness(query: str, stored: str, *, chinese: bool) -> float:
    """The slow obvious way: words as numbers, no index."""
    if chinese:
        return content(chinese_key(query), chinese_key(stored))
    words = list(dict.fromkeys([*english_words(query), *english_words(stored)]))
    keys = ["".join(chr(300 + words.index(word)) for word in english_words(side)) for side in (query, stored)]
    return content(*keys)


LAW = Unit("第十二条外汇管理自2023年起施行。", "Article 12 on foreign exchange applies from 2023.", "law")
PORT = Unit("港口开放了。", "The port is open.", "news")


@pytest.fixture(params=[1, 2_000], ids=["blocks", "loose"])
def indexed(request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tm.memory.indexing, "WORTH", request.param)


@pytest.mark.usefixtures("indexed")
class TestMatches:
    def test_the_same_text_scores_one_in_both_directions(self, tmp_path: Path) -> None:
        path = memory_of(tmp_path, LAW, PORT)
        [zh], [en] = found(path, PORT.zh), found(path, PORT.en)
        assert (zh.score, zh.kind, zh.target) == (1.0, "exact", PORT.en)
        assert (en.score, en.kind, en.target) == (1.0, "exact", PORT.zh)

    def test_other_figures_are_put_into_the_translation(self, tmp_path: Path) -> None:
        [match] = found(memory_of(tmp_path, LAW, PORT), "第十五条外汇管理自2024年起施行。")
        assert (match.kind, match.score) == ("number", 0.96)
        assert match.target == LAW.en
        assert match.adapted == "Article 15 on foreign exchange applies from 2024."

    def test_traditional_and_simplified_find_each_other_and_the_target_keeps_its_script(self, tmp_path: Path) -> None:
        path = memory_of(tmp_path, Unit("發展經濟", "develop the economy"))
        [match] = found(path, "发展经济")
        assert (match.score, match.source) == (0.99, "發展經濟")
        assert found(path, "Develop the economy")[0].target == "發展經濟"

    def test_case_width_and_punctuation_weigh_little(self, tmp_path: Path) -> None:
        path = memory_of(tmp_path, PORT)
        assert found(path, "THE PORT IS OPEN")[0].score == 0.98
        assert found(path, "THE PORT IS OPEN.")[0].score == 0.99

    def test_all_targets_of_a_source_are_kept_the_newest_first(self, tmp_path: Path) -> None:
        units = [
            Unit("义乌", name, created=f"202{n}0101T000000Z") for n, name in enumerate(("Yiwu", "Yi Wu", "I-wu"))
        ]
        assert [match.target for match in found(memory_of(tmp_path, *units), "义乌")] == ["I-wu", "Yi Wu", "Yiwu"]

    def test_a_match_between_the_same_neighbours_comes_first(self, tmp_path: Path) -> None:
        head = [Unit("一、市场", "1 Market", "a"), Unit("开放。", "Open.", "a"), Unit("增长。", "Growth.", "a")]
        other = [Unit("二、港口", "2 Port", "b"), Unit("开放。", "It opens.", "b"), Unit("下降。", "Decline.", "b")]
        path = memory_of(tmp_path, *head, *other)
        context = found(path, "开放。", before="一、市场", after="增长。")
        assert [(match.kind, match.target) for match in context] == [("context", "Open."), ("exact", "It opens.")]
        assert found(path, "开放。")[0].target == "It opens."

    def test_what_is_near_but_for_its_marks_is_not_lost_on_the_way(self, tmp_path: Path) -> None:
        # alike by .857, but .84 with the full stop
        path = memory_of(tmp_path, Unit("外汇管理条例法。", "law"), PORT)
        assert [match.score for match in found(path, "外汇管理条例", minimum=0.7)] == [0.84]

    @pytest.mark.parametrize("text", ["", " \n", "龘靐"])
    def test_what_is_not_there_is_not_found(self, tmp_path: Path, text: str) -> None:
        assert found(memory_of(tmp_path, LAW, PORT), text) == []

    def test_punctuation_alone_finds_itself(self, tmp_path: Path) -> None:
        assert found(memory_of(tmp_path, Unit("——", "…")), "——", chinese=True)[0].score == 1.0

    def test_a_segment_of_a_hundred_thousand_characters_is_found(self, tmp_path: Path) -> None:
        long = "外汇管理条例" * 17_000
        [match] = found(memory_of(tmp_path, Unit(long, "long"), PORT), long[:-1] + "法")
        assert match.unit.en == "long"

    def test_ten_thousand_targets_of_a_source_are_no_trouble(self, tmp_path: Path) -> None:
        path = memory_of(tmp_path, *(Unit("义乌市场", f"market {n:05}", created=f"{n:08}") for n in range(10_000)))
        assert [match.target for match in found(path, "义乌市场", limit=1)] == ["market 09999"]


zh_texts = st.text("天地人港口开放发發展條条0123，。 aB", min_size=1, max_size=12)
en_texts = st.lists(
    st.sampled_from(["the", "port", "is", "open", "to", "trade,", "12", "3.5", "State’s", "A", "a", "B.", "—"]),
    min_size=1,
    max_size=9,
)
pairs = st.lists(st.tuples(zh_texts, en_texts.map(" ".join)), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(
    pairs,
    zh_texts,
    en_texts.map(" ".join),
    st.floats(0.3, 1),
    st.integers(1, 8),
    st.sampled_from([1, 2_000]),
    st.sampled_from([0, 3, 48]),
    st.sampled_from([21, 200_000]),
)
def test_nothing_above_the_threshold_is_missed(
    sample, zh: str, en: str, minimum: float, limit: int, worth: int, few: int, most: int
) -> None:
    units = [Unit(one, other) for one, other in dict.fromkeys(sample)]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tm.memory.indexing, "WORTH", worth)
        patch.setattr(tm.memory.candidates, "_FEW", few)
        patch.setattr(tm.memory.gathering, "BLOCK", 7)
        patch.setattr(tm.memory.gathering, "_MOST", most)
        path = memory_of(Path(folder), *units)
        for text, chinese in ((zh, True), (en, False)):
            stored = [unit.zh if chinese else unit.en for unit in units]
            reached = [score(text, one, likeness(text, one, chinese=chinese)) for one in stored if one.strip()]
            expected = sorted((one for one in reached if one >= minimum), reverse=True)[:limit]
            matches = found(path, text, minimum=minimum, limit=limit, chinese=chinese)
            assert [match.score for match in matches] == (expected if text.strip() else [])
