"""What zhterm writes is accepted by the readers it is meant for, without loss."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.formats import FORMATS
from termbase.model import Concept, Usage
from tests.golden import FOLDER, GLOSSARY, UNITS
from tests.termbase.formats.samples import concepts
from tm.formats import BITEXTS
from tm.formats.profiles import PROFILES, pair_for
from tm.formats.profiles import written as written_for
from tm.formats.scripts import SCRIPTS, Script
from tm.lint.model import Verdict
from tm.lint.run import lint
from tm.model import Unit
from tm.units import units_of

# For each format we write and lint knows: how the file is called, and for whom it is meant.
GLOSSARIES = {
    "tbx": ("glossary.tbx", ("standard", "memoq", "weblate")),
    "tbx3": ("glossary.tbx", ("standard", "memoq")),
    "omegat": ("glossary.utf8", ("omegat",)),
    "omegat-en-zh": ("glossary.txt", ("omegat",)),
    "memoq": ("glossary.csv", ("memoq",)),
}
MEMORIES = {
    "tmx": ("memory.tmx", ("standard", "omegat", "trados", "memoq")),
    "xliff": ("memory.xlf", ("standard", "strict", "omegat", "trados", "memoq", "weblate")),
    "xliff2": ("memory.xlf", ("standard", "omegat", "trados", "memoq", "weblate")),
}
CODED = Unit(
    "义乌",
    "Yiwu",
    zh_markup='<bpt i="1">&lt;b&gt;</bpt>义乌<ept i="1"/>',
    en_markup='<ph x="1">{1}</ph>Yiwu<it pos="end"/>',
)
IN_QUOTES = re.compile(r'".+"', re.DOTALL)
LOST_IN_WEBLATE = {"tmx-properties", "tmx-history", "tmx-codes", "tmx-no-target", "tmx-no-source", "tmx-empty"}


def said(
    pieces: Iterable[str | bytes], name: str, readers: tuple[str, ...], pair: tuple[str, str] = ("zh-CN", "en-US")
) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(b"".join(one.encode() if isinstance(one, str) else one for one in pieces))
        format_ = "memoq" if readers == ("memoq",) else None
        report = lint(path, format_, readers, pair if "trados" in readers else None)
        return [f"{one.rule.id}, line {one.line}: {one.message}" for one in report.remarks]


def written(name: str, values: Iterable[Concept]) -> list[str | bytes]:
    write = FORMATS[name].write
    assert write
    return [*write(values)]


@pytest.mark.parametrize("name", GLOSSARIES)
def test_a_glossary_of_ours_is_taken_by_whom_it_is_meant_for(name: str) -> None:
    assert said(written(name, GLOSSARY), *GLOSSARIES[name]) == []


@pytest.mark.parametrize("name", GLOSSARIES)
@settings(max_examples=30)
@given(sample=st.lists(concepts(), min_size=1, max_size=3))
def test_whatever_a_termbase_holds_its_glossaries_are_taken(name: str, sample: list[Concept]) -> None:
    found = said(written(name, sample), *GLOSSARIES[name])
    # a term that stands in quotation marks itself looks like a cell that a table program has quoted
    quoted = any(IN_QUOTES.fullmatch(term.text) for concept in sample for term in concept.terms)
    assert [one for one in found if not (quoted and one.startswith("omegat-quotes"))] == []


def test_an_entry_that_has_nothing_for_memoq_is_not_written() -> None:
    terms = tuple(replace(term, usage=Usage.FORBIDDEN) for term in GLOSSARY[0].terms)
    assert said(written("memoq", [replace(GLOSSARY[0], terms=terms)]), *GLOSSARIES["memoq"]) == []


def test_a_memory_of_ours_is_taken_with_all_it_has() -> None:
    write = BITEXTS["tmx"].write
    assert write
    assert said(write(UNITS), *MEMORIES["tmx"]) == []
    assert said(write(units_of(GLOSSARY, status=None)), *MEMORIES["tmx"]) == []
    assert said([(FOLDER / "memory.tmx").read_bytes()], *MEMORIES["tmx"]) == []


@pytest.mark.parametrize("name", [name for name in PROFILES if name != "generic"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_memory_for_a_reader_is_taken_by_it_without_loss(name: str, script: Script) -> None:
    profile = PROFILES[name]
    units = [replace(one, zh_language=script) for one in (*UNITS, CODED)]
    pieces = written_for(units, profile, pair_for(profile, script), one_pair=True, lost=Counter())
    found = said(pieces, "memory.tmx", ("standard", name), pair_for(profile, script))
    assert found == []


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_an_xliff_file_of_ours_keeps_its_schema(name: str) -> None:
    write = BITEXTS[name].write
    assert write
    assert said(write([*UNITS, CODED]), *MEMORIES[name]) == []


def test_two_units_with_dates_have_no_name_in_common_in_xliff() -> None:
    write = BITEXTS["xliff"].write
    assert write
    units = [Unit(zh, en, created="20240628T093000Z") for zh, en in (("义乌", "Yiwu"), ("杭州", "Hangzhou"))]
    assert said(write(units), *MEMORIES["xliff"]) == []


TEXTS = st.text("甲乙“”<>&\"'\t\n\r\x00\x0b\ufffe\U00020000😀ab ", max_size=8)


@given(st.lists(st.builds(Unit, TEXTS, TEXTS, TEXTS, created=st.sampled_from(["", "20240628T093000Z"])), max_size=4))
def test_whatever_a_memory_holds_it_is_taken(units: list[Unit]) -> None:
    write = BITEXTS["tmx"].write
    assert write
    for name, (file, readers) in MEMORIES.items():
        other = BITEXTS[name].write
        assert other
        assert said(other(units), file, readers) == []
    assert {one.partition(",")[0] for one in said(write(units), "memory.tmx", ("weblate",))} <= LOST_IN_WEBLATE


def test_every_format_that_is_written_and_linted_is_tried_here() -> None:
    suffixes = {".tmx", ".tbx", ".utf8", ".txt", ".xlf"}
    ours = {one.name for one in (*FORMATS.values(), *BITEXTS.values()) if one.write and suffixes & set(one.suffixes)}
    assert ours <= set(GLOSSARIES) | set(MEMORIES)


def test_a_forbidden_term_in_tbx_is_what_omegat_would_offer() -> None:
    found = said(written("tbx", GLOSSARY), "glossary.tbx", ("omegat",))
    assert [one.partition(",")[0] for one in found] == ["tbx-status", "tbx-status"]
    assert Verdict.LOSES.rank > Verdict.ACCEPTS.rank
