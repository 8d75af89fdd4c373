import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.spelling import joined, marked, split_syllables
from termbase.language.syllables import _SYLLABLES, is_syllable, toneless
from tests.cases import parametrized

syllables = st.sampled_from(sorted(_SYLLABLES))
tones = st.sampled_from("12345")


@parametrized("syllables")
def test_a_spelling_splits_into_its_syllables(case):
    assert split_syllables(case["spelling"]) == case["syllables"].split()


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z", "M"])))
def test_the_pieces_of_any_text_give_its_letters_and_digits_back(text):
    kept = "".join(
        ch for ch in unicodedata.normalize("NFC", text) if ch.isalnum() and (ch.isalpha() or ch.isdecimal())
    )
    letters = "".join(ch for ch in "".join(split_syllables(text)) if ch.isalpha() or ch.isdecimal())
    assert letters == kept


@given(st.lists(st.tuples(syllables, tones), min_size=1, max_size=5))
def test_a_word_with_tone_marks_and_apostrophes_has_legal_syllables_again(parts):
    word = joined([marked(syllable + tone) for syllable, tone in parts])
    pieces = split_syllables(word)
    assert "".join(pieces) == word.replace("'", "")
    assert all(is_syllable(piece) for piece in pieces)


@given(syllables, st.sampled_from("1234"))
def test_a_tone_mark_is_one_mark_and_can_be_taken_off_again(syllable, tone):
    spelled = marked(syllable + tone)
    assert toneless(spelled) == syllable
    assert spelled != syllable
    assert unicodedata.is_normalized("NFC", spelled)


@pytest.mark.parametrize(
    ("numbered", "spelled"),
    [("liu2", "liú"), ("gui4", "guì"), ("ou1", "ōu"), ("lu:e4", "lüè"), ("nv3", "nǚ"), ("ng2", "ńg"), ("r5", "r")],
)
def test_the_tone_mark_stands_on_the_right_letter(numbered, spelled):
    assert marked(numbered) == spelled


@pytest.mark.parametrize("text", ["WTO", "5", "", "·", ",", "xx6", "a-1"])
def test_what_has_no_tone_digit_is_left_alone(text):
    assert marked(text) == text


def test_a_syllable_has_one_tone_at_most():
    assert not is_syllable("zhànlüè")
    assert not is_syllable("zhàǹ")


def test_a_run_that_is_too_long_for_a_word_stays_whole():
    assert split_syllables("ba" * 500) == ["ba" * 500]


def test_numbered_text_that_is_no_pinyin_stays_whole():
    assert split_syllables("xyz1") == ["xyz1"]
