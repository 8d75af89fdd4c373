from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.extract.chinese.ngrams import LONGEST, NgramCounts, repeats


@settings(deadline=None)  # the first example loads dictionaries
@given(st.lists(st.text(alphabet="八战略𠮷，", max_size=12), max_size=6))
def test_counts_are_those_of_a_slow_obvious_count(texts: list[str]) -> None:
    counts = NgramCounts()
    slow: Counter[str] = Counter()
    for text in texts:
        counts.add(text)
        for run in text.split("，"):
            slow.update(
                run[start:end]
                for start in range(len(run))
                for end in range(start + 2, min(start + LONGEST, len(run)) + 1)
            )
    found = {text: count for level in list(counts.levels(2))[1:] for text, count in level.items()}
    assert found == {text: count for text, count in slow.items() if count >= 2}


def test_a_longer_text_asks_for_more_occurrences() -> None:
    filler = [chr(0x4E00 + number) for number in range(20_000)]
    assert [found.text for found in repeats(["义乌", "义乌"])] == ["义乌"]
    assert repeats(["义乌", "义乌", *filler]) == []


@settings(deadline=None)
@given(st.lists(st.text(alphabet="八战略𠮷，", max_size=12), max_size=6))
def test_a_repeat_has_different_neighbours_on_both_sides(texts: list[str]) -> None:
    runs = [run for text in texts for run in text.split("，") if run]
    slow = set()
    for gram in {run[start:end] for run in runs for end in range(len(run) + 1) for start in range(end)}:
        places = [
            (number, place)
            for number, run in enumerate(runs)
            for place in range(len(run))
            if run.startswith(gram, place)
        ]
        before = {runs[number][place - 1] if place else (number, place) for number, place in places}
        after = {runs[number][place + len(gram) :][:1] or (number, place) for number, place in places}
        if 2 <= len(gram) <= LONGEST and len(places) > 1 and len(before) > 1 and len(after) > 1:
            slow.add((gram, len(places)))
    assert {(found.text, found.count) for found in repeats(texts)} == slow


def test_what_meets_by_chance_does_not_hold_together() -> None:
    texts = ["的一", "的一", "的二", "的三", "三一", "四一", "八战", "八战"]
    cohesion = {found.text: found.cohesion for found in repeats(texts)}
    assert cohesion["八战"] > cohesion["的一"]


def test_no_text_has_no_repeats() -> None:
    assert repeats([]) == repeats(["", "abc"]) == []
