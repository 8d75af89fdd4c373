"""Words whose spelling stands in our own table: clipped compounds (进出口), polyphones, words that cutters divide."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from termbase.language.surnames import table_rows

__all__ = ["special_pieces", "special_spelling"]


def special_spelling(word: str) -> str:
    """The spelling of a word in our table of clipped compounds and polyphones; empty for other words.

    >>> special_spelling("进出口"), special_spelling("出口")
    ('jìn-chūkǒu', '')
    """
    return _spellings().get(word, "")


def special_pieces(text: str) -> list[str]:
    """The text cut around the longer words of our table, which the cutter would divide (义|新欧).

    >>> special_pieces("开行义新欧班列")
    ['开行', '义新欧', '班列']
    """
    return [piece for piece in _special_pattern().split(text) if piece]


@functools.cache
def _spellings() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("spellings.tsv")}


@functools.cache
def _special_pattern() -> re.Pattern[str]:
    # words of two characters also stand across two others by chance (增长|海关): they must agree with the cutter
    long = sorted((word for word in _spellings() if len(word) > 2), key=len, reverse=True)
    return re.compile(f"({'|'.join(long)})")
