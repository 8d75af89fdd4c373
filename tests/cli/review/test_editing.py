"""What an edit makes of an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cli.review.editing import (
    Form,
    form_of,
    is_unsettled,
    new_source,
    rejected,
    with_form,
    with_source,
    with_type,
    with_usage,
    without_term,
)
from termbase.errors import ConflictError, InputError
from termbase.model import Concept, ConceptType, Status, Term, Tier, Usage
from tests.cli.review.conftest import en, gone, place, proposed, spirit, strategy, train, zh


def texts(concept: Concept) -> dict[str, tuple[Usage, Status]]:
    return {term.text: (term.usage, term.status) for term in concept.terms}


def edit(concept: Concept, **fields: str) -> Concept:
    return with_form(concept, replace(form_of(concept), **fields))


@pytest.mark.parametrize("concept", [strategy(), train(), spirit(), place(), gone()])
def test_a_form_saved_as_it_was_only_approves(concept: Concept) -> None:
    saved = edit(concept)
    assert saved.status is Status.APPROVED
    assert [term.text for term in saved.terms] == [term.text for term in concept.terms]
    assert [term.usage for term in saved.terms] == [term.usage for term in concept.terms]
    assert form_of(saved) == form_of(concept)


def test_a_corrected_guess_is_rejected_and_the_correction_preferred() -> None:
    changed = edit(strategy(), en="Double-Eight Strategy")
    assert texts(changed)["Double-Eight Strategy"] == (Usage.PREFERRED, Status.APPROVED)
    assert texts(changed)["Eight Eight Strategy"][1] is Status.REJECTED
    assert texts(changed)["Eight-Eight"] == (Usage.ADMITTED, Status.APPROVED)


def test_a_form_somebody_approved_is_admitted_when_another_is_preferred() -> None:
    changed = edit(place(), en="Chekiang")
    assert texts(changed) == {
        "浙江": (Usage.PREFERRED, Status.APPROVED),
        "Chekiang": (Usage.PREFERRED, Status.APPROVED),
        "Zhejiang": (Usage.ADMITTED, Status.APPROVED),
    }


def test_another_spelling_of_the_same_form_takes_its_place() -> None:
    changed = edit(strategy(), en="eight-eight strategy")
    assert [term.text for term in changed.terms] == ["八八战略", "eight-eight strategy", "Eight-Eight"]


def test_an_emptied_side_is_rejected_and_the_other_stays() -> None:
    changed = edit(place(), en="")
    assert texts(changed)["Zhejiang"][1] is Status.REJECTED
    assert changed.preferred(chinese=False) is None


def test_an_entry_cannot_be_emptied() -> None:
    with pytest.raises(ConflictError, match="needs a form"):
        edit(train(), zh="")


def test_open_english_is_filled_in() -> None:
    changed = edit(train(), en="Yixin'ou")
    assert texts(changed)["Yixin'ou"] == (Usage.PREFERRED, Status.APPROVED)


def test_a_new_chinese_form_is_spelled_anew_and_a_given_pinyin_is_kept() -> None:
    assert edit(train(), zh="义新欧班列").terms[0].pinyin.startswith("Yì")
    assert edit(train(), zh="义新欧班列", pinyin="Yì-Xīn-Ōu bānliè").terms[0].pinyin == "Yì-Xīn-Ōu bānliè"
    assert edit(train(), pinyin="yì xīn ōu").terms[0].pinyin == "yì xīn ōu"


def test_an_emptied_pinyin_is_computed() -> None:
    assert edit(place(), pinyin="").terms[0].pinyin == "Zhèjiāng"


def test_type_definitions_and_note_are_taken_and_can_be_emptied() -> None:
    changed = edit(place(), type="organization", definition_zh="省", definition_en="province", note="two\nlines")
    assert (changed.type, changed.definition_zh, changed.definition_en) == (
        ConceptType.ORGANIZATION,
        "省",
        "province",
    )
    assert changed.note == "two\nlines"
    assert not edit(changed, note=" ").note


@pytest.mark.parametrize("usage", list(Usage))
def test_the_usage_of_the_english_is_set_with_a_text_or_alone(usage: Usage) -> None:
    assert texts(edit(place(), usage=usage))["Zhejiang"] == (usage, Status.APPROVED)
    assert texts(edit(place(), usage=usage, en="Chekiang"))["Chekiang"] == (usage, Status.APPROVED)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"zh": "Zhejiang"}, "no Chinese"),
        ({"en": "浙江"}, "Chinese characters in the English"),
        ({"pinyin": "浙江"}, "or the pinyin"),
        ({"type": "river"}, "river"),
        ({"usage": "sometimes"}, "sometimes"),
    ],
)
def test_what_cannot_be_is_told(fields: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        edit(place(), **fields)


def test_a_form_is_preferred_in_place_of_the_one_that_was() -> None:
    concept = strategy()
    changed = with_usage(concept, concept.terms[2], Usage.PREFERRED)
    assert texts(changed) == {
        "八八战略": (Usage.PREFERRED, Status.PROPOSED),
        "Eight Eight Strategy": (Usage.ADMITTED, Status.PROPOSED),
        "Eight-Eight": (Usage.PREFERRED, Status.APPROVED),
    }
    assert changed.status is Status.PROPOSED


def test_a_form_is_rejected_but_not_the_last_one() -> None:
    concept = strategy()
    assert texts(without_term(concept, concept.terms[1]))["Eight Eight Strategy"][1] is Status.REJECTED
    with pytest.raises(ConflictError):
        without_term(train(), train().terms[0])


def test_a_type_leaves_the_rest_alone() -> None:
    assert with_type(strategy(), ConceptType.EVENT) == replace(strategy(), type=ConceptType.EVENT)


def test_a_source_speaks_for_the_forms_named() -> None:
    concept = place()
    source = new_source(" Xinhua ", "A  Report", "https://example.org/a", "2023-06", "agency")
    assert (source.issuer, source.title, source.tier) == ("Xinhua", "A Report", Tier.AGENCY)
    assert [term.source for term in with_source(concept, concept.terms[1:], source).terms] == [None, source]


@pytest.mark.parametrize(
    ("issuer", "date", "tier"),
    [("", "", "agency"), ("X", "13 June", "agency"), ("X", "2023-13", "agency"), ("X", "", "hearsay")],
)
def test_a_source_without_issuer_or_with_a_wrong_date_or_tier_is_refused(issuer: str, date: str, tier: str) -> None:
    with pytest.raises(InputError):
        new_source(issuer, "", "", date, tier)


def test_rejecting_an_approved_entry_with_new_forms_rejects_only_these() -> None:
    changed = rejected(spirit())
    assert changed.status is Status.APPROVED
    assert texts(changed)["Four Thousands spirit"][1] is Status.REJECTED
    assert rejected(place()).status is Status.REJECTED


def test_unsettled_are_proposals_and_approved_entries_with_a_new_form() -> None:
    assert [is_unsettled(one) for one in (strategy(), spirit(), place(), gone())] == [True, True, False, False]
    with_form_left_open = Concept(ConceptType.OTHER, (proposed(en("x")),), status=Status.REJECTED)
    assert not is_unsettled(with_form_left_open)


def test_an_entry_without_a_usable_form_can_still_be_edited() -> None:
    forbidden = Concept(ConceptType.OTHER, (en("Chekiang", usage=Usage.FORBIDDEN),))
    assert form_of(forbidden) == Form()
    changed = edit(forbidden, zh="浙江")
    assert texts(changed) == {
        "浙江": (Usage.PREFERRED, Status.APPROVED),
        "Chekiang": (Usage.FORBIDDEN, Status.APPROVED),
    }
    terms: tuple[Term, ...] = (zh("浙江"),)
    assert edit(Concept(ConceptType.PLACE, terms), usage="forbidden").terms[0].usage is Usage.PREFERRED
