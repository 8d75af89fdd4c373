"""Memories handed over: for a reader, each script in a file of its own, in every format, all told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm
from tests.cli.test_tm import CODES, TMX, tu
from tm.formats import BITEXTS
from tm.formats.tmx import read

SIMPLIFIED = [tu("港口开放。", "The port opens.", en_tag="en-GB"), tu("市场增长。", "The market grows.")]
TRADITIONAL = [tu("港口開放。", "The port opens.", zh_tag="zh-HK")]


@pytest.fixture
def memory(zhterm: Zhterm, tmp_path: Path):
    """Fills the memory and gives the command line."""

    def filled(*units: str) -> Zhterm:
        path = tmp_path / "in.tmx"
        path.write_text(TMX.format("".join(units)), encoding="utf-8")
        assert zhterm("tm", "import", path).code == 0
        return zhterm

    return filled


def texts(path: Path) -> list[tuple[str, str]]:
    return [(unit.zh, unit.zh_language) for unit in read(path)]


def test_traditional_units_go_to_a_file_beside_and_both_are_told(memory, tmp_path: Path) -> None:
    result = memory(*SIMPLIFIED, *TRADITIONAL)("tm", "export", tmp_path / "m.tmx")
    assert texts(tmp_path / "m.tmx") == [("港口开放。", "zh-CN"), ("市场增长。", "zh-CN")]
    assert texts(tmp_path / "m.zh-TW.tmx") == [("港口開放。", "zh-HK")]
    assert result.err == (
        f"{tmp_path / 'm.tmx'}: 2 units as TMX 1.4 translation memory\n"
        f"{tmp_path / 'm.zh-TW.tmx'}: 1 unit in traditional characters, which a CAT tool must not mix with others\n"
    )


@pytest.mark.parametrize(("reader", "tag"), [("trados", "zh-TW"), ("memoq", "zh-TW"), ("weblate", "zh-Hant")])
def test_a_memory_of_one_script_goes_to_the_file_that_is_named(memory, tmp_path: Path, reader: str, tag: str) -> None:
    result = memory(*TRADITIONAL)("tm", "export", tmp_path / "m.tmx", "--for", reader)
    assert texts(tmp_path / "m.tmx") == [("港口開放。", tag)]
    assert sorted(path.name for path in tmp_path.glob("m*")) == ["m.tmx"]
    assert f"the tag zh-HK, now {tag} (1)" in result.err


def test_one_script_may_be_asked_for_and_what_is_left_out_is_told(memory, tmp_path: Path) -> None:
    zhterm = memory(*SIMPLIFIED, *TRADITIONAL)
    result = zhterm("tm", "export", tmp_path / "m.tmx", "--script", "zh-Hant", "--languages", "en-GB,zh-HK")
    assert texts(tmp_path / "m.tmx") == [("港口開放。", "zh-HK")]
    assert "left out: 2 units in simplified characters (--script)" in result.err
    assert not (tmp_path / "m.zh-CN.tmx").exists()
    assert zhterm("tm", "export", tmp_path / "n.tmx", "--script", "Hant").err == (
        "zhterm: --script 'Hant' is not one of: zh-Hans, zh-Hant\n"
    )


def test_the_pair_that_is_asked_for_is_written_and_told(memory, tmp_path: Path) -> None:
    zhterm = memory(*SIMPLIFIED)
    result = zhterm("tm", "export", tmp_path / "m.tmx", "--for", "trados", "--languages", "en-GB, zh-CN")
    assert result.err == (
        f"{tmp_path / 'm.tmx'}: 2 units as TMX 1.4 translation memory, for Trados Studio\n"
        "trados does not keep, with the number of units: the tag en-US, now en-GB (1)\n"
    )
    written = (tmp_path / "m.tmx").read_text(encoding="utf-8")
    assert 'srclang="en-GB"' in written
    assert written.index("The port opens.") < written.index("港口开放。")
    refused = zhterm("tm", "export", tmp_path / "n.tmx", "--languages", "zh-CN")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "--languages 'zh-CN' is no pair; write for instance zh-CN,en-US" in refused.err


def test_a_file_beside_that_is_there_stays_and_nothing_is_written(memory, tmp_path: Path) -> None:
    (tmp_path / "m.zh-TW.tmx").write_text("mine", encoding="utf-8")
    zhterm = memory(*SIMPLIFIED, *TRADITIONAL)
    result = zhterm("tm", "export", tmp_path / "m.tmx")
    assert (result.code, "m.zh-TW.tmx: the file is there already" in result.err) == (2, True)
    assert not (tmp_path / "m.tmx").exists()
    assert list(tmp_path.glob(".m*")) == []
    assert zhterm("tm", "export", tmp_path / "m.tmx", "--force").code == 0


def test_a_profile_is_for_tmx_only(memory, two_terms: Zhterm, tmp_path: Path) -> None:
    refused = memory(*SIMPLIFIED)("tm", "export", tmp_path / "m.xlf", "--for", "trados")
    assert (refused.code, "--for is for TMX, and this is xliff" in refused.err) == (2, True)
    refused = two_terms("export", tmp_path / "g.csv", "--for", "trados")
    assert (refused.code, "csv is a glossary" in refused.err) == (2, True)
    refused = two_terms("export", tmp_path / "g.tmx", "--for", "word")
    assert (refused.code, "choose one of generic, omegat" in refused.err) == (2, True)


@pytest.mark.parametrize("name", [name for name, one in BITEXTS.items() if one.write])
def test_a_second_import_of_an_export_changes_nothing(memory, tmp_path: Path, name: str) -> None:
    zhterm = memory(*SIMPLIFIED)
    file = tmp_path / f"m{BITEXTS[name].suffixes[0] if BITEXTS[name].suffixes else '.xlf'}"
    result = zhterm("tm", "export", file, "--format", name)
    assert (result.code, f"2 units as {BITEXTS[name].title}" in result.err) == (0, True)
    assert ("does not keep" in result.err) is (name in ("tsv", "csv"))
    [again] = zhterm("tm", "import", file, "--json").json
    if name not in ("tsv", "csv"):
        assert (again["added"], again["folded"]) == (0, 2)
    assert [again["added"], again["folded"]] != [0, 0]


def test_terms_and_alignments_are_handed_over_the_same_way(two_terms: Zhterm, tmp_path: Path) -> None:
    assert two_terms("export", tmp_path / "t.tmx", "--for", "weblate").code == 0
    assert {tag for _, tag in texts(tmp_path / "t.tmx")} == {"zh-Hans"}
    assert two_terms("export", tmp_path / "t.xlf").code == 0
    zh, en = tmp_path / "a.zh.txt", tmp_path / "a.en.txt"
    zh.write_text("港口增長了。市場開放了。\n", encoding="utf-8")
    en.write_text("The port grew. The market opened.\n", encoding="utf-8")
    assert two_terms("align", zh, en, "-o", tmp_path / "a.tmx", "--for", "omegat").code == 0
    assert {tag for _, tag in texts(tmp_path / "a.tmx")} == {"zh-TW"}


@pytest.mark.parametrize("reader", ["omegat", "trados", "memoq", "weblate"])
def test_the_linter_finds_nothing_that_the_reader_of_a_file_would_refuse_or_lose(
    memory, tmp_path: Path, reader: str
) -> None:
    zhterm = memory(*SIMPLIFIED, CODES, *TRADITIONAL)
    assert zhterm("tm", "export", tmp_path / "m.tmx", "--for", reader).code == 0
    files = sorted(tmp_path.glob("m*.tmx"))
    assert len(files) == 2
    told = zhterm("lint", *files, "--for", reader, "--for", "standard", "--json").json
    assert {(one["verdict"], one["rule"]) for one in told} == {("accepts", None)}


def test_an_empty_memory_is_an_empty_file(memory, zhterm: Zhterm, tmp_path: Path) -> None:
    zhterm("term", "add", "--zh", "义乌", "--en", "Yiwu")
    result = zhterm("tm", "export", tmp_path / "m.tmx")
    assert (result.code, "m.tmx: 0 units" in result.err) == (0, True)
    assert texts(tmp_path / "m.tmx") == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_a_pipe_takes_one_script(memory, tmp_path: Path) -> None:
    memory(*SIMPLIFIED, *TRADITIONAL)

    def piped(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cli", "tm", "export", "/dev/stdout", "--format", "tmx", *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=os.environ)

    refused = piped()
    assert (refused.returncode, "units in both scripts" in refused.stderr) == (2, True)
    assert "開放" in piped("--script", "zh-Hant").stdout


@pytest.mark.parametrize("name", ["m.tmx", "m.xlf"])
def test_characters_that_xml_does_not_have_are_told_with_the_number_of_units(
    zhterm: Zhterm, tmp_path: Path, name: str
) -> None:
    units = tmp_path / "in.tsv"
    units.write_text("zh\ten\n港口\x0b开放。\tThe port\x0c opens.\n市场增长。\tThe market grows.\n", encoding="utf-8")
    assert zhterm("tm", "import", units).code == 0
    result = zhterm("tm", "export", tmp_path / name)
    assert "does not keep, with the number of units: control characters (1)\n" in result.err
    assert "港口开放。" in (tmp_path / name).read_text(encoding="utf-8")
    again = zhterm("tm", "export", tmp_path / name, "--force", "--for", "omegat") if name == "m.tmx" else result
    assert "control characters (1)" in again.err
