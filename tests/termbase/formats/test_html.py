"""The glossary page: valid, alone, searchable in every way, and nothing in it is run that is not ours."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from seeds import starter_files
from termbase.formats.html import write
from termbase.formats.table import read
from termbase.model import Concept, ConceptType, Language, Source, Status, Term, Usage
from tests.browser import evaluate, needs_browser
from tests.golden import GLOSSARY
from tests.termbase.formats.samples import concepts

EVIL = '<script>alert(1)</script>" onload="x'


def page(*sample: Concept) -> html.HtmlElement:
    return html.document_fromstring("".join(write(sample)))


def test_entries_stand_in_the_order_of_pinyin_with_their_languages() -> None:
    titles = [article.find("h2").text_content() for article in page(*GLOSSARY).iter("article")]
    assert titles == ["“两山”理念 – Two Mountains concept", "Ruan Fude", "义乌 – Yiwu"]
    marked = {(span.get("lang"), span.text) for span in page(*GLOSSARY).iter("span")}
    assert ("zh-Hans", "义乌") in marked
    assert ("en", "Yiwu") in marked
    assert ("zh-Latn-pinyin", "Yìwū") in marked


def test_an_entry_is_found_by_chinese_english_pinyin_and_initials() -> None:
    key = next(one.get("data-key") for one in page(*GLOSSARY).iter("article") if "义乌" in one.get("data-key"))
    assert all(word in key for word in ("义乌市", "yiwu", "yiwushi", "yw", "yws", "=yiwu, city"))


def test_quotation_marks_and_hyphens_hide_no_entry() -> None:
    keys = " ".join(str(one.get("data-key")) for one in page(*GLOSSARY).iter("article"))
    assert "两山理念" in keys
    assert "two mountain theory" in keys


def test_filters_know_type_state_and_warnings() -> None:
    proposed = Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "丽水"),), status=Status.PROPOSED)
    shown = page(*GLOSSARY, proposed)
    marks = {one.find("h2").text_content(): one.get("data-with") for one in shown.iter("article")}
    assert marks["丽水"] == "proposed open"
    assert marks["“两山”理念 – Two Mountains concept"] == "forbidden superseded"
    assert [one.text for one in shown.get_element_by_id("type").iter("option")] == [
        "all",
        "person",
        "place",
        "strategy",
    ]


def test_it_needs_nothing_else_and_can_be_printed() -> None:
    text = "".join(write(GLOSSARY))
    assert not re.search(r"(?:src|href)=\"(?!https://example\.com/)", text)
    assert "default-src 'none'" in text
    assert "@media print" in text
    assert "prefers-color-scheme: dark" in text


def test_rejected_forms_are_left_out_and_only_web_addresses_are_links() -> None:
    terms = (
        Term(Language.EN, "port", source=Source("A", url="javascript:alert(1)")),
        Term(Language.EN, "harbour", status=Status.REJECTED),
        Term(Language.EN, "haven", Usage.ADMITTED, source=Source("B", url="http://[bad")),
        Term(Language.EN, "dock", Usage.ADMITTED, source=Source("C", url="https://example.com/x")),
    )
    shown = page(Concept(ConceptType.PLACE, terms))
    assert [link.get("href") for link in shown.iter("a")] == ["https://example.com/x"]
    assert "harbour" not in shown.text_content()
    assert "A, javascript:alert(1), found in text" in shown.text_content()


def test_markup_in_texts_is_text() -> None:
    concept = Concept(
        ConceptType.PLACE, (Term(Language.ZH_HANS, EVIL, pinyin=EVIL),), subject=EVIL, note=EVIL, definition_zh=EVIL
    )
    shown = page(concept)
    assert len(list(shown.iter("script"))) == 1
    assert not shown.xpath("//@onload")


def test_a_glossary_may_be_empty_or_have_only_unusable_forms() -> None:
    assert "0 entries" in page().text_content()
    only = Concept(ConceptType.OTHER, (Term(Language.EN, "One Belt", Usage.FORBIDDEN),))
    assert next(page(only).iter("h2")).text_content() == "One Belt"


@given(st.lists(concepts(), max_size=3))
def test_every_entry_has_its_article_whatever_is_in_it(sample: list[Concept]) -> None:
    assert len(list(page(*sample).iter("article"))) == len(sample)


TYPED = """["“八八”战略", "Double-Eight", "‘double eight’", "babazhanlue", "babazhanlve", "bābā zhànlüè", "bbzl", "BBZL  double", "无此词 x",
"<b>", ""].map((query) => {
  words.value = query;
  words.dispatchEvent(new Event("input", { bubbles: true }));
  const found = entries.filter((entry) => entry.getBoundingClientRect().height > 0);
  return [found.map((entry) => entry.querySelector("h2").textContent), shown.value];
})"""
FILTERED = """[["type", "strategy"], ["with", "forbidden"]].map(([name, value]) => {
  const control = document.getElementById(name);
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  const found = entries.filter((entry) => entry.getBoundingClientRect().height > 0);
  control.value = "";
  return found.map((entry) => entry.querySelector("h2").textContent);
})"""


@needs_browser
def test_what_is_typed_filters_the_entries_in_a_browser() -> None:
    concepts_ = [concept for path in starter_files() for concept in read(path)]
    every = len(concepts_)
    found = evaluate("".join(write(concepts_)), TYPED)
    slogan = "八八战略 – Double-Eight Strategy"
    for titles, shown in found[:8]:
        assert slogan in titles
        assert len(titles) < 5
        assert shown == f"{len(titles)} of {every}"
    assert [titles for titles, _ in found[8:10]] == [[], []]
    assert found[10][1] == f"{every} of {every}"
    assert len(found[10][0]) == every


@needs_browser
def test_filters_by_type_and_warning_work_in_a_browser() -> None:
    strategies, warned = evaluate("".join(write(GLOSSARY)), FILTERED)
    assert strategies == ["“两山”理念 – Two Mountains concept"]
    assert warned == ["“两山”理念 – Two Mountains concept", "义乌 – Yiwu"]
