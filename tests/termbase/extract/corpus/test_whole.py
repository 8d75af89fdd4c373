from __future__ import annotations

from pathlib import Path

import pytest

from termbase.extract.components import score_of
from termbase.extract.corpus.tally import Tally
from termbase.extract.corpus.termhood import components, termhood
from termbase.extract.corpus.whole import Corpus
from termbase.extract.corpus.word_counts import WordBorders, WordCounts, write_words


def corpus(*tallies: Tally) -> Corpus:
    words = {"清湖": WordBorders(4, 2, 1), "委员会": WordBorders(6, 1, 5)}
    return Corpus.of(WordCounts(words, WordBorders(10, 3, 6)), tallies)


def test_places_within_a_sure_name_are_told_apart() -> None:
    name = Tally("清湖管理委员会", count=3, weight=0.85)
    parts = [Tally(text, count=5) for text in ("清湖", "委员会", "管理", "管理委员会")]
    inside = corpus(name, *parts).inside
    assert inside == {"清湖": [3, 0, 0], "委员会": [0, 3, 0], "管理": [0, 0, 3], "管理委员会": [0, 3, 0]}


def test_what_is_no_sure_name_or_a_whole_title_takes_nothing_in() -> None:
    part = Tally("清湖", count=5)
    assert corpus(Tally("清湖计划", count=3, weight=0.5), part).inside == {}
    assert corpus(Tally("清湖" * 13, count=1, weight=0.9), part).inside == {}


def test_a_piece_of_a_name_scores_less_than_it_would_alone() -> None:
    piece = Tally("管理委员会", "管理 委员会", "GN", count=3, documents=1, free=0)
    name = Tally("清湖管理委员会", count=3, documents=1, weight=0.85)
    alone, within = (
        {part.name.partition(":")[0]: part.amount for part in components(piece, corpus(*others))}
        for others in ([piece], [piece, name])
    )
    assert "ends a name" not in alone
    assert within["ends a name"] < 0


def test_a_nested_form_knows_the_most_frequent_longer_one() -> None:
    inner, middle = Tally("支付", "支付", "G", 9), Tally("支付系统", "支付 系统", "GN", 3)
    longer = corpus(inner, middle, Tally("跨境支付系统", "跨境 支付 系统", "GGN", 2)).longer
    assert longer == {"支付": 3, "支付系统": 2, "跨境支付系统": 0}


@pytest.mark.parametrize("weight", [0.0, 0.4, 0.85])
def test_the_termhood_is_the_score_of_the_components(weight: float) -> None:
    tally = Tally("清湖委员会", "清湖 委员会", "NN", 5, 3, 2, "在和", "^", weight)
    whole = corpus(tally, Tally("清湖", "清湖", "N", 9, 4, 3, "在", "^"))
    assert termhood(tally, whole) == score_of(components(tally, whole))


def test_words_are_summed_up_over_the_parts_of_a_corpus(tmp_path: Path) -> None:
    write_words(tmp_path / "1", [("清湖", 3, 1, 0), ("委员会", 1, 0, 1)])
    write_words(tmp_path / "2", [("清湖", 2, 0, 1)])
    counts = WordCounts.read([tmp_path / "1", tmp_path / "2"], {"清湖"})
    assert counts == WordCounts({"清湖": WordBorders(5, 1, 1)}, WordBorders(6, 1, 2))
    assert WordCounts.read([], {"清湖"}) == WordCounts({}, WordBorders())
