"""`zhterm lint` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm

FILES = Path(__file__).parents[1] / "cases" / "lint"


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tmx"
    path.write_text(
        (FILES / "memory.tmx").read_text(encoding="utf-8").replace(' adminlang="en-US"', ""), encoding="utf-8"
    )
    return path


def test_a_file_that_all_accept_gives_exit_code_0(zhterm: Zhterm) -> None:
    result = zhterm("lint", FILES / "memory.tmx", "--for", "omegat", "--for", "standard", "--for", "trados")
    assert (result.code, result.err) == (0, "1 file, 1 accepted by all\n")
    assert [" ".join(line.split()) for line in result.out.split("\n")[1:4]] == [
        "OmegaT 6.1 accepts",
        "TMX DTD accepts",
        "Trados accepts, as far as is known",
    ]


def test_each_reader_and_reason_has_a_line_that_fits_the_terminal(zhterm: Zhterm, memory: Path) -> None:
    result = zhterm("lint", memory)
    assert result.code == 1
    assert "OmegaT 6.1 refuses, line 3: <header> lacks the attribute adminlang;" in result.out
    assert "[tmx-attribute-missing]" in result.out
    assert all(len(line) <= 80 for line in result.out.split("\n")[1:])


def test_json_has_an_object_for_each_reader_and_reason(zhterm: Zhterm, memory: Path) -> None:
    result = zhterm("lint", memory, "--json", "--for", "omegat", "--for", "memoq")
    refused, accepted = result.json
    assert refused == {
        "file": memory.as_posix(),
        "format": "tmx",
        "reader": "omegat",
        "verdict": "refuses",
        "sure": True,
        "rule": "tmx-attribute-missing",
        "line": 3,
        "count": 1,
        "message": "<header> lacks the attribute adminlang",
        "remedy": "add it",
        "source": "the DTD of TMX 1.1 to 1.4; OmegaT 6.1 validates against its XSD of 1.1 or 1.4",
    }
    assert (accepted["reader"], accepted["verdict"], accepted["sure"], accepted["rule"]) == (
        "memoq",
        "accepts",
        False,
        None,
    )


def test_a_broken_file_is_a_finding_and_not_an_error(zhterm: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "news.xlf"
    path.write_text("<xliff>\n<file>", encoding="utf-8")
    result = zhterm("lint", path, "--json")
    assert result.code == 1
    assert {(one["verdict"], one["line"]) for one in result.json if one["rule"] == "xml-broken"} == {("refuses", 2)}


def test_a_file_that_cannot_be_read_stops_that_file_and_gives_exit_code_2(zhterm: Zhterm, memory: Path) -> None:
    result = zhterm("lint", "gone.tmx", memory)
    assert result.code == 2
    assert "zhterm: gone.tmx: no such file" in result.err and "1 not read" in result.err
    assert "OmegaT 6.1" in result.out
    result = zhterm("lint", "gone.tmx", memory, "--strict")
    assert (result.code, result.out) == (2, "")


def test_a_file_of_no_known_format_gives_exit_code_2(zhterm: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK")
    result = zhterm("lint", path)
    assert result.code == 2 and "name the format: --format, one of tmx, tbx, xliff, omegat, memoq" in result.err


def test_a_folder_is_walked_and_articles_in_it_are_no_glossaries(zhterm: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "memory.tmx").write_bytes((FILES / "memory.tmx").read_bytes())
    (tmp_path / "article.txt").write_text("义乌是一座城市。", encoding="utf-8")
    result = zhterm("lint", tmp_path)
    assert result.code == 0 and result.out.count("memory.tmx") == 1 and "article" not in result.out
    (tmp_path / "deep" / "memory.tmx").unlink()
    result = zhterm("lint", tmp_path)
    assert result.code == 2 and "no file to lint in this folder" in result.err


def test_the_pair_of_the_memory_in_trados_can_be_named(zhterm: Zhterm) -> None:
    wanted = ("--for", "trados", "--languages")
    assert zhterm("lint", FILES / "memory.tmx", *wanted, "zh-CN,en-US").code == 0
    result = zhterm("lint", FILES / "memory.tmx", *wanted, "zh-CN,en-GB")
    assert result.code == 1 and "loses, line 5, and 1 more: the unit is not of the pair" in result.out
    assert zhterm("lint", FILES / "memory.tmx", *wanted, "zh-CN").code == 2


def test_a_rule_can_be_left_out(zhterm: Zhterm, memory: Path) -> None:
    assert zhterm("lint", memory, "--skip", "tmx-attribute-missing").code == 0
    result = zhterm("lint", memory, "--skip", "tmx-adminlang")
    assert result.code == 2 and "there is no rule 'tmx-adminlang'; see: zhterm lint --rules" in result.err


def test_the_rules_are_listed_with_their_sources(zhterm: Zhterm) -> None:
    result = zhterm("lint", "--rules")
    assert result.code == 0 and "tmx-srclang-all" in result.out and "weblate: refuses" in result.out
    rules = zhterm("lint", "--rules", "--json").json
    assert {"rule", "readers", "verdict", "message", "remedy", "source"} == set(rules[0])


def test_nothing_to_lint_is_an_error_in_one_line(zhterm: Zhterm) -> None:
    assert zhterm("lint").err == "zhterm: no file to lint; name one, as in: zhterm lint memory.tmx\n"
    result = zhterm("lint", FILES / "memory.tmx", "--for", "cafetran")
    assert result.code == 2 and "there is no reader 'cafetran'; choose one of standard, omegat" in result.err


def test_a_name_that_would_steer_the_terminal_does_not(zhterm: Zhterm, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.utf8"
    path.write_text("义乌\x1b[31m\tYiwu\n\x1b[31m\n", encoding="utf-8")
    assert "\x1b" not in zhterm("lint", path).out
