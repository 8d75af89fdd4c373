"""Whether words in quotation marks are somebody's sentence and no slogan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.extract.english.tables import word_set

__all__ = ["is_speech"]

_LONGEST_SLOGAN = 10
"""Words; numbered slogans spelled out in English reach nine (seven mountains, one river, and two parts farmland)."""
_LONGEST_UNCLOSED = 5
"""Words of a slogan whose closing mark is missing; a speech that goes on in the next sentence is longer."""
_LONGEST_PARALLEL = 24
"""Words of a slogan of several members; the longest of four members of six words."""
_FEWEST_MEMBERS = 2
_SHORT_MEMBER = 4
"""Words, on average, of the members of a list; clauses of a sentence are longer."""
_TOLD = frozenset({"VBZ", "MD"})
"""Tags of a clause; the past tense is none, for the tagger takes `Zhejiang based on` for it."""
_SENTENCE = 4
"""Words up to which a quotation with a full stop or a verb may still be a slogan (Made in China. Go global!)."""
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_BE = word_set("auxiliaries")
_SPEAKERS = word_set("speakers")


def is_speech(words: Sequence[str], tags: Sequence[str], text: str, *, closed: bool) -> bool:
    """Whether a quotation is speech: too long, with an end mark, a finite verb or a speaker.

    `words` are its words without marks, `tags` the Penn tags of all its tokens, `text` the whole of it.

    >>> is_speech(["four", "ports"], ["CD", "NNS"], "four ports", closed=True)
    False
    >>> is_speech("We must go global".split(), ["PRP", "MD", "VB", "JJ"], "We must go global", closed=True)
    True
    """
    if len(words) > (_LONGEST_SLOGAN if closed else _LONGEST_UNCLOSED):
        return not (closed and _is_parallel(words, tags, text))
    if text[-1:] in ".?!" and len(words) > _SENTENCE:
        return True
    lower = {word.lower() for word in words}
    if len(words) > 2 and (lower & _SPEAKERS or lower & _BE):
        return True
    if len(words) > 1 and words[0].lower() in _SPEAKERS:
        return True
    return len(words) > _SENTENCE and any(tag in _FINITE for tag in tags[1:])


def _is_parallel(words: Sequence[str], tags: Sequence[str], text: str) -> bool:
    """Whether a long quotation is a slogan by its build: members of one shape, no speaker, no finite verb.

    >>> from termbase.language.english import tag, tokens
    >>> text = "learning Huzhou by heart, and learning Huzhou by walking through Huzhou"
    >>> cut = tokens(text)
    >>> _is_parallel([token.text for token in cut if token.text != ","], tag(cut), text)
    True
    """
    lower = [word.lower() for word in words]
    if len(words) > _LONGEST_PARALLEL or not _SPEAKERS.isdisjoint(lower) or not _BE.isdisjoint(lower):
        return False
    if any(tag in _TOLD for tag in tags):
        return False
    members = [member.removeprefix("and ").split() for member in re.split(r"[,;] | and (?=\w+(?:ing|ion) )", text)]
    if len(members) < _FEWEST_MEMBERS or not all(members):
        return False
    repeated = 1 in {len({member[end].lower() for member in members}) for end in (0, -1)}
    short = len(members) > _FEWEST_MEMBERS and sum(map(len, members[1:])) <= _SHORT_MEMBER * (len(members) - 1)
    return repeated or short
