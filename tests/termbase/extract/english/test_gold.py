"""What a terminologist wants of whole articles is found: names and slogans nearly all, terms mostly, types right."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.extract.english.candidates import english_candidates
from termbase.extract.text import sentences_of
from termbase.language.documents import read_document
from tests.benchmarks.english import Wanted, figures, other_articles, own_articles

ARTICLES = [*own_articles(), *other_articles()]


@pytest.mark.parametrize(("article", "wanted"), ARTICLES, ids=[article.name for article, _ in ARTICLES])
def test_names_and_slogans_terms_and_types_reach_the_aims(article: Path, wanted: list[Wanted]) -> None:
    measured = figures(wanted, english_candidates(sentences_of(read_document(article))))
    assert measured.named >= 0.95
    assert measured.f1 >= 0.75
    assert measured.types >= 0.9
