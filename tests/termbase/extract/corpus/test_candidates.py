from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.extract.components import score_of
from termbase.extract.corpus import candidates as corpus_candidates
from termbase.extract.corpus.candidates import CorpusCandidate, chinese_corpus_candidates
from termbase.extract.corpus.words import part_of
from termbase.extract.corpus.workers import Workers
from termbase.language.sentences import Sentence
from termbase.model import ConceptType
from tests.termbase.extract.chinese.test_candidates import sentences

NEWS = [
    "浙江省商务厅厅长方爱娥说，跨境支付系统运作畅顺。",
    "跨境支付系统的效率提高，“八八战略”指引企业。",
    "企业使用跨境支付系统，深入实施八八战略。",
]


def candidates(*texts: str, processes: int = 1) -> dict[str, CorpusCandidate]:
    with Workers(processes) as workers:
        found = chinese_corpus_candidates([sentences(text) for text in texts], workers=workers)
    return {form: one for one in found for form in (one.text, *one.variants)}


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("12", "X"), ("的", "L"), ("ESG", "N"), ("A", "N"), ("（", "X"), ("率", "S"), ("非", "P"), ("省", "S"),
        ("商务厅", "N"), ("厅", "S"), ("经济", "G"), ("监管", "G"), ("提高", "w"), ("重大", "B"), ("很", "X"), ("了", "X"),
        ("增长率", "N"), ("推出", "V"), ("长期", "B"), ("港元", "N"), ("册", "T"), ("目前", "X"), ("我们", "X"),
    ],
)  # fmt: skip
def test_each_word_has_its_part(word: str, part: str) -> None:
    assert part_of(word) == part


def test_counts_go_over_all_documents() -> None:
    found = candidates(*NEWS)
    system = found["跨境支付系统"]
    assert (system.frequency, system.documents) == (3, 3)
    assert [number for number, _ in system.places] == [0, 1, 2]
    assert system.score > found["企业"].score
    assert (found["方爱娥"].type, found["浙江省商务厅"].type) == (ConceptType.PERSON, ConceptType.ORGANIZATION)


def test_a_name_counts_once_where_two_finders_and_the_phrases_see_it() -> None:
    assert candidates("商务厅很忙")["商务厅"].frequency == 1


def test_the_parts_of_a_score_add_up_to_it() -> None:
    for one in candidates(*NEWS).values():
        assert one.score == pytest.approx(score_of(one.components), abs=1e-4)
        weights = [abs(part.amount) for part in one.components[1:]]
        assert weights == sorted(weights, reverse=True)
        assert all(": " in part.name for part in one.components[1:])


def test_nested_terms_are_found_with_the_longer_ones() -> None:
    found = candidates("浙江省自由贸易试验区扩大。浙江省自由贸易试验区增长。", "自由贸易试验区很多，自由贸易发展。")
    assert {"浙江省自由贸易试验区", "自由贸易试验区", "自由贸易"} <= set(found)
    assert found["自由贸易试验区"].frequency == 3


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("银行发行长期债券，长期债券升值。", "长期债券"), ("港元汇率稳定。", "港元汇率"), ("维持货币稳定。", "货币稳定"),
        ("企业内部控制的水平", "内部控制"), ("账户总结余增加，总结余减少。", "总结余"),
    ],
)  # fmt: skip
def test_words_that_the_dictionary_calls_adverbs_or_measures_make_terms(text: str, term: str) -> None:
    assert term in candidates(text)


def test_processes_and_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = candidates(*NEWS)
    monkeypatch.setattr(corpus_candidates, "_BATCH", 10)
    assert candidates(*NEWS) == whole
    assert candidates(*NEWS, NEWS[0], NEWS[1], processes=1).keys() == whole.keys()
    assert candidates(*NEWS, processes=2) == whole


def test_no_more_than_asked_for_are_given_best_first() -> None:
    found = chinese_corpus_candidates([sentences(text) for text in NEWS], most=3)
    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_an_empty_corpus_has_no_candidates() -> None:
    assert chinese_corpus_candidates([]) == chinese_corpus_candidates([[], [Sentence("ABC", 0, 0)]]) == []


@settings(deadline=None, max_examples=30)  # the first example loads dictionaries
@given(st.lists(st.text(alphabet="浙江商务厅八战略的了，。“”《》 \t\n\r12A𠮷", max_size=30), max_size=3))
def test_every_place_is_a_form_of_its_candidate(texts: list[str]) -> None:
    read = [sentences(text) for text in texts]
    for one in chinese_corpus_candidates(read):
        assert 0 < one.score < 1
        assert 0 < one.documents <= one.frequency
        for number, place in one.places:
            sentence = next(each for each in read[number] if each.position == place.sentence)
            assert sentence.text[place.start : place.end] == one.text
