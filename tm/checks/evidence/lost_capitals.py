"""A word that wants a capital, as it is reported."""

from __future__ import annotations

from tm.checks.model import Remark

__all__ = ["lost_capital"]


def lost_capital(span: tuple[int, int], written: str, why: str) -> Remark:
    """That a word wants a capital, and why."""
    return Remark(f"“{written}” wants a capital {why}", en=span, suggestion=_capital(written))


def _capital(written: str) -> str:
    return written[0].upper() + written[1:]
