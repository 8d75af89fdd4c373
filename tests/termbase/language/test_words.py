from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.language import words
from termbase.language.words import cut, frequency, part_of_speech

# 𠮷 and 𪚥 stand above the first plane
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("浙江数字经济八八战略的，。“” \n\r\t𠮷𪚥aB1.%"), st.characters(codec="utf-8"))
)


def forget() -> None:
    for cached in (words._cutter, words._fast_cutter, words._dictionary, words._tokenizer):
        cached.cache_clear()


@pytest.fixture
def only_jieba(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A machine without the optional rjieba; yields the cache folder."""
    monkeypatch.setitem(sys.modules, "rjieba", None)
    monkeypatch.setenv("ZHTERM_CACHE", str(tmp_path / "cache"))
    forget()
    yield tmp_path / "cache"
    forget()


@settings(deadline=None)  # the first example loads dictionaries
@given(TEXTS)
def test_the_words_joined_give_the_text_back(text: str) -> None:
    assert "".join(cut(text)) == text


def test_jieba_alone_cuts_alike_and_keeps_its_table_in_our_cache_folder(only_jieba: Path) -> None:
    assert cut("浙江推动数字经济发展，\n增长3.5%。") == [
        "浙江",
        "推动",
        "数字",
        "经济",
        "发展",
        "，",
        "\n",
        "增长",
        "3.5%",
        "。",
    ]
    assert [path.suffix for path in only_jieba.iterdir()] == [".cache"]


def test_frequency_tells_common_words_from_rare_and_unknown_ones() -> None:
    assert frequency("经济") > frequency("浙江") > frequency("集装箱") > frequency("地瓜经济") == frequency("") == 0


def test_parts_of_speech_are_those_of_the_dictionary() -> None:
    assert [part_of_speech(word) for word in ("浙江", "推动", "改革", "的", "海铁")] == ["ns", "v", "vn", "uj", ""]


@pytest.mark.parametrize("cache", ["a file, not a folder", "missing/read-only"])
def test_a_cache_that_cannot_be_written_is_silent(tmp_path: Path, cache: str) -> None:
    (tmp_path / "a file, not a folder").write_text("", encoding="utf-8")
    (tmp_path / "missing").mkdir(mode=0o500)
    script = "import sys; sys.modules['rjieba'] = None\nfrom termbase.language.words import cut; print('/'.join(cut('数字经济')))"
    environment = {**os.environ, "ZHTERM_CACHE": str(tmp_path / cache), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", env=environment, check=True
    )
    assert (done.stdout, done.stderr) == ("数字/经济\n", "")


def test_nothing_is_loaded_before_the_first_cut() -> None:
    script = (
        "import sys, termbase.language.words\nprint(sorted({'jieba', 'rjieba', 'platformdirs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
