"""What the text of an English stretch tells about its rendering a term: length, spelling, brackets, quotation."""

from __future__ import annotations

import re
from math import log

from termbase.extract.renderings.english_segment import EnglishSegment
from termbase.extract.renderings.term_facts import TermFacts
from termbase.extract.renderings.weights import MARKED, WHOLE
from termbase.language.keys import english_key, zh_key

__all__ = ["TermTraits", "TextTraits", "glosses_beside"]

_LETTERS_PER_CHARACTER = 3.0
"""English letters expected for a Chinese character. Set before the fitting; their median in those years is 3.75."""
_MOST_LETTERS = 1_000
_LOGARITHMS = [0.0, *(log(letters) for letters in range(1, _MOST_LETTERS + 1))]
_LONGER, _SHORTER, _LENGTH, _HALF_PLACE = WHOLE["longer"], WHOLE["shorter"], WHOLE["length"], WHOLE["place"] / 2
_BRACKETED = re.compile(r"[”’》」』]?\s*[（(]([A-Za-z][\w\-/&' ]*)[)）]")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_GLOSS_BEHIND = re.compile(rf"[”\"’']?\s*[(（]\s*[“‘\"《]?({_HAN}[^()（）]*?)[”’\"》]?\s*[)）]")
_GLOSS_BEFORE = re.compile(rf"({_HAN}+)[”’\"》]?\s*[(（]\s*[“‘\"]?(?=[A-Za-z])")


class TextTraits:
    """The texts of one pair of segments."""

    def __init__(self, zh: str, english: EnglishSegment) -> None:
        self.zh = zh
        self.english = english
        self.glosses = glosses_beside(english.text)
        self.starts = [start + word.lead for start, word in zip(english.starts, english.words, strict=True)]
        self.ends = [
            start + word.end - word.possessive for start, word in zip(english.starts, english.words, strict=True)
        ]

    def of(self, facts: TermFacts, start: int) -> TermTraits:
        """The same for a term that stands at a place of the Chinese."""
        return TermTraits(self, facts, start)


class TermTraits:
    """What the texts of stretches tell about one term at one place."""

    def __init__(self, texts: TextTraits, facts: TermFacts, start: int) -> None:
        self._texts = texts
        self._facts = facts
        end = start + len(facts.text)
        self._place = (start + end) / len(texts.zh)
        self._length = log(len(facts.text) * _LETTERS_PER_CHARACTER)
        self._words = len(texts.english.words)
        self._quoted = start > 0 and texts.zh[start - 1] in "「“《‘『"
        bracketed = _BRACKETED.match(texts.zh, end)
        self._short_form = bracketed[1].lower() if bracketed else ""
        self._in_brackets = bool(texts.glosses or self._short_form)

    def weight(self, first: int, last: int, content: int, *, name: bool) -> float:
        """What the text from one word to another tells; `content` of its words have a meaning of their own."""
        texts, facts = self._texts, self._facts
        start, end = texts.starts[first], texts.ends[last]
        more = content - facts.size
        weight = (
            (_LONGER * more if more > 0 else -_SHORTER * more)
            + _LENGTH * abs(_LOGARITHMS[min(end - start, _MOST_LETTERS)] - self._length)
            + _HALF_PLACE * abs((first + last + 1) / self._words - self._place)
        )
        if last - first + 1 in facts.words_in_renderings or name:
            weight += self._by_spelling(first, last, texts.english.text[start:end], name=name)
        if self._quoted and start:
            text = texts.english.text
            weight += WHOLE["quoted alike"] * (text[start - 1] in '“"' and text[end : end + 1] in ("”", '"'))
        return weight + self._by_brackets(last, start, end) if self._in_brackets else weight

    def _by_spelling(self, first: int, last: int, text: str, *, name: bool) -> float:
        facts = self._facts
        weight = 0.0
        if last - first + 1 in facts.words_in_renderings and english_key(text) in facts.renderings:
            weight += WHOLE["in dictionary"]
        if not name:
            return weight
        if facts.has_latin and text.isupper():
            weight += WHOLE["capitals alike"]
        return weight

    def _by_brackets(self, last: int, start: int, end: int) -> float:
        """A gloss or a short form in brackets beside the stretch."""
        words, texts = self._texts.english.words, self._texts
        weight = 0.0
        if self._short_form and last + 1 < len(words) and words[last + 1].opened:
            weight += WHOLE["bracketed short form"] * (words[last + 1].text == self._short_form)
        gloss = texts.glosses.get(start, "") or texts.glosses.get(-end, "")
        if gloss and zh_key(gloss) == zh_key(self._facts.text):
            weight += MARKED["glossed"]
        return weight


def glosses_beside(text: str) -> dict[int, str]:
    """Chinese in brackets by minus the end of the English before it; Chinese before brackets by the start of it.

    >>> glosses_beside("Yixinou (义新欧) and 四港 (four ports)")
    {-7: '义新欧', 22: '四港'}
    """
    if text.isascii() or not re.search(_HAN, text):
        return {}
    found = {-match.start(): match[1] for match in _GLOSS_BEHIND.finditer(text)}
    found.update((match.end(), match[1]) for match in _GLOSS_BEFORE.finditer(text))
    return found
