"""Export, import, export: from the first reading on a glossary says the same in every format that goes both ways."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.formats import FORMATS
from termbase.model import Concept
from tests.termbase.formats.samples import concepts
from tests.termbase.formats.test_formats import READERS, written

EXACT = ("tbx", "tbx3", "multiterm", "json")
"""Formats that keep all of what the samples have, but for what they say that they drop."""


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=25)
@given(sample=st.lists(concepts(), max_size=3, unique_by=lambda one: one.terms[0].text))
def test_what_was_read_is_written_and_read_the_same(name: str, sample: list[Concept]) -> None:
    first = read_again(name, sample)
    again = read_again(name, first)
    third = read_again(name, again)
    assert third == again
    if name != "xlsx":  # an archive, which has the time in it
        assert written(name, third) == written(name, again)
    if name in EXACT:
        assert again == first
        assert len(first) == len(sample)


def read_again(name: str, values: list[Concept]) -> list[Concept]:
    read = FORMATS[name].read
    assert read is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"glossary{FORMATS[name].suffixes[0] if FORMATS[name].suffixes else '.csv'}"
        path.write_bytes(written(name, values))
        # a file without a pair is refused by some
        return list(read(path)) if any(len(sides(one)) == 2 for one in values) or name in EXACT else []


def sides(concept: Concept) -> set[bool]:
    return {term.language.is_chinese for term in concept.terms}
