"""From candidates to proposed concepts."""

from __future__ import annotations

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.form import Form
from termbase.extract.proposals import Proposer, with_new_forms
from termbase.model import Concept, ConceptType, Kind, Language, Origin, Status, Term, Usage

PROPOSER = Proposer(lambda text, type_: f"<{text}>")


def candidate(text: str, type_: ConceptType, *, score: float = 0.5, variants: tuple[str, ...] = ()) -> Candidate:
    return Candidate(text, type_, (Occurrence(0, 0, len(text)),), score, f"because {text}", variants=variants)


def test_a_proposal_is_proposed_in_all_its_terms_and_says_why() -> None:
    concept = PROPOSER.of(candidate("数字经济", ConceptType.ECONOMIC_CONCEPT), None)
    assert concept.status is Status.PROPOSED
    assert concept.reason == "because 数字经济"
    (term,) = concept.terms
    assert (term.status, term.origin, term.reason, term.pinyin) == (
        Status.PROPOSED,
        Origin.TEXT,
        "because 数字经济",
        "<数字经济>",
    )


def test_a_paired_concept_has_both_forms_from_the_parallel_text_and_the_better_score() -> None:
    concept = PROPOSER.of(
        candidate("舟山港", ConceptType.OTHER, score=0.3),
        candidate("Zhoushan Port", ConceptType.FACILITY, score=0.8),
        pair_reason="shared: port",
    )
    assert [(term.text, term.origin) for term in concept.terms] == [
        ("舟山港", Origin.PARALLEL),
        ("Zhoushan Port", Origin.PARALLEL),
    ]
    assert (concept.type, concept.score) == (ConceptType.FACILITY, 0.8)


def test_the_more_telling_type_wins_on_either_side() -> None:
    concept = PROPOSER.of(
        candidate("乐知夏", ConceptType.PERSON), candidate("Yue Zhixia", ConceptType.OTHER), pair_reason="sound"
    )
    assert concept.type is ConceptType.PERSON


def test_a_form_by_dictionary_fills_the_missing_side_with_its_own_origin() -> None:
    form = Form("椒江区", Origin.COMPOSED, "Jiaojiang is 椒江")
    concept = PROPOSER.of(None, candidate("Jiaojiang District", ConceptType.PLACE), other_form=form)
    zh = concept.preferred(chinese=True)
    assert zh is not None
    assert (zh.text, zh.origin, zh.reason, zh.pinyin) == ("椒江区", Origin.COMPOSED, "Jiaojiang is 椒江", "<椒江区>")
    back = PROPOSER.of(candidate("椒江区", ConceptType.PLACE), None, other_form=Form("Jiaojiang", Origin.LEXICON, ""))
    assert [term.language for term in back.terms] == [Language.ZH_HANS, Language.EN]


def test_other_forms_in_the_text_are_admitted_variants_and_acronyms() -> None:
    concept = PROPOSER.of(
        None, candidate("Regional Pact", ConceptType.DOCUMENT, variants=("RP", "the regional-pact thing"))
    )
    assert [(term.usage, term.kind) for term in concept.terms[1:]] == [
        (Usage.ADMITTED, Kind.ACRONYM),
        (Usage.ADMITTED, Kind.VARIANT),
    ]


def test_a_form_is_added_once_and_a_rejected_one_does_not_come_back() -> None:
    rejected = Term(Language.EN, "Four Thousands Spirit", status=Status.REJECTED)
    concept = Concept(ConceptType.POLICY_PHRASE, (Term(Language.ZH_HANS, "四千精神"), rejected))
    new = [Term(Language.EN, "four-thousand spirit"), Term(Language.EN, "4K Spirit"), Term(Language.EN, "4k spirit")]
    assert [term.text for term in with_new_forms(concept, new).terms] == [
        "四千精神",
        "Four Thousands Spirit",
        "4K Spirit",
    ]


def test_the_bare_surname_of_a_person_is_no_rendering_of_the_name() -> None:
    concept = PROPOSER.of(None, candidate("Fang Ai'e", ConceptType.PERSON, variants=("Fang", "Fang Ai’e")))
    assert [term.text for term in concept.terms] == ["Fang Ai'e", "Fang Ai’e"]
