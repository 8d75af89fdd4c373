"""What a change may touch in each format, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.errors import InputError
from tests.tm.fixing.copies import copy_of, finding
from tm.fixing.edits import Edit, apart, patches_of
from tm.fixing.files import require_fixable
from tm.fixing.suggestions import Suggestions
from tm.formats.laid import Laid, Spot

XLIFF = (
    '<xliff version="1.2"><file source-language="zh" target-language="en"><body><trans-unit id="1"{0}>'
    "<source>港口</source><target>{1}</target></trans-unit></body></file></xliff>"
)


@pytest.mark.parametrize(
    ("target", "edit", "after"),
    [
        ("grew grew", Edit(0, 9, "grew"), "grew"),
        ("grew <x/>grew", Edit(0, 9, "grew"), None),
        ("a，<g id='1'>b</g>", Edit(1, 2, ", "), "a, <g id='1'>b</g>"),
        ("<mrk mtype='term'>a，</mrk>b", Edit(1, 2, ", "), "<mrk mtype='term'>a, </mrk>b"),
        ("a<mrk mtype='term'>a，</mrk>b", Edit(0, 3, "c"), None),
        ("&#x61;&quot;，b", Edit(2, 3, " &"), "&#x61;&quot; &amp;b"),
        ("<![CDATA[a，b&]]>c", Edit(1, 2, ","), "<![CDATA[a,b&]]>c"),
        ("<![CDATA[a，b]]>c", Edit(1, 2, "]"), None),
        ("<![CDATA[a，]]>，c", Edit(1, 3, ","), None),
        ("a，<!-- ， -->b", Edit(1, 2, ","), "a,<!-- ， -->b"),
        ("a b", Edit(1, 2, "\x01"), None),
        ("a b", Edit(0, 3, " "), None),
        ("a b", Edit(2, 9, "c"), None),
        ("a\r\n，b", Edit(1, 3, ","), "a,b"),
    ],
)
def test_text_changes_and_what_is_no_text_stays(tmp_path: Path, target: str, edit: Edit, after: str | None) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(XLIFF.format("", target).encode())
    copied, made = copy_of(path, {1: [edit]})
    assert (copied.decode(), made) == (XLIFF.format("", target if after is None else after), after is not None)


def test_an_entity_that_is_declared_elsewhere_stays(tmp_path: Path) -> None:
    text = '<!DOCTYPE xliff SYSTEM "own.dtd">' + XLIFF.format("", "a&own;，b")
    path = tmp_path / "a.xlf"
    path.write_bytes(text.encode())
    assert copy_of(path, {1: [Edit(1, 2, "x")]}) == (text.encode(), 0)
    assert copy_of(path, {1: [Edit(6, 7, ",")]}) == (text.replace("，", ",").encode(), 1)


def test_a_locked_segment_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.mqxliff"
    path.write_bytes(XLIFF.format(' mq:locked="locked"', "grew grew").encode())
    assert copy_of(path, {1: [Edit(4, 9, "")]}) == (path.read_bytes(), 0)


def test_segments_whose_marks_change_places_are_changed_each_at_its_own(tmp_path: Path) -> None:
    marked = "<seg-source><mrk mtype='seg' mid='1'>一。</mrk><mrk mtype='seg' mid='2'>二。</mrk></seg-source>"
    text = XLIFF.format("", "<mrk mtype='seg' mid='2'>b b</mrk> <mrk mtype='seg' mid='1'>a a</mrk>")
    text = text.replace("</source>", f"</source>{marked}")
    path = tmp_path / "a.sdlxliff"
    path.write_bytes(text.encode())
    copied, made = copy_of(path, {1: [Edit(1, 3, "")], 2: [Edit(1, 3, "")]})
    assert (copied.decode(), made) == (text.replace("a a", "a").replace("b b", "b"), 2)


def test_a_file_keeps_its_encoding_and_takes_references_for_what_it_lacks(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + XLIFF.format("", "caf&#233; é; port").replace(
        "港口", "&#x6E2F;"
    )
    path = tmp_path / "a.xlf"
    path.write_bytes(text.encode("latin-1"))
    copied, _ = copy_of(path, {1: [Edit(4, 7, "–")]})
    assert copied == text.replace(" é;", "&#8211;").encode("latin-1")


@pytest.mark.parametrize(
    ("row", "edit", "after"),
    [
        ('港，口,"a ""b"", c"', Edit(1, 2, "，"), '港，口,"a，""b"", c"'),
        ("港，口, a，b ", Edit(1, 2, ", "), '港，口," a, b "'),
        ('港，口,a "b"c', Edit(0, 2, ""), '港，口,"""b""c"'),
        ('港，口,"a"b，c', Edit(2, 3, ";"), None),
    ],
)
def test_a_cell_gets_quotation_marks_where_it_needs_them_now(
    tmp_path: Path, row: str, edit: Edit, after: str | None
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"\ufeff{row}\r\n".encode())
    copied, made = copy_of(path, {1: [edit]})
    assert (copied.decode(), made) == (f"\ufeff{after or row}\r\n", after is not None)


