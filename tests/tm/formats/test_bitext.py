"""Pairs from XLIFF, PO and tab-separated files."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError, ZhtermError
from tm.formats.columns import read as read_tsv
from tm.formats.po import read as read_po
from tm.formats.xliff import read as read_xliff
from tm.model import Unit

XLIFF_2 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh">
<file id="f"><unit id="u">
<segment id="1"><source>Yiwu</source><target>义乌</target></segment>
<segment id="2"><source>Hangzhou</source></segment>
</unit></file></xliff>
"""
XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="{0}" target-language="{1}" datatype="plaintext"><body>
<trans-unit id="7"><source>{2}</source><target>{3}</target></trans-unit>
</body></file></xliff>
"""
PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: {0}\\n"

{1}
"""


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str, name: str = "a.xlf") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def pairs(units) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in units]


def test_xliff_2_is_read_and_its_languages_turned(written) -> None:
    assert pairs(read_xliff(written(XLIFF_2))) == [("义乌", "Yiwu")]


def test_the_id_and_the_notes_of_a_unit_are_kept(written) -> None:
    text = XLIFF_1.format("zh-CN", "en", "义乌", "Yiwu").replace("</target>", "</target><note>city</note>")
    [unit] = read_xliff(written(text))
    assert unit == Unit(
        "义乌", "Yiwu", "a.xlf", properties=(("id", "a#7"), ("note", "city")), zh_language="zh-CN", en_language="en"
    )


def test_pairs_of_other_languages_are_passed_over(written) -> None:
    assert pairs(read_xliff(written(XLIFF_1.format("zh", "fr", "义乌", "Yiwu")))) == []
    assert pairs(read_xliff(written(XLIFF_1.format("en", "en-GB", "colour", "color")))) == []


def test_tags_count_more_than_characters(written) -> None:
    assert pairs(read_xliff(written(XLIFF_1.format("en-US", "zh-CN", "2023", "2023年")))) == [("2023年", "2023")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("<xliff version='1.2'>\n<file></xliff>", 2, "the XML is broken"),
        ("<html/>", 1, "the file is no XLIFF: its root is html"),
        ("", 1, "the XML is broken"),
    ],
)
def test_a_broken_xliff_is_refused(written, text: str, line: int | None, says: str) -> None:
    with pytest.raises(FormatError, match=says) as raised:
        list(read_xliff(written(text)))
    assert raised.value.line == line


def test_plural_forms_make_pairs_and_comments_go_along(written) -> None:
    entry = '#. shown below\nmsgctxt "menu"\nmsgid "a file"\nmsgid_plural "files"\nmsgstr[0] "文件"'
    one, several = read_po(written(PO.format("zh_CN", entry), "a.po"))
    assert pairs([one, several]) == [("文件", "a file"), ("文件", "files")]
    assert one.properties == (("context", "menu"), ("note", "shown below"))


def test_without_a_language_the_text_tells_the_side(written) -> None:
    entries = 'msgid "义乌"\nmsgstr "Yiwu"\n\nmsgid "Hangzhou"\nmsgstr "杭州"\n\nmsgid "a"\nmsgstr "b"'
    assert pairs(read_po(written(PO.format("", entries), "a.po"))) == [("义乌", "Yiwu"), ("杭州", "Hangzhou")]


def test_a_broken_po_file_is_refused(written) -> None:
    with pytest.raises(FormatError, match=r"a\.po:1: the line is none of PO"):
        list(read_po(written('msgid "a\nmsgstr', "a.po")))


def test_two_columns_need_no_heading_and_may_be_turned(written) -> None:
    text = 'Yiwu "city"\t“义乌”市\r\n\r\nno translation\t\r\nHangzhou\t杭州\r\n'
    assert pairs(read_tsv(written(text))) == [("“义乌”市", 'Yiwu "city"'), ("杭州", "Hangzhou")]


@pytest.mark.parametrize("heading", ["law\tzh\ten", "law\tTerm\tTranslation", "law\t译文\tEnglish"])
def test_a_heading_row_names_the_columns(written, heading: str) -> None:
    assert pairs(read_tsv(written(f"{heading}\nA\t第一条\tArticle 1\n"))) == [("第一条", "Article 1")]


def test_an_empty_file_has_no_pairs(written) -> None:
    assert list(read_tsv(written("\n"))) == []


@pytest.mark.parametrize("text", ["义乌\tYiwu\n\n杭州", "义乌\tYiwu\n\n杭州\tHangzhou\tx"])
def test_another_number_of_columns_is_refused_with_its_line(written, text: str) -> None:
    with pytest.raises(FormatError, match="columns and not 2") as raised:
        list(read_tsv(written(text)))
    assert raised.value.line == 3


cells = st.text("义乌市 abc'\"“”，.", min_size=1, max_size=8).map(str.strip).filter(bool)
# the language of a side is told by the share of its characters
chinese_cells = st.text("义乌市 '\"“”，.", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(
    st.lists(st.tuples(chinese_cells.map("义乌{}".format), cells.map("Yiwu is {}".format)), min_size=1, max_size=5)
)
def test_written_lines_are_read_back(sample: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tsv"
        path.write_bytes("".join(f"{zh}\t{en}\n" for zh, en in sample).encode("utf-8"))
        assert pairs(read_tsv(path)) == sample


@given(st.sampled_from([read_xliff, read_po, read_tsv]), st.binary(max_size=100))
def test_any_bytes_give_units_or_an_error_with_advice(reader, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(data)
        try:
            list(reader(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_pairs_of_every_encoding_come_line_by_line(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(
        "".join(f"第{n}条，国际商贸城的市场\tarticle {n}\u2028end\r\n" for n in range(3_000)).encode(encoding)
    )
    units = list(read_tsv(path))
    assert len(units) == 3_000
    assert (units[-1].zh, units[-1].en) == ("第2999条，国际商贸城的市场", "article 2999\u2028end")


def test_what_was_read_before_a_broken_row_comes_first(written) -> None:
    rows = read_tsv(written("".join(f"第{n}条\tarticle\n" for n in range(2_000)) + "一\n", "a.tsv"))
    assert next(rows).zh == "第0条"
    with pytest.raises(FormatError, match="1 columns and not 2") as raised:
        list(rows)
    assert raised.value.line == 2_001


def test_no_text_is_refused_though_its_bytes_are_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(b"\x01\x02\x03\t\x05\n" * 100)
    with pytest.raises(ZhtermError, match="not a text file"):
        list(read_tsv(path))
