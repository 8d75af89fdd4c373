"""Progress is shown only where somebody watches, and changes nothing."""

from __future__ import annotations

import sys

import pytest

from cli import progress
from cli.progress import with_progress


@pytest.mark.parametrize("watched", [True, False])
def test_all_steps_come_in_order_with_and_without_a_bar(monkeypatch: pytest.MonkeyPatch, *, watched: bool) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    assert list(with_progress([3, 1, 2])) == [3, 1, 2]
    assert list(with_progress(iter(range(1_000)), 1_000)) == list(range(1_000))


def test_more_steps_than_were_counted_come_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_progress(iter(range(9)), 4)) == list(range(9))
