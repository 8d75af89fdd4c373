"""Chinese text folded for comparing, character by character, with the way back to the original offsets.

`keys.zh_key` folds a whole term; here running text is folded, so marks are dropped only where they may stand inside a
name: the dash of 宁波—舟山港 is dropped, the double dash of a sentence is not, nor the border in “走出去”“引进来”.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain

from termbase.language.script import to_simplified

__all__ = ["CLOSING", "PAIRS", "Folded", "fold"]

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}
"""Opening quotation or title mark to closing mark (GB/T 15834; corner marks in traditional text)."""
CLOSING = frozenset(PAIRS.values())

_OPEN = "".join(PAIRS)
_CLOSE = "".join(PAIRS.values())
# spaces, but no line break; straight quotation marks; the dots between foreign names
_PLAIN = " \t\u00a0\u3000\"'·•"
_DASH = "—–-"
# The class stands first because that lets the search skip ahead (4 times as fast as alternatives).
_DROPPED = re.compile(
    f"[{_PLAIN}{_OPEN}{_CLOSE}{_DASH}]"
    f"(?:(?<=[{_PLAIN}{_OPEN}])|(?<=[{_CLOSE}])(?![{_OPEN}])|(?<=[{_DASH}])(?<![{_DASH}]{{2}})(?![{_DASH}]))"
)

# All Han above the first plane is looked up: a pattern has no fast table for it.
_HIGH = "\U00020000-\U0003ffff"
_HAN_RANGES = ((0x2E80, 0x2FE0), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
_WIDE_RANGE = (0xFF01, 0xFFEF)
# Left wide: they end names, and to fold one in every dozen characters would take most of the time.
_STOPS = "，：；！？"
_CASED_RANGES = ((0x41, 0x5B), (0xC0, 0x590), (0x1E00, 0x2000))  # Latin, Greek, Cyrillic, Armenian


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters stood."""

    text: str
    dropped: tuple[int, ...] = ()
    """For each dropped character, the offset in the folded text of what follows it; ascending."""

    def original(self, position: int) -> int:
        """The offset in the original of the character at an offset of the folded text.

        >>> folded = fold("“四千”精神")
        >>> folded.text, folded.original(0), folded.original(2)
        ('四千精神', 1, 4)
        """
        return position + bisect_right(self.dropped, position)


def fold(text: str) -> Folded:
    """A text in simplified, half-width, lower-case characters without the marks that may stand inside a name.

    Folding looks at single characters, so a part of a text folds to the same part of the folded text.

    >>> fold("《之江新語》ＲＣＥＰ").text, fold("宁波—舟山港").text
    ('之江新语rcep', '宁波舟山港')
    >>> fold("浙江——省会").text, fold("“走出去”“引进来”").text
    ('浙江——省会', '走出去”引进来')
    """
    pattern, table = _single_characters()
    text = pattern.sub(lambda run: run[0].translate(table), text)
    places = [mark.start() for mark in _DROPPED.finditer(text)]
    if not places:
        return Folded(text)
    kept = text[: places[0]] + "".join(
        [text[place + 1 : following] for place, following in zip(places, [*places[1:], len(text)], strict=True)]
    )
    return Folded(kept, tuple([place - number for number, place in enumerate(places)]))


@functools.cache
def _single_characters() -> tuple[re.Pattern[str], dict[int, str]]:
    """What one character folds to, where it changes, and a pattern that finds such characters (and all high Han).

    OpenCC chooses by the phrase too (乾坤 keeps its 乾); a key must not depend on what stands around it.
    """
    codes = chain.from_iterable(range(*span) for span in (*_CASED_RANGES, *_HAN_RANGES, _WIDE_RANGE))
    plain = {code: _narrow(chr(code)) for code in codes if chr(code) not in _STOPS}
    simple = to_simplified("\n".join(plain.values())).split("\n")
    table = {
        code: after if len(after) == 1 else before
        for (code, before), after in zip(plain.items(), simple, strict=True)
        if chr(code) != after
    }
    return re.compile(f"[{''.join(map(re.escape, map(chr, table)))}{_HIGH}]+"), _Table(table)


class _Table(dict[int, str]):
    """Folds characters above the first plane when they are first met: there are 70,000, and a text has hardly any."""

    def __missing__(self, code: int) -> str:
        character = _narrow(chr(code))
        simple = to_simplified(character)
        self[code] = simple if len(simple) == 1 else character
        return self[code]


def _narrow(character: str) -> str:
    """The character without width and case, where that is one character again."""
    folded = unicodedata.normalize("NFKC", character).lower()
    return folded if len(folded) == 1 else character
