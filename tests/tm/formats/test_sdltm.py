"""Memories of Trados: texts without codes, in either direction, from a file that stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from termbase.errors import FormatError
from tm.formats.sdltm import read, segments

Memory = Callable[..., Path]
TABLE = "CREATE TABLE translation_units (id INTEGER PRIMARY KEY, source_segment TEXT, target_segment TEXT)"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    def made(*rows: tuple[object, object]) -> Path:
        path = tmp_path / "memory.sdltm"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(TABLE)
            connection.executemany("INSERT INTO translation_units VALUES (NULL, ?, ?)", rows)
            connection.commit()
        return path

    return made


def segment(*texts: str, culture: str) -> str:
    root = etree.Element("Segment")
    elements = etree.SubElement(root, "Elements")
    for number, text in enumerate(texts):
        if number:
            etree.SubElement(etree.SubElement(elements, "Tag"), "TagID").text = "bold"
        etree.SubElement(etree.SubElement(elements, "Text"), "Value").text = text
    etree.SubElement(root, "CultureName").text = culture
    return etree.tostring(root, encoding="unicode")


def test_texts_are_joined_and_what_tags_hold_is_left_out(memory: Memory) -> None:
    row = (segment("义乌的", "市场", culture="zh-CN"), segment("the market of R&D", culture="en-US"))
    path = memory(row)
    before = path.read_bytes()
    [unit] = read(path)
    assert (unit.zh, unit.en, unit.document) == ("义乌的市场", "the market of R&D", "memory.sdltm")
    assert (unit.zh_language, unit.en_language) == ("zh-CN", "en-US")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["memory.sdltm"]


def test_a_memory_from_english_is_turned_and_other_languages_are_passed_over(memory: Memory) -> None:
    path = memory(
        (segment("port", culture="en-GB"), segment("港口", culture="zh-TW")),
        (segment("port", culture="en-GB"), segment("Hafen", culture="de-DE")),
        (segment("quay", culture="en-GB"), segment(culture="zh-TW")),
    )
    assert [(unit.zh, unit.en) for unit in read(path)] == [("港口", "port")]
    assert [(one.source, one.target_language) for one in segments(path)] == [
        ("port", "zh-TW"),
        ("port", "de-DE"),
        ("quay", "zh-TW"),
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [(("<Segment>", ""), "row 1: the XML is broken"), ((None, None), "row 1: the segment is no text")],
)
def test_a_broken_row_is_named(memory: Memory, row: tuple[object, object], says: str) -> None:
    with pytest.raises(FormatError, match=says) as raised:
        list(read(memory(row)))
    assert raised.value.remedy


def test_what_is_no_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sdltm"
    path.write_bytes(b"<tmx/>")
    with pytest.raises(FormatError, match="no memory of Trados: it is not an SQLite file"):
        list(read(path))
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
    with pytest.raises(FormatError, match="no such table: translation_units"):
        list(read(path))


@given(st.text("甲乙<>&\"' \n😀", min_size=1, max_size=9), st.text("ab<>&\"' ", min_size=1, max_size=9))
def test_every_text_comes_out_as_it_went_in(tmp_path_factory, chinese: str, english: str) -> None:
    path = tmp_path_factory.mktemp("sdltm") / "m.sdltm"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(TABLE)
        rows = (segment(chinese, culture="zh-CN"), segment(english, culture="en-US"))
        connection.execute("INSERT INTO translation_units VALUES (NULL, ?, ?)", rows)
        connection.commit()
    [found] = segments(path)
    assert (found.source, found.target) == (chinese, english)
