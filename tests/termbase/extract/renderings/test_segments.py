"""English and Chinese segments in words."""

from __future__ import annotations

import pytest

from termbase.extract.renderings.chinese_segment import TermFinder, parts
from termbase.extract.renderings.english_segment import EnglishSegment
from tests.termbase.extract.renderings.corpus import cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the port’s (new) “zone”.", ["the", "port's", "new", "zone"]),
        ("No. 1 Project – Giant Co., Ltd.", ["no.", "1", "project", "giant", "co.", "ltd."]),
        ("R&D & trade", ["r&d", "&", "trade"]),
        ("— …", []),
        ("", []),
    ],
)
def test_words_have_no_marks_but_those_that_belong_to_them(text: str, words: list[str]) -> None:
    assert [word.text for word in EnglishSegment(text).words] == words


def test_a_stretch_of_text_ends_before_the_possessive_and_with_its_bracket() -> None:
    segment = EnglishSegment("Stored Value (SVF) and the port’s growth")
    assert segment.between(0, 2) == "Stored Value (SVF)"
    assert segment.between(2, 2) == "SVF"
    assert segment.between(5, 5) == "port"


def test_a_dash_and_a_full_stop_end_what_can_be_one_rendering_and_a_title_does_not() -> None:
    segment = EnglishSegment("Mr. Shan – a trader. It")
    assert [(word.text, end) for word, end in zip(segment.words, segment.ends, strict=True)] == [
        ("mr", False),
        ("shan", True),
        ("a", False),
        ("trader", True),
        ("it", False),
    ]


def test_terms_are_found_also_inside_others_and_of_one_character_each_once() -> None:
    finder = TermFinder(["数字经济", "经济", "港", ""])
    assert list(finder.find("港口的数字经济与经济")) == [("港", 0), ("数字经济", 3), ("经济", 5)]
    assert list(finder.find("")) == []


def test_parts_know_their_places_and_leave_out_marks_and_particles() -> None:
    assert [(part.text, part.start, part.end) for part in parts("港口的（数字）", cut)] == [
        ("港口", 0, 2),
        ("数字", 4, 6),
    ]
