"""Which sentences of two texts translate each other.

Dynamic programming over links of up to four sentences, after Gale and Church (1993), with lengths in characters and the
evidence of shared figures, Latin words, marks and, with a lexicon, of words (after Moore 2002 and hunalign).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from math import exp, inf, isqrt, log

from tm.evidence import Rows, Traces, traces
from tm.features import english_features, language_free_features, rendering_features
from tm.model import Link

__all__ = ["align"]

# How often links of so many Chinese and so many English sentences occur, in general rather than in one corpus:
# translators of news and prose split sentences about as often as they join them, and leave out very few.
_SHAPES = {
    (1, 1): log(0.85),
    (1, 2): log(0.06),
    (2, 1): log(0.06),
    (2, 2): log(0.01),
    (1, 3): log(0.01),
    (3, 1): log(0.01),
    (1, 4): log(0.003),
    (4, 1): log(0.003),
    (1, 0): log(0.002),
    (0, 1): log(0.002),
}
_LONGEST = 4

# English characters per Chinese character: the text's own ratio within the bounds of correct news (5th percentile 2.1,
# 95th 5.7). The variance of the English length grows with it; 4 to 11 characters squared a character do alike.
_RATIOS = (2.1, 5.7)
_VARIANCE = 7.0
# How many English characters a Latin letter or digit in a Chinese text stands for, as a part of a Chinese character
_LATIN_SHARE = 0.3

# Half the width of the band around the diagonal, in sentences: enough for the drift of texts in the same order. When
# the best path runs along its edge the band is doubled.
_BAND = 12


def align(
    zh: Sequence[str], en: Sequence[str], *, lexicon: Callable[[str], Iterable[str]] | None = None
) -> list[Link]:
    """The links of two texts, in order; every sentence is in exactly one.

    A sentence without a counterpart has a link with one side empty. `lexicon` gives the English renderings of a Chinese
    word and makes the links much better. The score of a link is the probability that it is right, as far as its own
    sentences tell.

    >>> for link in align(["零跑汽车交付5.2万辆。", "增长了吗？没有。"], ["Leapmotor delivered 52,000 cars.", "A rise?", "No."]):
    ...     print(link.zh_index, link.en_index)
    (0,) (0,)
    (1,) (1, 2)
    """
    path = Path(_lengths(zh, en), *_evidence(zh, en, lexicon))
    half = _BAND + isqrt(max(len(zh), len(en)))
    steps = path.best(half)
    while steps is None:
        half *= 2
        steps = path.best(half)
    return [_link(step) for step in steps]
