"""What segments are compared by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tm.keys import NUMBER, Vocabulary, character_of, chinese_key, english_key, english_words


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_plain_english_has_the_same_words_on_the_short_way_and_on_the_long_one(text: str) -> None:
    # an em dash is no word, and leads to the long way
    words = english_words(text)
    if words != text.split():
        assert english_words(f"{text} —") == words


@given(st.text(max_size=20))
def test_a_key_is_empty_only_for_what_is_blank(text: str) -> None:
    assert bool(chinese_key(text)) == bool(text.strip())
    assert bool(english_key(text, Vocabulary())) == bool(text.strip())


def test_new_words_get_characters_behind_the_stored_ones() -> None:
    words = Vocabulary()
    words.load([(0, "port"), (1, "market"), (-1, NUMBER)])
    assert english_key("market 12 harbour port", words) == "".join(
        (character_of(1), NUMBER, character_of(2), character_of(0))
    )
    assert words.added == ["harbour"]


def test_beyond_a_million_words_the_last_character_is_shared() -> None:
    assert character_of(2_000_000) == character_of(3_000_000)


def test_figures_of_any_script_are_one_token() -> None:
    assert chinese_key("第二十条") == chinese_key("第3条")
    assert chinese_key("统一") == "统一"
