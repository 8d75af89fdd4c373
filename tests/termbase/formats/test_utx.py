"""UTX: pairs that come back, that the translate-toolkit reads, and files that are refused with their line."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import utx as toolkit  # noqa: TID251 - the judge of what we write

from termbase.errors import FormatError, InputError, ZhtermError
from termbase.formats.utx import describe, read, write
from termbase.model import Concept, Status, Usage
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

File = Callable[..., Path]
DAY = date(2024, 5, 6)
HEAD = "#UTX 1.11; {}; 2020-01-01; copyright: nobody; bidirectional\r\n#description: x\r\n#{}\r\n"


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(
        *rows: str, languages: str = "zh-CN/en", columns: str = "src\ttgt\tsrc:pos\tTerm status\tcomment"
    ) -> Path:
        path = tmp_path / "terms.utx"
        path.write_bytes((HEAD.format(languages, columns) + "\r\n".join(rows)).encode("utf-8"))
        return path

    return made


def forms(concept: Concept) -> list[tuple[str, Usage]]:
    return [(term.text, term.usage) for term in concept.terms]


@given(st.lists(concepts(), max_size=3))
def test_what_is_read_is_written_the_same(sample: list[Concept]) -> None:
    approved = Status.APPROVED
    sample = [
        replace(one, status=approved, terms=tuple(replace(term, status=approved) for term in one.terms))
        for one in sample
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.utx"

        def again(values: list[Concept]) -> tuple[str, list[Concept]]:
            text = "".join(write(values, created=DAY))
            path.write_text(text, encoding="utf-8", newline="")
            return text, list(read(path))

        _, found = again(sample)
        text, same = again(found)
        assert same == found
        assert again(same)[0] == text


def test_usage_state_and_pinyin_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "terms.utx"
    path.write_text("".join(write(GLOSSARY)), encoding="utf-8", newline="")
    spirit, city = read(path)
    assert forms(spirit)[2:] == [
        ("Two Mountains concept", Usage.PREFERRED),
        ("Two-Mountain theory", Usage.ADMITTED),
        ('the "two mountains"', Usage.SUPERSEDED),
        ("2 mounts", Usage.FORBIDDEN),
    ]
    assert city.terms[0].pinyin == "Yìwū"
    assert spirit.note == "capitals only in the *name*"


def test_the_translate_toolkit_reads_every_pair() -> None:
    store = toolkit.UtxFile()
    store.parse("".join(write(GLOSSARY, created=DAY)).encode())
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("zh-CN", "en-US")
    pairs = [(unit.source, unit.target) for unit in store.units if unit.istranslated()]
    assert pairs[0] == ("“两山”理念", "Two Mountains concept")
    assert ("义乌", "=Yiwu, city") in pairs
    assert len(pairs) == 8
    assert store.units[0].getnotes() == "capitals only in the *name*"


def test_a_glossary_from_english_is_turned(file: File) -> None:
    columns = "src\ttgt\tsrc:pos\ttgt:pinyin\tterm status\tconcept ID"
    rows = ("hub\t枢纽\tnoun\tshūniǔ\tprovisional\t7", "# a comment", "centre\t枢纽\tnoun\t\t\t7")
    [concept] = read(file(*rows, languages="EN-us/ZH_cn", columns=columns))
    assert forms(concept) == [("枢纽", Usage.PREFERRED), ("hub", Usage.PREFERRED), ("centre", Usage.ADMITTED)]
    assert concept.terms[0].pinyin == "shūniǔ"
    assert concept.terms[1].status is Status.PROPOSED


def test_describe_tells_columns_and_pairs(file: File) -> None:
    assert list(describe(file("港\tport", ""))) == ["1 pairs; columns: src, tgt, src:pos, term status, comment"]


@pytest.mark.parametrize(
    ("rows", "options", "line", "says"),
    [
        (("港\tport\tnoun\tgood",), {}, 4, "there is no term status 'good'; use approved, provisional, non-standard"),
        (("港\tport\tnoun\t\t\tx",), {}, 4, "the row is too long: 6 cells under 5 headings"),
        (("港\tport", "港"), {}, 5, "no pair of terms"),
        ((), {"languages": "ja/en"}, 1, "the languages are ja/en"),
        ((), {"languages": "en"}, 1, "the languages are not told"),
        ((), {"columns": "a\tb"}, 3, "names no columns src and tgt"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(file: File, rows, options, line: int, says: str) -> None:
    with pytest.raises(FormatError) as raised:
        read(file(*rows, **options))
    assert raised.value.line == line
    assert says in str(raised.value)


def test_what_is_no_utx_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file|is a folder"):
        read(tmp_path / "none.utx")
    other = tmp_path / "a.utx"
    other.write_text("zh\ten\n", encoding="utf-8")
    with pytest.raises(FormatError, match="no header of UTX"):
        read(other)


@given(st.text(max_size=100).map(lambda text: HEAD.format("zh/en", "src\ttgt") + text) | st.text(max_size=100))
def test_any_text_gives_concepts_or_an_error_with_advice(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.utx"
        path.write_text(text, encoding="utf-8")
        try:
            list(read(path))
        except ZhtermError as error:
            assert error.path == path
            assert error.remedy
