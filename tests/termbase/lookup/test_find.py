"""What a query finds, how it is said to match, and what it must not find."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import InputError
from termbase.lookup import Hit, LookupMatch, find
from termbase.model import Concept, ConceptType, Context, Language, Status, Term, Usage
from termbase.reading import Reader, open_reader
from termbase.store import Store
from tests.cases import parametrized
from tests.termbase.stored import BELT, EIGHT, YIWU, argument, entry, new_place, new_store

pytestmark = pytest.mark.usefixtures("on_each_database")

CONCEPTS = [
    EIGHT,
    BELT,
    YIWU,
    entry("宁波舟山港", "Níngbō Zhōushān Gǎng", "Ningbo Zhoushan Port"),
    entry(
        "中国（浙江）自由贸易试验区",
        "Zhōngguó (Zhèjiāng) Zìyóu Màoyì Shìyànqū",
        "China (Zhejiang) Pilot Free Trade Zone",
    ),
    entry("《之江新语》", "Zhījiāng Xīnyǔ", "Zhejiang, China: A New Vision for Development"),
    entry("RCEP协定", "RCEP Xiédìng", "Regional Comprehensive Economic Partnership"),
    entry("西安", "Xī'ān", "Xi'an"),
    entry("𠮷野家", "Jíyějiā"),
    Concept(ConceptType.PLACE, (Term(Language.ZH_HANT, "臺灣海峽", pinyin="Táiwān Hǎixiá"),)),
    entry("废词", "fèi cí", "abandoned", status=Status.REJECTED),
    Concept(
        ConceptType.OTHER,
        (Term(Language.EN, "Kept Plan"), Term(Language.EN, "Discarded Plan", status=Status.REJECTED)),
    ),
]


@pytest.fixture(scope="module")
def reader(on_each_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    place = new_place(tmp_path_factory.mktemp(f"lookup-{on_each_database}"))
    with Store.open(place) as store:
        store.add_all(CONCEPTS)
    with open_reader(place) as reader:
        yield reader


def found(folder: Path, concepts: list[Concept], query: str, **options: int) -> list[Hit]:
    with new_store(folder) as store:
        store.add_all(concepts)
        return find(store, query, **options)


def ids(hits: list[Hit]) -> list[int | None]:
    return [hit.concept.id for hit in hits]


@parametrized("lookup")
def test_a_query_finds_its_concept_first(reader: Reader, case: dict[str, str]) -> None:
    hits = find(reader, case["query"])
    assert hits, "nothing found"
    match = hits[0].match
    assert (hits[0].concept.terms[0].text, match.field, match.kind) == (case["zh"], case["field"], case["kind"])
    assert 0 < match.score <= 1


@parametrized("lookup_nothing")
def test_a_query_finds_nothing(reader: Reader, case: dict[str, str]) -> None:
    assert [hit.concept.terms[0].text for hit in find(reader, case["query"])] == []


@pytest.mark.parametrize("query", ["", "  ", "\u3000\n"])
def test_an_empty_query_is_refused(reader: Reader, query: str) -> None:
    with pytest.raises(InputError, match="nothing to look up"):
        find(reader, query)


def test_a_query_that_is_no_unicode_is_refused(reader: Reader) -> None:
    with pytest.raises(InputError, match="no Unicode"):
        find(reader, "caf\udce9")


@pytest.mark.parametrize("query", ["八" * 100_000, "eight " * 20_000, "bababa" * 20_000, "龘" * 150, "x" * 250])
def test_a_long_query_is_answered(reader: Reader, query: str) -> None:
    assert find(reader, query) == []


@settings(deadline=None)
@given(
    query=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip),
    limit=st.integers(-1, 600),
)
def test_any_query_is_answered_or_refused(reader: Reader, query: str, limit: int) -> None:
    hits = find(reader, query, limit=limit)
    assert len(hits) == len(set(ids(hits))) <= max(0, limit)
    assert hits == sorted(hits, key=lambda hit: -hit.match.score)
    assert hits == find(reader, query, limit=limit)


class TestOrder:
    def test_the_same_comes_before_a_beginning_before_a_part(self, tmp_path: Path) -> None:
        concepts = [entry("浙江省"), entry("新浙江"), entry("浙江"), entry("浙江自由贸易试验区")]
        hits = found(tmp_path, concepts, "浙江")
        assert ids(hits) == [3, 1, 4, 2]
        assert [hit.match.kind for hit in hits] == ["exact", "prefix", "prefix", "contains"]

    def test_what_was_approved_comes_before_what_is_proposed(self, tmp_path: Path) -> None:
        concepts = [entry("双循环", status=Status.PROPOSED), entry("双循环")]
        assert ids(found(tmp_path, concepts, "双循环")) == [2, 1]

    def test_a_preferred_term_comes_before_an_admitted_a_superseded_and_a_forbidden_one(self, tmp_path: Path) -> None:
        usages = [Usage.FORBIDDEN, Usage.SUPERSEDED, Usage.ADMITTED, Usage.PREFERRED]
        concepts = [Concept(ConceptType.OTHER, (Term(Language.EN, "dual circulation", usage),)) for usage in usages]
        assert ids(found(tmp_path, concepts, "dual circulation")) == [4, 3, 2, 1]

    def test_equals_come_in_the_order_of_their_numbers(self, tmp_path: Path) -> None:
        assert ids(found(tmp_path, [YIWU] * 5, "义乌", limit=4)) == [1, 2, 3, 4]

    def test_the_tones_choose_among_homophones(self, tmp_path: Path) -> None:
        concepts = [entry("实验", "shíyàn"), entry("试验", "shìyàn"), entry("誓言", "shìyán")]
        assert ids(found(tmp_path, concepts, "shi4yan2")) == [3, 1, 2]
        assert ids(found(tmp_path / "..", concepts, "shìyàn")) == [2, 1, 3]

    def test_a_concept_comes_once_by_its_best_term(self, tmp_path: Path) -> None:
        terms = (*EIGHT.terms, Term(Language.ZH_HANS, "八八"), Term(Language.EN, "Eight Eight"))
        (hit,) = found(tmp_path, [dataclasses.replace(EIGHT, terms=terms)], "八八")
        assert hit.match == LookupMatch("zh", "exact", 1.0)

    def test_the_shortest_of_many_are_found(self, tmp_path: Path) -> None:
        many = [entry(f"{chr(0x4E00 + number)}一二国三四五六") for number in range(2000)]
        hits = found(tmp_path, [*many, entry("中国"), entry("国"), entry("国家")], "国")
        assert [hit.concept.terms[0].text for hit in hits][:3] == ["国", "国家", "中国"]
        assert len(hits) == 10

    def test_the_longer_of_many_beginnings_are_found_too(self, tmp_path: Path) -> None:
        parts = [entry(f"{chr(0x4E00 + number)}国") for number in range(2000)]
        hits = found(tmp_path, [*parts, entry("国民经济和社会发展第十四个五年规划")], "国", limit=2)
        assert hits[0].concept.terms[0].text == "国民经济和社会发展第十四个五年规划"

    def test_rejected_concepts_crowd_nothing_out(self, tmp_path: Path) -> None:
        rejected = [entry("国", "guó", "country", status=Status.REJECTED)] * 900
        for query in ("国", "guo", "gu", "country", "countr"):
            assert ids(found(tmp_path, [*rejected, entry("中国国", "guó", "country")], query)) == [901]


def test_a_hit_is_the_whole_concept(tmp_path: Path) -> None:
    context = Context("a.txt", "义乌开市。", Language.ZH_HANS, 0, 0, 2)
    full = dataclasses.replace(YIWU, contexts=(context,), frequency=1, note="a city")
    (hit,) = found(tmp_path, [full], "yiwu")
    assert hit.concept == dataclasses.replace(full, id=1)


def test_a_corrected_term_is_found_and_the_old_one_no_more(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        added = store.add(entry("义务", "yìwù", "duty"))
        store.replace(dataclasses.replace(YIWU, id=added.id))
        for query in ("义乌", "yiwu", "Yiwu", "yw", "乌"):
            assert ids(find(store, query)) == [1], query
        for query in ("duty", "务"):
            assert find(store, query) == [], query


def test_a_look_up_loads_no_slow_library(tmp_path: Path) -> None:
    place = new_place(tmp_path)
    with Store.open(place) as store:
        store.add_all(CONCEPTS)
    program = """
import sys
import termbase.database, termbase.lookup, termbase.reading
def loaded():
    return {name.partition(".")[0] for name in sys.modules} & {
        "sqlalchemy", "alembic", "jieba", "pypinyin", "opencc", "rapidfuzz", "rich", "typer", "pydantic"}
assert not loaded(), loaded()
with termbase.reading.open_reader(sys.argv[1]) as reader:
    for query in ("八八战略", "八", "double eight", "strategy d", "bābā zhànlüè", "bbzl", "babazanlve"):
        assert termbase.lookup.find(reader, query), query
assert not loaded(), loaded()
"""
    command = [sys.executable, "-X", "utf8", "-c", program, argument(place)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[3])
