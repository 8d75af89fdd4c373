from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from termbase.extract.chinese.form_index import FormIndex
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.gathering import Form, gathered
from termbase.extract.chinese.marked import marked_forms
from termbase.extract.chinese.names import names_by_ending
from termbase.extract.chinese.persons import people_and_titles
from termbase.extract.chinese.place_names import unknown_places
from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.set_phrases import set_phrases
from termbase.extract.chinese.slogans import numbered_slogans, parallel_clauses
from termbase.extract.chinese.termhood import Evidence, termhood
from termbase.extract.chinese.torn import torn_forms
from termbase.extract.chinese.words import WordedSentence, without_torn_names, worded
from termbase.language.sentences import Sentence
from termbase.model import ConceptType

Finder = Callable[[WordedSentence], Iterable[Found]]


@pytest.mark.parametrize(
    ("finder", "text", "expected"),
    [
        # a form inside a title of a document belongs to the title
        (marked_forms, "《“四港”联动发展三年行动计划》提出", ["“四港”联动发展三年行动计划"]),
        # more nouns than a heading has, and a heading that is not there
        (marked_forms, "“一带一路”国际合作高峰论坛开幕", ["“一带一路”国际合作高峰论坛"]),
        (marked_forms, "“地瓜经济”反哺家乡", ["地瓜经济"]),
        # halves of unequal length are a sentence
        (marked_forms, "“房住不炒，因城施策”，“天亮了，我们走在路上”", ["房住不炒，因城施策"]),
        (marked_forms, "“之都”“小商品之都”", ["之都", "小商品之都"]),
        (marked_forms, "(RCEP) 和（Yiwu），以及又（Yiwu）", []),
        (marked_forms, "「八八戰略」『三農』", ["八八戰略", "三農"]),
        # a short form in brackets has its characters from the name before, in order, and its last one
        (
            marked_forms,
            "青海国际盐湖博览会（盐博会）开幕，丁方（左）和青海（西宁）代表、盐湖集团（盐集）",
            ["盐博会"],
        ),
        # idioms and words of the dictionary weigh less, but are seen
        (marked_forms, "引来“源头活水”", ["源头活水"]),
        (names_by_ending, "他在公司，在集团，在大学，在局里", []),
        (names_by_ending, "中国（上海）股市", ["中国"]),
        (names_by_ending, "国家统计局数据", ["国家统计局", "国家统计局"]),
        (
            names_by_ending,
            "浙江大学经济学院和宁波舟山港穿山港区",
            ["浙江大学", "浙江大学", "浙江大学经济学院", "宁波", "舟山", "舟山", "宁波舟山港", "穿山港区"],
        ),
        (unknown_places, "苹果、梨、桃、金义", []),
        (unknown_places, "舟山、宁波、金义", ["金义"]),
        (people_and_titles, "张三丰说", ["张三丰"]),
        (people_and_titles, "专家王明远认为，情况说明问题", ["王明远"]),
        (people_and_titles, "村党支部书记盛一禾说", ["盛一禾", "村党支部书记", "村党支部"]),
        (people_and_titles, "公司总经理", []),
        (numbered_slogans, "打赢三大战役和两个工程，一二三", []),
        (set_phrases, "走出去与引进来并重，她走出去了，走出去过", ["走出去", "引进来"]),
        (set_phrases, "高水平对外开放扩大开放", ["高水平对外开放"]),
        (parallel_clauses, "浙江省、江苏省、安徽省和一带一路、三个代表、四个全面", []),
        (parallel_clauses, "抓发展、抓改革、抓稳定", ["抓发展、抓改革、抓稳定"]),
        (parallel_clauses, "说长道短、谈天、论地", []),
    ],
)
def test_a_finder_finds_what_it_is_for(finder: Finder, text: str, expected: list[str]) -> None:
    found = [one.text for one in finder(worded(Sentence(text, 0, 0)))]
    assert found == expected


def test_words_that_a_name_crosses_are_cut_anew() -> None:
    torn = worded(Sentence("推动宁波舟山港海铁联运", 0, 0))
    assert [word.text for word in without_torn_names(torn, [(2, 7), (4, 7)]).words] == [
        "推动",
        "宁波舟山港",
        "海铁",
        "联运",
    ]
    whole = worded(Sentence("在宁波", 0, 0))
    assert without_torn_names(whole, [(1, 3)]) is whole


