"""The glossary page: alone, searchable in every way, and nothing in it is run that is not ours."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from termbase.formats.html import write
from termbase.model import Concept, ConceptType, Context, Language, Source, Status, Term, Usage
from tests.golden import GLOSSARY
from tests.termbase.stored import concepts

EVIL = """</script><script>alert(1)</script>]]><!--" onload='x' \u202e\u2028&amp;"""


def page(*sample: Concept) -> html.HtmlElement:
    return html.document_fromstring("".join(write(sample)))


def data(*sample: Concept) -> Any:
    return json.loads(page(*sample).get_element_by_id("data").text_content())


def forms(value: Any) -> list[list[str]]:
    return [[term[1] for term in entry[5]] for entry in value["entries"]]


def test_entries_stand_in_the_order_of_pinyin() -> None:
    assert [some[0] for some in forms(data(*GLOSSARY))] == ["“两山”理念", "Ruan Fude", "义乌"]


def test_an_entry_has_pinyin_and_initials_for_the_search() -> None:
    _, _, city = data(*GLOSSARY)["entries"]
    assert city[5][:2] == [[0, "义乌", 0, "Yìwū", "yw"], [0, "义乌市", 1, "Yìwū Shì", "yws"]]


def test_a_sentence_and_a_source_stand_in_the_page_once() -> None:
    source = Source("Xinhua", url="https://example.com/x")
    context = Context("a.txt", "义乌很大。", Language.ZH_HANS, 0, 0, 2, "Yiwu is big.")
    sample = [
        Concept(ConceptType.PLACE, (Term(Language.EN, name, source=source),), contexts=(context,))
        for name in ("Yiwu", "Jinhua")
    ]
    shown = data(*sample)
    assert shown["sources"] == [["Xinhua, found in text", "https://example.com/x", 5]]
    assert (shown["sentences"], shown["documents"]) == (["Yiwu is big.", "义乌很大。"], ["a.txt"])
    assert [entry[8] for entry in shown["entries"]] == [[[0, 1, 0, 2, 1, 1]]] * 2


def test_it_needs_nothing_else_and_can_be_printed() -> None:
    text = "".join(write(GLOSSARY))
    assert not re.search(r"(?:src|href)=\"|<link|<img|@import|url\(", text)
    assert "default-src 'none'" in text
    assert "@media print" in text
    assert "prefers-color-scheme: dark" in text


def test_what_was_rejected_is_left_out_and_only_web_addresses_are_links() -> None:
    terms = (
        Term(Language.EN, "port", source=Source("A", url="javascript:alert(1)")),
        Term(Language.EN, "harbour", status=Status.REJECTED),
        Term(Language.EN, "haven", Usage.ADMITTED, source=Source("B", url="http://[bad")),
        Term(Language.EN, "dock", Usage.ADMITTED, source=Source("C", url="https://example.com/x")),
    )
    gone = Concept(ConceptType.PLACE, (Term(Language.EN, "pier"),), status=Status.REJECTED)
    empty = Concept(ConceptType.PLACE, (Term(Language.EN, "quay", status=Status.REJECTED),))
    shown = data(Concept(ConceptType.PLACE, terms), gone, empty)
    assert forms(shown) == [["port", "haven", "dock"]]
    assert [(text, url) for text, url, _ in shown["sources"]] == [
        ("A, javascript:alert(1), found in text", ""),
        ("B, http://[bad, found in text", ""),
        ("C, found in text", "https://example.com/x"),
    ]


def test_markup_in_texts_is_text() -> None:
    concept = Concept(
        ConceptType.PLACE, (Term(Language.ZH_HANS, EVIL, pinyin=EVIL),), subject=EVIL, note=EVIL, definition_zh=EVIL
    )
    text = "".join(write([concept]))
    assert len(re.findall("<script", text)) == len(re.findall("</script", text)) == 2
    assert "<!--" not in text
    ((only,),) = forms(data(concept))
    assert only == EVIL


def test_a_glossary_may_be_empty_or_have_only_unusable_forms() -> None:
    assert "0 entries" in page().text_content()
    only = Concept(ConceptType.OTHER, (Term(Language.EN, "One Belt", Usage.FORBIDDEN),))
    assert forms(data(only)) == [["One Belt"]]


def test_the_head_tells_how_much_is_open() -> None:
    proposed = Concept(ConceptType.PLACE, (Term(Language.ZH_HANS, "丽水"),), status=Status.PROPOSED)
    assert "1 entry, by pinyin · 1 proposed · 1 without Chinese or English" in page(proposed).text_content()


@given(st.lists(concepts, max_size=3))
def test_every_form_comes_back_whatever_is_in_it(sample: list[Concept]) -> None:
    expected = [
        sorted(term.text for term in concept.terms if term.status is not Status.REJECTED)
        for concept in sample
        if concept.status is not Status.REJECTED
    ]
    assert sorted(map(sorted, forms(data(*sample)))) == sorted(filter(None, expected))
