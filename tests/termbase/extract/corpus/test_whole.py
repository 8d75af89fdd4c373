from __future__ import annotations

from termbase.extract.corpus.counts import WordBorders
from termbase.extract.corpus.runs import Tally
from termbase.extract.corpus.termhood import components
from termbase.extract.corpus.whole import Corpus


def corpus(*tallies: Tally) -> Corpus:
    return Corpus.of({"清湖": WordBorders(4, 2, 1), "委员会": WordBorders(6, 1, 5)}, tallies)


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
    longer = corpus(Tally("支付系统", "支付 系统", "GN", 3), Tally("跨境支付系统", "跨境 支付 系统", "GGN", 2)).longer
    assert (longer["支付"], longer["支付系统"]) == (3, 2)
