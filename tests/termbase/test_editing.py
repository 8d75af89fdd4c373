"""What a person enters by hand."""

from __future__ import annotations

import pytest

from termbase.editing import Edit, edited, new_concept
from termbase.errors import ConflictError, InputError
from termbase.model import Concept, ConceptType, Kind, Language, Source, Status, Term, Tier, Usage

STRATEGY = Edit(type="strategy")


def texts(concept: Concept) -> list[tuple[str, str]]:
    return [(term.text, str(term.usage)) for term in concept.terms]


def test_a_new_concept_is_approved_and_its_pinyin_computed() -> None:
    concept = new_concept("双循环", "dual circulation", Edit(type="policy phrase"))
    assert concept.status is Status.APPROVED
    assert concept.terms[0].pinyin == "shuāng xúnhuán"
    assert texts(concept) == [("双循环", "preferred"), ("dual circulation", "preferred")]


def test_given_pinyin_is_kept() -> None:
    assert new_concept("双循环", "", Edit(pinyin="Shuāng Xúnhuán")).terms[0].pinyin == "Shuāng Xúnhuán"


def test_a_traditional_form_is_marked_as_such() -> None:
    assert new_concept("雙循環", "", STRATEGY).terms[0].language is Language.ZH_HANT


def test_a_new_preferred_english_makes_the_old_one_admitted() -> None:
    concept = edited(new_concept("八八战略", "Eight-Eight Strategy", STRATEGY), Edit(en="Double-Eight Strategy"))
    assert texts(concept) == [
        ("八八战略", "preferred"),
        ("Double-Eight Strategy", "preferred"),
        ("Eight-Eight Strategy", "admitted"),
    ]


def test_preferring_an_admitted_form_does_not_write_it_twice() -> None:
    concept = new_concept("八八战略", "Eight-Eight Strategy", Edit(also=("Double Eight Strategy",)))
    assert texts(edited(concept, Edit(en="Double-Eight Strategy")))[1:] == [
        ("Double-Eight Strategy", "preferred"),
        ("Eight-Eight Strategy", "admitted"),
    ]


def test_a_form_can_be_forbidden_and_rejected() -> None:
    concept = edited(
        new_concept("义新欧", "Yixin'ou", STRATEGY), Edit(also=("Righteous New Europe",), usage="forbidden")
    )
    assert concept.terms[-1].usage is Usage.FORBIDDEN
    assert edited(concept, Edit(without=("Righteous New Europe",))).terms[-1].status is Status.REJECTED


def test_an_admitted_form_can_become_superseded() -> None:
    concept = new_concept("一带一路", "Belt and Road", Edit(also=("One Belt, One Road",)))
    assert edited(concept, Edit(also=("One Belt, One Road",), usage="superseded")).terms[-1].usage is Usage.SUPERSEDED


def test_an_acronym_is_recognised_as_one() -> None:
    assert new_concept("", "Regional Pact", Edit(also=("RCEP",))).terms[-1].kind is Kind.ACRONYM


def test_an_edit_approves_a_proposal_and_keeps_what_it_does_not_name() -> None:
    proposed = Concept(
        ConceptType.PLACE,
        (Term(Language.ZH_HANS, "丽水", status=Status.PROPOSED),),
        status=Status.PROPOSED,
        note="a city",
        subject="places",
    )
    concept = edited(
        proposed, Edit(definition="a city in Zhejiang", source=Source("Xinhua", tier=Tier.AGENCY), en="Lishui")
    )
    assert (concept.status, concept.note, concept.subject) == (Status.APPROVED, "a city", "places")
    assert concept.terms[0].status is Status.APPROVED
    assert concept.definition_en == "a city in Zhejiang"
    assert concept.terms[-1].source == Source("Xinhua", tier=Tier.AGENCY)


def test_a_chinese_definition_goes_to_the_chinese_side() -> None:
    assert new_concept("丽水", "", Edit(definition="浙江的一个市")).definition_zh == "浙江的一个市"


def test_pinyin_can_be_corrected() -> None:
    assert edited(new_concept("丽水", "", STRATEGY), Edit(pinyin="Líshuǐ")).terms[0].pinyin == "Líshuǐ"


@pytest.mark.parametrize(
    ("zh", "en", "edit", "message"),
    [
        ("", " ", Edit(), "needs a Chinese or an English form"),
        ("dual circulation", "", Edit(), "has no Chinese character"),
        ("双循环", "双循环", Edit(), "has Chinese characters"),
        ("双循环", "", Edit(type="idea"), "is not one of: person, place"),
        ("双循环", "", Edit(also=("x",), usage="good"), "is not one of: preferred, admitted"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason(zh: str, en: str, edit: Edit, message: str) -> None:
    with pytest.raises(InputError, match=message):
        new_concept(zh, en, edit)


def test_a_form_that_is_not_there_cannot_be_taken_away() -> None:
    with pytest.raises(ConflictError, match="has no form 'x'"):
        edited(new_concept("双循环", "", STRATEGY), Edit(without=("x",)))


def test_pinyin_needs_a_chinese_form() -> None:
    with pytest.raises(ConflictError, match="belongs to a Chinese form"):
        edited(new_concept("", "dual circulation", STRATEGY), Edit(pinyin="x"))


def test_the_last_form_cannot_be_taken_away() -> None:
    with pytest.raises(ConflictError, match="needs a form"):
        edited(new_concept("双循环", "", STRATEGY), Edit(without=("双循环",)))
