"""Which form of a term comes first, and how it is spelt."""

from __future__ import annotations

import pytest

from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.extract.renderings.form_places import FormPlaces
from termbase.extract.renderings.short_forms import short_forms
from termbase.extract.renderings.sound import may_be_pinyin
from termbase.extract.renderings.spelling import shown_spelling
from tests.termbase.extract.renderings.corpus import RENDERER, first


def test_the_form_that_keeps_to_the_pairs_of_the_term_comes_first() -> None:
    pairs = [
        ("推动绿色金融。", "Green finance is promoted."),
        ("绿色金融改革。", "A reform of green finance."),
        ("城市的绿色金融。", "Green finance of the city."),
        ("企业改革。", "A reform of the enterprise."),
    ]
    assert first("绿色金融", *pairs).lower() == "green finance"


def test_a_form_that_a_longer_term_has_for_itself_is_not_the_first_of_its_part() -> None:
    pairs = [
        ("数字经济改革。", "The digital economy reform went on."),
        ("数字经济改革与城市。", "The city and the digital economy reform."),
        ("数字经济与港口。", "The port and the digital economy."),
    ]
    found = RENDERER.renderings(["数字经济", "数字经济改革"], pairs)
    assert found["数字经济"][0].en == "digital economy"
    assert found["数字经济改革"][0].en == "digital economy reform"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Green Port Fund (GPF) grew", {"gpf": {"green port fund"}}),
        ("Stored Value Facilities (SVFs)", {"svf": {"stored value facility"}}),
        ("the Bureau of Trade and Ports (BTP)", {"btp": {"bureau of trade and port"}}),
        ("trade (GPF) grew", {}),
        ("(GPF)", {}),
        ("a port (see above)", {}),
    ],
)
def test_a_short_form_is_one_whose_letters_begin_the_words_before_it(text: str, found: dict[str, set[str]]) -> None:
    assert short_forms([text]) == found


@pytest.mark.parametrize(
    ("texts", "surfaces", "shown"),
    [
        # before a noun the singular says nothing
        (
            ["interest rate risk", "interest rate policy", "high interest rates"],
            {"interest rate": 2.0},
            "interest rates",
        ),
        (["a port group", "ports"], {"ports": 0.9}, "ports"),
        (
            ["free-trade zone", "free-trade zone", "free trade zone"],
            {"free trade zone": 1.0, "free-trade zone": 0.5},
            "free-trade zone",
        ),
        (["the GPFs", "the GPFs", "a GPF"], {"GPFs": 2.0, "GPF": 0.5}, "GPF"),
        (["the GPFs"], {"GPFs": 2.0}, "GPFs"),
        (["ports. Group"], {"ports": 1.0}, "ports"),
        ([], {"Digital trade": 0.6, "digital trade": 0.5}, "Digital trade"),
    ],
)
def test_the_spelling_of_most_free_standing_places_is_shown(
    texts: list[str], surfaces: dict[str, float], shown: str
) -> None:
    key = {"interest rate": "interest rate", "ports": "port", "free trade zone": "free trade zone"}.get(
        next(iter(surfaces)), next(iter(surfaces)).lower().rstrip("s")
    )
    assert shown_spelling(key, surfaces, [EnglishSegment(text) for text in texts]) == shown


def test_a_form_stands_where_its_words_stand_side_by_side() -> None:
    places = FormPlaces(
        [EnglishSegment(text) for text in ("Trade (of) ports", "the port's trade", "ports, trade", "")]
    )
    assert places.of("port trade") == {1, 2}
    assert places.of("port") == {0, 1, 2}
    assert places.of("city") == places.of("") == frozenset()


@pytest.mark.parametrize(
    ("letters", "syllables", "may"),
    [
        *[("lvdongheng", 3, True), ("lyudongheng", 3, True), ("xian", 1, True), ("xian", 2, True), ("er", 1, True)],
        *[("strategy", 3, False), ("wilczek", 2, False), ("yiwu", 3, False)],
    ],
)
def test_only_what_can_be_cut_into_syllables_may_be_pinyin(letters: str, syllables: int, may: bool) -> None:
    assert may_be_pinyin(letters, syllables) is may
