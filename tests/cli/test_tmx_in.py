"""TMX of all versions, in all encodings, and broken: small memories in the shapes that other programs give them."""

from __future__ import annotations

from pathlib import Path

import pytest

import tests.cases
from termbase.errors import FormatError
from tests.cases import parametrized, read_cases
from tests.cli.conftest import Zhterm
from tm.formats.segments import segments
from tm.formats.tmx import read
from tm.model import Unit

FOLDER = Path(tests.cases.__file__).parent / "tmx"
ENCODINGS = {
    "UTF-8": ("utf-8", b""),
    "UTF-8 with a byte order mark": ("utf-8", b"\xef\xbb\xbf"),
    "UTF-16 LE": ("utf-16-le", b""),
    "UTF-16 LE with a byte order mark": ("utf-16-le", b"\xff\xfe"),
    "UTF-16 BE": ("utf-16-be", b""),
    "UTF-16 BE with a byte order mark": ("utf-16-be", b"\xfe\xff"),
    "GB18030": ("gb18030", b""),
}


def expected(name: str) -> list[dict[str, str]]:
    return [row for row in read_cases("tmx") if row["file"] == name]


def told(unit: Unit) -> str:
    by = [
        f"{what} {when} by {who}"
        for what, when, who in (
            ("created", unit.created, unit.created_by),
            ("changed", unit.changed, unit.changed_by),
        )
        if when
    ]
    return ", ".join([*by, *(f"{name} {text}" for name, text in unit.properties)])


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.tmx")), ids=lambda file: file.stem)
def test_every_version_is_read_in_every_encoding(tmp_path: Path, file: Path, encoding: str) -> None:
    codec, mark = ENCODINGS[encoding]
    name = "UTF-16" if codec.startswith("utf-16") else codec.upper()
    path = tmp_path / "memory.tmx"
    path.write_bytes(mark + file.read_text(encoding="utf-8").replace("{encoding}", name).encode(codec))
    found = [(one.zh, one.en, one.zh_language, one.en_language, one.document, told(one)) for one in read(path)]
    assert found == [tuple(list(row.values())[1:]) for row in expected(file.stem)]


def test_every_memory_of_the_folder_has_its_rows() -> None:
    assert {file.stem for file in FOLDER.glob("*.tmx")} == {row["file"] for row in read_cases("tmx")}


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.tmx")), ids=lambda file: file.stem)
def test_the_segments_of_a_file_are_those_that_are_read_as_units(tmp_path: Path, file: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(file.read_text(encoding="utf-8").replace("{encoding}", "UTF-8"), encoding="utf-8")
    pairs = {frozenset((one.source, one.target)) for one in segments(path)}
    assert frozenset((expected(file.stem)[0]["zh"], expected(file.stem)[0]["en"])) in pairs


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="zh-CN"/><body>\n'
WHOLE = '<tu><tuv xml:lang="zh-CN"><seg>义乌</seg></tuv><tuv xml:lang="en-US"><seg>Yiwu</seg></tuv></tu>'


@parametrized("tmx_broken")
def test_a_broken_memory_is_told_with_its_line_and_nothing_of_it_is_imported(
    zhterm: Zhterm, tmp_path: Path, case: dict[str, str]
) -> None:
    path = tmp_path / "memory.tmx"
    body = case["body"].replace("\\u0008", "\x08")
    path.write_text(f"{HEAD}{WHOLE}{body}</body></tmx>", encoding="utf-8")
    with pytest.raises(FormatError, match=case["says"]) as raised:
        list(read(path))
    assert raised.value.line == int(case["line"])
    result = zhterm("tm", "import", path)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert f"memory.tmx:{case['line']}: the XML is broken: {case['says']}" in result.err
    assert result.err.rstrip().endswith("; mend it there")
    zhterm("term", "add", "--zh", "杭州", "--en", "Hangzhou")
    assert zhterm("tm", "stats", "--json").json[0]["units"] == 0
