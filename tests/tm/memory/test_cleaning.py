"""Units that are probably wrong, and good ones that look strange."""

from __future__ import annotations

import pytest

from tests.cases import parametrized
from tm.memory.cleaning import FAULTS, faults, in_wrong_script
from tm.model import Unit


@parametrized("misaligned")
def test_a_unit_is_misaligned_or_not(case: dict[str, str]) -> None:
    assert FAULTS["misaligned"](Unit(case["zh"], case["en"])) is (case["wrong"] == "yes")


@pytest.mark.parametrize(
    ("text", "tag", "wrong"),
    [
        ("發展經濟", "zh-CN", True),
        ("发展经济", "zh-Hant-TW", True),
        ("发展经济", "zh-CN", False),
        ("本法自公布日施行。", "zh-TW", False),
        ("三、不予核准。", "zh-TW", False),
        ("河床", "zh-HK", False),
        ("發展經濟", "", False),
        ("發展經濟", "fr", False),
    ],
)
def test_a_text_is_in_the_wrong_script_or_not(text: str, tag: str, wrong: bool) -> None:
    assert in_wrong_script(text, tag) is wrong


def test_only_the_first_of_the_wanted_faults_is_told() -> None:
    units = [(7, Unit("Yiwu", "Yiwu")), (8, Unit("義烏", "Yiwu", zh_language="zh-CN"))]
    assert [(number, name) for number, _, name in faults(units, list(FAULTS))] == [(7, "untranslated"), (8, "script")]
    assert list(faults(units, ["empty"])) == []
