"""A person's decisions on single entries."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Zhterm


def test_an_entry_added_is_shown_with_its_pinyin_and_source(zhterm: Zhterm) -> None:
    result = zhterm(
        "term",
        "add",
        "--zh",
        "双循环",
        "--en",
        "dual circulation",
        "--source",
        "Xinhua: A Report",
        "--tier",
        "agency",
    )
    assert result.code == 0
    assert "双循环  shuāng xúnhuán" in result.out
    assert "Xinhua, A Report [agency]: 双循环, dual circulation" in result.out


def test_an_entry_is_not_added_twice(two_terms: Zhterm) -> None:
    result = two_terms("term", "add", "--zh", "八八戰略", "--en", "Eight-Eight Strategy")
    assert result.code == 2
    assert result.err == "zhterm: entry 1 has “八八戰略” already; change it with: zhterm term edit 1\n"


def test_an_edit_changes_what_it_names_and_the_history_tells_it(two_terms: Zhterm) -> None:
    assert two_terms("term", "edit", "1", "--en", "Eight-Eight Strategy", "--note", "as the client wants").code == 0
    entry = two_terms("term", "show", "1", "--json").json[0]
    assert entry["en"] == "Eight-Eight Strategy"
    assert [term["usage"] for term in entry["terms"]] == ["preferred", "preferred", "admitted"]
    told = two_terms("term", "history", "1").out
    assert "as the client wants" in told
    changes = two_terms("term", "history", "1", "--json").json
    assert [change["action"] for change in changes] == ["add", "edit"]
    assert all(change["who"] and change["at"] for change in changes)


def test_entries_are_listed_by_status_and_type(two_terms: Zhterm) -> None:
    assert [entry["zh"] for entry in two_terms("term", "list", "--type", "strategy", "--json").json] == ["八八战略"]
    assert two_terms("term", "list", "--status", "proposed").err == "0 entries\n"
    lines = two_terms("term", "list", "-n", "1").out.split("\n")
    assert lines[1].split()[:2] == ["1", "八八战略"]


def test_a_rejected_entry_is_not_looked_up_and_an_approved_one_is_again(two_terms: Zhterm) -> None:
    assert two_terms("term", "reject", "1").code == 0
    assert two_terms("lookup", "八八战略").code == 1
    assert two_terms("term", "approve", "1").code == 0
    assert two_terms("lookup", "八八战略").code == 0


def test_merging_unites_forms_and_removes_the_other_entry(two_terms: Zhterm) -> None:
    assert "Yiwu-Xinjiang-Europe" in two_terms("term", "merge", "2", "1").out
    assert two_terms("term", "show", "2").code == 2
    assert two_terms("lookup", "义新欧", "--json").json[0]["id"] == 1


def test_a_removed_entry_keeps_its_history(two_terms: Zhterm) -> None:
    assert two_terms("term", "remove", "1").err == "removed: 1\n"
    assert two_terms("lookup", "八八战略").code == 1
    assert two_terms("term", "history", "1", "--json").json[-1]["action"] == "remove"


def test_of_several_decisions_all_or_none_are_made(two_terms: Zhterm) -> None:
    result = two_terms("term", "remove", "1", "99")
    assert result.code == 2
    assert two_terms("lookup", "八八战略").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("term", "show", "99"), "zhterm: no entry has the number 99"),
        (("term", "history", "99"), "zhterm: no entry ever had the number 99"),
        (("term", "merge", "1", "1"), "zhterm: entry 1 cannot be merged with itself; give two numbers"),
        (("term", "edit", "1"), "zhterm: nothing to change is named; see: zhterm term edit --help"),
        (("tm", "search", " "), "zhterm: nothing to search for; give a text, or --batch FILE"),
        (("tm", "concordance", ""), "zhterm: nothing to search for; give a word or a phrase"),
        (("tm", "import", "."), "zhterm: .: is a folder, not a file; name the files in it"),
        (("term", "add"), "zhterm: an entry needs a Chinese or an English form; give --zh or --en"),
        (("term", "add", "--zh", "abc"), "zhterm: --zh 'abc' has no Chinese character; did you mean --en?"),
        (("term", "add", "--zh", "丽水", "--url", "https://a.b"), "zhterm: --url and --date belong to a source"),
        (("term", "list", "--type", "idea"), "zhterm: --type 'idea' is not one of: person, place"),
        (("term", "list", "--status", "good"), "zhterm: --status 'good' is not one of: proposed"),
        (("lookup", " "), "zhterm: "),
    ],
)
def test_what_makes_no_sense_is_one_line_and_exit_code_2(
    two_terms: Zhterm, arguments: tuple[str, ...], told: str
) -> None:
    result = two_terms(*arguments)
    assert result.code == 2
    assert result.err.startswith(told)
    assert result.err.count("\n") == 1
    assert result.out == ""
