from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.corpus.slips import without_slips
from tests.cases import parametrized


@parametrized("corpus_slips")
def test_links_are_cut_off_unknown_words_alone(case: dict[str, str]) -> None:
    assert " ".join(without_slips(case["words"].split(" "))) == case["cut"]


@given(st.lists(st.text(alphabet="及与强积金为具于对外A𠮷12，", min_size=1, max_size=4), max_size=6))
def test_the_words_without_slips_give_the_text_back(texts: list[str]) -> None:
    words = without_slips(texts)
    assert "".join(words) == "".join(texts)
    assert all(words)
