"""A profile is read whole, or refused with the line that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import InputError
from tests.cases import parametrized
from tm.checking.profile import PROFILE, Profile, find_profile, read_profile
from tm.checking.silence import Silence
from tm.checks.model import Severity
from tm.checks.style import Style

WHOLE = """
[checks]
skip = ["house-word"]

[severity]
doubled-word = "error"

[style]
percent = "per cent"
chinese_glosses = false
known_abbreviations = ["GDP", "WTO"]

[[silence]]
check = "doubled-word"
segment = 12
reason = "a song"

[[rule]]
id = "house-word"
source = "高质量发展"
target = "high-quality development"
severity = "note"
"""


def profile(folder: Path, text: str) -> Path:
    path = folder / PROFILE
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_says_what_a_desk_has_agreed_on(tmp_path: Path) -> None:
    read = read_profile(profile(tmp_path, WHOLE))
    assert read.skip == ("house-word",)
    assert read.severities == {"doubled-word": Severity.ERROR}
    assert read.style == Style(
        percent="per cent", chinese_glosses=False, known_abbreviations=frozenset({"GDP", "WTO"})
    )
    assert read.silences == (Silence(check="doubled-word", segment="12", reason="a song"),)
    assert [(rule.id, rule.severity) for rule in read.rules] == [("house-word", "note")]


def test_an_empty_profile_changes_nothing(tmp_path: Path) -> None:
    assert read_profile(profile(tmp_path, "")) == Profile()


@parametrized("profiles")
def test_a_wrong_profile_is_refused_with_its_line(tmp_path: Path, case: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        read_profile(profile(tmp_path, case["profile"]))
    assert caught.value.what.startswith(case["message"])
    assert caught.value.line == int(case["line"])
    assert caught.value.remedy


def test_what_is_no_toml_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no TOML"):
        read_profile(profile(tmp_path, "[checks\n"))
    with pytest.raises(InputError, match="cannot be read"):
        read_profile(tmp_path / "none.toml")


def test_the_nearest_profile_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "job" / "texts"
    inner.mkdir(parents=True)
    outer = profile(tmp_path, "")
    assert find_profile(inner) == outer
    assert find_profile(tmp_path) == outer


@given(st.text(max_size=200))
def test_any_text_is_a_profile_or_one_clear_line(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = profile(tmp_path_factory.mktemp("profile"), text.encode("utf-8", "replace").decode())
    try:
        read_profile(path)
    except InputError as error:
        assert "\n" not in str(error)
