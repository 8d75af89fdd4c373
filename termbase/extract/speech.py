"""Whether words in quotation marks are somebody's sentence and no slogan."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.english_tables import word_set

__all__ = ["is_speech"]

_LONGEST_SLOGAN = 10
"""Words; numbered slogans spelled out in English reach nine (seven mountains, one river, and two parts farmland)."""
_LONGEST_UNCLOSED = 5
"""Words of a slogan whose closing mark is missing; a speech that goes on in the next sentence is longer."""
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
        return True
    if text[-1:] in ".?!" and len(words) > _SENTENCE:
        return True
    lower = {word.lower() for word in words}
    if len(words) > 2 and (lower & _SPEAKERS or lower & _BE):
        return True
    if len(words) > 1 and words[0].lower() in _SPEAKERS:
        return True
    return len(words) > _SENTENCE and any(tag in _FINITE for tag in tags[1:])
