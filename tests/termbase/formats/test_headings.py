"""Headings are known by the names that people and tools give them."""

from __future__ import annotations

import pytest

from termbase.formats.headings import COLUMNS, recognise
from tests.cases import parametrized


@parametrized("headings")
def test_a_heading_names_its_column(case: dict[str, str]) -> None:
    assert recognise([case["heading"]]).columns == (case["column"],)


def test_every_column_is_known_by_its_own_name() -> None:
    headings = recognise(COLUMNS)
    assert headings.columns == COLUMNS
    assert headings.ignored == headings.missing == ()


def test_a_column_named_twice_is_the_one_further_left() -> None:
    assert recognise(["en-GB", "zh", "en-US"]).columns == ("en", "zh", "")


@pytest.mark.parametrize(
    ("found", "columns"),
    [
        (["Term", "Translation"], ("term", "translation")),
        (["Term", "zh", "en"], ("", "zh", "en")),
        (["English", "译文"], ("en", "zh")),
        (["Term", "Translation", "en"], ("", "", "en")),
    ],
    ids=" ".join,
)
def test_a_general_name_is_the_language_that_is_left(found: list[str], columns: tuple[str, ...]) -> None:
    assert recognise(found).columns == columns


def test_the_sides_that_have_no_column_are_named() -> None:
    assert recognise(["zh", "note"]).missing == ("en",)
    assert recognise(["Term", "note"]).missing == ("zh", "en")
    assert recognise(["Term", "Translation"]).missing == ()


@pytest.mark.parametrize(
    ("found", "columns"),
    [
        (["zh-CN", "zh-TW", "en"], ("zh", "zh-Hant", "en")),
        (["Chinese (Taiwan)", "Chinese", "en"], ("zh-Hant", "zh", "en")),
        (["zh-TW", "zh-HK", "en"], ("zh", "", "en")),
        (["繁體中文", "英文", "備註"], ("zh", "en", "note")),
        (["en", "Notes", "zh", "Notes"], ("en", "note", "zh", "note")),
    ],
    ids=" ".join,
)
def test_traditional_forms_and_several_notes_have_their_columns(found: list[str], columns: tuple[str, ...]) -> None:
    assert recognise(found).columns == columns
