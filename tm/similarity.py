"""How near two segments are: a formula a translator can follow, its signature, and the edits between them.

The content is compared first: the tokens of `tm.keys`, characters in Chinese, words in English, all figures alike.

    content = 1 - edits / tokens of the longer one     (Levenshtein 1966; an exchange is one edit)
    score   = content * (1 - .04 n - .02 m - .01 c)

n is the share of figures that differ in value, m the share of marks (punctuation) that differ, both as edits over the
longer row. c is 1 where content, figures and marks agree and still the texts are not the same: case, width, script,
spaces. So 1 means the same text, .99 the same but for case and the like, and a changed year costs far less than a
changed word. The score is never above the content, which is what the index relies on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termbase.language.nearness import differences, likeness, likenesses
from tm.keys import marks, numbers

__all__ = ["Edit", "content", "edits", "nearest_keys", "score", "signature"]

_FIGURES, _MARKS, _FORM = 0.04, 0.02, 0.01
_VERSION = 1
# a word or a mark with the space behind it, so that the pieces make up the whole text
_PIECE = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the stored segment and what stands in its place in the query; either may be empty."""

    kind: str
    """replace, delete (only in the stored segment) or insert (only in the query)."""
    start: int
    """Offset in the stored segment, in characters."""
    end: int
    stored: str
    query: str


def signature(*, chinese: bool) -> str:
    """What made a score: the program, what is compared, the version of the formula.

    >>> signature(chinese=True), signature(chinese=False)
    ('zhterm:zh-char:1', 'zhterm:en-word:1')
    """
    return f"zhterm:{'zh-char' if chinese else 'en-word'}:{_VERSION}"


def content(key: str, other: str) -> float:
    """The likeness of two keys, from 0 to 1.

    >>> content("外汇管理条例", "外汇管制条例"), content("", "")
    (0.8333333333333334, 1.0)
    """
    return likeness(key, other)


def nearest_keys(key: str, others: Sequence[str], minimum: float) -> list[tuple[float, int]]:
    """Likeness and place of those of the keys whose likeness is no less than the minimum."""
    # a hair less than the minimum, so that rounding loses none that is just as near
    return likenesses(key, others, max(minimum - 1e-9, 0.0))


def score(query: str, stored: str, alike: float) -> float:
    """The score of two texts whose keys have this likeness.

    >>> score("2024年增长3%。", "2023年增长3%。", 1.0), score("ＧＤＰ增长", "gdp增长", 1.0)
    (0.98, 0.99)
    >>> score("增长。", "增长。", 1.0), score("增长", "增长。", 1.0)
    (1.0, 0.98)
    """
    if query == stored:
        return 1.0
    figures = _difference(numbers(query), numbers(stored))
    signs = _difference(marks(query), marks(stored))
    form = 1.0 if alike == 1 and not figures and not signs else 0.0
    return round(alike * (1 - _FIGURES * figures - _MARKS * signs - _FORM * form), 6)


def edits(query: str, stored: str, *, chinese: bool) -> Iterator[Edit]:
    """What must change in the stored segment to make the query of it, by characters in Chinese, by words in English.

    >>> [(edit.kind, edit.stored, edit.query) for edit in edits("外汇管制条例", "外汇管理条例", chinese=True)]
    [('replace', '理', '制')]
    >>> [(edit.kind, edit.stored, edit.query) for edit in edits("the big port", "the port", chinese=False)]
    [('insert', '', 'big ')]
    """
    before, after = _pieces(stored, chinese=chinese), _pieces(query, chinese=chinese)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    for kind, there, here in differences(before, after):
        yield Edit(kind, starts[there.start], starts[there.stop], "".join(before[there]), "".join(after[here]))


def _pieces(text: str, *, chinese: bool) -> list[str]:
    return list(text) if chinese else _PIECE.findall(text)


def _difference(one: Sequence[str], other: Sequence[str]) -> float:
    """Edits over the length of the longer row; 0 where both are empty."""
    return 0.0 if one == other else 1 - likeness(one, other)
