"""The terms of a translation memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termbase.extract.pairs import memory_terms
from termbase.extract.pairs.memory_terms import MEMORY, MemoryTerms
from termbase.extract.proposals import Proposer
from termbase.language.pinyin import pinyin
from termbase.model import Concept, Language, Term
from termbase.recognise import Recogniser
from tests.termbase.extract.renderings.corpus import RENDERER

UNITS = [
    ("推动数字经济发展。", "It promotes the development of the digital economy."),
    ("数字经济是城市改革的重点。", "The digital economy is the focus of the city's reform."),
    ("企业看好数字经济。", "Enterprises believe in the digital economy."),
    ("发展绿色金融，推动绿色金融改革。", "It develops green finance and promotes the reform of green finance."),
    ("绿色金融惠及企业。", "Green finance serves enterprises."),
    ("", "nothing"),
]


def units() -> Iterator[tuple[str, str]]:
    yield from UNITS


def found(*known: str, **limits: int) -> dict[str, Concept]:
    recogniser = Recogniser([(number, Term(Language.ZH_HANS, text)) for number, text in enumerate(known)])
    concepts = MemoryTerms(recogniser, RENDERER, Proposer(pinyin)).concepts(units, **limits)
    return {str(concept.preferred(chinese=True) and concept.terms[0].text): concept for concept in concepts}


def test_terms_come_with_rendering_count_and_contexts() -> None:
    economy = found()["数字经济"]
    english = economy.preferred(chinese=False)
    assert english is not None
    assert english.text == "digital economy"
    assert economy.frequency == 3
    assert [context.document for context in economy.contexts] == [MEMORY] * 3
    context = economy.contexts[0]
    assert context.sentence[context.start : context.end] == "数字经济"
    assert "digital economy" in context.translation


def test_what_the_termbase_knows_is_no_proposal() -> None:
    assert "数字经济" not in found("数字经济")


def test_rare_terms_are_left_out_and_the_number_is_limited() -> None:
    assert found(least=9) == {}
    assert len(found(most=1)) <= 1


def test_counts_are_summed_over_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_terms, "_BATCH", 3)
    assert found()["数字经济"].frequency == 3
