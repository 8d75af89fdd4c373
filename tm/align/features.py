"""What a sentence and its translation have in common: figures by value, words in Latin letters, marks, words.

A feature is a string, a class sign and a value: `#52000` a figure, `@leapmotor` a word in Latin letters, `?` a mark,
`=econo` the stem of an English word, `=经济` a Chinese word, `~chengyu` a name by its sound, `%17` a term of a known
concept, `¶` the beginning of a paragraph. Those that are equal in both languages show each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

__all__ = [
    "LATIN",
    "PARAGRAPH",
    "SOUND",
    "TERM",
    "WORD",
    "english_features",
    "kept",
    "language_free_features",
    "rendering_features",
]

WORD, LATIN, SOUND, TERM, PARAGRAPH = "=@~%¶"
"""The classes of words, of words in Latin letters, of names by their sound, of terms by their concept, of sentences
that begin a paragraph."""

# How often the translation of a sentence has the feature too; measured with CC-CEDICT on 2,800 pairs of translated
# news (WMT 2017 to 2019), where the marks lie between .61 (question mark) and .84 (quotation mark). Dictionary words
# are kept in .63 of those; freer texts keep fewer, and .4 aligns novels and a magazine better by .005.
# Names by sound were chosen on novels: .8 and .9 add .011 to strict F1, .6 adds .007. Terms and paragraphs are not
# measured: they are as marks are.
_KEPT = {"#": 0.81, LATIN: 0.97, WORD: 0.4, SOUND: 0.8}
_MARK_KEPT = 0.75

_POWERS = {
    "百": 2,
    "千": 3,
    "万": 4,
    "亿": 8,
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
# 3.5万亿, 1,608.6亿, 20 million: digits and up to two words that multiply them
_FIGURE = re.compile(
    r"(\d+(?:,\d{3})*(?:\.\d+)?)((?:\s*(?:[百千万亿]|(?:hundred|thousand|million|billion|trillion)\b)){0,2})",
    re.IGNORECASE,
)
_POWER = re.compile("|".join(_POWERS), re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['&.-][A-Za-zÀ-ɏ]+)*")
_MARKS = {"?": "?", "!": "!", ":": ":", ";": ";", "“": '"', "”": '"', '"': '"', "…": "…", "...": "…"}
_MARK = re.compile("|".join(map(re.escape, _MARKS)))

# A word stands for all its forms by its first letters: surprise, surprised, surprising. Of four to seven letters five
# gave the best links.
_STEM = 5
# Words that say nothing about which sentence this is, and the filling of dictionary glosses
_EMPTY = frozenset(
    """
    a about all also an and any are as at be been being but by can could did do does etc for from had has have he
    her here him his how i if in into is it its may me might more most must my no not of on one only or our out
    over sb she so some sth such than that the their them then there they this to up us very was we were what when
    where which who whom will with would you your
    """.split()  # noqa: SIM905 - ninety words read better so
)


def language_free_features(text: str) -> set[str]:
    """The features that a text in either language may have: figures, words in Latin letters, marks.

    >>> sorted(language_free_features("零跑Leapmotor交付5.2万辆？")), sorted(language_free_features("52,000 cars?"))
    (['#52000', '?', '@leapmotor'], ['#52000', '?', '@cars'])
    """
    text = unicodedata.normalize("NFKC", text).replace("’", "'")
    found = {_MARKS[mark] for mark in _MARK.findall(text)}
    found.update(_figures(text))
    found.update(f"@{word.lower()}" for word in _LATIN.findall(text) if len(word) > 1)
    return found


def english_features(text: str) -> set[str]:
    """The features of an English sentence: those of any text and the stems of its words.

    >>> sorted(english_features("It surprised Leapmotor."))
    ['=leapm', '=surpr', '@it', '@leapmotor', '@surprised']
    """
    found = language_free_features(text)
    return found | rendering_features(word[1:] for word in found if word[0] == "@")


def rendering_features(renderings: Iterable[str]) -> set[str]:
    """The features that an English sentence may have when it holds one of the renderings of a Chinese word.

    >>> sorted(rendering_features(["to surprise", "the economy"]))
    ['=econo', '=surpr']
    """
    words = (word.lower().partition("'")[0] for text in renderings for word in _LATIN.findall(text.replace("’", "'")))
    return {f"={part[:_STEM]}" for word in words for part in word.split("-") if part and part not in _EMPTY}


def kept(feature: str) -> float:
    """How often, from 0 to 1, a translation keeps a feature of this class.

    >>> kept("#52000"), kept("?")
    (0.81, 0.75)
    """
    return _KEPT.get(feature[0], _MARK_KEPT)


def _figures(text: str) -> Iterator[str]:
    for digits, words in _FIGURE.findall(text):
        value = float(digits.replace(",", ""))
        for word in _POWER.findall(words):
            value *= 10 ** _POWERS[word.lower()]
        yield f"#{value:.10g}"
