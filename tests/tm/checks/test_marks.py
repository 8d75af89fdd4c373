"""Marks of a text: what is found has its place, and what is mended is found no more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tm.checks.evidence.capitals import inside_sentences, words_inside
from tm.checks.evidence.inline_codes import misplaced, placeholders
from tm.checks.evidence.pairs_of_marks import unpaired
from tm.checks.evidence.quoted_speech import quotations
from tm.checks.evidence.wide_marks import wide_marks

MARKED = st.text('ab 1，。：；！？（）()[]“”"《》……——··％Ｔ浙江', max_size=30)


@given(MARKED)
def test_a_lonely_mark_stands_at_its_place(text: str) -> None:
    for place, mark in unpaired(text):
        assert text[place] == mark or (text[place], mark) in {("（", "("), ("）", ")"), ("［", "["), ("］", "]")}


@given(st.text("ab 1，。", max_size=20))
def test_a_pair_around_any_text_is_no_lonely_mark(text: str) -> None:
    for opening, closing in ("()", "“”", "《》", "（）"):
        assert not unpaired(opening + text + closing)


@given(MARKED)
def test_wide_marks_do_not_overlap_and_are_inside_the_text(text: str) -> None:
    end = 0
    for mark in wide_marks(text):
        assert 0 <= mark.start < mark.end <= len(text)
        end = max(end, mark.end)
    assert end <= len(text)


@given(st.text("ab1，。：；！？％ ", max_size=20))
def test_a_mended_text_has_no_wide_marks(text: str) -> None:
    for mark in sorted(wide_marks(text), reverse=True):
        text = text[: mark.start] + mark.suggestion + text[mark.end :]
    assert not list(wide_marks(text))


@given(st.text(st.characters(codec="ascii")))
def test_ascii_has_no_wide_marks(text: str) -> None:
    assert not list(wide_marks(text))


@given(MARKED)
def test_quotations_are_stretches_of_the_text_in_order(text: str) -> None:
    spans = quotations(text)
    assert spans == sorted(spans)
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(st.text("aB c.,’'", max_size=30))
def test_words_inside_sentences_are_the_same_with_and_without_places(text: str) -> None:
    assert [match[1] for match in inside_sentences(text)] == words_inside(text)


@given(st.lists(st.sampled_from(["<b>", "</b>", "<x/>", '<bpt i="1">', '<ept i="1">', "{1}"]), max_size=8))
def test_only_codes_of_the_list_are_misplaced(codes: list[str]) -> None:
    assert all(code in codes for code in misplaced(codes))
    assert not misplaced(["<b>", *(code for code in codes if code in {"<x/>", "{1}"}), "</b>"])


@given(st.text("<b>/{1}%s a", max_size=20))
def test_placeholders_stand_where_they_are_said_to(text: str) -> None:
    assert all(text.startswith(found, place) for found, place in placeholders(text))
