"""A dictionary's rendering counts in a pair only where the translation has it."""

from __future__ import annotations

from termbase.extract.candidate import Candidate, Occurrence
from termbase.extract.form import Form
from termbase.extract.pairs.aligned_form import confirmed
from termbase.model import ConceptType, Origin

PORT = Candidate("陆港", ConceptType.OTHER, (Occurrence(3, 0, 2),), 0.5, "a test")
HONG_KONG = Form("mainland China and Hong Kong", Origin.LEXICON, "CC-CEDICT")
DRY_PORT = Form("dry port", Origin.LEXICON, "CC-CEDICT")


def test_the_rendering_that_the_aligned_sentence_has_is_taken() -> None:
    assert confirmed([HONG_KONG, DRY_PORT], PORT, {3: "the dry ports of Yiwu"}, chinese=False) == DRY_PORT


def test_a_rendering_that_no_aligned_sentence_has_is_none() -> None:
    assert confirmed([HONG_KONG], PORT, {3: "the dry ports of Yiwu"}, chinese=False) is None
    assert confirmed([Form("port", Origin.LEXICON, "")], PORT, {3: "airports"}, chinese=False) is None


def test_without_an_aligned_sentence_the_first_counts() -> None:
    assert confirmed([HONG_KONG, DRY_PORT], PORT, {4: "the dry ports"}, chinese=False) == HONG_KONG
    assert confirmed([], PORT, {}, chinese=False) is None


def test_a_gloss_needs_no_confirmation() -> None:
    gloss = Form("LP", Origin.GLOSS, "stands beside it in brackets")
    assert confirmed([gloss], PORT, {3: "the ports"}, chinese=False) == gloss


def test_chinese_is_held_against_the_chinese_sentence() -> None:
    form = Form("集装箱", Origin.LEXICON, "CC-CEDICT")
    assert confirmed([form], PORT, {3: "发送集装箱三百个"}, chinese=True) == form
    assert confirmed([form], PORT, {3: "发送货柜三百个"}, chinese=True) is None
