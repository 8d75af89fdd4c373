"""Which way a segment goes: by the tags of its file, else by its text."""

from __future__ import annotations

from termbase.errors import InputError
from termbase.language.script import is_chinese
from termbase.language.tags import side_of
from tm.checks.model import Direction
from tm.model import Segment

__all__ = ["direction_of"]


def direction_of(segment: Segment) -> Direction:
    """From Chinese to English, back, or English alone.

    Raises InputError for a file of other languages.

    >>> direction_of(Segment("长三角", "the Yangtze River Delta", "a.tsv", 1))
    <Direction.ZH_EN: 'zh-en'>
    >>> direction_of(Segment("", "the Yangtze River Delta", "a.txt", 1))
    <Direction.EN: 'en'>
    """
    source, target = _side(segment.source_language), _side(segment.target_language)
    for tag, side in ((segment.source_language, source), (segment.target_language, target)):
        if side == "other":
            raise InputError(
                f"segment {segment.number} is in {tag}", path=segment.file, remedy="checks know Chinese and English"
            )
    if source and source == target:
        raise InputError(
            f"source and target are both {source}", path=segment.file, remedy="check the languages of the file"
        )
    if not segment.source and not source:
        return Direction.EN
    if source:
        return Direction.ZH_EN if source == "Chinese" else Direction.EN_ZH
    if target:
        return Direction.ZH_EN if target == "English" else Direction.EN_ZH
    return Direction.ZH_EN if is_chinese(segment.source) or not is_chinese(segment.target) else Direction.EN_ZH


def _side(tag: str) -> str:
    if not tag:
        return ""
    side = side_of(tag)
    return "English" if side == "en" else "Chinese" if side else "other"
