"""Pages of the termbase, of dated texts and of an analysis, as a user makes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.cli.conftest import Zhterm

NEWS = {
    "2023-01-31": "The 88 Strategy works in Yiwu. Double-Eight Strategy is its name.",
    "2024-03-05": "The Double-Eight Strategy works. The Double-Eight Strategy was praised.",
    "2024-05-16": "The Double-Eight Strategy works too. The Clear Lake Plan was new. The Clear Lake Plan grew.",
}


@pytest.fixture
def forms(two_terms: Zhterm) -> Zhterm:
    two_terms("term", "edit", "1", "--also", "88 Strategy", "--usage", "forbidden")
    return two_terms


@pytest.fixture
def news(tmp_path: Path) -> list[Path]:
    paths = []
    for day, text in NEWS.items():
        paths.append(tmp_path / f"{day}.txt")
        paths[-1].write_text(f"News\n\n{day}\n\n{text}\n", encoding="utf-8")
    return paths


def page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def data(path: Path) -> Any:
    return json.loads(page(path).get_element_by_id("data").text)


def by_kind(rows: list[Any], kind: str) -> list[Any]:
    return [row for row in rows if row["kind"] == kind]


def test_the_termbase_as_a_page_and_as_json(forms: Zhterm, tmp_path: Path) -> None:
    out = tmp_path / "t.html"
    result = forms("report", "termbase", "-o", out, "--json")
    assert (result.code, result.err) == (0, f"{out}: 2 entries\n")
    assert [entry["zh"] for entry in result.json] == ["八八战略", "义新欧"]
    assert {"terms", "note", "items", "subject", "contexts"} <= set(result.json[0])
    assert [entry[5][0][1] for entry in data(out)["entries"]] == ["八八战略", "义新欧"]


def test_proposed_entries_stay_out_where_only_approved_ones_are_wanted(forms: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Clear Lake Plan was new. The Clear Lake Plan grew.", encoding="utf-8")
    forms("extract", tmp_path / "a.txt")
    assert len(forms("report", "termbase", "--json").json) == 3
    assert len(forms("report", "termbase", "--json", "--status", "approved").json) == 2


def test_filed_articles_over_time(forms: Zhterm, news: list[Path], tmp_path: Path) -> None:
    for path in news:
        forms("extract", path)
    out = tmp_path / "c.html"
    result = forms("report", "corpus", "-o", out, "--json", "--by", "year")
    terms = {row["en"]: row for row in by_kind(result.json, "term")}
    assert terms["Double-Eight Strategy"]["days"] == {"2023-01-31": 2, "2024-03-05": 2, "2024-05-16": 1}
    assert (terms["Double-Eight Strategy"]["documents"], terms["Double-Eight Strategy"]["frequency"]) == (3, 5)
    (plan,) = by_kind(result.json, "unsettled")
    assert (plan["en"], plan["recent"], plan["first_seen"]) == ("Clear Lake Plan", 2, "2024-05-16")
    (contest,) = by_kind(result.json, "renderings")
    assert [(one["text"], one["usage"], one["sentences"], one["periods"]) for one in contest["renderings"]] == [
        ("Double-Eight Strategy", "preferred", 4, {"2023": 1, "2024": 3}),
        ("88 Strategy", "forbidden", 1, {"2023": 1}),
    ]
    shown = page(out)
    assert data(out)["periods"] == ["2023", "2024"]
    assert shown.xpath("//article//svg/@aria-label") == ["Double-Eight Strategy 4, 88 Strategy 1"]
    assert [one.text for one in shown.xpath('//*[@class="never"]')] == ["88 Strategy"]


def test_files_are_counted_like_filed_articles_and_nothing_is_filed(forms: Zhterm, news: list[Path]) -> None:
    before = forms("term", "list", "--json").out
    rows = forms("report", "corpus", *news, "--json").json
    assert forms("term", "list", "--json").out == before
    for path in news:
        forms("extract", path)
    filed = forms("report", "corpus", "--json").json

    def facts(some: list[Any]) -> list[Any]:
        return sorted(
            [{**row, "id": None, "status": None} for row in some], key=lambda row: json.dumps(row, sort_keys=True)
        )

    assert facts(rows) == facts(filed)


def test_a_pair_is_one_text_with_the_date_of_either_side(forms: Zhterm, tmp_path: Path) -> None:
    zh, en = tmp_path / "a.zh.txt", tmp_path / "a.en.txt"
    zh.write_text("论坛\n\n2024年5月16日\n\n八八战略很好。\n", encoding="utf-8")
    en.write_text("A forum\n\nThe 88 Strategy works.\n", encoding="utf-8")
    result = forms("report", "corpus", zh, en, "--json")
    (contest,) = by_kind(result.json, "renderings")
    assert contest["renderings"][0]["periods"] == {"2024-05": 1}
    assert by_kind(result.json, "term")[0]["documents"] == 1


def test_texts_without_a_date_are_told_and_may_get_one(forms: Zhterm, tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "c.html"
    path.write_text("The Double-Eight Strategy works.", encoding="utf-8")
    forms("report", "corpus", path, "-o", out)
    assert "1 without a date are not counted" in page(out).text_content()
    assert "No text with a date was read" in page(out).text_content()
    dated = forms("report", "corpus", path, "--date", "2024-05-16", "--json").json
    assert by_kind(dated, "term")[0]["first_seen"] == "2024-05-16"


def test_the_memory_tells_of_renderings_and_of_sentences_without_any(forms: Zhterm, tmp_path: Path) -> None:
    memory = tmp_path / "m.tsv"
    memory.write_text(
        "zh\ten\n八八战略很好。\tThe 88 Strategy is good.\n八八战略真好。\tIt is very good.\n", encoding="utf-8"
    )
    assert forms("tm", "import", memory).code == 0
    assert by_kind(forms("report", "corpus", "--json").json, "renderings") == []
    (contest,) = by_kind(forms("report", "corpus", "--json", "--with-memory").json, "renderings")
    # a unit is of the day on which it was made
    assert [(one["text"], list(one["periods"].values())) for one in contest["renderings"]] == [
        ("88 Strategy", [1]),
        (None, [1]),
    ]


def test_an_analysis_counts_as_the_memory_does(forms: Zhterm, news: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    result = forms("report", "analysis", *news, "-o", out, "--json")
    assert result.out == forms("tm", "analyse", *news, "--json").out
    shown = page(out)
    assert [one.text for one in shown.iter("h2")] == ["All files together", *(path.as_posix() for path in news)]
    *_, last = shown.find(".//tbody").findall("tr")
    none = result.json[-1]["bands"]["none"]
    assert [cell.text for cell in last.findall("td")][:2] == [str(none["segments"]), str(none["words"])]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("termbase",), "give -o page.html, or --json"),
        (("termbase", "-o", "t.pdf"), "a report is written as .html"),
        (("termbase", "--json", "--status", "new"), "is not one of: approved, all"),
        (("corpus", "--json", "--by", "week"), "is not one of: month, year"),
        (("corpus", "--json", "--date", "2024-05-16"), "--date is about files"),
        (("corpus", "--json", "--strict", "none.txt"), "no such file"),
        (("analysis", "none.txt", "--json"), "no such file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(forms: Zhterm, arguments: tuple[str, ...], told: str) -> None:
    result = forms("report", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(forms: Zhterm, news: list[Path]) -> None:
    result = forms("report", "corpus", news[0], "none.txt", "--json")
    assert result.code == 2
    assert by_kind(result.json, "term")
    assert "none.txt" in result.err


def test_a_page_that_is_there_is_not_replaced(forms: Zhterm, tmp_path: Path) -> None:
    out = tmp_path / "t.html"
    out.write_text("mine", encoding="utf-8")
    assert forms("report", "termbase", "-o", out).code == 2
    assert out.read_text(encoding="utf-8") == "mine"
    assert forms("report", "termbase", "-o", out, "--force").code == 0
