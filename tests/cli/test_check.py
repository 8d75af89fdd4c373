"""What `zhterm check` says of a translation, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zhterm

ENGLISH = "The port grew grew fast.\n\nIt opened in 2022.\n"


@pytest.fixture
def slip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An English text with a doubled word, in a folder without a profile."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "slip.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return Path("slip.txt")


def test_a_finding_shows_the_place_the_reason_and_what_is_better(zhterm: Zhterm, slip: Path) -> None:
    result = zhterm("check", slip, "--only", "doubled-word")
    assert result.code == 1
    assert result.out.split("\n") == [
        "count  severity  check",
        "    1  warning   doubled-word",
        "",
        "slip.txt, segment 1  warning doubled-word",
        "  says       “grew” stands twice",
        "  target     The port [grew grew] fast.",
        "  better     grew",
        "",
    ]
    assert "2 segments, 1 file, 1 finding" in result.err


def test_a_finding_as_json_keeps_the_contract(zhterm: Zhterm, slip: Path) -> None:
    (finding,) = zhterm("check", slip, "--only", "doubled-word", "--json").json
    assert finding == {
        "check": "doubled-word",
        "severity": "warning",
        "file": "slip.txt",
        "segment": 1,
        "source": "",
        "target": "The port grew grew fast.",
        "source_span": None,
        "target_span": [9, 18],
        "message": "“grew” stands twice",
        "suggestion": "grew",
    }


def test_good_work_ends_in_silence(zhterm: Zhterm, slip: Path) -> None:
    slip.write_text("The port grew fast.\n", encoding="utf-8")
    result = zhterm("check", slip, "--only", "doubled-word")
    assert (result.code, result.out) == (0, "")


def test_a_report_goes_into_the_file_that_is_named(zhterm: Zhterm, slip: Path) -> None:
    assert zhterm("check", slip, "--only", "doubled-word", "-o", "found.sarif").code == 1
    assert len(json.loads(Path("found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    assert zhterm("check", slip, "-o", "found.sarif").code == 2
    assert zhterm("check", slip, "-o", "found.sarif", "--force").code == 1


def test_a_baseline_leaves_only_what_is_new(zhterm: Zhterm, slip: Path) -> None:
    assert zhterm("check", slip, "--baseline", "known.txt", "--update-baseline").code == 0
    again = zhterm("check", slip, "--baseline", "known.txt")
    assert (again.code, again.out) == (0, "")
    assert "in the baseline" in again.err
    slip.write_text(ENGLISH + "\nIt was was new.\n", encoding="utf-8")
    assert [one["segment"] for one in zhterm("check", slip, "--baseline", "known.txt", "--json").json] == [3]


def test_a_pair_of_texts_is_aligned_and_checked_together(zhterm: Zhterm, slip: Path) -> None:
    Path("slip.zh.txt").write_text("港口增长很快。\n\n它于2022年开港。\n", encoding="utf-8")
    Path("slip.en.txt").write_text(ENGLISH, encoding="utf-8")
    findings = zhterm("check", "slip.en.txt", "--source", "slip.zh.txt", "--only", "doubled-word", "--json").json
    assert [(one["file"], one["source"]) for one in findings] == [("slip.en.txt", "港口增长很快。")]
    assert zhterm("check", "slip.zh.txt", "slip.en.txt", "--only", "doubled-word", "--json").json == findings


def test_a_profile_is_found_and_its_mistakes_are_named_with_their_line(zhterm: Zhterm, slip: Path) -> None:
    Path("zhterm.toml").write_text('[[rule]]\nid = "no-fast"\ntarget = "fast"\n', encoding="utf-8")
    assert [one["check"] for one in zhterm("check", slip, "--only", "no-fast", "--json").json] == ["no-fast"]
    Path("zhterm.toml").write_text('[checks]\nskip = ["numbre"]\n', encoding="utf-8")
    result = zhterm("check", slip)
    assert result.code == 2
    assert "zhterm.toml:2: there is no check 'numbre'; see them: zhterm checks" in result.err


def test_what_is_safe_is_mended_in_a_copy_and_the_rest_still_counts(zhterm: Zhterm, slip: Path) -> None:
    result = zhterm("check", slip, "--only", "doubled-word", "--fix", "mended.txt")
    assert (result.code, "1 fixed in mended.txt, 0 left" in result.err) == (0, True)
    assert Path("mended.txt").read_text(encoding="utf-8") == ENGLISH.replace("grew grew", "grew")
    assert slip.read_text(encoding="utf-8") == ENGLISH
    Path("own.toml").write_text('[[rule]]\nid = "no-fast"\ntarget = "fast"\n', encoding="utf-8")
    assert zhterm("check", slip, "--profile", "own.toml", "--fix", "mended.txt", "--force").code == 1


def test_several_copies_go_into_a_folder_that_appears_whole_or_not_at_all(zhterm: Zhterm, slip: Path) -> None:
    Path("job").mkdir()
    Path("job/a.tsv").write_text("港口，公路\tports，roads\n", encoding="utf-8")
    Path("job/b.po").write_text('msgid "港口，公路"\nmsgstr "ports，roads"\n', encoding="utf-8")
    assert "2 fixed in out, 0 left" in zhterm("check", "job", "--only", "punctuation", "--fix", "out").err
    assert Path("out/a.tsv").read_text(encoding="utf-8") == "港口，公路\tports, roads\n"
    assert Path("out/b.po").read_text(encoding="utf-8") == 'msgid "港口，公路"\nmsgstr "ports, roads"\n'
    Path("job/b.po").write_text('msgid "港口，公路"\nmsgstr "ports，roads\n', encoding="utf-8")
    result = zhterm("check", "job", "--only", "punctuation", "--fix", "other", "--strict")
    assert (result.code, Path("other").exists()) == (2, False)
    assert zhterm("check", "job", "--only", "punctuation", "--fix", "other").code == 2
    assert [path.name for path in Path("other").iterdir()] == ["a.tsv"]


def test_a_pair_of_texts_is_mended_in_its_english(zhterm: Zhterm, slip: Path) -> None:
    Path("slip.zh.txt").write_text("港口增长很快。\n\n它于2022年开港。\n", encoding="utf-8")
    arguments = ("check", slip, "--source", "slip.zh.txt", "--only", "doubled-word", "--fix", "mended.txt")
    assert zhterm(*arguments).code == 0
    assert Path("mended.txt").read_text(encoding="utf-8") == ENGLISH.replace("grew grew", "grew")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["slip.txt", "--fix", "slip.txt"], "is the file itself"),
        (["slip.txt", "--fix", "there.txt"], "there already"),
        (["slip.txt", "more/slip.txt", "--fix", "out"], "has the same name as slip.txt"),
        (["slip.txt", "more.tsv", "--fix", "there.txt"], "several files need a folder"),
        (["slip.docx", "--fix", "out"], ".docx files cannot be fixed"),
        (["slip.txt", "--fix", "none/mended.txt"], "cannot be written"),
    ],
)
def test_a_copy_that_cannot_be_made_is_said_in_one_line(
    zhterm: Zhterm, slip: Path, arguments: list[str], message: str
) -> None:
    Path("there.txt").write_text("mine", encoding="utf-8")
    Path("more.tsv").write_text("港口\tports\n", encoding="utf-8")
    result = zhterm("check", *arguments)
    assert (result.code, message in result.err) == (2, True)
    assert Path("there.txt").read_text(encoding="utf-8") == "mine"
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "none.txt"),
        (["slip.txt", "--only", "numbre"], "there is no check 'numbre'"),
        (["slip.txt", "--source", "slip.txt"], "both texts are English"),
        (["slip.txt", "slip.txt", "--source", "zh.txt"], "--source goes with one file"),
        (["zh.txt"], "is Chinese and comes without its translation; zhterm check TRANSLATION --source zh.txt"),
        (["empty"], "no bilingual file in this folder"),
        (["slip.txt", "--update-baseline"], "--update-baseline needs a file"),
        (["slip.txt", "--baseline", "none"], "make one: --update-baseline"),
        (["slip.txt", "--date", "yesterday"], "is no date"),
        (["slip.txt", "--format", "xlsx"], "a workbook needs a file"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(
    zhterm: Zhterm, slip: Path, arguments: list[str], message: str
) -> None:
    Path("zh.txt").write_text("港口增长很快。\n", encoding="utf-8")
    Path("empty").mkdir()
    result = zhterm("check", *arguments)
    assert result.code == 2
    assert message in result.err


def test_a_file_that_cannot_be_read_does_not_stop_the_others_unless_strict(zhterm: Zhterm, slip: Path) -> None:
    result = zhterm("check", "none.txt", slip, "--only", "doubled-word", "--json")
    assert (result.code, len(result.json)) == (2, 1)
    assert "1 not read" in result.err
    assert not zhterm("check", "none.txt", slip, "--json", "--strict").json


def test_an_empty_termbase_is_said(zhterm: Zhterm, slip: Path) -> None:
    assert "terms are not checked" in zhterm("check", slip).err


def test_the_checks_are_listed_with_what_they_say(zhterm: Zhterm) -> None:
    result = zhterm("checks")
    assert result.out.startswith("check ")
    assert "a word stands twice in a row" in result.out
    assert all(len(line) <= 80 for line in result.out.split("\n"))
    assert "doubled-word" in [one["check"] for one in zhterm("checks", "--json").json]
