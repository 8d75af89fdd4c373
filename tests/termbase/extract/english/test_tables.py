"""The word lists behind the English finders are sound."""

from __future__ import annotations

import re

from termbase.extract.english.tables import field_words, heads, lines_of, place_names, titles, word_set

_JUDGING = (
    "broad_heads.txt",
    "describing.txt",
    "pairs.txt",
    "phrases.txt",
    "slogans.txt",
    "titles.tsv",
)


def test_every_table_says_where_it_comes_from() -> None:
    from importlib.resources import files

    texts = [
        table.read_text(encoding="utf-8") for table in files("termbase.extract.english").joinpath("data").iterdir()
    ]
    assert len(texts) >= 10
    assert all(re.search("^# Source: .", text, re.MULTILINE) for text in texts)


def test_heads_are_written_as_in_a_name() -> None:
    assert all(word[0].isupper() or word in {"plc", "section"} for word in heads())


def test_titles_are_in_lower_case() -> None:
    assert all(title == title.lower() for title in titles())
    assert any(titles().values())


def test_no_line_stands_twice() -> None:
    for name in (
        "places.txt",
        "field.txt",
        "never_first.txt",
        "never_last.txt",
        *_JUDGING,
    ):
        assert len(set(lines_of(name))) == len(lines_of(name))


def test_words_of_the_field_may_end_a_term() -> None:
    # folded without their plural, futures and accounts are other words
    folded = {"future"}
    assert not field_words() & (set(lines_of("never_last.txt")) - folded)


def test_places_are_keys_and_sets_are_known_by_name() -> None:
    assert "hong kong" in place_names()
    assert "january" in word_set("calendar")
