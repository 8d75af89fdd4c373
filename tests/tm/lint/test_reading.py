"""Files in every shape: read in a stream, broken ones told by line, nothing expanded."""

from __future__ import annotations

import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError, ZhtermError
from tm.lint.model import Verdict
from tm.lint.readers import READERS
from tm.lint.remarks import Remarks
from tm.lint.rules.tmx import PAIR, VERSION
from tm.lint.run import FORMATS, format_of, is_known, lint

HEAD = (
    '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"'
    ' adminlang="en" srclang="zh-CN" datatype="x"/><body>'
)


def unit(zh: str = "义乌", en: str = "Yiwu") -> str:
    return f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en-US"><seg>{en}</seg></tuv></tu>\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_a_memory_is_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    declared = "utf-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")
    path.write_bytes(f'<?xml version="1.0" encoding="{declared}"?>\n{HEAD}{unit()}</body></tmx>'.encode(encoding))
    assert lint(path).remarks == ()


def test_a_broken_memory_is_refused_by_every_reader_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(f"{HEAD}\n{unit()}<tu><tuv>", encoding="utf-8")
    report = lint(path)
    assert {reader.id: report.verdict(reader) for reader in report.readers} == dict.fromkeys(
        ("standard", "omegat", "trados", "memoq", "weblate"), Verdict.REFUSES
    )
    assert {one.line for one in report.remarks if one.rule.id == "xml-broken"} == {3}


def test_bytes_in_another_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(f"{HEAD}\n{unit()}".encode() + "义乌".encode("gb18030"))
    (remark,) = lint(path, readers=("memoq",)).remarks
    assert remark.rule.id == "xml-broken" and "utf-8" in remark.message


def test_a_bomb_of_entities_is_not_lit(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
    path = tmp_path / "memory.tmx"
    path.write_text(
        f'<!DOCTYPE tmx [<!ENTITY a0 "哈">{entities}]>{HEAD}{unit("&a20;")}</body></tmx>', encoding="utf-8"
    )
    assert {one.rule.id for one in lint(path).remarks} == {"xml-entity"}


def test_an_external_dtd_is_not_fetched_and_its_entities_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(
        f'<!DOCTYPE tmx SYSTEM "http://localhost:9/x.dtd">{HEAD}{unit("R&d;D")}</body></tmx>', encoding="utf-8"
    )
    assert lint(path).remarks == ()


def test_a_file_of_another_format_is_not_linted(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match="the root of the file is <html>, not <tmx>; name its format"):
        lint(path)


@pytest.mark.parametrize("name", ["memory.tmx", "glossary.utf8", "terms.csv"])
def test_a_file_that_is_not_there_is_an_error(name: str, tmp_path: Path) -> None:
    format_ = {"terms.csv": "memoq"}.get(name)
    with pytest.raises(InputError, match="no such file|is a folder"):
        lint(tmp_path / name, format_)


def test_a_reader_that_nobody_knows_or_of_whom_nothing_is_known_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "glossary.utf8"
    path.write_text("义乌\tYiwu\n", encoding="utf-8")
    with pytest.raises(InputError, match="there is no reader 'cafetran'; choose one of standard, omegat"):
        lint(path, readers=("cafetran",))
    with pytest.raises(InputError, match="nothing is known of how trados reads omegat"):
        lint(path, readers=("trados",))


def test_the_format_is_told_by_the_ending_and_of_tables_by_the_heading(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Entry_ID,Entry_Note,Chinese_PRC\n", encoding="utf-16")
    (tmp_path / "b.csv").write_text("义乌,Yiwu\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("# glossary -*- coding: utf-8 -*-\n", encoding="utf-8")
    (tmp_path / "d.txt").write_text("义乌是一座城市。\n", encoding="utf-8")
    assert [format_of(tmp_path / name) for name in ("a.csv", "b.csv", "c.txt")] == ["memoq", "omegat", "omegat"]
    assert [is_known(path) for path in sorted(tmp_path.iterdir())] == [True, False, True, False]
    assert is_known(Path("x.TMX")) and not is_known(Path("x.docx"))
    with pytest.raises(InputError, match=r"the ending \(none\) belongs to no format to lint"):
        format_of(Path("memory"))
    with pytest.raises(InputError, match="there is no format 'po' to lint"):
        format_of(Path("a.po"), "po")


def test_a_reason_that_is_met_often_is_told_once_with_its_first_line() -> None:
    remarks = Remarks()
    for line in (7, 3, 9):
        remarks.add(PAIR, line, pair="zh-CN – en-US")
    (remark,) = remarks.all()
    assert (remark.line, remark.count) == (3, 3)


def test_endless_different_reasons_do_not_fill_the_memory() -> None:
    remarks = Remarks()
    for line in range(1, 101):
        remarks.add(VERSION, line, version=str(line))
    assert len(remarks.all()) == 20 and sum(one.count for one in remarks.all()) == 100


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(units: int) -> int:
        path = tmp_path / "memory.tmx"
        with path.open("w", encoding="utf-8") as file:
            file.write(f"{HEAD}\n")
            file.writelines(f"{unit(f'义乌{n}')}" for n in range(units))
            file.write("</body></tmx>")
        tracemalloc.start()
        lint(path)
        _, found = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(24_000) < 1.3 * peak(6_000)


@given(st.sampled_from(sorted(FORMATS)), st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_whatever_a_file_holds_it_is_judged_or_told_in_one_line(format_: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        try:
            report = lint(path, format_)
        except ZhtermError as error:
            assert "\n" not in str(error)
        else:
            assert all(one.line >= 1 and one.message for one in report.remarks)


@given(
    st.lists(
        st.sampled_from(
            [
                "<tu>",
                "</tu>",
                '<tuv xml:lang="zh-CN">',
                "</tuv>",
                "<seg>",
                "</seg>",
                "义乌",
                "<prop/>",
                "<ph/>",
                "<a/>",
            ]
        ),
        max_size=12,
    )
)
def test_what_the_elements_are_whatever_their_order_each_reader_has_a_verdict(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        path.write_text(f"{HEAD}{''.join(pieces)}</body></tmx>", encoding="utf-8")
        report = lint(path)
        assert all(report.verdict(reader) in Verdict for reader in READERS.values())
