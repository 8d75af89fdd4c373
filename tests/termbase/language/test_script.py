"""Han or not, Chinese or not, simplified or traditional."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.language.script import has_han, is_chinese, is_han, language_of, to_simplified, to_traditional
from tests.cases import parametrized


@parametrized("languages")
def test_the_language_of_a_text_is_judged_by_its_content(case: dict[str, str]) -> None:
    assert language_of(case["text"]) == case["language"]
    assert is_chinese(case["text"]) is (case["language"] != "en")


@pytest.mark.parametrize("ch", ["义", "㐀", "𠮷", "𰻝", "\U000323b0", "\U0002f800", "々", "〇", "⼀"])
def test_han_counts_in_every_plane(ch: str) -> None:
    assert is_han(ch)


@pytest.mark.parametrize("ch", ["。", "“", "ア", "한", "a", "１", "（", "", "义乌", "\U0001f600", "ㄅ"])
def test_what_is_no_single_chinese_character_is_not_han(ch: str) -> None:
    assert not is_han(ch)


def test_conversion_keeps_what_is_not_han() -> None:
    assert to_simplified("長江（Yangtze）𠮷\x00\ud800臺灣") == "长江（Yangtze）𠮷\x00\ud800台湾"
    assert to_traditional("发展、头发") == "發展、頭髮"


def test_a_text_without_han_loads_no_converter() -> None:
    script = (
        "import sys; from termbase.language.script import to_simplified, to_traditional;"
        "assert to_simplified('Yiwu、2022') + to_traditional('') == 'Yiwu、2022'; assert 'opencc' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@given(st.text())
def test_simplifying_twice_is_simplifying_once(text: str) -> None:
    once = to_simplified(text)
    assert to_simplified(once) == once


@given(st.text())
def test_a_text_has_han_when_one_of_its_characters_is(text: str) -> None:
    assert has_han(text) is any(is_han(ch) for ch in text)
