"""XLIFF written from a memory: to the letter of 1.2 and 2.1, codes as codes, and what was changed there comes back."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tm.formats.unit_samples import coded
from tm.formats import BITEXTS
from tm.formats.segments import segments
from tm.formats.xliff import read
from tm.formats.xliff_codes import rendered_1, rendered_2
from tm.model import Unit

CODED = Unit(
    "港口开放了。",
    "The port is open.",
    "port.txt",
    0.5,
    (("domain name", "trade"), ("note", "a"), ("note", " b ")),
    "zh-CN",
    "en-GB",
    "20240506T070809Z",
    "ann",
    zh_markup='港口<bpt i="1" x="1">&lt;b&gt;</bpt>开放<ept i="1">&lt;/b&gt;</ept>了<ph x="2"/>。',
    en_markup='The port is <hi type="b">open<it pos="begin">\\i</it></hi>.',
)
XLIFF_1 = "{urn:oasis:names:tc:xliff:document:1.2}"
XLIFF_2 = "{urn:oasis:names:tc:xliff:document:2.0}"


def text(name: str, *units: Unit, **options: str) -> str:
    write = BITEXTS[name].write
    assert write
    return "".join(map(str, write(units, **options)))


def read_back(folder: Path, written: str) -> list[Unit]:
    path = folder / "memory.xlf"
    path.write_bytes(written.encode("utf-8"))
    return list(read(path))


def test_version_1_has_a_file_for_each_document_and_pair() -> None:
    units = (
        CODED,
        Unit("一", "one", "a.txt"),
        Unit("二", "two", "a.txt"),
        Unit("三", "three", "a.txt", en_language="en"),
    )
    root = ElementTree.fromstring(text("xliff", *units))
    told = [
        (one.get("original"), one.get("source-language"), one.get("target-language"), len(one[1]))
        for one in root.iter(f"{XLIFF_1}file")
    ]
    assert told == [("port.txt", "zh-CN", "en-GB", 1), ("a.txt", "zh-CN", "en-US", 2), ("a.txt", "zh-CN", "en", 1)]
    [unit, *_] = root.iter(f"{XLIFF_1}trans-unit")
    assert [child.tag.removeprefix(XLIFF_1) for child in unit] == [
        "source",
        "target",
        "context-group",
        "context-group",
        "note",
        "note",
    ]
    names = [one.get("context-type") for one in unit.iter(f"{XLIFF_1}context")]
    assert names[-1] == "x-domain%20name"
    assert all(re.fullmatch(r"x-\S+", str(name)) for name in names)


def test_version_2_has_facts_before_notes_before_native_code_before_the_segment() -> None:
    root = ElementTree.fromstring(text("xliff2", CODED))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "zh-CN", "en-US")
    [unit] = root.iter(f"{XLIFF_2}unit")
    assert [child.tag.rpartition("}")[2] for child in unit] == ["metadata", "notes", "originalData", "segment"]
    assert [one.text for one in unit.iter(f"{XLIFF_2}data")] == ["<b>", "</b>", '<hi type="b">', "\\i", "</hi>"]


def test_codes_are_codes_of_the_version_with_the_same_number_on_both_sides() -> None:
    zh = '<bpt i="1" x="1">&lt;b&gt;</bpt>义<ept i="1">&lt;/b&gt;</ept><ph x="2">{}</ph><it pos="end" x="9">}</it>'
    en = '<ph x="2">{}</ph>Yi<bpt i="3" x="1">&lt;b&gt;</bpt>'
    assert rendered_1(zh, en)[:2] == (
        '<bpt id="1" rid="1">&lt;b&gt;</bpt>义<ept id="1" rid="1">&lt;/b&gt;</ept><ph id="2">{}</ph><ph id="3">}</ph>',
        '<ph id="2">{}</ph>Yi<it id="1" pos="open">&lt;b&gt;</it>',
    )
    assert rendered_2(zh, en) == (
        '<sc id="1" dataRef="d1"/>义<ec startRef="1" dataRef="d2"/><ph id="2" dataRef="d3"/><ph id="3" dataRef="d4"/>',
        '<ph id="2" dataRef="d3"/>Yi<sc id="1" isolated="yes" dataRef="d1"/>',
        ("&lt;b&gt;", "&lt;/b&gt;", "{}", "}"),
    )
    assert (
        rendered_2('<ept i="1"/>义<bpt i="1"/>', "Yi").source
        == '<ec id="1" isolated="yes"/>义<sc id="2" isolated="yes"/>'
    )


@given(st.lists(coded(), min_size=1, max_size=2))
def test_no_two_codes_of_a_segment_have_the_same_id(sample: list[Unit]) -> None:
    for version, parts in (("xliff", ("source", "target")), ("xliff2", ("source", "target"))):
        root = ElementTree.fromstring(text(version, *sample).encode("utf-8"))
        for element in root.iter():
            if element.tag.rpartition("}")[2] in parts:
                ids = [(one.tag, one.get("id")) for one in element if one.get("id")]
                assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_what_a_person_changed_in_another_program_counts(tmp_path: Path, name: str) -> None:
    written = text(name, CODED)
    changed = re.sub("(<target.*?>)The port", r"\1The harbour", written)
    [unit] = read_back(tmp_path, changed)
    assert (unit.en, unit.zh_markup, unit.document) == ("The harbour is open.", CODED.zh_markup, "port.txt")
    assert unit.en_markup.startswith("The harbour is <bpt ")
    without = re.sub("<target.*</target>", "<target>The harbour is open.</target>", written)
    [unit] = read_back(tmp_path, without)
    assert (unit.en, unit.en_markup, unit.zh_markup) == ("The harbour is open.", "", CODED.zh_markup)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_file_of_another_program_is_none_of_ours(tmp_path: Path, name: str) -> None:
    foreign = text(name, CODED).replace('"zhterm"', '"desk"').replace("zhterm:unit", "desk:unit")
    [unit] = read_back(tmp_path, foreign)
    assert (unit.document, unit.confidence, unit.created) == ("memory.xlf", 1.0, "")
    assert dict(unit.properties)["note"] == "a\nb"


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_confidence_that_is_none_and_facts_that_nobody_knows_do_no_harm(tmp_path: Path, name: str) -> None:
    strange = text(name, CODED).replace("0.5000", "high").replace("creationid", "colour")
    [unit] = read_back(tmp_path, strange)
    assert (unit.confidence, unit.created_by, unit.created) == (1.0, "", CODED.created)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_what_is_written_are_translated_segments(tmp_path: Path, name: str) -> None:
    path = tmp_path / "memory.xlf"
    path.write_text(text(name, CODED, source="en-GB", target="zh-CN"), encoding="utf-8")
    [found] = segments(path)
    assert (found.source, found.target, found.state) == ("The port is open.", "港口开放了。", "translated")
    assert (found.source_language, found.target_language) == ("en-GB", "zh-CN")
    assert len(found.source_codes) == 3


def test_the_groups_of_our_older_files_had_no_number(tmp_path: Path) -> None:
    written = text("xliff", CODED)
    older = re.sub(r'(<context-group name="[a-z]+)-1"', r'\1"', written)
    assert older.count('group name="zhterm"') == older.count('group name="properties"') == 1
    assert read_back(tmp_path, older) == read_back(tmp_path, written)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_memory_of_no_units_is_a_file_of_none(tmp_path: Path, name: str) -> None:
    root = ElementTree.fromstring(text(name))
    assert [one.tag.rpartition("}")[2] for one in root] == ["file"]
    assert read_back(tmp_path, text(name)) == []
