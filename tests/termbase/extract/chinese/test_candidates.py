from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.extract.candidate import Candidate
from termbase.extract.chinese.candidates import chinese_candidates
from termbase.language.keys import zh_key
from termbase.language.sentences import Sentence, split_paragraph
from termbase.model import ConceptType, Kind
from tests.cases import parametrized

ALPHABET = st.sampled_from(
    "浙江省市县商务厅局长王明说的在和了“”‘’《》（）()、，。：·八战略改革工程有限公司集团港区村三个千𠮷𠀀ABc12 \n"
)


def sentences(text: str) -> list[Sentence]:
    return [
        Sentence(piece, position, 0)
        for position, piece in enumerate(
            piece for line in text.split("\n") for piece in split_paragraph(line, chinese=True)
        )
    ]


def by_text(text: str) -> dict[str, Candidate]:
    """Candidates by each of their forms."""
    return {form: found for found in chinese_candidates(sentences(text)) for form in (found.text, *found.variants)}


@parametrized("chinese_candidates")
def test_names_slogans_and_terms_are_found_whole(case: dict[str, str]) -> None:
    found = by_text(case["text"])
    missing = [form for form in case["found"].strip().split("|") if form and form not in found]
    assert not missing, sorted(found)
    assert not [form for form in case["absent"].strip().split("|") if form in found]


@pytest.mark.parametrize(
    ("text", "form", "type_"),
    [
        ("采购总监托马什·维尔切克说", "托马什·维尔切克", ConceptType.PERSON),
        ("采购总监托马什·维尔切克说", "采购总监", ConceptType.TITLE),
        ("记者从浙江省商务厅获悉", "浙江省商务厅", ConceptType.ORGANIZATION),
        ("杭州云杼智能科技有限公司", "杭州云杼智能科技有限公司", ConceptType.COMPANY),
        ("一列满载货物的列车驶入宁波舟山港", "宁波舟山港", ConceptType.FACILITY),
        ("在义乌和鹿特丹", "义乌", ConceptType.PLACE),
        ("《区域全面经济伙伴关系协定》生效", "区域全面经济伙伴关系协定", ConceptType.DOCUMENT),
        ("读《之江新语》有感", "之江新语", ConceptType.PUBLICATION),
        ("实施“八八战略”", "八八战略", ConceptType.STRATEGY),
        ("推进数字化改革", "数字化改革", ConceptType.POLICY_PHRASE),
        ("义新欧班列开行", "义新欧班列", ConceptType.TRANSPORT),
        ("完成集装箱吞吐量", "集装箱吞吐量", ConceptType.ECONOMIC_CONCEPT),
    ],
)
def test_each_has_its_type(text: str, form: str, type_: ConceptType) -> None:
    assert by_text(text)[form].type is type_


def test_an_abbreviation_is_a_form_of_what_it_stands_for() -> None:
    text = "浙江省海港投资运营集团有限公司（以下简称“省海港集团”）成立。省海港集团说，省海港集团投资。"
    candidate = by_text(text)["省海港集团"]
    assert (candidate.text, candidate.variants) == ("浙江省海港投资运营集团有限公司", ("省海港集团",))
    assert (candidate.type, candidate.kind, len(candidate.occurrences)) == (ConceptType.COMPANY, Kind.FULL_FORM, 4)


def test_a_latin_abbreviation_belongs_to_the_document_before_it() -> None:
    assert by_text("《区域全面经济伙伴关系协定》（RCEP）生效")["RCEP"].text == "区域全面经济伙伴关系协定"


def test_english_in_brackets_is_the_gloss_of_what_stands_before_it() -> None:
    assert by_text("发展大宗商品（bulk commodity）贸易")["大宗商品"].gloss == "bulk commodity"
    assert by_text("据堪萨斯城星报 (The Kansas City Star)报道")["堪萨斯城星报"].gloss == "The Kansas City Star"


def test_spellings_of_one_slogan_are_one_candidate() -> None:
    found = by_text("“八八战略”指引。实施八八战略。深化“八八战略”。")
    assert len(found["八八战略"].occurrences) == 3


def test_a_place_with_and_without_its_level_is_one_candidate() -> None:
    assert by_text("安吉县很美。安吉有竹，安吉有茶。")["安吉县"].text == "安吉"


def test_a_part_that_never_stands_alone_is_no_candidate() -> None:
    found = by_text("跨境电商综合试验区建成。跨境电商综合试验区扩大。")
    assert "跨境电商综合试验区" in found
    assert "综合试验区" not in found


def test_a_part_that_also_stands_alone_is_one() -> None:
    found = by_text("海铁联运班列开行。海铁联运增长，海铁联运很好。")
    assert {"海铁联运班列", "海铁联运"} <= set(found)


def test_a_word_that_the_cutter_tears_is_found_by_its_return() -> None:
    found = by_text("乘坐义新欧去。经内河和义新欧运货。义新欧很快。开通义新欧。")
    assert "义新欧" in found


def test_common_words_are_no_terms_however_often_they_return() -> None:
    assert not set(by_text("企业发展。企业问题。企业工作。企业情况。")) & {"企业", "问题", "工作", "情况"}


def test_repetition_raises_the_score() -> None:
    once = by_text("发展绿色贷款。")["绿色贷款"].score
    assert by_text("发展绿色贷款。绿色贷款增长，绿色贷款很好。")["绿色贷款"].score > once


def test_a_text_without_chinese_has_no_candidates() -> None:
    assert chinese_candidates([]) == chinese_candidates([Sentence("Zhejiang (2024)", 0, 0)]) == []


def test_a_sentence_of_a_megabyte_is_read_in_time_linear_in_it() -> None:
    unit = "浙江省商务厅副厅长王明远说，“八八战略”指引跨境电商、海铁联运，"
    found = {candidate.text for candidate in chinese_candidates([Sentence(unit * 3000, 0, 0)])}
    assert {"浙江省商务厅", "王明远", "八八战略", "跨境电商"} <= found


@settings(deadline=None)  # the first example loads dictionaries
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_every_occurrence_is_a_form_of_its_candidate(text: str) -> None:
    read = sentences(text)
    candidates = chinese_candidates(read)
    assert candidates == chinese_candidates(read)
    assert [candidate.score for candidate in candidates] == sorted((one.score for one in candidates), reverse=True)
    keys = [zh_key(candidate.text) for candidate in candidates]
    assert len(keys) == len(set(keys))
    by_position = {sentence.position: sentence.text for sentence in read}
    for candidate in candidates:
        assert 0 < candidate.score <= 1
        assert candidate.reason
        assert candidate.occurrences == tuple(
            sorted(candidate.occurrences, key=lambda place: (place.sentence, place.start))
        )
        for place in candidate.occurrences:
            form = by_position[place.sentence][place.start : place.end]
            assert form in (candidate.text, *candidate.variants)


@settings(deadline=None)  # the first example loads dictionaries
@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    chinese_candidates([Sentence(text, 0, 0)])
