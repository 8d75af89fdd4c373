"""Look-up, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Zhterm


@pytest.mark.parametrize(
    ("query", "field", "kind"),
    [
        ("八八战略", "zh", "exact"),
        ("“八八戰略”", "zh", "exact"),
        ("战略", "zh", "contains"),
        ("the double eight strategy", "en", "exact"),
        ("bābā zhànlüè", "pinyin", "exact"),
        ("ba1ba1 zhan4lve4", "pinyin", "exact"),
        ("bbzl", "initials", "exact"),
        ("babazanlue", "pinyin", "southern"),
        ("Duble Eight Stratgy", "en", "nearly"),
    ],
)
def test_an_entry_is_found_in_every_way(two_terms: Zhterm, query: str, field: str, kind: str) -> None:
    best = two_terms("lookup", query, "--json").json[0]
    assert best["en"] == "Double-Eight Strategy"
    assert (best["match"]["field"], best["match"]["kind"]) == (field, kind)


def test_the_words_of_a_query_need_no_quotation_marks(two_terms: Zhterm) -> None:
    assert two_terms("lookup", "double", "eight", "--json").json[0]["zh"] == "八八战略"


def test_json_has_the_keys_of_the_contract_and_nothing_else_is_printed(two_terms: Zhterm) -> None:
    result = two_terms("lookup", "yixinou", "--json")
    assert result.err == ""
    (entry,) = result.json
    contract = {"id", "zh", "pinyin", "en", "terms", "type", "status", "definition", "match", "contexts"}
    assert contract <= set(entry)
    assert {"lang", "text", "usage", "source"} <= set(entry["terms"][0])
    assert set(entry["match"]) == {"field", "kind", "score"}


def test_nothing_found_is_exit_code_1_and_says_what_to_do(two_terms: Zhterm) -> None:
    result = two_terms("lookup", "qqqqqqqqqq")
    assert (result.code, result.out) == (1, "")
    assert "zhterm term add" in result.err


def test_a_missing_database_is_told_with_the_remedy(zhterm: Zhterm) -> None:
    result = zhterm("lookup", "八八战略")
    assert result.code == 2
    assert "zhterm import --starter" in result.err
    assert result.err.count("\n") == 1


def test_an_entry_fits_80_columns_and_steers_no_terminal(zhterm: Zhterm) -> None:
    zhterm("term", "add", "--zh", "双循环", "--en", "dual circulation", "--note", "看" * 70 + " word" * 30)
    shown = zhterm("lookup", "双循环").out
    assert all(cell_len(line) <= 80 for line in shown.split("\n"))
    assert "\x1b" not in shown


def test_a_file_that_is_no_termbase_is_told(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("shopping list", encoding="utf-8")
    result = zhterm("lookup", "八八", "--db", tmp_path / "notes.db")
    assert result.code == 2
    assert "notes.db" in result.err
