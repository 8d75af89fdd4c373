"""Concepts that may be the same as one are offered, however they differ; others are not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.lookup.alike import find_alike
from termbase.model import Concept, ConceptType, Language, Status, Term, Usage
from tests.termbase.stored import concepts, entry, new_store

pytestmark = pytest.mark.usefixtures("on_each_database")

# Others that are nearly always there, and are nothing of what is asked for
_OTHERS = (
    entry("长江三角洲", "Chángjiāng Sānjiǎozhōu", "Yangtze River Delta"),
    entry("战略", "zhànlüè", "strategy"),
    entry("高质量发展", "gāo zhìliàng fāzhǎn", "high-quality development"),
)


def alike(folder: Path, asked: Concept, *others: Concept) -> list[str]:
    """The first forms of what is found, with `asked` filed too."""
    with new_store(folder) as store:
        store.add_all((asked, *others, *_OTHERS))
        return [hit.concept.terms[0].text for hit in find_alike(store, store.concept(1))]


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        # the same Chinese, another English: Eight-Eight Strategy
        (entry("八八战略", "Bābā Zhànlüè", "Eight Eight Strategy"), entry("八八战略", "", "Double-Eight Strategy")),
        # the same English, another Chinese: the Belt and Road with and without 倡议 (initiative)
        (
            entry("共建一带一路", "", "Belt and Road Initiative"),
            entry("“一带一路”倡议", "", "the Belt and Road Initiative"),
        ),
        # contained in it: Zhejiang Province, Zhejiang
        (entry("浙江省"), entry("浙江")),
        (entry("宁波舟山港集团"), entry("宁波舟山港")),
        # containing it
        (entry("舟山港"), entry("宁波舟山港")),
        # one character is another, a homophone: 双循环 (dual circulation)
        (entry("双循环"), entry("双寻环")),
        # heard, not read: the same pinyin
        (entry("义新欧", "Yì-Xīn-Ōu"), entry("忆新鸥", "yì xīn ōu")),
        # traditional characters
        (entry("義新歐"), entry("义新欧")),
        # words of the English in another order, one misspelt, one missing
        (entry("", "", "Strategy of Eight Eights"), entry("", "", "Eight-Eight Strategy")),
        (
            entry("", "", "National Development and Reform Comission"),
            entry("", "", "National Development and Reform Commission"),
        ),
        (entry("", "", "Ningbo Zhoushan Port Group"), entry("", "", "Ningbo Zhoushan Port")),
    ],
)
def test_what_may_be_the_same_is_offered(tmp_path: Path, asked: Concept, other: Concept) -> None:
    assert alike(tmp_path, asked, other) == [other.terms[0].text]


def test_near_ones_are_offered_where_there_is_an_exact_one_too_the_exact_one_first(tmp_path: Path) -> None:
    found = alike(
        tmp_path,
        entry("双循环", "shuāng xúnhuán", "dual circulation"),
        entry("双循环格局", "", "dual-circulation pattern"),
        entry("双循环", "", "double cycle"),
        entry("双寻环"),
    )
    assert found == ["双循环", "双循环格局", "双寻环"]


def test_a_form_beside_the_preferred_one_leads_to_the_other_entry(tmp_path: Path) -> None:
    asked = entry("八八战略", "", "Double-Eight Strategy")
    variant = Term(Language.ZH_HANS, "八八总战略", usage=Usage.ADMITTED)
    other = entry("八八总战略")
    assert alike(tmp_path, replace(asked, terms=(*asked.terms, variant)), other) == ["八八总战略"]


def test_neither_rejected_entries_are_offered_nor_others_by_rejected_forms(tmp_path: Path) -> None:
    asked = entry("浙江省")
    rejected = Term(Language.EN, "Yiwu", status=Status.REJECTED)
    found = alike(
        tmp_path,
        replace(asked, terms=(*asked.terms, rejected)),
        entry("浙江", status=Status.REJECTED),
        entry("义乌", "", "Yiwu"),
    )
    assert found == []


def test_a_short_part_of_a_term_is_another_concept(tmp_path: Path) -> None:
    assert alike(tmp_path, entry("数字经济创新发展战略", "", "digital economy innovation plan")) == []


def test_one_character_and_signs_alone_are_no_trouble(tmp_path: Path) -> None:
    assert alike(tmp_path, entry("浙"), entry("浙江")) == ["浙江"]
    assert alike(tmp_path, Concept(ConceptType.OTHER, (Term(Language.ZH_HANS, "——"), Term(Language.EN, "%")))) == []


@settings(max_examples=25)
@given(st.lists(concepts, min_size=1, max_size=4))
def test_whatever_is_filed_each_other_entry_is_offered_once_and_no_entry_to_itself(many: list[Concept]) -> None:
    with TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        # counts do not matter here, and a server has smaller ones
        store.add_all(replace(one, contexts=(), frequency=0) for one in many)
        for asked in store.concepts():
            found = [hit.concept for hit in find_alike(store, asked)]
            numbers = [one.id for one in found]
            assert len(set(numbers)) == len(numbers)
            assert asked.id not in numbers
            assert all(one.status is not Status.REJECTED for one in found)
