"""Which lines date a text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from termbase.language.documents.dates import date_of, find_date, is_date_line
from tests.cases import parametrized


@parametrized("dates")
def test_a_date_line_dates_the_text(case: dict[str, str]) -> None:
    assert is_date_line(case["line"]) is bool(case["date"])
    assert date_of(["义乌开放", case["line"], "去年增长。"]) == case["date"]


def test_a_date_line_far_down_is_no_date_of_the_text() -> None:
    assert date_of(["义乌"] * 6 + ["2022-06-28"]) == ""


def test_the_first_of_two_dates_counts() -> None:
    assert find_date("June 13, 2023 (2023-06-14)") == "2023-06-13"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_found_in_every_usual_form(day: date) -> None:
    forms = (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b}. {day.year}",
    )
    assert {find_date(f"于 {form} 发布") for form in forms} == {day.isoformat()}


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    found = find_date(text)
    assert found == "" or date.fromisoformat(found)
