"""What a termbase gives to a memory: each pair once, and only what may be used."""

from __future__ import annotations

from termbase.model import Concept, ConceptType, Context, Kind, Language, Source, Status, Term, Usage
from tests.golden import SPIRIT
from tm.units import units_of


def concept(zh: str, en: str, *contexts: Context, status: Status = Status.APPROVED) -> Concept:
    terms = (Term(Language.ZH_HANS, zh), Term(Language.EN, en))
    return Concept(ConceptType.OTHER, terms, status=status, contexts=contexts)


def context(
    sentence: str, translation: str, language: Language = Language.ZH_HANS, document: str = "a.txt"
) -> Context:
    return Context(document, sentence, language, 0, 0, 1, translation)


def pairs(units) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in units]


def test_the_preferred_chinese_stands_with_each_usable_english() -> None:
    first, second, sentence = units_of([SPIRIT], status=Status.APPROVED)
    assert pairs([first, second]) == [("“两山”理念", "Two Mountains concept"), ("“两山”理念", "Two-Mountain theory")]
    assert first.properties == (
        ("type", "term"),
        ("usage", "preferred"),
        ("concept-type", "strategy"),
        ("subject", "environment"),
        ("source", "Xinhua: Green hills: a story"),
        ("url", "https://example.com/a_(1)?b=1&c=2"),
    )
    assert second.properties[1] == ("usage", "admitted")
    assert (sentence.document, sentence.properties) == ("valley.txt", (("type", "sentence"),))


def test_the_preferred_english_comes_before_an_admitted_one() -> None:
    terms = (
        Term(Language.EN, "zone", Usage.ADMITTED),
        Term(Language.EN, "bad", status=Status.REJECTED),
        Term(Language.EN, "area", kind=Kind.VARIANT, source=Source("", "Title")),
        Term(Language.ZH_HANS, "区"),
    )
    units = list(units_of([Concept(ConceptType.PLACE, terms)], status=None))
    assert pairs(units) == [("区", "area"), ("区", "zone")]
    assert ("source", "Title") in units[0].properties


def test_a_sentence_pair_comes_once_in_the_whole_export() -> None:
    shared = context("义乌和杭州。", "Yiwu and Hangzhou.")
    concepts = [concept("义乌", "Yiwu", shared, shared), concept("杭州", "Hangzhou", shared), concept("义乌", "Yiwu")]
    assert pairs(units_of(concepts, status=None)) == [
        ("义乌", "Yiwu"),
        ("义乌和杭州。", "Yiwu and Hangzhou."),
        ("杭州", "Hangzhou"),
    ]


def test_an_english_sentence_with_its_chinese_is_turned() -> None:
    units = units_of([concept("义乌", "Yiwu", context("In Yiwu.", "在义乌。", Language.EN))], status=None)
    assert pairs(units)[1] == ("在义乌。", "In Yiwu.")


def test_a_sentence_without_its_translation_gives_no_unit() -> None:
    assert len(pairs(units_of([concept("义乌", "Yiwu", context("在义乌。", ""))], status=None))) == 1


def test_the_status_chooses_the_concepts_and_rejected_ones_never_come() -> None:
    concepts = [concept(status.value, "x", status=status) for status in Status]
    assert pairs(units_of(concepts, status=Status.PROPOSED)) == [("proposed", "x")]
    assert pairs(units_of(concepts, status=None)) == [("proposed", "x"), ("approved", "x")]
    assert pairs(units_of(concepts, status=Status.REJECTED)) == []


def test_a_concept_without_usable_chinese_gives_its_sentences_only() -> None:
    terms = (Term(Language.ZH_HANS, "义鸟", Usage.FORBIDDEN), Term(Language.EN, "Yiwu"))
    one = Concept(ConceptType.PLACE, terms, contexts=(context("在义乌。", "In Yiwu."),))
    assert pairs(units_of([one], status=None)) == [("在义乌。", "In Yiwu.")]
