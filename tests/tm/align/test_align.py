"""Alignment: every sentence in exactly one link, in order, and the right links for texts one can judge by eye."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import parametrized
from tm.align import align
from tm.align.taught import taught
from tm.model import Link

sentences = st.lists(st.text("义乌市场增长了三3.5万亿%？。“”ab ", max_size=30), max_size=12)
english = st.lists(st.text('Yiwu market grew 3.5 trillion %?."ab', max_size=60), max_size=12)


def left_alone(links: Iterable[Link]) -> set[int]:
    return {number for link in links if not link.en_index for number in link.zh_index}


def shape(links: Iterable[Link]) -> str:
    return " ".join(f"{'+'.join(map(str, link.zh_index))}:{'+'.join(map(str, link.en_index))}" for link in links)


@settings(deadline=None)  # the first call loads the word cutter
@given(sentences, english)
def test_every_sentence_is_in_exactly_one_link_and_in_order(zh: list[str], en: list[str]) -> None:
    links = align(zh, en, lexicon=lambda word: ["market"] if word == "市场" else [])
    assert [number for link in links for number in link.zh_index] == list(range(len(zh)))
    assert [number for link in links for number in link.en_index] == list(range(len(en)))
    assert all(link.zh_index or link.en_index for link in links)
    assert all(0 <= link.score <= 1 for link in links)


@pytest.mark.parametrize(("zh", "en", "links"), [([], [], ""), (["一。"], [], "0:"), ([], ["One.", "Two."], ":0 :1")])
def test_a_text_may_be_empty(zh: list[str], en: list[str], links: str) -> None:
    assert shape(align(zh, en)) == links


@parametrized("alignment")
def test_a_text_is_aligned_as_a_reader_would(case: dict[str, str]) -> None:
    assert shape(align(case["zh"].split("|"), case["en"].split("|"))) == case["links"]


def test_texts_of_very_different_length_are_aligned_to_the_end() -> None:
    links = align(["一。"], [f"Sentence {number}." for number in range(200)])
    assert sum(len(link.en_index) for link in links) == 200
    links = align([f"第{number}句。" for number in range(200)], ["One."])
    assert sum(len(link.zh_index) for link in links) == 200


def test_a_passage_left_out_does_not_disturb_what_follows() -> None:
    zh = [f"第{number}家企业去年出口额为{number * 37 + 11}亿元。" for number in range(120)]
    en = [
        f"Company No. {number} exported goods worth {(number * 37 + 11) / 10} billion yuan." for number in range(120)
    ]
    links = align(zh, en[:30] + en[80:])
    assert left_alone(links) >= set(range(32, 78))
    assert [link.en_index for link in links if link.zh_index and link.zh_index[0] > 82] == [
        (number,) for number in range(33, 70)
    ]


def test_a_lexicon_tells_sentences_of_the_same_length_apart() -> None:
    zh = ["春天来了。", "桥梁很高。", "苹果熟了。", "医生走了。"]
    en = ["The bridge is high.", "The apple is ripe.", "The doctor has gone."]
    known = {"春天": "spring", "桥梁": "bridge", "苹果": "apple", "医生": "doctor"}
    right = "0+1:0 2:1 3:2"
    assert shape(align(zh, en, lexicon=lambda word: filter(None, [known.get(word, "")]))) == right
    assert shape(align(zh, en)) != right


def test_what_a_memory_teaches_helps_with_and_without_a_lexicon() -> None:
    zh = ["春天来了。", "桥梁很高。", "苹果熟了。", "医生走了。"]
    en = ["The bridge is high.", "The apple is ripe.", "The doctor has gone."]
    units = [("桥梁", "a bridge"), ("苹果", "an apple"), ("医生", "the doctor")] * 3
    right = "0+1:0 2:1 3:2"
    assert shape(align(zh, en, taught=taught(units))) == right
    assert shape(align(zh, en, taught=taught(units), lexicon=lambda word: [])) == right
    assert shape(align(zh, en, taught=taught(units[:6]))) != right


def test_words_that_rarely_meet_are_not_taught() -> None:
    always, seldom = ("苹果", "apple"), [("苹果", f"fruit number {number}") for number in range(9)]
    assert taught([always] * 3) == {"=苹果": {"=apple"}}
    assert taught([always] * 2) == {}
    assert taught([*[always] * 3, *seldom]).get("=苹果", set()).isdisjoint({"=apple"})
    assert taught([("", ""), ("苹果", ""), ("", "apple")]) == {}


def test_a_link_with_shared_figures_is_surer_than_one_without() -> None:
    zh, en = ["出口4.68万亿元。", "增长3%。"], ["Exports reached 4.68 trillion yuan.", "They grew 3 percent."]
    sure = align(zh, en)
    unsure = align(zh, ["Nobody knew what the weather would be.", "It may rain."])
    assert min(link.score for link in sure) > max(link.score for link in unsure)


def test_two_runs_give_the_same_links() -> None:
    code = (
        "from tm.align import align\n"
        "zh = ['零跑C11交付5.2万辆，增长3%？“好”。'] * 6\n"
        "en = ['Leapmotor delivered 52,000 C11 cars.', 'Up 3 percent?', 'Good.'] * 5\n"
        "print(align(zh, en, lexicon=lambda word: ['deliver', 'car', 'grow', 'up']))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
