"""The table of bilingual formats is complete, cheap to import, and every row has a golden file."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from termbase.errors import FormatError, InputError
from tests.golden import FOLDER, UNITS, golden
from tm.formats import BITEXTS, bitext_of
from tm.formats.losses import KINDS
from tm.formats.tmx import Header, write
from tm.model import Unit

PAIRS = [("义乌的市场在增长。", "Yiwu's market is growing."), ("增长了3%？", "Up 3 percent?")]


def test_the_golden_memory_is_written() -> None:
    pieces = write(UNITS, header=Header(tool_version="1"), created=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC))
    assert "".join(pieces) == golden("memory.tmx")


def test_the_golden_memory_is_read() -> None:
    read = BITEXTS["tmx"].read
    assert read is not None
    tagged = tuple(replace(unit, zh_language="zh-CN", en_language="en-US") for unit in UNITS)
    assert tuple(read(FOLDER / "memory.tmx")) == tagged


@pytest.mark.parametrize("name", [name for name, one in BITEXTS.items() if one.write and name != "tmx"])
def test_the_golden_memory_is_written_in_every_format(name: str) -> None:
    write_memory = BITEXTS[name].write
    assert write_memory is not None
    assert "".join(map(str, write_memory(UNITS))) == golden(f"memory.{name}")


@pytest.mark.parametrize("name", [name for name in BITEXTS if name != "tmx"])
def test_every_other_format_has_a_golden_file_that_is_read(name: str) -> None:
    read = BITEXTS[name].read
    assert read is not None
    units = list(read(FOLDER / f"pairs.{name}"))
    assert [(unit.zh, unit.en) for unit in units] == PAIRS
    assert {unit.document for unit in units} == {f"pairs.{name}"}


def test_every_row_says_what_is_carried_and_lost() -> None:
    for name, one in BITEXTS.items():
        assert one.name == name
        assert set(one.drops) <= set(KINDS)
        assert one.title and one.carries and one.loses
        assert one.read
        # a file of both versions of XLIFF ends alike
        assert one.suffixes or name == "xliff2"


def test_the_table_imports_no_format() -> None:
    code = "import sys, tm.formats; print([m for m in sys.modules if m.startswith(('tm.formats.', 'translate', 'lxml'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_the_table_writes_a_memory() -> None:
    write_memory = bitext_of("out.tmx", can="write").write
    assert write_memory is not None
    assert "<seg>双循环</seg>" in "".join(write_memory([Unit("双循环", "dual circulation")]))


def test_an_article_is_no_bilingual_file() -> None:
    with pytest.raises(
        InputError,
        match=r"the ending \.txt belongs to no format to read; name the format: --format, one of tmx, xliff",
    ):
        bitext_of("article.txt", can="read")


@pytest.mark.parametrize("name", BITEXTS)
def test_a_missing_file_is_an_input_error(name: str) -> None:
    read = BITEXTS[name].read
    assert read is not None
    with pytest.raises(InputError, match=r"no such file|is a folder") as raised:
        list(read(FOLDER / "none"))
    assert not isinstance(raised.value, FormatError)
