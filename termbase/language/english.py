"""What English text is made of: tokens, word classes, how common a word is.

The only reader of wordfreq; the tag lexicon of textblob is read by english_classes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from termbase.language.english_classes import is_word, word_class
from termbase.language.package_data import package_file

__all__ = ["Token", "tag", "tokens", "zipf"]

# A word keeps its inner hyphens, apostrophes and dots (Pan'an, U.S., R&D); the possessive is a token of its own.
# Abbreviations with a dot are those that stand before a name, a number or inside a company's name.
_TOKEN = re.compile(
    r"""
      \.{3,}|…+|—+|--+|–
    | ['’](?:s|re|ve|ll|d|m)(?![^\W_])
    | (?:Co|Ltd|Inc|Corp|Bros|No|Nos|vs|etc|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.
    | (?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gov|Sen|Rep|Gen|Col|Lt|Capt)\.
    | (?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z][a-z])
    | (?:US|HK|NT|RMB)?[$¥€£]\d[\d,.]*\d|(?:US|HK|NT|RMB)?[$¥€£]\d
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?:-[^\W\d_]+(?:-[^\W\d_]+)*)?%?
    | [A-Za-z]+-(?=\s(?:and|or|to)\s)
    | [^\W\d_]+\d*(?:(?:['’](?!(?:s|re|ve|ll|d|m)(?![^\W_]))|&|-|‑)[^\W_]+)*
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark and where it stands, in characters of the text it was cut from."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and marks of an English text; `text[token.start:token.end]` is the token.

    >>> [token.text for token in tokens("Pan’an’s Yixin'ou (义新欧) No. 1, US$4.68 billion")]
    ['Pan’an', '’s', "Yixin'ou", '(', '义新欧', ')', 'No.', '1', ',', 'US$4.68', 'billion']
    >>> [token.text for token in tokens("Giant Co., Ltd. small- and medium-sized")]
    ['Giant', 'Co.', ',', 'Ltd.', 'small-', 'and', 'medium-sized']
    """
    return [Token(match.group(), *match.span()) for match in _TOKEN.finditer(text)]


def tag(words: Sequence[Token]) -> list[str]:
    """The Penn Treebank tag of each token of one sentence.

    A word gets the class it has most often in Brill's lexicon, an unknown one the class its ending speaks for; a few
    of Brill's contextual rules then mend the commonest errors.

    >>> tag(tokens("Zhejiang opened its ports to foreign investors"))
    ['NNP', 'VBD', 'PRP$', 'NNS', 'TO', 'JJ', 'NNS']
    >>> tag(tokens("to trade in the foreign trade zone"))
    ['TO', 'VB', 'IN', 'DT', 'JJ', 'NN', 'NN']
    """
    tags: list[str] = []
    previous = ""
    for place, token in enumerate(words):
        found = word_class(token.text)
        if place == 0 and token.text[:1].isupper() and is_word(token.text):
            found = word_class(token.text.lower())
        if not (found == "VBP" and place and words[place - 1].text.lower() in _PLURAL_POINTERS):
            found = _in_context(found, previous, token.text)
        previous = found
        tags.append(previous)
    return tags


@lru_cache(maxsize=30_000)
def zipf(word: str) -> float:
    """How common a word is in general English: occurrences in a billion words as a base-10 logarithm, 0 if unknown.

    A hyphenated word is as common as its rarest part.

    >>> zipf("trade") > 4.5, zipf("Zhoushan") < 2.5, zipf("cross-border") == min(zipf("cross"), zipf("border"))
    (True, True, True)
    """
    frequency = _frequencies().get(word.lower())
    if frequency:
        return math.log10(frequency) + 9
    if "-" in word.strip("-"):
        return min(zipf(part) for part in word.split("-") if part)
    return 0.0


def _in_context(found: str, previous: str, word: str) -> str:
    """The tag after Brill's contextual rules that look one tag back (en-context.txt; those that fired most often)."""
    rules = _CONTEXT.get(found)
    if rules is None:
        return found
    if word in _KEPT:
        return found
    return rules.get(previous, found)


_PLURAL_POINTERS = frozenset({"these", "those", "that", "all", "both"})
_KEPT = frozenset({"'s", "’s"})
_AFTER_NOUN_MARK = dict.fromkeys(("DT", "PRP$", "POS", "JJ"), "NN")
_CONTEXT: Mapping[str, Mapping[str, str]] = {
    "NN": {"TO": "VB", "MD": "VB", "PRP": "VBP"},
    "VB": _AFTER_NOUN_MARK | {"IN": "NN", "NN": "NN", "NNS": "VBP", "PRP": "VBP"},
    "VBP": {"TO": "VB", "MD": "VB"} | _AFTER_NOUN_MARK,
    "VBZ": dict.fromkeys(("DT", "PRP$", "JJ", "POS"), "NNS"),
    "VBD": dict.fromkeys(("VBZ", "VBD", "DT", "PRP$", "JJ", "VBP", "IN"), "VBN"),
    "VBN": dict.fromkeys(("PRP", "NNP", "NNS", "NN"), "VBD"),
    "NNS": {"PRP": "VBZ", "TO": "VB"},
}


@cache
def _frequencies() -> Mapping[str, float]:
    """The large English list of wordfreq: word → share of all words.

    Its data file is read without importing wordfreq, whose text repair takes longer to load than an article to read.
    The file is a list of groups of words: group n has the frequency of 10 to the power of -n/100.
    """
    import gzip

    import msgpack

    with gzip.open(package_file("wordfreq", "data/large_en.msgpack.gz")) as file:
        _, *groups = msgpack.load(file, raw=False)
    return {word: 10 ** (-number / 100) for number, group in enumerate(groups) for word in group}
