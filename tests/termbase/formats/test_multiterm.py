"""MultiTerm XML and Trados termbases: what is written comes back; what others wrote is understood or refused."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from termbase.errors import FormatError, InputError
from termbase.formats import multiterm, trados
from termbase.formats.multiterm import describe, read, write
from termbase.model import Concept, Kind, Language, Status, Usage
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

File = Callable[[str], Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(text: str) -> Path:
        path = tmp_path / "terms.xml"
        path.write_bytes(text.encode("utf-8"))
        return path

    return made


@pytest.fixture
def termbase(tmp_path: Path) -> Callable[..., Path]:
    def made(*entries: object, table: str = "mtConcepts") -> Path:
        path = tmp_path / "terms.ttb"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"CREATE TABLE {table} (conceptid INTEGER, text TEXT)")
            connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", enumerate(entries, start=1))
            connection.commit()
        return path

    return made


ENTRY = (
    '<cG><c>7</c><trG><tr type="origination">x</tr><dt>2020-01-01</dt></trG>'
    '<dG><d type="Domain">trade</d></dG><dG><d type="Project">P1</d></dG>'
    '<lG><l lang="EN-US" type="English (United States)"/><dG><d type="Definition">a cycle</d></dG>'
    '<tG><t>dual circulation</t></tG><tG><t>double cycle</t><dG><d type="Forbidden">Yes</d></dG></tG></lG>'
    '<lG><l type="Chinese (PRC)"/><tG><t>双循环</t><dG><d type="Pinyin">shuāng xúnhuán</d></dG>'
    '<dG><d type="Remark">no 的</d></dG></tG></lG>'
    '<lG><l type="Chinese (Taiwan)"/><tG><t>雙循環</t><dG><d type="Term type">variant</d></dG></tG></lG>'
    '<lG><l lang="DE" type="German"/><tG><t>Kreislauf</t></tG></lG></cG>'
)
LONG = {"cG": "conceptGrp", "lG": "languageGrp", "tG": "termGrp", "dG": "descripGrp", "trG": "transacGrp"}
SHORT = {"c": "concept", "l": "language", "t": "term", "d": "descrip", "tr": "transac", "dt": "date"}


def in_long_names(entry: str) -> str:
    root = etree.fromstring(entry)
    for element in root.iter():
        element.tag = {**LONG, **SHORT}[element.tag]
    return etree.tostring(root, encoding="unicode")


def check_entry(concept: Concept) -> None:
    assert [(term.language, term.text, term.usage) for term in concept.terms] == [
        (Language.ZH_HANS, "双循环", Usage.PREFERRED),
        (Language.ZH_HANT, "雙循環", Usage.PREFERRED),
        (Language.EN, "dual circulation", Usage.PREFERRED),
        (Language.EN, "double cycle", Usage.FORBIDDEN),
    ]
    assert concept.terms[0].pinyin == "shuāng xúnhuán"
    assert concept.terms[1].kind is Kind.VARIANT
    assert (concept.subject, concept.definition_en) == ("trade", "a cycle")
    assert concept.note == "project: P1\n双循环: no 的"
    assert concept.status is Status.APPROVED


@given(st.lists(concepts(), max_size=3))
def test_what_is_written_is_read_back_and_written_the_same(sample: list[Concept]) -> None:
    data = b"".join(write(sample))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.xml"
        path.write_bytes(data)
        found = list(read(path))
    assert found == [replace(concept, contexts=()) for concept in sample]
    assert b"".join(write(found)) == data


def test_the_file_has_the_encoding_the_indexes_and_only_the_fields_that_it_announces() -> None:
    data = b"".join(write(GLOSSARY))
    assert data.startswith(b"\xff\xfe")
    root = etree.fromstring(data)
    assert root.tag == "mtf"
    assert {(one.get("lang"), one.get("type")) for one in root.iter("language")} == {
        ("ZH-CN", "Chinese (PRC)"),
        ("EN-US", "English (United States)"),
    }
    assert {one.get("type") for one in root.iter("descrip")} <= set(multiterm.FIELDS)


def test_files_of_multiterm_are_understood_with_fields_we_have_not(file: File) -> None:
    path = file(f"<mtf>{in_long_names(ENTRY)}</mtf>")
    [concept] = read(path)
    check_entry(concept)
    assert list(describe(path)) == [
        "1 entries; languages: DE (1), EN-US (1), zh-Hans (1), zh-Hant (1)",
        "terms in DE are passed over",
    ]


def test_entries_in_other_languages_are_passed_over_and_told(file: File) -> None:
    german = '<conceptGrp><languageGrp><language type="German"/><termGrp><term>x</term></termGrp></languageGrp></conceptGrp>'
    english = german.replace("German", "English").replace("x", "y")
    path = file(f"<mtf>{german}{english}</mtf>")
    assert [concept.terms[0].text for concept in read(path)] == ["y"]
    assert list(describe(path))[1] == "1 without Chinese and English are passed over"
    with pytest.raises(FormatError, match="the languages are German"):
        list(read(file(f"<mtf>{german}</mtf>")))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("<tmx/>", 1, "the file is no MultiTerm XML: its root is tmx"),
        ("<mtf>\n<conceptGrp></mtf>", 2, "the XML is broken"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(file: File, text: str, line: int, says: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(read(file(text)))
    assert raised.value.line == line
    assert says in str(raised.value)


def test_a_termbase_of_trados_is_read_and_left_as_it_was(termbase: Callable[..., Path]) -> None:
    path = termbase(ENTRY, '<cG><c>2</c><lG><l lang="DE"/></lG></cG>')
    before = path.read_bytes()
    [concept] = trados.read(path)
    check_entry(concept)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["terms.ttb"]


def test_what_is_no_termbase_of_trados_is_refused(termbase: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="no such table: mtConcepts"):
        list(trados.read(termbase(table="other")))
    other = tmp_path / "b.ttb"
    other.write_text("zh,en", encoding="utf-8")
    with pytest.raises(FormatError, match="it is not an SQLite file"):
        list(trados.read(other))
    with pytest.raises(InputError, match="no such file|is a folder"):
        list(trados.read(tmp_path / "none.ttb"))


@pytest.mark.parametrize(
    ("entry", "says"), [("<cG>", "entry 1: the XML is broken"), (None, "entry 1: it is no text")]
)
def test_a_broken_entry_of_trados_is_named(termbase: Callable[..., Path], entry: str | None, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        list(trados.read(termbase(entry)))
