"""The page of findings: everything in one file, everything escaped."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from termbase.formats.spreadsheet import read_rows
from tm.checking.run import Tally
from tm.checks.model import Finding, Severity
from tm.model import Segment
from tm.report import findings_page as module
from tm.report.findings_page import findings_page
from tm.report.findings_sheet import findings_sheet


def finding(target: str = "The port grew grew.", **changes: object) -> Finding:
    values = {
        "check": "doubled-word",
        "severity": Severity.WARNING,
        "segment": Segment("港口增长了。", target, "a.xlf", 3, "u3"),
        "message": "“grew” stands twice",
        "source_span": (0, 2),
        "target_span": (9, 18),
        "suggestion": "grew",
        "safe": True,
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


def page(*findings: Finding, **counts: int) -> str:
    tally = Tally(segments=7, files={one.segment.file for one in findings}, **counts)
    for one in findings:
        tally.by_check[one.check, one.severity] += 1
    return "".join(findings_page(findings, tally))


def test_a_finding_shows_both_sides_marked_in_their_languages() -> None:
    (article,) = document_fromstring(page(finding())).findall(".//article")
    assert [(side.get("lang"), side.findtext("mark")) for side in article.findall(".//dd[@lang]")] == [
        ("zh-Hans", "港口"),
        ("en", "grew grew"),
    ]
    assert article.findtext(".//dd[@class='better']") == "grew"
    assert "a.xlf, segment 3 (u3)" in article.findtext(".//*[@class='place']", "")


def test_counts_are_a_picture_and_silenced_ones_are_told() -> None:
    text = page(finding(), finding(), finding(check="number", severity=Severity.ERROR), silenced=2, known=1)
    assert "3 findings, 7 segments, 1 file, 2 silenced, 1 known from the baseline" in text
    boxes = document_fromstring(text).findall(".//input[@data-check]")
    assert [box.get("data-check") for box in boxes] == ["number", "doubled-word"]
    assert re.findall(r"\"width: ([\d.]+)%", text) == ["50.0", "100.0"]


def test_traditional_text_is_marked_as_such() -> None:
    assert 'lang="zh-Hant"' in page(finding(segment=Segment("進一步擴大", "x", "a", 1), target_span=None))


def test_nothing_found_is_said() -> None:
    assert "Nothing found." in page()


def test_what_does_not_fit_on_the_page_is_told(monkeypatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    text = page(finding(), finding(), finding())
    assert text.count("<article") == 2
    assert "1 more findings are not on this page" in text


def test_an_empty_suggestion_means_that_the_words_go() -> None:
    assert "(nothing)" in page(finding(suggestion=""))


def test_a_workbook_has_a_row_for_each_finding_and_the_counts(tmp_path) -> None:
    path = tmp_path / "findings.xlsx"
    tally = Tally(segments=7)
    tally.by_check["doubled-word", Severity.WARNING] = 1
    path.write_bytes(findings_sheet([finding(), finding(target="=1+1", target_span=None, suggestion=None)], tally))
    rows = [row.cells for row in read_rows(path)]
    assert rows[1][:5] == ("a.xlf", "3", "u3", "warning", "doubled-word")
    assert rows[1][8:11] == ("港口", "grew grew", "grew")
    assert rows[2][7] == "'=1+1"
    assert ("doubled-word", "warning", "1") in rows


def test_the_page_asks_nobody_for_anything() -> None:
    text = page(finding())
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|<link|<img|src=", text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_becomes_markup(source: str, message: str) -> None:
    shown = page(
        finding(
            target="<b>x</b>",
            segment=Segment(source, "<b onclick=x>", source, 1, message),
            message=message,
            source_span=None,
            target_span=(0, 3),
            suggestion=source,
        )
    )
    assert shown.count("<b") == shown.count("<body")
    assert len(re.findall("<article", shown)) == 1
