"""The starter termbase and the sample articles are whole and say where they come from."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from seeds import sample_articles, starter_files
from termbase.formats.table import read
from termbase.language.boilerplate import without_boilerplate
from termbase.language.documents import read_document
from termbase.language.pinyin import split_syllables
from termbase.language.script import is_han
from termbase.language.sentences import split_document
from termbase.model import Concept, Status, Tier, Usage

CONCEPTS = [(path.name, concept) for path in starter_files() for concept in read(path)]
ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"


def rows() -> list[dict[str, str]]:
    return [row for path in starter_files() for row in csv.DictReader(path.read_text(encoding="utf-8").split("\n"))]


def test_there_are_as_many_concepts_as_the_readmes_say() -> None:
    assert len(CONCEPTS) == 483
    for readme in ("README.md", "seeds/README.md"):
        assert "483 concepts" in (ARTICLES.parents[1] / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("concept", [concept for _, concept in CONCEPTS], ids=lambda concept: concept.terms[0].text)
def test_every_concept_has_chinese_pinyin_one_preferred_english_and_sources(concept: Concept) -> None:
    assert concept.status is Status.APPROVED
    chinese = [term for term in concept.terms if term.language.is_chinese]
    english = [term for term in concept.terms if not term.language.is_chinese]
    assert chinese
    assert [term.usage for term in english].count(Usage.PREFERRED) == 1
    assert all(term.source is not None for term in english)
    for term in chinese:
        characters = sum(map(is_han, term.text))
        syllables = [part for part in split_syllables(term.pinyin) if not part.isascii() or part.isalpha()]
        assert sum(not part.isupper() or len(part) == 1 for part in syllables) >= characters, term.pinyin


def test_a_source_has_an_address_or_says_that_it_is_professional_knowledge() -> None:
    for _, concept in CONCEPTS:
        for term in concept.terms:
            if term.source is not None:
                known = term.source.tier is Tier.KNOWLEDGE
                assert bool(term.source.url) is not known, term.text
                assert known or term.source.url.startswith(("https://", "http://"))


def test_no_chinese_form_belongs_to_two_concepts() -> None:
    owner: dict[str, str] = {}
    for _, concept in CONCEPTS:
        for term in concept.terms:
            if term.language.is_chinese:
                assert owner.setdefault(term.text, concept.terms[0].text) == concept.terms[0].text, term.text


def test_numbered_slogans_have_as_many_items_as_they_count() -> None:
    items = {concept.terms[0].text: len(concept.items) for _, concept in CONCEPTS}
    assert (items["八八战略"], items["五水共治"]) == (8, 5)
    assert next(count for text, count in items.items() if text.startswith("四千")) == 4


def test_a_forbidden_rendering_says_why() -> None:
    assert all(row["note"] for row in rows() if row["usage"] == "forbidden")


@pytest.mark.parametrize("path", sample_articles(), ids=lambda path: path.name)
def test_each_article_has_the_sentences_that_a_test_of_extraction_needs(path: Path) -> None:
    document = read_document(path)
    assert document.language.is_chinese is (".zh." in path.name)
    assert len(split_document(document)) >= 25
    assert len(without_boilerplate(document.paragraphs)) < len(document.paragraphs)


@pytest.mark.parametrize("name", ["port-and-market", "green-and-digital"])
def test_everything_expected_of_an_article_stands_in_it(name: str) -> None:
    expected = json.loads((ARTICLES / "expected.json").read_text(encoding="utf-8"))[name]
    texts = {side: (ARTICLES / f"{name}.{side}.txt").read_text(encoding="utf-8") for side in ("zh", "en")}
    for group in expected.values():
        assert all(row[side] in texts[side] for row in group for side in ("zh", "en"))
