"""Glossaries in Markdown: grouped, linked, and without any markup that came from a term."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.formats.markdown import write
from termbase.model import Concept, ConceptType, Context, Language, Source, Status, Term


def concept(
    text: str, pinyin: str = "", kind: ConceptType = ConceptType.PLACE, source: Source | None = None
) -> Concept:
    return Concept(kind, (Term(Language.ZH_HANS, text, pinyin=pinyin), Term(Language.EN, "x", source=source)))


def written(*concepts: Concept) -> str:
    return "".join(write(concepts))


def test_entries_are_grouped_by_type_and_ordered_by_pinyin() -> None:
    text = written(
        concept("双循环", "shuāng xúnhuán", ConceptType.STRATEGY),
        concept("义乌", "Yìwū"),
        concept("杭州", "Hángzhōu"),
    )
    assert re.findall(r"^#+ (.+)$", text, re.MULTILINE) == [
        "Glossary",
        "Place",
        "杭州 – x",
        "义乌 – x",
        "Strategy",
        "双循环 – x",
    ]
    assert "- [Place](#place): 2\n- [Strategy](#strategy): 1\n" in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.com/a b_(c)", "[Xinhua](https://example.com/a%20b_%28c%29), found in text"),
        ("HTTP://example.com", "[Xinhua](HTTP://example.com), found in text"),
        ("javascript:alert(1)", "Xinhua javascript:alert(1), found in text"),
        ("https://[broken", "Xinhua https://\\[broken, found in text"),
        ("example.com", "Xinhua example.com, found in text"),
        ("", "Xinhua, found in text"),
    ],
)
def test_only_web_addresses_become_links(url: str, shown: str) -> None:
    assert f"- Preferred: x – {shown}\n" in written(concept("义乌", source=Source("Xinhua", url=url)))


def test_an_address_without_a_name_is_its_own_name() -> None:
    text = written(concept("义乌", source=Source("", url="https://example.com")))
    assert "[https://example.com](https://example.com)" in text


def test_rejected_terms_are_left_out_and_proposals_are_called_so() -> None:
    terms = (
        Term(Language.ZH_HANS, "义乌"),
        Term(Language.EN, "Yiwu"),
        Term(Language.EN, "Ivu", status=Status.REJECTED),
    )
    text = written(Concept(ConceptType.PLACE, terms, status=Status.PROPOSED))
    assert "- Status: proposed\n" in text
    assert "Ivu" not in text


def test_a_concept_without_a_usable_term_is_titled_by_what_it_has() -> None:
    term = Term(Language.EN, "Ivu", status=Status.REJECTED)
    assert "### Ivu\n" in written(Concept(ConceptType.PLACE, (term,)))


def test_at_most_two_examples_are_shown() -> None:
    contexts = tuple(Context("", f"第{number}句", Language.ZH_HANS, number, 0, 1) for number in range(3))
    text = written(Concept(ConceptType.PLACE, (Term(Language.EN, "Yiwu"),), contexts=contexts))
    assert text.endswith("- Example: 第0句\n- Example: 第1句\n")


@given(st.text())
def test_no_text_of_an_entry_starts_a_line_or_leaves_markup(text: str) -> None:
    term = Term(Language.EN, text, pinyin=text)
    lines = written(Concept(ConceptType.PLACE, (term,), note=text, definition_en=text, subject=text)).split("\n")
    assert all(re.match(r"$|#{1,3} |- |  - ", line) for line in lines)
    for line in lines:
        body = re.sub(r"^(?:#{1,3} |- \[Place\]\(#place\)|- )", "", line)
        assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|~#&$^]", body)
