"""Articles and pairs against a termbase: what is known gets contexts and forms, what is new is proposed."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.articles import Extractor
from termbase.language.pinyin import pinyin
from termbase.language.sentences import Sentence
from termbase.model import Concept, ConceptType, Language, Origin, Status, Term
from termbase.recognise import Recogniser
from tests.termbase.extract.renderings.corpus import WORDS, cut

ZH = ["义乌推动数字经济改革。", "总经理单雨禾介绍，绿色金融改革惠及企业。", "数字经济是义乌的名片，绿色金融也是。"]
EN = [
    "Yiwu promotes the reform of the digital economy.",
    "Shan Yuhe, the general manager, said green finance reform served enterprises.",
    "The digital economy is a calling card of Yiwu, and so is green finance.",
]
BEADS = [((number,), (number,)) for number in range(3)]


def extractor(*known: Concept) -> Extractor:
    terms = [(number, term) for number, concept in enumerate(known) for term in concept.terms]
    return Extractor(Recogniser(terms), lambda number: known[number], WORDS, pinyin, cut)


def concept(number: int, *terms: Term, status: Status = Status.APPROVED) -> Concept:
    return Concept(ConceptType.ECONOMIC_CONCEPT, terms, status=status, id=number)


def paired(reader: Extractor, zh: Sequence[str] = ZH, en: Sequence[str] = EN) -> list[Concept]:
    texts = [
        reader.read_sentences(name, language, [Sentence(text, number, number) for number, text in enumerate(texts)])
        for name, language, texts in (("a.zh", Language.ZH_HANS, zh), ("a.en", Language.EN, en))
    ]
    return reader.pair(texts[0], texts[1], BEADS)


def forms(found: list[Concept]) -> dict[str, list[str]]:
    return {
        term.text: [other.text for other in one.terms if not other.language.is_chinese]
        for one in found
        for term in one.terms
        if term.language.is_chinese
    }


def test_new_terms_of_a_pair_are_proposed_with_their_english_from_the_aligned_sentence() -> None:
    found = paired(extractor())
    assert "digital economy" in forms(found)["数字经济"]
    (economy,) = [one for one in found if one.terms[0].text == "数字经济"]
    assert economy.status is Status.PROPOSED
    assert {term.origin for term in economy.terms} == {Origin.PARALLEL}
    assert economy.contexts[0].translation


def test_a_person_gets_the_characters_that_sound_like_the_name() -> None:
    assert forms(paired(extractor()))["单雨禾"] == ["Shan Yuhe"]


def test_a_known_concept_comes_first_with_contexts_and_with_a_form_it_lacked() -> None:
    known = concept(0, Term(Language.ZH_HANS, "数字经济"), Term(Language.EN, "cyber economy"))
    first = paired(extractor(known))[0]
    assert first.id == 0
    assert first.frequency == 2
    assert "digital economy" in forms([first])["数字经济"]


def test_a_known_english_term_gets_the_chinese_it_lacked() -> None:
    known = concept(0, Term(Language.EN, "digital economy"))
    first = paired(extractor(known))[0]
    assert first.id == 0
    assert any(term.text == "数字经济" for term in first.terms)


def test_two_known_concepts_that_lack_a_form_of_one_another_are_left_to_a_person() -> None:
    one, two = concept(0, Term(Language.ZH_HANS, "数字经济")), concept(1, Term(Language.EN, "digital economy"))
    found = paired(extractor(one, two))
    assert [len(known.terms) for known in found[:2]] == [1, 1]


def test_a_rejected_concept_does_not_come_back() -> None:
    known = concept(0, Term(Language.ZH_HANS, "数字经济"), status=Status.REJECTED)
    assert all("数字经济" not in [term.text for term in one.terms] for one in paired(extractor(known)))


def test_one_article_alone_takes_a_form_from_the_dictionary_and_says_so() -> None:
    reader = extractor()
    text = reader.read_sentences("a", Language.EN, [Sentence("Yiwu is a city. Many trade in Yiwu.", 0, 0)])
    (yiwu,) = [one for one in reader.article(text) if one.terms[-1].text == "Yiwu" or one.terms[0].text == "Yiwu"]
    assert {term.text: term.origin for term in yiwu.terms}["义乌"] is Origin.LEXICON


def test_a_sentence_without_translation_is_read_all_the_same() -> None:
    reader = extractor(concept(0, Term(Language.ZH_HANS, "数字经济")))
    zh = reader.read_sentences("a.zh", Language.ZH_HANS, [Sentence(ZH[0], 0, 0)])
    en = reader.read_sentences("a.en", Language.EN, [Sentence(EN[1], 0, 0)])
    found = reader.pair(zh, en, [((0,), ()), ((), (0,))])
    assert found[0].id == 0
    assert found[0].contexts[0].translation == ""


def test_the_terms_of_a_memory_are_proposed() -> None:
    found = extractor().memory(lambda: zip(ZH, EN, strict=True))
    assert all(one.status is Status.PROPOSED for one in found)
