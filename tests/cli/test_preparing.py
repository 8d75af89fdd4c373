"""The terms of a text before it is translated: what is known, what must not be written, what is not known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from rich.cells import cell_len

from termbase.formats.spreadsheet import Sheet, read_rows, workbook
from tests.cli.conftest import Zhterm

TEXT = (
    "义乌举行论坛\n\n“八八战略”改变了浙江。省商务厅厅长欧阳砚秋说，“苇湖计划”很好。\n\n"
    "义新欧班列开行。“八八战略”很好，“苇湖计划”也很好。\n"
)


@pytest.fixture
def article(two_terms: Zhterm, tmp_path: Path) -> Path:
    two_terms("term", "edit", "1", "--also", "Eight-Eight Strategy")
    two_terms("term", "edit", "1", "--also", "88 Strategy", "--usage", "forbidden")
    path = tmp_path / "article.zh.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_known_terms_come_with_what_to_write_and_what_not(two_terms: Zhterm, article: Path) -> None:
    rows = two_terms("lookup", "--in", article, "--json").json
    known = {row["zh"]: row for row in rows if row["kind"] == "known"}
    strategy = known["八八战略"]
    assert (strategy["en"], strategy["pinyin"]) == ("Double-Eight Strategy", "Bābā Zhànlüè")
    assert (strategy["also"], strategy["forbidden"]) == (["Eight-Eight Strategy"], ["88 Strategy"])
    assert (strategy["frequency"], strategy["segments"]) == (2, [2, 5])
    assert strategy["written"] == ["八八战略"]
    assert "八八战略" in strategy["sentence"]


def test_what_looks_like_a_term_and_is_not_known_comes_with_its_score(two_terms: Zhterm, article: Path) -> None:
    rows = two_terms("lookup", "--in", article, "--json").json
    unknown = {row["zh"]: row for row in rows if row["kind"] == "unknown"}
    assert unknown["苇湖计划"]["frequency"] == 2
    assert 0 < unknown["苇湖计划"]["score"] <= 1
    assert unknown["欧阳砚秋"]["type"] == "person"
    assert "八八战略" not in unknown


def test_nothing_is_filed(two_terms: Zhterm, article: Path) -> None:
    before = two_terms("term", "list", "--json").out
    two_terms("lookup", "--in", article)
    assert two_terms("term", "list", "--json").out == before


def test_the_order_is_that_of_the_text_or_of_frequency(two_terms: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("义新欧开行。八八战略很好。八八战略。", encoding="utf-8")

    def order(by: str) -> list[str]:
        rows = two_terms("lookup", "--in", path, "--json", "--by", by).json
        return [row["zh"] for row in rows if row["kind"] == "known"]

    assert order("place") == ["义新欧", "八八战略"]
    assert order("frequency") == ["八八战略", "义新欧"]


def test_what_a_person_rejected_does_not_come_back(two_terms: Zhterm, article: Path) -> None:
    two_terms("term", "add", "--zh", "苇湖计划", "--type", "strategy")
    two_terms("term", "reject", "3")
    assert "苇湖计划" not in {row["zh"] for row in two_terms("lookup", "--in", article, "--json").json}


def test_the_sheet_fits_80_columns_and_cuts_no_rendering(two_terms: Zhterm, article: Path) -> None:
    two_terms("term", "edit", "1", "--also", "a very long rendering of the strategy that goes over one line and more")
    name = "浙江省人民政府关于加快推进港口一体化改革发展的若干意见实施细则"
    two_terms("term", "add", "--zh", name, "--en", "Rules", "--type", "document")
    article.write_text(f"{TEXT}\n《{name}》印发了。", encoding="utf-8")
    shown = two_terms("lookup", "--in", article).out
    assert all(cell_len(line) <= 80 for line in shown.split("\n"))
    words = re.sub(r"\s+", " ", shown)
    assert "a very long rendering of the strategy that goes over one line and more" in words
    assert "八八战略 Bābā Zhànlüè [2 ×, at 2, 5] en Double-Eight Strategy" in words
    assert "en never 88 Strategy" in words
    assert "looks like a term and is not known" in words
    assert re.search(r"苇湖计划 \S.*? \[2 ×, at 3, 5, strategy, 0\.\d\d\]", words)
    assert name in shown


def test_an_english_text_gets_its_chinese(two_terms: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The Double-Eight Strategy works. The Clear Lake Plan was new.", encoding="utf-8")
    rows = two_terms("lookup", "--in", path, "--json").json
    assert [(row["kind"], row["zh"], row["en"]) for row in rows] == [
        ("known", "八八战略", "Double-Eight Strategy"),
        ("unknown", None, "Clear Lake Plan"),
    ]
    shown = two_terms("lookup", "--in", path).out
    assert "zh         八八战略  (Bābā Zhànlüè)" in shown


def test_of_a_bilingual_file_the_source_counts(two_terms: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "job.xlf"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="a" source-language="zh-CN" target-language="en" datatype="plaintext"><body>'
        '<trans-unit id="1"><source>今天很好。</source></trans-unit>'
        '<trans-unit id="2"><source>八八战略很好。</source><target>It is well.</target></trans-unit>'
        "</body></file></xliff>",
        encoding="utf-8",
    )
    (row,) = two_terms("lookup", "--in", path, "--json").json
    assert (row["zh"], row["segments"]) == ("八八战略", [2])


def test_a_page_marks_languages_and_warns(two_terms: Zhterm, article: Path, tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    result = two_terms("lookup", "--in", article, "-o", page)
    assert (result.code, result.out) == (0, "")
    assert "known terms" in result.err
    document = html.document_fromstring(page.read_text(encoding="utf-8"))
    assert [one.text for one in document.xpath('//*[@class="never"]')] == ["88 Strategy"]
    assert document.xpath('//th[@scope="row"]/span[@lang="zh-Hans"]/text()')[:1]
    assert "Bābā Zhànlüè" in document.xpath('//*[@lang="zh-Latn-pinyin"]/text()')
    assert document.xpath("//summary/text()")[0].startswith("2 ×, segments 2, 5")
    assert document.xpath("//details//mark/text()")[0] == "八八战略"


def test_a_workbook_can_be_filled_in_and_imported(two_terms: Zhterm, article: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    two_terms("lookup", "--in", article, "-o", sheet)
    rows = {row.cells[0]: row.cells for row in read_rows(sheet)}
    assert rows["八八战略"][:5] == (
        "八八战略",
        "Bābā Zhànlüè",
        "Double-Eight Strategy",
        "Eight-Eight Strategy",
        "88 Strategy",
    )
    heading, *unknown = [row.cells for row in read_rows(sheet) if row.sheet == "Unknown"]
    filled = [(one[0], one[1], "Reed Lake Plan", *one[3:]) for one in unknown if one[0] == "苇湖计划"]
    assert len(filled) == 1
    sheet.write_bytes(workbook([Sheet("Unknown", heading, filled)], guard=True))
    assert two_terms("import", sheet).code == 0
    (plan,) = two_terms("lookup", "苇湖计划", "--json", "--limit", "1").json
    # what the program guessed is not approved by that: the column says so, and a person changes it
    assert (plan["en"], plan["type"], plan["status"]) == ("Reed Lake Plan", "strategy", "proposed")


def test_a_text_without_a_term_is_exit_code_1(two_terms: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("好。", encoding="utf-8")
    result = two_terms("lookup", "--in", path)
    assert (result.code, result.out) == (1, "")
    assert "1 segment, 0 known terms" in result.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--in", "a.txt", "八八"), "takes no query"),
        ((), "nothing is asked for"),
        (("--in", "a.txt", "--by", "size"), "is not one of: place, frequency"),
        (("--in", "a.txt", "-o", "a.doc"), "written as .xlsx or .html"),
        (("--in", "none.txt"), "no such file"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(two_terms: Zhterm, arguments: tuple[str, ...], told: str) -> None:
    result = two_terms("lookup", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err


def test_a_file_that_is_there_is_not_replaced(two_terms: Zhterm, article: Path, tmp_path: Path) -> None:
    (tmp_path / "sheet.html").write_text("mine", encoding="utf-8")
    result = two_terms("lookup", "--in", article, "-o", tmp_path / "sheet.html")
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert (tmp_path / "sheet.html").read_text(encoding="utf-8") == "mine"
    assert two_terms("lookup", "--in", article, "-o", tmp_path / "sheet.html", "--force").code == 0
