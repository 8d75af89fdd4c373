"""Every rule has a file that breaks it and one that nearly does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import parametrized, read_cases
from tm.lint.model import STANDARD, Report, Verdict
from tm.lint.readers import READERS, asked
from tm.lint.rules import RULES
from tm.lint.run import lint

FILES = Path(__file__).parents[2] / "cases" / "lint"
PAIR = ("zh-CN", "en-US")


def linted(case: dict[str, str], folder: Path) -> Report:
    text = (FILES / case["base"]).read_text(encoding="utf-8")
    old, new = (case[key].replace("⇥", "\t") for key in ("old", "new"))
    assert old in text
    path = folder / case["name"]
    path.write_bytes(text.replace(old, new).encode(case["encoding"]))
    format_ = {".xml": "tmx", ".xyz": "omegat"}.get(path.suffix)
    readers = ("strict",) if case["rule"].startswith("xliff-strict") else ()
    return lint(path, format_, readers, PAIR)


@parametrized("lint_rules")
def test_a_rule_speaks_of_the_file_that_breaks_it_and_of_no_other(case: dict[str, str], tmp_path: Path) -> None:
    lines = [one.line for one in linted(case, tmp_path).remarks if one.rule.id == case["rule"]]
    assert lines[:1] == ([int(case["line"])] if case["says"] == "fails" else [])


def test_every_rule_has_a_file_that_breaks_it_and_one_that_does_not() -> None:
    # the root of XLIFF has a rule of its own: without its namespace nothing is compared
    rules = {rule for rule in RULES if rule not in ("xliff-root", "xliff-strict-root")}
    for says in ("fails", "passes"):
        assert {case["rule"] for case in read_cases("lint_rules") if case["says"] == says} == rules


@pytest.mark.parametrize("name", [path.name for path in FILES.iterdir()])
def test_the_files_that_are_changed_are_accepted_by_all(name: str) -> None:
    readers = ("standard", "weblate", "memoq") if name == "three.tbx" else ()
    report = lint(FILES / name, None, readers, PAIR)
    assert [one.rule.id for one in report.remarks] == (["tbx-version"] if name == "three.tbx" else [])


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_who_what_and_where_it_is_known_from(rule) -> None:
    assert set(rule.readers) <= set(READERS)
    assert rule.message and rule.remedy and rule.source
    assert rule.verdict is not Verdict.ACCEPTS
    assert not rule.message.endswith(".") and not rule.remedy.endswith(".")


def test_only_the_schemas_speak_for_the_standard_where_a_validator_would_find_the_same() -> None:
    assert all(
        STANDARD in rule.readers or {"strict", "omegat"} & set(rule.readers)
        for rule in RULES.values()
        if rule.by_schema
    )


def test_the_strict_schema_is_asked_only_by_name() -> None:
    assert [one.id for one in asked((), "xliff")] == ["standard", "omegat", "trados", "memoq", "weblate"]
    assert [one.id for one in asked(("strict",), "xliff")] == ["strict"]
