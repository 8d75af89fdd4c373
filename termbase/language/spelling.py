"""How pinyin is written: tone marks, apostrophes, and the syllables inside a word. No library, no dictionary."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from termbase.language.syllables import is_syllable, toneless

__all__ = ["joined", "marked", "split_syllables"]

_LONGEST = 6  # zhuang
_TONES = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_RUN = re.compile(r"[^\W\d_]+|\d+")
_NUMBERED = re.compile(r"(?:[a-zü]+[1-5])+[a-zü]*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def marked(numbered: str) -> str:
    """A syllable with its tone as a mark instead of a digit; what has no tone digit is returned as it is.

    The mark stands on a or e, else on the o of ou, else on the last vowel (iu, ui: the second). Tone 5 has no mark.

    >>> [marked(syllable) for syllable in ("Zhe4", "lu:e4", "xiu1", "zhou1", "de5", "WTO")]
    ['Zhè', 'lüè', 'xiū', 'zhōu', 'de', 'WTO']
    """
    plain = numbered.replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    if len(plain) < 2 or plain[-1] not in "12345" or not plain[:-1].isalpha():
        return numbered
    letters, tone = plain[:-1], plain[-1]
    if tone == "5":
        return letters
    place = _tone_place(letters.lower())
    return unicodedata.normalize("NFC", letters[: place + 1] + _TONES[tone] + letters[place + 1 :])


def joined(syllables: list[str]) -> str:
    """Syllables as one word: an apostrophe before each one inside that begins with a, o or e (GB/T 16159).

    >>> joined(["Xī", "ān"]), joined(["zhàn", "lüè"]), joined(["Pán", "ān"])
    ("Xī'ān", 'zhànlüè', "Pán'ān")
    """
    return "".join(
        ("'" if position and toneless(syllable)[:1] in tuple("aoe") else "") + syllable
        for position, syllable in enumerate(syllables)
    )


def split_syllables(spelling: str) -> list[str]:
    """The syllables of a pinyin spelling; a Latin word that is no pinyin stays in one piece.

    Spaces, hyphens and apostrophes always divide. Inside a word, no syllable but the first begins with a, o or e
    where that can be avoided: the apostrophe would be written.

    >>> split_syllables("Bābā Zhànlüè"), split_syllables("Xī'ān Yì-Xīn-Ōu")
    (['Bā', 'bā', 'Zhàn', 'lüè'], ['Xī', 'ān', 'Yì', 'Xīn', 'Ōu'])
    >>> split_syllables("fangan"), split_syllables("WTO guize"), split_syllables("ba1ba1")
    (['fan', 'gan'], ['WTO', 'gui', 'ze'], ['ba1', 'ba1'])
    """
    text = unicodedata.normalize("NFC", spelling)
    return [syllable for run in _runs(text) for syllable in _split_run(run)]


def _runs(text: str) -> list[str]:
    """The runs of letters, of digits, and of syllables with tone digits."""
    runs: list[str] = []
    place = 0
    while match := _RUN.search(text, place):
        numbered = _NUMBERED.match(text, match.start())
        place = numbered.end() if numbered else match.end()
        runs.append(text[match.start() : place])
    return runs


@lru_cache(maxsize=4096)
def _split_run(run: str) -> tuple[str, ...]:
    """The syllables of one unbroken run, or the run itself."""
    if _NUMBERED.fullmatch(run):
        pieces = re.findall(r"[^\d]+\d?", run)
        return tuple(pieces) if all(is_syllable(piece.rstrip("12345")) for piece in pieces) else (run,)
    return tuple(_divided(run, strict=True) or _divided(run, strict=False) or [run])


def _divided(run: str, *, strict: bool) -> list[str]:
    """The run as legal syllables, the longest first tried at each place; empty when there is no such division."""
    dead: set[int] = set()

    def rest(start: int) -> list[str] | None:
        if start == len(run):
            return []
        if start in dead or (strict and start and toneless(run[start]) in tuple("aoe")):
            return None
        for end in range(min(len(run), start + _LONGEST), start, -1):
            if is_syllable(run[start:end]) and (tail := rest(end)) is not None:
                return [run[start:end], *tail]
        dead.add(start)
        return None

    # 40 syllables without a break are no word; the limit keeps a pasted line from exhausting the stack
    return (rest(0) if len(run) <= 40 * _LONGEST else None) or []


def _tone_place(letters: str) -> int:
    """Where the tone mark of a syllable stands."""
    for vowel in ("a", "e", "ou"):
        if vowel in letters:
            return letters.index(vowel)
    vowels = [place for place, letter in enumerate(letters) if letter in "iouü"]
    # ng and m, the interjections without a vowel, carry it on the first letter
    return vowels[-1] if vowels else 0