def test_a_change_that_a_table_cannot_hold_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    text = "en\tzh\nports，ports\t港口\n\nroads，\t路\n"
    path.write_bytes(text.encode("gb18030"))
    copied, made = copy_of(path, {1: [Edit(0, 1, "港\t口")], 2: [Edit(0, 1, "公路")]})
    assert (copied, made) == (text.replace("\t路", "\t公路").encode("gb18030"), 1)


def test_a_change_reaches_over_the_lines_of_a_message(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=cp1252\\n"\n\nmsgid "x"\nmsgstr ""\n"the "\n"the\\tport"\n'
    path = tmp_path / "a.po"
    path.write_bytes(text.encode())
    assert copy_of(path, {1: [Edit(0, 7, "a")]}) == (text.replace('"the "\n"the', '"a"\n"').encode(), 1)
    assert copy_of(path, {1: [Edit(0, 3, "港")]}) == (text.encode(), 0)


def test_a_plain_text_that_is_another_by_now_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ports.", encoding="utf-8")
    with pytest.raises(InputError, match="is not what was checked"):
        copy_of(path, {1: [Edit(0, 1, "t")]}, ["The roads."])


def test_of_changes_that_overlap_the_first_that_came_is_made() -> None:
    edits = [Edit(4, 8, "a"), Edit(0, 5, "b"), Edit(8, 9, "c"), Edit(6, 6, "d"), Edit(9, 9, "e"), Edit(9, 9, "f")]
    taken, made = apart([*edits, edits[0]], lambda edit: True)
    assert (taken, made) == ([edits[0], edits[2], edits[4]], 4)


def test_a_change_that_comes_in_behind_the_last_character_stands_there() -> None:
    laid = Laid("ab", [Spot(10, 11), Spot(11, 12)])
    (patch,), made = patches_of([Edit(2, 2, "c")], laid, lambda text, _: text)
    assert (patch.start, patch.end, patch.text, made) == (12, 12, "c", 1)
    (patch,), _ = patches_of([Edit(1, 1, "c")], laid, lambda text, _: text)
    assert (patch.start, patch.end) == (11, 11)


def test_only_safe_suggestions_are_kept_in_the_order_of_their_segments() -> None:
    path = Path("a.tsv")
    found = [
        finding(path, 2, Edit(0, 1, "x")),
        finding(path, 1, Edit(0, 1, "y")),
        finding(path, 2, Edit(0, 1, "z"), safe=False),
        finding(path, 2, Edit(0, 1, "\ud800")),
        finding(path, 2, Edit(3, 4, "w")),
    ]
    suggestions = Suggestions()
    assert list(suggestions.collected(found)) == found
    assert list(suggestions.of("a.tsv")) == [(1, [Edit(0, 1, "y")]), (2, [Edit(0, 1, "x"), Edit(3, 4, "w")])]


@pytest.mark.parametrize("name", ["table.docx", "page.html", "paper.pdf", "program.mo"])
def test_a_file_that_cannot_be_fixed_is_named(name: str) -> None:
    with pytest.raises(InputError, match="files cannot be fixed"):
        require_fixable(Path(name))
