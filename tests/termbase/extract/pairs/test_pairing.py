"""Which English renders which Chinese candidate in two aligned texts."""

from __future__ import annotations

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.pairs.beads import Bead, JoinedBeads
from termbase.extract.pairs.pairing import Pairing, pair_candidates
from termbase.language.sentences import Sentence
from termbase.model import ConceptType
from tests.termbase.extract.renderings.corpus import RENDERER

ZH = ["义乌的数字经济与港口集团。", "骆澄宇推动跨境电商。", "绿色金融改革。"]
EN = ["The digital economy and the port group of Yiwu.", "Cross-border e-commerce is promoted,", "said Luo Chengyu."]
BEADS: list[Bead] = [((0,), (0,)), ((1,), (1, 2)), ((2,), ())]


def sentences(texts: list[str]) -> list[Sentence]:
    return [Sentence(text, number, 0) for number, text in enumerate(texts)]


def candidate(text: str, texts: list[str], type_: ConceptType = ConceptType.OTHER, gloss: str = "") -> Candidate:
    places = tuple(
        Occurrence(number, sentence.find(text), sentence.find(text) + len(text))
        for number, sentence in enumerate(texts)
        if text in sentence
    )
    return Candidate(text, type_, places, 0.5, "a test", gloss=gloss)


def pairings(
    zh: list[Candidate], en: list[Candidate], *, zh_texts: list[str] = ZH, en_texts: list[str] = EN
) -> list[Pairing]:
    beads = BEADS if zh_texts is ZH else [((number,), (number,)) for number in range(len(zh_texts))]
    return pair_candidates(zh, en, JoinedBeads(sentences(zh_texts), sentences(en_texts), beads), RENDERER)


def pairs(zh: list[Candidate], en: list[Candidate], **texts: list[str]) -> dict[str, str]:
    return {found.zh.text: found.en.text for found in pairings(zh, en, **texts)}


def test_words_that_the_dictionary_knows_bring_two_compounds_together() -> None:
    zh = [candidate("数字经济", ZH), candidate("港口集团", ZH)]
    en = [candidate("port group", EN), candidate("digital economy", EN)]
    assert pairs(zh, en) == {"数字经济": "digital economy", "港口集团": "port group"}


def test_english_that_was_not_found_to_be_a_term_is_taken_from_the_aligned_sentence() -> None:
    (found,) = pairings([candidate("跨境电商", ZH)], [])
    assert found.en.text == "Cross-border e-commerce"
    assert found.en.occurrences == (Occurrence(1, 0, 23),)
    assert "stands for it in the aligned sentence" in found.reason


def test_a_name_is_paired_by_its_sound_with_a_person_only() -> None:
    zh = [candidate("骆澄宇", ZH, ConceptType.PERSON)]
    assert pairs(zh, [candidate("Luo Chengyu", EN, ConceptType.PERSON)]) == {"骆澄宇": "Luo Chengyu"}
    assert pairs(zh, [candidate("Luo Chengyu", EN, ConceptType.PLACE)]) == {}


def test_names_of_different_kinds_are_not_paired() -> None:
    zh = [candidate("港口集团", ZH, ConceptType.COMPANY)]
    assert pairs(zh, [candidate("port group", EN, ConceptType.PLACE)]) == {}
    assert pairs(zh, [candidate("port group", EN, ConceptType.COMPANY)]) == {"港口集团": "port group"}


def test_a_gloss_in_the_text_settles_a_pair_that_nothing_else_shows() -> None:
    assert pairs([candidate("改革", ZH)], [candidate("port group", EN, gloss="“改革”")]) == {"改革": "port group"}


def test_a_candidate_whose_sentence_is_not_aligned_stays_open() -> None:
    assert pairs([candidate("绿色金融", ZH)], [candidate("digital economy", EN)]) == {}


def test_standing_in_one_sentence_is_not_enough() -> None:
    zh, en = ["锦槿的数字经济。"], ["The digital economy of sweet potatoes."]
    assert pairs([candidate("锦槿", zh)], [candidate("sweet potatoes", en)], zh_texts=zh, en_texts=en) == {}


def test_a_part_of_a_term_gives_way_to_the_term() -> None:
    zh, en = ["推动数字贸易额发展。"], ["The development of digital trade is promoted."]
    both = [candidate("数字贸易", zh), candidate("数字贸易额", zh)]
    assert pairs(both, [candidate("digital trade", en)], zh_texts=zh, en_texts=en) == {"数字贸易": "digital trade"}


def test_much_longer_english_names_something_around_the_term() -> None:
    zh, en = ["义乌港。"], ["Yiwu Railway Development Holding and International Logistics Group."]
    whole = candidate(en[0][:-1], en, ConceptType.COMPANY)
    assert pairs([candidate("义乌港", zh)], [whole], zh_texts=zh, en_texts=en) == {}


def test_english_that_leaves_nothing_for_the_last_word_of_the_term_is_a_part_of_it() -> None:
    zh, en = ["推动数字经济槿锦。"], ["It promotes the digital economy."]
    assert pairs([candidate("数字经济槿锦", zh)], [candidate("digital economy", en)], zh_texts=zh, en_texts=en) == {}


def test_a_second_rendering_in_another_sentence_stays_with_its_term() -> None:
    zh = ["推动数字经济。", "推动数字经济改革。"] * 3
    en = ["It promotes the digital economy.", "The reform of digitalized economics is promoted."] * 3
    found = pairings(
        [candidate("数字经济", zh)],
        [candidate("digital economy", en), candidate("digitalized economics", en)],
        zh_texts=zh,
        en_texts=en,
    )
    assert {pairing.en.text for pairing in found} == {"digital economy", "digitalized economics"}
    assert "sentences" in found[0].reason
