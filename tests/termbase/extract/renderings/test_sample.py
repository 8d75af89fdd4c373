"""Which pairs are kept for which terms; sentences of long pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.renderings.competition import Claim, shared_out
from termbase.extract.renderings.division import divided
from termbase.extract.renderings.sample import Evenly, sample_at, sampled
from termbase.extract.renderings.stretches import Stretch


@given(st.integers(1, 9), st.integers(0, 300))
def test_values_are_kept_evenly_and_never_too_many(size: int, count: int) -> None:
    evenly: Evenly[int] = Evenly(size)
    for number in range(count):
        evenly.add(number)
    assert len(evenly.values) <= 2 * size
    assert len(evenly.few()) <= size
    gaps = {right - left for left, right in zip(evenly.values, evenly.values[1:], strict=False)}
    assert len(gaps) <= 1
    assert evenly.seen == count


def test_pairs_without_one_side_are_left_out_and_places_point_into_the_kept_ones() -> None:
    sample = sampled(["经济"], [("", "x"), ("数字经济", "economy"), ("港口", ""), ("港口", "port")])
    assert sample.pairs == [("数字经济", "economy"), ("港口", "port")]
    assert sample.places == {"经济": [(0, 2)]}


def test_a_frequent_term_keeps_a_few_places_and_knows_how_many_there_are() -> None:
    sample = sampled(["港口"], [("港口", f"port {number}") for number in range(100)])
    assert len(sample.places["港口"]) <= 8
    assert sample.scale["港口"] == 100 / len(sample.places["港口"])


def test_known_places_are_taken_as_they_are() -> None:
    sample = sample_at([("港口", "port")], {"港口": [(0, 0)], "口岸": []})
    assert (sample.places, sample.scale) == ({"港口": [(0, 0)]}, {"港口": 1.0})


ZH = "港口去年完成货物吞吐量十三亿吨，居世界第一位。港口今年又开通了六条新的国际航线，增长很快。"


def test_a_long_pair_is_divided_only_where_the_sentences_fit() -> None:
    en = "The port handled 1.3 billion tons of cargo last year, first in the world. It opened six new sea routes and grew."
    assert len(list(divided(ZH, en))) == 2
    assert list(divided(ZH, en.replace(". It", " and it"))) == [(ZH, en.replace(". It", " and it"))]
    second = "It opened six new sea routes this year and grew very fast."
    more = f"The port handled 1.3 billion tons last year. It was first. {second}"
    assert [pair[1] for pair in divided(ZH, more)] == [more.removesuffix(f" {second}"), second]
    unlike = (
        "Yes. " + "It opened six new sea routes and grew very much indeed in the year behind us, first in the world."
    )
    assert list(divided(ZH, unlike)) == [(ZH, unlike)]


@given(
    st.lists(st.text("港口一。；！（12", min_size=1, max_size=30), max_size=6),
    st.lists(st.text("ab 1.;!A", min_size=1, max_size=60), max_size=6),
)
def test_the_parts_of_a_pair_are_the_pair(zh: list[str], en: list[str]) -> None:
    whole_zh, whole_en = "。".join(zh), ". ".join(en)
    pairs = list(divided(whole_zh, whole_en))
    assert "".join(left for left, _ in pairs) == whole_zh
    assert "".join("".join(right for _, right in pairs).split()) == "".join(whole_en.split())


def test_a_term_inside_another_does_not_take_the_rendering_of_the_whole() -> None:
    whole = Claim("海铁联运班列", 0, [Stretch(0, 2, 5.0)])
    part = Claim("海铁联运", 0, [Stretch(0, 2, 1.0), Stretch(0, 1, 0.0)])
    assert shared_out([whole, part])[1][0] < 0.5
    assert shared_out([part])[0][0] > 0.5
    assert shared_out([whole, Claim("海铁联运", 0, [])]) == [[1.0], []]


def test_a_name_found_by_sound_keeps_its_words() -> None:
    name = Claim("祝予安", 0, [Stretch(0, 1, 0.0, sure=True)])
    term = Claim("税率", 3, [Stretch(0, 1, 3.0), Stretch(4, 5, 0.0)])
    assert shared_out([name, term])[1][1] > 0.9
    assert shared_out([name, Claim("税", 3, [])]) == [[1.0], []]
