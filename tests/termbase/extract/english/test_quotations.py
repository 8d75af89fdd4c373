"""Quotations: which text stands between quotation marks of any shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.english.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a "b c" d', ["b c"]),
        ("a “b ‘c d’ e” f", ["c d", "b ‘c d’ e"]),
        ('buy "Brixo.""', ["Brixo."]),
        ("the people's port and the workers' hall", []),
        ("the 'go inland' call", ["go inland"]),
        ("it’s Pan’an’s “tea”", ["tea"]),
        ("《Notes》", ["Notes"]),
        ('5" pipes', []),
        ("a “b", ["b"]),
        ("a” b", []),
    ],
)
def test_marks_pair_up(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in quotations(text)] == expected


def test_an_unclosed_quotation_says_so() -> None:
    assert [found.closed for found in quotations('the "Green Harbour Plan')] == [False]


@given(st.text(alphabet="ab \"'“”‘’《》.", max_size=60))
def test_a_quotation_lies_inside_its_text(text: str) -> None:
    for found in quotations(text):
        assert 0 < found.start <= found.end <= len(text)
