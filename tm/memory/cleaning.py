"""Units that are probably wrong, and what is wrong with them.

Measured with `python -m tests.benchmarks cleaning` on translations that people made: of 9,979 pairs of news, 5 are
complained of (misaligned), all rightly; of 233,765 articles of law 149 (146 misaligned, 2 language, 1 empty). Of 50
misaligned ones of these, drawn by chance and read, 38 lacked a part or were another article, 12 were right, only very
wordy or brief. With the tag of the other script 98 of 100 are found; of units with a translation from seven units
away 17 of 100 (law) and 11 (news): the rule is made to be right rather than complete.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from termbase.language.script import HAN, has_han, is_chinese, is_traditional, to_simplified, to_traditional
from termbase.language.tags import side_of
from tm.keys import english_words
from tm.model import Unit

__all__ = ["FAULTS", "faults", "in_wrong_script"]

# English words for each Chinese character or word in Latin letters. Between them lie all but 1 in 10,000 of 9,979
# pairs of translated news, and all but 6 in 10,000 of 233,765 articles of law, where most of the others lack a part.
# Short segments (names, headings) vary more and are left alone.
_FEWEST, _MOST, _SHORT = 0.2, 2.3, 12
# Figures with so many digits and no unit of 10,000 beside them are written alike in both languages.
_FIGURE = re.compile(r"(?<![\d.,])\d{3,}(?![\d.,]*\d|\s*[多余餘]?[万萬亿億千百])")
# What is counted on the Chinese side: a name in Latin letters is as long as one in the translation
_PIECE = re.compile(f"[{HAN}]|[^\\W_{HAN}]+")
# A table drawn with lines, of which the translation has mostly only the title
_DRAWN = re.compile("[\u2500-\u257f]")


def faults(units: Iterable[tuple[int, Unit]], wanted: Sequence[str]) -> Iterator[tuple[int, Unit, str]]:
    """The units with one of the faults wanted, with the first of them."""
    for number, unit in units:
        for name in wanted:
            if FAULTS[name](unit):
                yield number, unit, name
                break


def _empty(unit: Unit) -> bool:
    return not re.search(r"\w", unit.zh) or not re.search(r"\w", unit.en)


def _untranslated(unit: Unit) -> bool:
    """The same text on both sides, and words in it.

    >>> _untranslated(Unit("Yiwu", "Yiwu")), _untranslated(Unit("2023", "2023")), _untranslated(Unit("义乌", "Yiwu"))
    (True, False, False)
    """
    return unit.zh.strip() == unit.en.strip() and bool(re.search(r"[^\W\d]{4}", unit.zh))


def _language(unit: Unit) -> bool:
    """A side in the other language.

    >>> _language(Unit("The port is open.", "港口开放。")), _language(Unit("RCEP", "RCEP"))
    (True, False)
    """
    long_enough = len(english_words(unit.zh)) > 3
    return is_chinese(unit.en) or (long_enough and not has_han(unit.zh))


def _script(unit: Unit) -> bool:
    """Traditional characters in what is told to be simplified, or the other way round.

    >>> _script(Unit("發展經濟", "develop the economy", zh_language="zh-CN"))
    True
    """
    return in_wrong_script(unit.zh, unit.zh_language)


def in_wrong_script(text: str, language: str) -> bool:
    """Whether a Chinese text is in the other script than the tag of its language says; no tag says nothing.

    >>> in_wrong_script("發展經濟", "zh-CN"), in_wrong_script("发展经济", "zh-TW"), in_wrong_script("港口", "zh-TW")
    (True, True, False)
    """
    told = side_of(language)
    if not told:
        return False
    traditional = is_traditional(text)
    return traditional if told == "zh-Hans" else not traditional and _simplified(text)


def _simplified(text: str) -> bool:
    """Whether nothing in it is traditional and at least two characters are simplified; one may be a variant (准, 床).

    >>> _simplified("发展经济"), _simplified("本法自公布日施行。")
    (True, False)
    """
    return to_simplified(text) == text and sum(to_traditional(sign) != sign for sign in set(text)) > 1


def _misaligned(unit: Unit) -> bool:
    """Far too long or short for a translation, or figures that are all different.

    >>> _misaligned(Unit("投资350亿元。", "Invested 35 billion yuan.")), _misaligned(Unit("2023年", "in 2024"))
    (False, True)
    """
    if _DRAWN.search(unit.zh):
        return False
    pieces, words = len(_PIECE.findall(unit.zh)), len(english_words(unit.en))
    # one word for a long name is an abbreviation or a brand
    if pieces >= _SHORT and words > 1 and not _FEWEST <= words / pieces <= _MOST:
        return True
    zh, en = (_figures(side) for side in (unit.zh, unit.en))
    return bool(zh) and bool(en) and not zh & en


def _figures(text: str) -> set[str]:
    """The figures that are written alike in both languages.

    >>> _figures("２０１５年投资3,500万元、1200亿元、5，000公里") == {"2015", "5000"}
    True
    """
    return set(_FIGURE.findall(unicodedata.normalize("NFKC", text).replace(",", "")))


FAULTS: dict[str, Callable[[Unit], bool]] = {
    "empty": _empty,
    "untranslated": _untranslated,
    "language": _language,
    "script": _script,
    "misaligned": _misaligned,
}
"""What can be wrong with a unit, in the order in which it is told."""
