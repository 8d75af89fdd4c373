"""Which word class an English word has by itself, and whether it is a word at all when it stands in lower case.

The tag lexicon is Brill's (94,000 words, MIT licence), as textblob ships it. The file is read without importing
textblob: that costs 0.5 s, the file 0.05 s, and `textblob.en.tag` itself looks no further than this lexicon and the
endings of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from termbase.errors import ZhtermError
from termbase.language.package_data import package_file

__all__ = ["is_word", "word_class"]

_NUMBER = re.compile(r"[A-Z]{0,3}[$¥€£]?\d[\d.,]*%?$")


@lru_cache(maxsize=30_000)
def word_class(word: str) -> str:
    """The commonest Penn Treebank tag of a word by itself.

    >>> word_class("Hangzhou"), word_class("port"), word_class("digitalizing"), word_class("1.2")
    ('NNP', 'NN', 'VBG', 'CD')
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


@lru_cache(maxsize=30_000)
def is_word(word: str) -> bool:
    """Whether a word is English in lower case too, so that a capital at the start of a sentence makes it no name.

    >>> is_word("Trade"), is_word("Digitalization"), is_word("Tongxiang"), is_word("Chongqing"), is_word("China")
    (True, True, False, False, False)
    """
    lower = word.lower()
    if lower in _NAMES_THAT_ARE_WORDS:
        return False
    if "-" in lower:
        return all(part in _NOUN_PREFIXES or part.isdigit() or is_word(part) for part in lower.split("-") if part)
    lexicon = _lexicon()
    if lower in lexicon:
        return lexicon[lower] != "NNP"
    if lexicon.get(word.capitalize()) == "NNP":
        return False
    return any(lower.endswith(ending) and _has_stem(lower.removesuffix(ending)) for ending in _SUFFIXES)


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
    first, last = word.split("-", maxsplit=1)[0], word.rsplit("-", 1)[-1]
    tagged = word_class(last) if last else "NN"
    if first in _NOUN_PREFIXES and tagged in {"NN", "NNS"}:
        return tagged
    return "JJ"


_NOUN_PREFIXES = frozenset({"sub", "vice", "co", "e", "ex", "micro", "mini", "super", "deputy", "director", "inter"})


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
    path = package_file("textblob", "en/en-lexicon.txt")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ZhtermError("the tag lexicon cannot be read", path=path, remedy="install textblob again") from error
    lines = (line.split(" ") for line in text.split("\n") if line and not line.startswith(";;;"))
    return {line[0]: line[1] for line in lines if len(line) == 2} | _ADJECTIVES