def test_a_form_at_the_end_of_a_sentence_ends_there() -> None:
    index = FormIndex(["鹿特丹", "鹿特丹港区"])
    assert list(index.places(worded(Sentence("在鹿特丹", 0, 0)))) == [(1, 4, "鹿特丹")]


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("推动", Role.NONE),
        ("打印", Role.NONE),
        ("鸣叫", Role.VERB),
        ("记者", Role.NONE),
        ("两条路", Role.NONE),
        ("去年同期", Role.NONE),
        ("港到", Role.NONE),
        ("二氧化碳", Role.ANY),
        ("RCEP", Role.ANY | Role.NEW),
        ("心中有数", Role.NONE),
        ("自由贸易", Role.ANY),
        ("人均", Role.BEGIN | Role.INSIDE),
        ("率", Role.INSIDE | Role.END),
        ("全", Role.BEGIN | Role.INSIDE),
        ("吗", Role.NONE),
        ("12.5%", Role.NONE),
    ],
)
def test_a_word_may_do_in_a_term_what_its_kind_does(word: str, role: int) -> None:
    assert role_of(word) == role


def test_a_place_needs_a_rendering_that_is_a_name() -> None:
    assert role_of("义乌") & role_of("鹿特丹") & role_of("浙江省") & Role.PLACE
    assert not (role_of("城市") | role_of("海港") | role_of("欧阳")) & Role.PLACE


def test_a_string_that_returns_is_found_without_its_parts_and_without_verbs() -> None:
    texts = [
        "在白鹭坞，竹林连着白鹭坞的小路",
        "白鹭坞很美，都说白鹭坞好",
        "欠银行，都欠银行的，又欠银行钱",
        "次训练，两次训练好，三次训练的",
    ]
    sentences = [worded(Sentence(text, position, 0)) for position, text in enumerate(texts)]
    assert [form.text for form in torn_forms(sentences, known=())] == ["白鹭坞"]
    assert list(torn_forms(sentences, known=("白鹭坞",))) == []


def test_termhood_rises_with_recurrence_and_falls_for_common_words() -> None:
    once, often = Evidence(1, 1, 1, 1, 1000), Evidence(6, 6, 5, 5, 1000)
    assert termhood("集装箱", ("集装箱",), once).score < termhood("集装箱", ("集装箱",), often).score
    assert termhood("企业", ("企业",), often).score < 0.4
    assert termhood("椅业", ("椅业",), once).score > 0.4 > termhood("云杼", ("云杼",), once).score
    nested = Evidence(3, 0, 1, 3, 1000)
    assert termhood("联运", ("联运",), nested).score == 0
    phrase = ("跨境", "电商")
    assert termhood("跨境电商", phrase, nested).score < termhood("跨境电商", phrase, often).score
    assert termhood("数据印证", ("数据", "印证"), once).score < 0.4
    assert termhood("新能源", ("新", "能源"), once).score < 0.9


def form(text: str, weight: float, *places: tuple[int, int, int]) -> Form:
    return Form(text, ConceptType.ECONOMIC_CONCEPT, weight, "a test", places=set(places))


def test_of_crossing_forms_the_better_one_stays() -> None:
    better, worse = form("宁波舟山港", 0.8, (0, 0, 5)), form("舟山港海", 0.5, (0, 2, 6))
    assert [candidate.text for candidate in gathered([better, worse], least_score=0.4)] == ["宁波舟山港"]
    assert [candidate.text for candidate in gathered([worse, better], least_score=0.4)] == ["宁波舟山港"]


def test_a_part_of_two_different_longer_forms_stays() -> None:
    outer = [form("义新欧班列", 0.7, (0, 0, 5)), form("义新欧快线", 0.7, (1, 0, 5))]
    part = form("义新欧", 0.7, (0, 0, 3), (1, 0, 3))
    assert "义新欧" in [candidate.text for candidate in gathered([*outer, part], least_score=0.4)]
    once = form("义新欧", 0.7, (0, 0, 3))
    assert [candidate.text for candidate in gathered([outer[0], once], least_score=0.4)] == ["义新欧班列"]


def test_a_form_below_the_least_score_is_left_out() -> None:
    assert gathered([form("云杼", 0.3, (0, 0, 2))], least_score=0.4) == []
