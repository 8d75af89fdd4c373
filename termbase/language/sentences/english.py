"""Where an English sentence ends: sentencex, and what it does not know of news from China."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from termbase.language.script import HAN

__all__ = ["english_ends"]

# sentencex never ends a sentence inside quotation marks; a space in their place lets it see the sentences of a
# quotation. An apostrophe inside a word stays. It cannot take lone surrogates, and cuts at every empty line.
_HIDDEN = re.compile(r"[“”„\"«»‘\n\ud800-\udfff]|(?<![^\W_])['’]|['’](?![^\W_])")
_MASK = str.maketrans({"…": "."})
# Also after a stray space: residence. "
_CLOSERS = re.compile(r"[”\"’'»)\]]*(?:\s+(?:”|\"(?=\s|$)))?")

# (By A B, translated by C D.) Next – sentencex never ends a sentence with a bracket either.
_IN_BRACKETS = re.compile(r"(?:^|(?<=[.!?”\"])\s)\s*\([A-Z][^()]*[.!?][”\"]?\)(?=\s+[A-Z“\"(])")

# sentencex takes time in proportion to the square of the Chinese full stops without a space after them (25,000
# characters: 1.7 s), and nothing else; so it is given what stands between them.
_PORTION = re.compile("[^。！？]+[。！？]*|[。！？]+")

# Abbreviations after which sentencex 1.0 ends a sentence.
_BEFORE_NAME = re.compile(r"(?<![^\W_])(?:Ms|Amb|Assoc|Secy|Dir|Ft|Pty)\.$")
_BEFORE_DIGIT = re.compile(
    r"(?<![^\W_])(?:Nos?|Vols?|Arts?|Secs?|Figs?|Chs?|Paras?|Pts?|pp?|approx|ca|cf|est|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"[ap]\.m\.$")
_AFTER_HOUR = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Beijing|[A-Z]{2,4}T|GMT|UTC)(?![a-z])")
_LIST_NUMBER = re.compile(r"\s*[\"“(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
# iPhone and the b) of a list begin a sentence
_LOWER = re.compile(r"[“\"‘'(]?[a-z](?![A-Z)])")
# “Is it so?” Li Qiang asked. But after “It is so.” a sentence begins.
_EXCLAIMED = re.compile(r"[?!][”\"’']+$")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w'’.-]*\s+){1,4}(?:said|says|asked|asks|added|adds|told|cried|replied|wondered|exclaimed)(?!\w)"
)
# Province.(Xinhua – a space was forgotten; but www.Gov.cn, Node.JS and Ph.D.Thesis are not two sentences.
_FORGOTTEN_SPACE = re.compile(r"(?:(?:[a-z]{2}|[\d%)”\"])[.!?]|[。！？])[”\"’')\]]*$")
_FRESH_START = re.compile(rf"[A-Z](?:[a-z]|\s)|[“\"({HAN}]")


def english_ends(text: str) -> Iterator[int]:
    """Offsets at which a sentence of an English paragraph is over, after its closing marks.

    >>> list(english_ends("He said “Go.” See No. 1."))
    [13, 24]
    """
    begin = 0
    bracketed = (match.end() for match in _IN_BRACKETS.finditer(text))
    for end in merge(_candidate_ends(text), bracketed):
        if end > begin and _is_over(text, begin, end):
            yield end
            begin = end


def _candidate_ends(text: str) -> Iterator[int]:
    """Where sentencex ends a sentence, moved back over white space and forward over closing marks."""
    from sentencex import segment  # noqa: TID251 - its home

    masked = _HIDDEN.sub(" ", text).translate(_MASK)
    begin = 0
    for portion in _PORTION.findall(masked):
        for piece in segment("en", portion):
            stripped = begin + len(piece.rstrip())
            begin += len(piece)
            closers = _CLOSERS.match(text, stripped)
            yield closers.end() if closers else stripped


def _is_over(text: str, begin: int, end: int) -> bool:
    """Whether the sentence from `begin` really ends at `end`."""
    before = text[max(begin, end - 20) : end]
    after = text[end : end + 80].lstrip()
    if not after:
        return True
    if len(after) == len(text[end : end + 80]) and not _is_forgotten_space(before, after):
        return False
    return not (
        _LOWER.match(after)
        or _BEFORE_NAME.search(before)
        or (after[0].isdigit() and _BEFORE_DIGIT.search(before))
        or (_HOUR.search(before) and _AFTER_HOUR.match(after))
        or (_EXCLAIMED.search(before) and _SPEAKER.match(after))
        or _LIST_NUMBER.fullmatch(text, begin, end)
    )


def _is_forgotten_space(before: str, after: str) -> bool:
    word = before.rsplit(maxsplit=1)[-1]
    return bool(
        _FORGOTTEN_SPACE.search(before) and _FRESH_START.match(after) and not re.search(r"[@/\\]|www\.", word)
    )
