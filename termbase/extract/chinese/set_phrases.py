"""Set phrases of policy without quotation marks, whose words alone are verbs or say little: 走出去, 引进来."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.tables import word_list
from termbase.extract.chinese.words import WordedSentence
from termbase.model import ConceptType

__all__ = ["set_phrases"]

_WEIGHT = 0.7
"""As sure as a slogan by its build; a verb phrase may be meant literally (他走出去了), but not often in news."""
_LITERAL = re.compile("[了过着]|的时候")
"""What follows a verb that is meant literally."""


def set_phrases(sentence: WordedSentence) -> Iterator[Found]:
    """The set phrases of one sentence, the longest at each place.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> texts = ["坚持走出去和引进来相结合，他走出去了", "绿水青山就是金山银山"]
    >>> [found.text for text in texts for found in set_phrases(worded(Sentence(text, 0, 0)))]
    ['走出去', '引进来', '绿水青山就是金山银山']
    """
    for match in _phrases().finditer(sentence.text):
        if not _LITERAL.match(sentence.text, match.end()):
            yield Found(
                match[0],
                sentence.position,
                *match.span(),
                ConceptType.POLICY_PHRASE,
                _WEIGHT,
                "a set phrase of policy",
            )


@functools.cache
def _phrases() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(text) for text in sorted(word_list("policy_phrases"), key=len, reverse=True))
    )
