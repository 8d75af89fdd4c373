"""Text as the review shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.review.entry import entry_lines, headline, name_of
from cli.review.keys import DECIDING, KEYS, MOVING, fitting
from cli.review.marking import clipped, context_sides, places, recogniser, visible, wrapped
from cli.terminal import plain
from termbase.model import Concept, ConceptType, Context, Item, Language, Source, Status, Tier, Usage
from tests.cli.review.conftest import en, gone, hostile, place, spirit, strategy, train, zh


def marked(context: Context, concept: Concept) -> list[list[str]]:
    sides = context_sides(context, recogniser(concept.terms))
    return [[side.plain[span.start : span.end] for span in side.spans] for side in sides]


def test_the_term_is_marked_in_the_sentence_and_in_its_translation() -> None:
    concept = strategy()
    assert marked(concept.contexts[0], concept) == [["八八战略"], ["Eight Eight Strategy"]]
    assert marked(place().contexts[0], place()) == [["浙江"], ["Zhejiang"]]


def test_a_translation_without_the_term_has_no_mark() -> None:
    assert marked(place().contexts[0], train()) == [["浙江"], []]


def test_further_places_of_the_term_are_marked_too_and_none_twice() -> None:
    context = Context("a", "浙江和浙江省", Language.ZH_HANS, 0, 0, 2)
    assert places("浙江和浙江省", recogniser([zh("浙江")]), chinese=True, given=[(0, 2)]) == [(0, 2), (3, 5)]
    assert marked(context, Concept(ConceptType.PLACE, (zh("浙江"),))) == [["浙江", "浙江"]]


def test_offsets_beyond_the_sentence_are_passed_over() -> None:
    for given_ in ((0, 99), (-1, 2), (2, 2), (5, 3)):
        assert places("浙江", recogniser([zh("浙江")]), chinese=True, given=[given_]) == [(0, 2)]


def test_a_rejected_form_is_not_marked() -> None:
    assert places("the same month", recogniser([en("the same month", status=Status.REJECTED)]), chinese=False) == []


def test_a_concept_without_a_usable_form_marks_nothing() -> None:
    assert places("浙江", recogniser([]), chinese=True) == []


@given(st.text())
def test_what_is_visible_has_the_same_length_and_steers_no_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert plain(shown) == shown
    assert "\n" not in shown
    assert "\t" not in shown


@given(st.text(st.sampled_from("八战略，。“”（）ab 、-—…％\u3000\u2028\t\n𠀀"), max_size=80), st.integers(2, 20))
def test_lines_hold_all_of_the_text_and_fit(text: str, columns: int) -> None:
    text = visible(text)
    lines = wrapped(text, columns)
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(cell_len(text[start:end].rstrip()) <= columns for start, end in lines)


@given(st.text(), st.integers(2, 20))
def test_lines_hold_all_of_any_text(text: str, columns: int) -> None:
    assert "".join(text[start:end] for start, end in wrapped(text, columns)) == text


@given(st.text(st.characters(exclude_categories=("C", "M"))), st.integers(1, 20))
def test_what_is_clipped_fits_and_says_that_it_is_cut(text: str, columns: int) -> None:
    short = clipped(text, columns)
    assert cell_len(short) <= columns
    assert short == text or short.endswith("…")


def test_no_column_holds_nothing() -> None:
    assert not clipped("八", 0)


def test_an_entry_shows_its_forms_by_usage_what_they_rest_on_and_its_sources() -> None:
    source = Source("Xinhua", "A Report", "https://example.org/a", "2023", Tier.AGENCY)
    terms = (
        zh("浙江", pinyin="Zhèjiāng", source=source),
        en("Zhejiang", source=source),
        en("Chekiang", usage=Usage.FORBIDDEN),
        en("ZJ", status=Status.REJECTED),
    )
    concept = Concept(
        ConceptType.PLACE,
        terms,
        4,
        subject="provinces",
        definition_zh="省",
        note="one\ntwo",
        items=(Item("山", "hill"), Item("水")),
    )
    shown = "\n".join(line.plain for line in entry_lines(concept, (), 0, 60))
    for part in (
        "approved · place · 4",
        "zh       浙江",
        "Zhèjiāng",
        "never    Chekiang",
        "subject  provinces",
        "note     two",
        "1.       山 = hill",
        "2.       水",
        "source   Xinhua, A Report, 2023 [agency]: 浙江, Zhejiang",
        "https://example.org/a",
    ):
        assert part in shown
    assert "ZJ" not in shown


def test_an_open_side_says_so_and_new_forms_are_counted() -> None:
    assert any("open: no form" in line.plain for line in entry_lines(train(), (), 0, 60))
    assert entry_lines(spirit(), (), 0, 60)[0].plain.startswith("approved, one new form")
    traditional = Concept(ConceptType.PLACE, (zh("台湾"), *gone().terms), status=Status.PROPOSED)
    assert name_of(traditional) == "台湾"


def test_contexts_stand_under_their_document_and_those_left_out_are_counted() -> None:
    concept = strategy()
    lines = [line.plain for line in entry_lines(concept, concept.contexts[:1], 2, 40)]
    assert "seen 5 times · 1 of 2 contexts" in lines
    assert lines[lines.index("port.zh.txt") + 1] == "• 浙江推进“八八战略”。"


def test_no_line_is_wider_than_the_pane() -> None:
    for concept in (strategy(), train(), spirit(), place(), hostile(), gone()):
        for columns in (10, 23, 50, 100):
            lines = entry_lines(concept, concept.contexts, len(concept.contexts), columns)
            assert max(line.cell_length for line in lines) <= columns


def test_a_headline_has_the_english_only_beside_chinese() -> None:
    assert headline(place()) == ("浙江", "Zhejiang")
    assert headline(train()) == ("义新欧", "")
    assert headline(gone()) == ("the same month", "")


def test_as_many_keys_are_shown_as_fit_and_help_always() -> None:
    assert [key.label for key in fitting(DECIDING, 80)] == [key.label for key in DECIDING]
    assert [key.label for key in fitting(MOVING, 80)] == [key.label for key in MOVING if key.label]
    assert [key.action for key in fitting(DECIDING, 5)] == ["help"]
    keys = [name for key in KEYS for name in key.keys.split(",")]
    assert len(keys) == len(set(keys))
