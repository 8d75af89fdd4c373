"""Which English candidate renders which Chinese one."""

from __future__ import annotations

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.likeness import Likeness
from termbase.extract.pairing import Bead, pair_candidates
from termbase.language.pinyin import pinyin
from termbase.model import ConceptType
from tests.termbase.extract.dictionary import WordList

WORDS = WordList(("数字", "digital"), ("经济", "economy"), ("港口", "port"), ("集团", "group"), ("贸易", "trade"))
PARTS = {"数字经济": ["数字", "经济"], "港口集团": ["港口", "集团"], "数字贸易": ["数字", "贸易"]}
LIKENESS = Likeness(WORDS, lambda text: PARTS.get(text, [text]), pinyin)
BEADS: list[Bead] = [((0,), (0,)), ((1,), (1, 2)), ((2,), ())]


def candidate(text: str, *sentences: int, type_: ConceptType = ConceptType.OTHER, gloss: str = "") -> Candidate:
    places = tuple(Occurrence(sentence, 0, len(text)) for sentence in sentences)
    return Candidate(text, type_, places, 0.5, "a test", gloss=gloss)


def pairs(zh: list[Candidate], en: list[Candidate]) -> dict[str, str]:
    return {found.zh.text: found.en.text for found in pair_candidates(zh, en, BEADS, LIKENESS)}


def test_words_that_the_dictionary_knows_bring_two_compounds_together() -> None:
    zh = [candidate("数字经济", 0), candidate("港口集团", 0)]
    en = [candidate("port group", 0), candidate("digital economy", 0)]
    assert pairs(zh, en) == {"数字经济": "digital economy", "港口集团": "port group"}


def test_each_candidate_is_paired_once_and_the_better_pair_wins() -> None:
    zh = [candidate("数字经济", 0), candidate("数字贸易", 0)]
    assert pairs(zh, [candidate("digital trade", 0)]) == {"数字贸易": "digital trade"}


def test_a_name_is_paired_by_its_sound() -> None:
    zh = [candidate("骆澄宇", 1, type_=ConceptType.PERSON), candidate("方爱娥", 1, type_=ConceptType.PERSON)]
    en = [candidate("Fang Ai'e", 2, type_=ConceptType.PERSON), candidate("Luo Chengyu", 1, type_=ConceptType.PERSON)]
    assert pairs(zh, en) == {"骆澄宇": "Luo Chengyu", "方爱娥": "Fang Ai'e"}


def test_a_gloss_in_the_text_settles_a_pair_that_nothing_else_shows() -> None:
    assert pairs([candidate("义新欧", 0, gloss="Yixinou")], [candidate("Yixinou", 0)]) == {"义新欧": "Yixinou"}
    assert pairs([candidate("两山", 0)], [candidate("two treasures", 0, gloss="“两山”")]) == {"两山": "two treasures"}


def test_candidates_that_never_stand_in_one_bead_are_not_paired() -> None:
    assert pairs([candidate("数字经济", 0)], [candidate("digital economy", 1)]) == {}
    assert pairs([candidate("数字经济", 2)], [candidate("digital economy", 1)]) == {}


def test_standing_in_one_sentence_is_not_enough() -> None:
    assert pairs([candidate("数字经济", 0)], [candidate("sweet potato", 0)]) == {}
    assert pairs([candidate("数字经济", 0)], [candidate("of the", 0)]) == {}


def test_a_second_rendering_in_another_sentence_stays_with_its_term() -> None:
    zh = [candidate("数字经济", 0, 1)]
    en = [candidate("digital economy", 0), candidate("economy, digital", 1)]
    found = pair_candidates(zh, en, BEADS, LIKENESS)
    assert [pairing.en.text for pairing in found] == ["digital economy", "economy, digital"]
    assert "digital" in found[0].reason
