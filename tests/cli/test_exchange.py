"""Glossaries and memories in and out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import etree

from termbase.formats import FORMATS
from tests.cli.conftest import Zhterm


def test_the_starter_termbase_comes_in_whole_and_a_second_time_changes_nothing(zhterm: Zhterm) -> None:
    first = zhterm("import", "--starter", "--json").json
    assert sum(row["added"] for row in first) == 483
    second = zhterm("import", "--starter", "--json").json
    assert all(row["added"] == row["changed"] == 0 for row in second)
    assert sum(row["unchanged"] for row in second) == 483


def test_an_import_does_not_overwrite_what_a_person_approved(two_terms: Zhterm, tmp_path: Path) -> None:
    glossary = tmp_path / "g.csv"
    glossary.write_text("中文,英文,definition\n“八八战略”,Eight Strategy,a plan\n", encoding="utf-8")
    assert two_terms("import", glossary, "--json").json == [
        {"file": glossary.as_posix(), "added": 0, "changed": 1, "unchanged": 0, "skipped": 0}
    ]
    entry = two_terms("term", "show", "1", "--json").json[0]
    assert entry["en"] == "Double-Eight Strategy"
    assert [term["usage"] for term in entry["terms"] if term["text"] == "Eight Strategy"] == ["admitted"]
    assert entry["definition"] == "a plan"


def test_an_import_leaves_a_rejected_entry_rejected(two_terms: Zhterm, tmp_path: Path) -> None:
    two_terms("term", "reject", "1")
    (tmp_path / "g.csv").write_text("zh,en\n八八战略,x\n", encoding="utf-8")
    assert two_terms("import", tmp_path / "g.csv", "--json").json[0]["skipped"] == 1
    assert two_terms("lookup", "八八战略").code == 1


def test_a_broken_glossary_brings_in_nothing_and_names_the_line(two_terms: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(
        "zh,en,type\n双循环,dual circulation,policy phrase\n丽水,Lishui,town\n", encoding="utf-8"
    )
    result = two_terms("import", tmp_path / "g.csv")
    assert result.code == 2
    assert "g.csv:3: " in result.err
    assert result.err.count("\n") == 1
    assert two_terms("lookup", "双循环").code == 1


def test_a_dry_run_shows_what_would_change_and_writes_nothing(two_terms: Zhterm, tmp_path: Path) -> None:
    two_terms("term", "reject", "2")
    glossary = tmp_path / "g.csv"
    glossary.write_text(
        "中文,英文,definition,Colour\n八八战略,Eight Strategy,a plan,\n义新欧,Yixin'ou,,\n双循环,dual circulation,,\n",
        "utf-8",
    )
    for _ in range(2):
        result = two_terms("import", glossary, "--dry-run")
        assert result.out.split("\n")[:-1] == [
            "would be changed: 八八战略 – Double-Eight Strategy: new form Eight Strategy (admitted); definition",
            "would be skipped (rejected): 义新欧 – Yixin'ou",
            "would be added: 双循环 – dual circulation",
        ]
        assert "3 rows; columns: zh (中文), en (英文), definition; ignored: Colour" in result.err
        assert "1 would be added, 1 changed, 0 unchanged, 1 skipped because they are rejected" in result.err
    rows = two_terms("import", glossary, "--dry-run", "--json").json
    assert [(row["action"], row["id"]) for row in rows] == [("changed", 1), ("skipped", 2), ("added", None)]
    assert two_terms("lookup", "双循环").code == 1


def test_a_dry_run_makes_no_database_and_a_known_proposal_would_be_approved(zhterm: Zhterm, tmp_path: Path) -> None:
    glossary = tmp_path / "g.csv"
    glossary.write_text("zh,en,status\n双循环,dual circulation,proposed\n", "utf-8")
    assert zhterm("import", glossary, "--dry-run").out == "would be added: 双循环 – dual circulation\n"
    assert not (tmp_path / "zhterm.db").exists()
    zhterm("import", glossary)
    glossary.write_text("zh,en\n双循环,dual circulation\n", "utf-8")
    assert zhterm("import", glossary, "--dry-run").out == (
        "would be changed: 双循环 – dual circulation: form 双循环 (preferred, proposed → preferred, approved); "
        "form dual circulation (preferred, proposed → preferred, approved); status\n"
    )


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.read and one.write])
def test_a_second_import_of_an_export_changes_nothing(two_terms: Zhterm, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"g{FORMATS[name].suffixes[0] if FORMATS[name].suffixes else '.x'}"
    assert two_terms("export", file, "--format", name).code == 0
    assert two_terms("import", file, "--format", name, "--json").json[0]["unchanged"] == 2
    other = tmp_path / "other.db"
    assert two_terms("import", file, "--format", name, "--json", "--db", other).json[0]["added"] == 2
    again = tmp_path / f"again{file.suffix}"
    assert two_terms("export", again, "--format", name, "--db", other).code == 0
    if name not in ("xlsx", "json"):  # where the time is in the archive, and that the forms came by an import
        assert again.read_bytes() == file.read_bytes()


def test_what_an_export_loses_is_said_once(two_terms: Zhterm, tmp_path: Path) -> None:
    assert "does not keep" not in two_terms("export", tmp_path / "g.csv").err
    assert two_terms("export", tmp_path / "g.utf8").err.split("\n")[1] == (
        "omegat does not keep, with the number of entries: types (2), kinds of form (1)"
    )


def test_an_exported_csv_is_a_glossary_again(two_terms: Zhterm, tmp_path: Path) -> None:
    assert two_terms("export", tmp_path / "g.csv").code == 0
    rows = list(csv.DictReader((tmp_path / "g.csv").read_text(encoding="utf-8").split("\n")))
    assert [(row["zh"], row["en"], row["usage"]) for row in rows] == [
        ("八八战略", "Double-Eight Strategy", "preferred"),
        ("义新欧", "Yixin'ou", "preferred"),
        ("义新欧", "Yiwu-Xinjiang-Europe", "admitted"),
    ]
    again = two_terms("import", tmp_path / "g.csv", "--db", tmp_path / "other.db", "--json").json[0]
    assert again["added"] == 2


def test_an_exported_memory_is_tmx_with_a_unit_for_each_rendering(two_terms: Zhterm, tmp_path: Path) -> None:
    assert two_terms("export", tmp_path / "m.tmx").code == 0
    root = etree.parse(tmp_path / "m.tmx").getroot()
    assert root.get("version") == "1.4"
    assert [[seg.text for seg in tu.iter("seg")] for tu in root.iter("tu")] == [
        ["八八战略", "Double-Eight Strategy"],
        ["义新欧", "Yixin'ou"],
        ["义新欧", "Yiwu-Xinjiang-Europe"],
    ]


def test_an_omegat_glossary_has_its_first_line_and_tabs(two_terms: Zhterm, tmp_path: Path) -> None:
    two_terms("export", tmp_path / "g.utf8")
    lines = (tmp_path / "g.utf8").read_text(encoding="utf-8").split("\n")
    assert lines[0] == "# Glossary in tab-separated format -*- coding: utf-8 -*-"
    assert lines[1].split("\t")[:2] == ["八八战略", "Double-Eight Strategy"]


def test_a_form_that_was_only_proposed_is_not_handed_over_as_approved(two_terms: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("The Double-Eight Strategy (八八战略) is a plan.\n", encoding="utf-8")
    two_terms("extract", tmp_path / "a.en.txt")
    two_terms("export", tmp_path / "g.csv")
    two_terms("export", tmp_path / "all.csv", "--status", "all")
    approved = (tmp_path / "g.csv").read_text(encoding="utf-8")
    assert "proposed" not in approved
    assert len((tmp_path / "all.csv").read_text(encoding="utf-8")) >= len(approved)


def test_a_file_that_is_there_is_not_replaced_unless_told(two_terms: Zhterm, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("mine", encoding="utf-8")
    result = two_terms("export", tmp_path / "g.csv")
    assert result.code == 2
    assert "--force" in result.err
    assert two_terms("export", tmp_path / "g.csv", "--force").code == 0


def test_an_unknown_format_names_those_there_are(two_terms: Zhterm, tmp_path: Path) -> None:
    for arguments in (("export", tmp_path / "g.xyz"), ("export", tmp_path / "g.csv", "--format", "word")):
        result = two_terms(*arguments)
        assert result.code == 2
        assert "omegat" in result.err
        assert "tmx" in result.err
    assert two_terms("export", tmp_path / "g.csv", "--status", "some").code == 2


def test_importing_nothing_is_told(zhterm: Zhterm) -> None:
    assert zhterm("import").err == "zhterm: nothing to import; name a file, or give --starter\n"


def test_formats_are_listed_for_people_and_programs(zhterm: Zhterm) -> None:
    names = [row["name"] for row in zhterm("formats", "--json").json]
    assert {"csv", "omegat", "markdown", "tmx"} <= set(names)
    shown = zhterm("formats").out
    assert all(name in shown for name in names)
    assert "loses" in shown
