"""DOCX: what the writer sees in the final text, and no more."""

from __future__ import annotations

import resource
from pathlib import Path
from random import Random

import pytest

from termbase.errors import InputError
from termbase.language.documents import docx as reader
from tests.termbase.language.documents.samples import docx, paragraph, run


def _read(body: str) -> list[str]:
    paragraphs, date = reader.read(docx(body), Path("a.docx"))
    assert date == ""
    return paragraphs


def test_tracked_insertions_stay_and_deletions_go() -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{run("new ")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>'
    assert _read(paragraph(run("The "), inserted, deleted, run("port"))) == ["The new port"]


def test_moved_text_stands_only_where_it_was_moved_to() -> None:
    moved = f'<w:moveFrom w:id="1">{run("义乌")}</w:moveFrom>'
    assert _read(paragraph(moved) + paragraph(f'<w:moveTo w:id="2">{run("义乌")}</w:moveTo>')) == ["义乌"]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    open_end = paragraph(run("一带"), properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert _read(open_end + paragraph(run("一路"))) == ["一带一路"]
    assert _read(paragraph(run("金华")) + open_end) == ["金华", "一带"]


def test_tables_are_read_cell_by_cell_and_line_breaks_part() -> None:
    row = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("双循环", "dual circulation"))
    broken = paragraph(run("one"), "<w:r><w:br/></w:r>", run("two"), "<w:r><w:tab/></w:r>", run("three"))
    assert _read(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{broken}") == ["双循环", "dual circulation", "one", "two three"]


def test_links_and_controls_and_fields_give_their_text() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("link")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtContent>{run(' and ')}</w:sdtContent></w:sdt>"
    field = f"<w:r><w:instrText>REF a</w:instrText></w:r>{run('field')}<w:r><w:noBreakHyphen/></w:r>{run('x')}"
    assert _read(paragraph(link, control, field)) == ["link and field-x"]


def test_notes_lists_hidden_text_and_contents_leave_no_marks() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    numbered = paragraph(run("item"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    hidden = paragraph(run("seen"), run("hidden", "<w:vanish/>"), run(" too", '<w:vanish w:val="0"/>'), note)
    contents = paragraph(run("一、总体要求 3"), properties='<w:pStyle w:val="TOC1"/>')
    styled = paragraph(run("一、总体要求"), properties='<w:pStyle w:val="Heading1"/>')
    assert _read(numbered + hidden + contents + styled) == ["item", "seen too", "一、总体要求"]


def test_a_text_box_is_read_once_and_readings_above_characters_not_at_all() -> None:
    box = f"<w:txbxContent>{paragraph(run('box'))}</w:txbxContent>"
    namespace = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<w:r><mc:AlternateContent {namespace}><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    ruby = f"<w:ruby><w:rt>{run('yì')}</w:rt><w:rubyBase>{run('义')}</w:rubyBase></w:ruby>"
    assert _read(paragraph(both, run("around")) + paragraph(ruby, run("乌"))) == ["box", "around", "义乌"]


def test_headers_and_notes_are_other_parts_and_stay_out() -> None:
    others = {"word/header1.xml": "<x/>", "word/footnotes.xml": "<broken", "word/media/a.png": "\0"}
    assert reader.read(docx(paragraph(run("义乌")), others=others), Path("a.docx"))[0] == ["义乌"]


@pytest.mark.parametrize("target", ["/word/document2.xml", "doc/main.xml"])
def test_the_main_part_is_found_by_its_relation(target: str) -> None:
    assert reader.read(docx(paragraph(run("义乌")), target=target), Path("a.docx"))[0] == ["义乌"]


def test_what_would_fill_the_memory_is_refused_unread() -> None:
    bomb = docx(paragraph(run("a" * 100_000_001)))
    assert len(bomb) < 1_000_000
    with pytest.raises(InputError, match="it would unpack to 100 MB; split it, or check where it comes from"):
        reader.read(bomb, Path("a.docx"))
    # beside something that cannot be packed it is the part that is too large
    noise = Random(0).randbytes(800_000).hex()
    with pytest.raises(InputError, match="unpacks to more than 100 MB"):
        reader.read(docx(paragraph(run("a" * 100_000_001)), others={"x": noise}), Path("a.docx"))


def test_many_paragraphs_and_rows_take_no_memory() -> None:
    rows = f"<w:tr><w:tc>{paragraph(run('义乌'))}</w:tc></w:tr>" * 20_000
    data = docx(f"<w:tbl>{rows}</w:tbl>{paragraph(run('杭州')) * 20_000}")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in reader.table_rows(data, Path("a.docx"))) == 20_000
    assert len(reader.read(data, Path("a.docx"))[0]) == 40_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize(
    "target", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "word/../word/document.xml"]
)
def test_names_inside_a_package_lead_nowhere_else(target: str, tmp_path: Path) -> None:
    data = docx(paragraph(run("义乌")), target="word/document.xml", others={"../x": "y"})
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="http://x/officeDocument" Target="{target}"/></Relationships>'
    )
    assert reader.read(data, tmp_path / "a.docx")[0] == ["义乌"]
    with pytest.raises(InputError, match="not a DOCX file, or a damaged one"):
        reader.read(docx("", others={"_rels/.rels": relations}), tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_package_without_a_text_is_refused() -> None:
    with pytest.raises(InputError, match="not a DOCX file"):
        reader.read(docx("", others={"_rels/.rels": "<Relationships/>"}), Path("a.docx"))


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    document = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{paragraph(run('义乌&e;'))}</w:body></w:document>"
    )
    assert reader.read(docx("", others={"word/document.xml": document}), Path("a.docx"))[0] == ["义乌"]
