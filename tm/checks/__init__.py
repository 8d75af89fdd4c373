"""The checks: one rule, one file, one value; this is the ordered table."""

from __future__ import annotations

from tm.checks.doubled_word import DOUBLED_WORD
from tm.checks.model import Check
from tm.checks.name_pinyin import NAME_PINYIN

__all__ = ["CHECKS"]

CHECKS: dict[str, Check] = {one.id: one for one in (NAME_PINYIN, DOUBLED_WORD)}
"""Every check by its id, in the order in which findings of one place are shown."""
