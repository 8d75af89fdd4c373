"""Units that are probably wrong, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from termbase.language.script import has_han, is_chinese, is_traditional
from termbase.language.tags import side_of
from tm.keys import chinese_key, english_words
from tm.model import Unit

__all__ = ["FAULTS", "faults", "in_wrong_script"]

# English words per Chinese character: beyond these are one in a thousand of 230,000 translated articles of law, and
# those mostly because a part is missing. Short segments (names, headings) vary more and are left alone.
_FEWEST, _MOST, _SHORT = 0.2, 2.6, 12
# Figures with so many digits and no unit of 10,000 beside them are written alike in both languages.
_FIGURE = re.compile(r"(?<![\d.,])\d{3,}(?![\d.,]*[多余餘]?[\d万萬亿億千百])")


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
    from termbase.language.script import to_simplified, to_traditional

    return to_simplified(text) == text != to_traditional(text)


def _misaligned(unit: Unit) -> bool:
    """Far too long or short for a translation, or figures that are all different.

    >>> _misaligned(Unit("投资350亿元。", "Invested 35 billion yuan.")), _misaligned(Unit("2023年", "in 2024"))
    (False, True)
    """
    characters, words = len(chinese_key(unit.zh)), len(english_words(unit.en))
    # one word for a long name is an abbreviation or a brand
    if characters >= _SHORT and words > 1 and not _FEWEST <= words / characters <= _MOST:
        return True
    zh, en = (set(_FIGURE.findall(side.replace(",", ""))) for side in (unit.zh, unit.en))
    return bool(zh) and bool(en) and not zh & en


FAULTS: dict[str, Callable[[Unit], bool]] = {
    "empty": _empty,
    "untranslated": _untranslated,
    "language": _language,
    "script": _script,
    "misaligned": _misaligned,
}
"""What can be wrong with a unit, in the order in which it is told."""
