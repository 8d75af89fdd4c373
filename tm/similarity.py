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
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(key, other))


def nearest_keys(key: str, others: Sequence[str], minimum: float) -> list[tuple[float, int]]:
    """Likeness and place of those of the keys whose likeness is no less than the minimum."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    # a hair less than the minimum, so that rounding loses none that is just as near
    cutoff = max(minimum - 1e-9, 0.0)
    found = extract(key, others, scorer=Levenshtein.normalized_similarity, score_cutoff=cutoff, limit=None)
    return [(likeness, place) for _, likeness, place in found]


def score(query: str, stored: str, likeness: float) -> float:
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
    form = 1.0 if likeness == 1 and not figures and not signs else 0.0
    return round(likeness * (1 - _FIGURES * figures - _MARKS * signs - _FORM * form), 6)


def edits(query: str, stored: str, *, chinese: bool) -> Iterator[Edit]:
    """What must change in the stored segment to make the query of it, by characters in Chinese, by words in English.

    >>> [(edit.kind, edit.stored, edit.query) for edit in edits("外汇管制条例", "外汇管理条例", chinese=True)]
    [('replace', '理', '制')]
    >>> [(edit.kind, edit.stored, edit.query) for edit in edits("the big port", "the port", chinese=False)]
    [('insert', '', 'big ')]
    """
    from rapidfuzz.distance import Levenshtein

    before, after = _pieces(stored, chinese=chinese), _pieces(query, chinese=chinese)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    for step in Levenshtein.opcodes(before, after):
        if step.tag != "equal":
            yield Edit(
                step.tag,
                starts[step.src_start],
                starts[step.src_end],
                "".join(before[step.src_start : step.src_end]),
                "".join(after[step.dest_start : step.dest_end]),
            )


def _pieces(text: str, *, chinese: bool) -> list[str]:
    return list(text) if chinese else _PIECE.findall(text)


def _difference(one: Sequence[str], other: Sequence[str]) -> float:
    """Edits over the length of the longer row; 0 where both are empty."""
    if one == other:
        return 0.0
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_distance(one, other))
