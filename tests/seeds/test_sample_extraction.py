"""The whole way on the sample articles: who and what a terminologist wants is found, paired and spelled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.extraction import Extraction
from cli.jobs import jobs_of
from seeds import sample_articles
from termbase.language.keys import english_key, zh_key
from termbase.model import Concept

EXPECTED = Path(__file__).parents[2] / "seeds" / "articles" / "expected.json"
NAMES = ("people", "companies")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Concept]:
    with Extraction.open(tmp_path_factory.mktemp("empty") / "no.db", dry_run=True) as extraction:
        for job in jobs_of(sample_articles()):
            extraction.run(job)
        return extraction.concepts


def expected(groups: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for article in json.loads(EXPECTED.read_text(encoding="utf-8")).values():
        for group in groups:
            yield from ((row["zh"], row["en"]) for row in article[group])


def test_people_and_companies_are_found_in_both_languages_and_paired(found: list[Concept]) -> None:
    pairs = {
        (zh_key(zh.text), english_key(en.text))
        for concept in found
        for zh in concept.terms
        for en in concept.terms
        if zh.language.is_chinese and not en.language.is_chinese
    }
    wanted = {(zh_key(zh), english_key(en)) for zh, en in expected(NAMES)}
    assert len(wanted & pairs) >= 0.9 * len(wanted)


def test_most_institutions_places_and_slogans_are_found(found: list[Concept]) -> None:
    forms = {zh_key(term.text) for concept in found for term in concept.terms if term.language.is_chinese}
    wanted = {zh_key(zh) for zh, _ in expected(("institutions", "places", "slogans"))}
    assert len(wanted & forms) >= 0.8 * len(wanted)


def test_web_editors_are_not_mined(found: list[Concept]) -> None:
    forms = {term.text for concept in found for term in concept.terms}
    assert not forms & {"温小棠", "苗一诺", "Wen Xiaotang", "Xiaotang"}


def test_every_proposal_has_what_a_reviser_needs(found: list[Concept]) -> None:
    for concept in found:
        assert concept.frequency >= 1
        assert 0 < concept.score <= 1
        assert concept.contexts
        assert all(term.reason for term in concept.terms)
        for context in concept.contexts:
            assert context.sentence[context.start : context.end].strip()
        assert all(term.pinyin for term in concept.terms if term.language.is_chinese)
