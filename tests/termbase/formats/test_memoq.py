"""memoQ: entries that come back, forbidden forms that it never offers, exports of memoQ that are understood."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import csvl10n as toolkit  # noqa: TID251 - a reader of others

from termbase.errors import FormatError, InputError
from termbase.formats import table
from termbase.formats.memoq import describe, read, write
from termbase.model import Concept, Language, Usage
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

File = Callable[..., Path]
USABLE = (Usage.PREFERRED, Usage.ADMITTED)
HEAD = "Entry_ID,Entry_Domain,Entry_Note,English_Def,English,Term_Info,Term_Example,German,Term_Info,Chinese_PRC,Term_Info"


@pytest.fixture
def file(tmp_path: Path) -> File:
    def made(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "terms.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return made


@given(st.lists(concepts(), max_size=3))
def test_what_is_read_is_written_the_same(sample: list[Concept]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"

        def again(values: list[Concept]) -> tuple[str, list[Concept]]:
            text = "".join(write(values))
            path.write_text(text, encoding="utf-8", newline="")
            return text, list(read(path))

        _, found = again(sample)
        assert len(found) == sum(any(term.usage in USABLE for term in concept.terms) for concept in sample)
        text, same = again(found)
        assert same == found
        assert again(same)[0] == text


def test_forbidden_and_outdated_forms_have_no_column_and_come_back(file: File) -> None:
    text = "".join(write(GLOSSARY))
    heading, first, *_ = csv.reader(text.splitlines(keepends=True))
    forms = [cell for name, cell in zip(heading, first, strict=True) if name == "English_United_States"]
    assert forms == ["Two Mountains concept", "Two-Mountain theory"]
    spirit = next(read(file(text)))
    assert [(term.text, term.usage) for term in spirit.terms if term.language is Language.EN] == [
        ("Two Mountains concept", Usage.PREFERRED),
        ("Two-Mountain theory", Usage.ADMITTED),
        ('the "two mountains"', Usage.SUPERSEDED),
        ("2 mounts", Usage.FORBIDDEN),
    ]
    assert spirit.contexts[0].sentence == GLOSSARY[0].contexts[0].sentence
    assert spirit.terms[0].pinyin == "“Liǎng Shān” lǐniàn"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_exports_of_memoq_are_understood(file: File, delimiter: str, encoding: str) -> None:
    rows = "1,trade,一条注释,a place for ships,port,CasePermissive,The port grew.,Hafen,,港口,Forbidden\n2,,,,,,,See,,,\n"
    path = file(f"{HEAD}\r\n{rows}".replace(",", delimiter), encoding)
    [concept] = read(path)
    assert [(term.text, term.usage) for term in concept.terms] == [
        ("港口", Usage.FORBIDDEN),
        ("port", Usage.PREFERRED),
    ]
    assert (concept.subject, concept.note, concept.definition_en) == ("trade", "一条注释", "a place for ships")
    assert (concept.contexts[0].start, concept.contexts[0].end) == (4, 8)
    assert list(describe(path)) == ["2 entries; columns: English_Def, English, Chinese_PRC; ignored: German"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "no table of memoQ with Chinese or English; found: nothing"),
        ("zh,en\n", 1, "found: zh, en"),
        ("Entry_ID,German\n", 1, "no table of memoQ with Chinese or English"),
        (f"{HEAD}\n1{',x' * 11}\n", 2, "the row is too long: 12 cells under 11 headings"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(file: File, text: str, line: int, says: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(read(file(text)))
    assert raised.value.line == line
    assert says in str(raised.value)


def test_a_row_that_ends_early_is_read_and_told(file: File) -> None:
    path = file(f"{HEAD}\n1,trade,,,port\n")
    assert next(read(path)).subject == "trade"
    assert list(describe(path))[1].startswith("1 rows are shorter than the row of headings")


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file|is a folder"):
        list(read(tmp_path / "none.csv"))


def test_the_translate_toolkit_finds_the_rows_and_columns_of_our_csv() -> None:
    store = toolkit.csvfile()
    store.parse("".join(table.write(GLOSSARY)).encode())
    assert store.fieldnames[:4] == ["concept", "zh", "en", "pinyin"]
    assert len(store.units) == 11
