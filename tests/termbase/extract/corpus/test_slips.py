from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.chinese.words import Word
from termbase.extract.corpus.slips import without_slips
from tests.cases import parametrized


def as_words(texts: list[str]) -> list[Word]:
    words, place = [], 0
    for text in texts:
        words.append(Word(text, place, place + len(text), 0))
        place += len(text)
    return words


@parametrized("corpus_slips")
def test_links_are_cut_off_unknown_words_alone(case: dict[str, str]) -> None:
    assert " ".join(word.text for word in without_slips(as_words(case["words"].split(" ")))) == case["cut"]


@given(st.lists(st.text(alphabet="及与强积金为具于对外A𠮷12，", min_size=1, max_size=4), max_size=6))
def test_the_words_without_slips_give_the_text_back(texts: list[str]) -> None:
    words = list(without_slips(as_words(texts)))
    assert "".join(word.text for word in words) == "".join(texts)
    assert [word.start for word in words[1:]] == [word.end for word in words[:-1]]
    assert all(word.end - word.start == len(word.text) for word in words)
