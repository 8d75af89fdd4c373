"""What English text is made of: tokens, word classes, base forms, how common a word is.

The only importer of textblob, simplemma and wordfreq. Of textblob only the tag lexicon is read (Brill's, 94,000
words, MIT licence): importing the package costs 0.5 s, reading its file 0.05 s, and `textblob.en.tag` itself looks no
further than this lexicon and the endings of words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from termbase.errors import ZhtermError

__all__ = ["Token", "is_word", "lemma", "tag", "tokens", "word_class", "zipf"]

# A word keeps its inner hyphens, apostrophes and dots (Pan'an, U.S., R&D); the possessive is a token of its own.
# Abbreviations with a dot are those that stand before a name, a number or inside a company's name.
_TOKEN = re.compile(
    r"""
      \.{3,}|…+|—+|--+|–
    | ['’](?:s|re|ve|ll|d|m)(?![^\W_])
    | (?:Co|Ltd|Inc|Corp|Bros|No|Nos|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gov|Sen|Rep|Gen|Col|Lt|Capt|vs|etc|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.
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
_NUMBER = re.compile(r"[A-Z]{0,3}[$¥€£]?\d[\d.,]*%?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark and where it stands, in characters of the text it was cut from."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and marks of an English text; `text[token.start:token.end]` is the token.

    >>> [token.text for token in tokens("Pan’an’s Yixin'ou (义新欧) trains: No. 1, US$4.68 billion, Giant Co., Ltd.")]
    ['Pan’an', '’s', "Yixin'ou", '(', '义新欧', ')', 'trains', ':', 'No.', '1', ',', 'US$4.68', 'billion', ',', 'Giant', 'Co.', ',', 'Ltd.']
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


@cache
def word_class(word: str) -> str:
    """The commonest Penn Treebank tag of a word by itself.

    >>> word_class("Hangzhou"), word_class("port"), word_class("digitalizing"), word_class("义新欧"), word_class("1.2")
    ('NNP', 'NN', 'VBG', 'NNP', 'CD')
    """
    known = _lexicon().get(word)
    if known is not None:
        return known
    if _NUMBER.match(word):
        return "CD"
    if not word[0].isalnum():
        return "POS" if word[0] in "'’" and len(word) > 1 else ":"
    if word[0].isupper() or ord(word[0]) > 0x2E80:
        return "NNP"
    if "-" in word:
        return _hyphenated_class(word)
    return next((found for ending, found in _ENDINGS if word.endswith(ending)), "NN")


@cache
def is_word(word: str) -> bool:
    """Whether a word is English in lower case too, so that a capital at the start of a sentence makes it no name.

    >>> is_word("Trade"), is_word("Digitalization"), is_word("Tongxiang"), is_word("Chongqing"), is_word("China")
    (True, True, False, False, False)
    """
    lower = word.lower()
    if lower in _NAMES_THAT_ARE_WORDS:
        return False
    if "-" in lower:
        return all(is_word(part) or part.isdigit() for part in lower.split("-") if part)
    lexicon = _lexicon()
    if lower in lexicon:
        return lexicon[lower] != "NNP"
    if lexicon.get(word.capitalize()) == "NNP":
        return False
    return any(lower.endswith(ending) and _has_stem(lower.removesuffix(ending)) for ending in _SUFFIXES)


def lemma(word: str) -> str:
    """The base form of a word, in lower case.

    >>> lemma("cities"), lemma("Built"), lemma("Yiwu")
    ('city', 'build', 'yiwu')
    """
    import simplemma

    return str(simplemma.lemmatize(word.lower(), "en")).lower()


@cache
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


# The unknown words of news are mostly long derivations; the endings are those of Brill's morphological rules and of
# textblob's suffix rules, longest first.
_ENDINGS = (
    ("ization", "NN"), ("isation", "NN"), ("ations", "NNS"), ("ments", "NNS"), ("ities", "NNS"),
    ("ness", "NN"), ("less", "JJ"), ("able", "JJ"), ("ible", "JJ"), ("ical", "JJ"), ("ized", "VBN"), ("ised", "VBN"),
    ("ize", "VB"), ("ise", "VB"), ("ing", "VBG"), ("ful", "JJ"), ("ous", "JJ"), ("ive", "JJ"), ("ial", "JJ"),
    ("ary", "JJ"), ("ed", "VBN"), ("ly", "RB"), ("ic", "JJ"), ("al", "JJ"), ("ss", "NN"), ("us", "NN"),
    ("is", "NN"), ("s", "NNS"),
)  # fmt: skip


def _hyphenated_class(word: str) -> str:
    """The class of a hyphenated word: `foreign-invested` and `high-tech` stand before nouns, `sub-zone` is one."""
    first, last = word.split("-")[0], word.rsplit("-", 1)[-1]
    tagged = word_class(last) if last else "NN"
    if first in _NOUN_PREFIXES and tagged in {"NN", "NNS"}:
        return tagged
    return "JJ"


_NOUN_PREFIXES = frozenset({"sub", "vice", "co", "e", "ex", "micro", "mini", "super", "deputy", "director", "inter"})


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
    "NN": {"TO": "VB", "MD": "VB"},
    "VB": _AFTER_NOUN_MARK | {"IN": "NN", "NN": "NN", "NNS": "VBP", "PRP": "VBP"},
    "VBP": {"TO": "VB", "MD": "VB"} | _AFTER_NOUN_MARK,
    "VBZ": dict.fromkeys(("DT", "PRP$", "JJ", "POS"), "NNS"),
    "VBD": dict.fromkeys(("VBZ", "VBD", "DT", "PRP$", "JJ", "VBP", "IN"), "VBN"),
    "VBN": dict.fromkeys(("PRP", "NNP", "NNS", "NN"), "VBD"),
    "NNS": {"PRP": "VBZ", "TO": "VB"},
}


# Endings that make a word of a word; a name that ends like this by chance (Chongqing, Huaining) has no such stem.
_SUFFIXES = (
    "ization",
    "isation",
    "izing",
    "ising",
    "izes",
    "ized",
    "ised",
    "ing",
    "ed",
    "es",
    "s",
    "ly",
    "ness",
    "ment",
)


def _has_stem(stem: str) -> bool:
    lexicon = _lexicon()
    return len(stem) > 2 and any(form in lexicon for form in (stem, stem + "e", stem + "al", stem + "ed", stem[:-1]))


# Countries and months whose lower-case form is in the lexicon too.
_NAMES_THAT_ARE_WORDS = frozenset({"china", "turkey", "chad", "guinea", "jordan", "japan", "march", "may"})


# In economic news these stand before nouns; the lexicon, made of general news of 1989, has them as adverbs.
_ADJECTIVES = dict.fromkeys(
    ("outward", "inward", "upstream", "downstream", "inland", "offshore", "online", "offline"), "JJ"
)


@cache
def _lexicon() -> Mapping[str, str]:
    """Brill's lexicon as shipped with textblob: word → commonest tag."""
    found = find_spec("textblob")
    if found is None or not found.submodule_search_locations:
        raise ZhtermError("textblob is not installed", remedy="install zhterm again with its dependencies")
    path = Path(found.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ZhtermError("the tag lexicon cannot be read", path=path, remedy="install textblob again") from error
    lines = (line.split(" ") for line in text.split("\n") if line and not line.startswith(";;;"))
    return {line[0]: line[1] for line in lines if len(line) == 2} | _ADJECTIVES


@cache
def _frequencies() -> Mapping[str, float]:
    """wordfreq's English list: word → share of all words."""
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict("en", wordlist="best")
    return frequencies
