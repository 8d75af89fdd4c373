"""What is new in dated articles and not settled yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm

OLD = "The Reed Lake Museum opened in Huzhou.\n"
NEW = "2024-05-16\n\nThe Reed Lake Museum praised the Clear Lake Plan. The Clear Lake Plan was new. The Clear Lake Plan grew.\n"


@pytest.fixture
def dated(zhterm: Zhterm, tmp_path: Path) -> Zhterm:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    zhterm("extract", tmp_path / "old.txt", "--date", "2023-01-31")
    zhterm("extract", tmp_path / "new.txt")
    return zhterm


def test_what_is_new_comes_first_with_when_it_was_seen(dated: Zhterm) -> None:
    found = {row["en"]: row for row in dated("radar", "--json").json}
    plan, museum = found["Clear Lake Plan"], found["Reed Lake Museum"]
    assert (plan["first_seen"], plan["last_seen"], plan["recent"], plan["earlier"]) == (
        "2024-05-16",
        "2024-05-16",
        3,
        0,
    )
    assert (museum["first_seen"], museum["documents"]) == ("2023-01-31", 2)
    assert plan["burst"] > museum["burst"]
    assert next(iter(found)) == "Clear Lake Plan"


def test_what_was_not_seen_lately_is_not_listed(dated: Zhterm) -> None:
    assert "Huzhou" not in {row["en"] for row in dated("radar", "--json").json}
    assert "Huzhou" in {row["en"] for row in dated("radar", "--days", "900", "--json").json}


def test_what_a_person_decided_is_settled(dated: Zhterm) -> None:
    plan = next(row for row in dated("radar", "--json").json if row["en"] == "Clear Lake Plan")
    dated("term", "approve", str(plan["id"]))
    assert "Clear Lake Plan" not in {row["en"] for row in dated("radar", "--json").json}


def test_the_list_is_a_table_on_a_terminal(dated: Zhterm) -> None:
    shown = dated("radar").out
    assert "first seen" in shown
    assert "Clear Lake Plan" in shown
    assert all(len(line) <= 80 for line in shown.split("\n"))


def test_without_dated_articles_it_says_so(two_terms: Zhterm) -> None:
    result = two_terms("radar")
    assert (result.code, result.out) == (0, "")
    assert "no dated article" in result.err


def test_a_day_that_is_not_in_the_calendar_is_refused(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    result = zhterm("extract", tmp_path / "a.txt", "--date", "2023-02-30")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "write it like 2024-05-16" in result.err
