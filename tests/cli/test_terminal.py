"""Text on a terminal."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.terminal import field, plain, table


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=8))
def test_no_table_line_is_wider_than_the_terminal(rows: list[list[str]]) -> None:
    assert all(cell_len(line) <= 80 for line in table(rows, ("zh", "pinyin", "en")))


@given(st.lists(st.lists(st.text(max_size=120), min_size=2, max_size=2), max_size=8))
def test_a_table_loses_no_letter_of_its_last_column(rows: list[list[str]]) -> None:
    lines = list(table([["一", *row] for row in rows], ("zh", "pinyin", "en")))
    assert all(cell_len(line) <= 80 for line in lines)
    letters = Counter(letter for line in lines for letter in line if not letter.isspace())
    wanted = Counter(letter for row in rows for letter in plain(row[-1]) if not letter.isspace())
    assert wanted - letters == Counter()


@given(st.text(max_size=400))
def test_no_field_line_is_wider_than_the_terminal_and_no_letter_is_lost(text: str) -> None:
    lines = list(field("label", text))
    assert all(cell_len(line) <= 80 for line in lines)
    shown = "".join(line[13:] for line in lines)
    assert "".join(shown.split()) == "".join(plain(text).split())


def test_columns_of_chinese_and_english_rows_start_at_the_same_place() -> None:
    lines = list(table([["双循环", "dual circulation"], ["RCEP", "trade pact"]], ["zh", "en"]))
    starts = [cell_len(line[: line.index(word)]) for line, word in zip(lines[1:], ("dual", "trade"), strict=True)]
    assert starts == [8, 8]


def test_a_cell_too_long_for_the_terminal_is_wrapped_under_itself() -> None:
    lines = list(table([["一" * 50, "one"]], ["zh", "en"]))
    assert lines[1].endswith("one")
    assert "".join(lines[1:]).count("一") == 50


def test_figures_stand_under_each_other_by_their_last_digit() -> None:
    assert list(table([["义乌", "7", "0.5 %"], ["浙江", "12", "–"]], ["zh", "seen", "false"])) == [
        "zh    seen  false",
        "义乌     7  0.5 %",
        "浙江    12      –",
    ]


@pytest.mark.parametrize("code", ["\x1b]0;title\x07", "\x9b31m", "\u202e", "\r", "\x08"])
def test_nothing_that_steers_the_terminal_passes(code: str) -> None:
    assert plain(f"a{code[0]}b") == "ab"
