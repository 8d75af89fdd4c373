"""Why a term of the source may rightly have no rendering: named before, cut from a longer word, or loosely meant."""

from __future__ import annotations

import re

from termbase.extract.chinese.tables import foreign_sounds
from termbase.model import ConceptType, Term
from termbase.recognise import Mention
from tm.checks.passage import Passage

__all__ = ["cuts_a_word", "is_loose", "is_part_of_a_foreign_name", "points_back"]

_LONGEST_DOUBTFUL = 3
"""Characters of a Chinese term that may stand by chance within a longer word: 最高法 in 最高法院."""
_SHORT_TITLE = 2
"""A Chinese title of so few characters is that of others too: 总理 of any country, 部长 who are secretaries."""
_POINTING_WORDS = """
    it its they their them he his him she her this that these those here there local both former
    latter same city province county district region area country company group bank ministry party
    government port zone
    """
_POINTING = frozenset(_POINTING_WORDS.split())
"""Folded words that stand for something named before."""
_POINTING_BACK = re.compile("[它其该此这那他她]|本[市省区县]|我[市省区县国]|当地")


def points_back(passage: Passage) -> bool:
    """Whether the translation has a word that can stand for something named before."""
    if passage.chinese_source:
        return not _POINTING.isdisjoint(passage.en_words.words)
    return _POINTING_BACK.search(passage.zh) is not None


def cuts_a_word(mention: Mention, passage: Passage) -> bool:
    """Whether a short Chinese term stands across the border of a word."""
    if mention.end - mention.start > _LONGEST_DOUBTFUL:
        return False
    return mention.start not in passage.zh_borders or mention.end not in passage.zh_borders


def is_part_of_a_foreign_name(mention: Mention, text: str) -> bool:
    """Whether a term of sounds (foreign names are written so) goes on in sounds: 阿里 in 阿里波夫, 马修·瑞安.

    >>> from termbase.model import Language
    >>> found = Mention(1, Term(Language.ZH_HANS, "阿里"), 0, 2)
    >>> is_part_of_a_foreign_name(found, "阿里波夫说"), is_part_of_a_foreign_name(found, "阿里增长")
    (True, False)
    """
    sounds = foreign_sounds()
    if not sounds.issuperset(text[mention.start : mention.end]):
        return False
    beside = text[max(mention.start - 1, 0) : mention.start], text[mention.end : mention.end + 1]
    return any(mark and (mark in sounds or mark in "·•.") for mark in beside)


def is_loose(kind: ConceptType, mention: Mention, allowed: list[Term], *, chinese: bool) -> bool:
    """Whether a term is a common word or a title, which sentences paraphrase: its absence is no more than a note.

    Into Chinese every English term in small letters is one (to go out, brings in), and every name of one word.
    """
    if kind is ConceptType.TITLE and mention.end - mention.start <= _SHORT_TITLE:
        return True
    if not chinese:
        return mention.term.text.islower() or (kind is not ConceptType.PLACE and " " not in mention.term.text)
    return all(one.text.islower() and " " not in one.text for one in allowed)
