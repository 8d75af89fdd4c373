"""Characters that sound like a romanised name."""

from __future__ import annotations

import pytest

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.pairs.sounding import pair_by_sound, sounding_like
from termbase.language.keys import pinyin_letters
from termbase.language.pinyin import pinyin
from termbase.language.sentences import Sentence
from termbase.model import ConceptType


def reading(character: str) -> str:
    return pinyin_letters(pinyin(character, None))


@pytest.mark.parametrize(
    ("name", "sentence", "found"),
    [
        ("Shan Yuhe", "总经理单雨禾说", "单雨禾"),
        ("Lü Dongheng", "副处长吕冬蘅表示", "吕冬蘅"),
        ("Lyu Dongheng", "副处长吕冬蘅表示", "吕冬蘅"),
        ("Wu", "吴说", ""),  # too short to tell
        ("Shan Yuhe", "2024年单雨", ""),  # the sentence ends before the name does
        ("Shan Yuhe", "no Chinese", ""),
    ],
)
def test_a_name_is_found_where_the_characters_sound_like_all_of_it(name: str, sentence: str, found: str) -> None:
    place = sounding_like(name, sentence, reading)
    assert (sentence[place[0] : place[1]] if place else "") == found


def test_a_person_is_looked_for_in_the_aligned_sentence_only() -> None:
    person = Candidate("Shan Yuhe", ConceptType.PERSON, (Occurrence(0, 0, 9), Occurrence(1, 0, 9)), 0.9, "a test")
    zh = [Sentence("他说。", 0, 0), Sentence("单雨禾说。", 1, 0)]
    (found,) = pair_by_sound([person], [((0,), (0,)), ((1,), (1,))], zh, pinyin)
    assert (found.zh.text, found.zh.occurrences) == ("单雨禾", (Occurrence(1, 0, 3),))
    assert pair_by_sound([person], [((0,), (0, 1))], zh, pinyin) == []
    assert pair_by_sound([person], [], zh, pinyin) == []
