"""How near two texts are: typing errors that are forgiven, edits counted, shares in common.

The home of rapidfuzz, which is imported at first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "allowed_errors",
    "common_share",
    "differences",
    "halves",
    "lengths_near",
    "likeness",
    "likenesses",
    "nearest",
    "similarity",
]


def allowed_errors(length: int) -> int:
    """How many errors are forgiven in so many letters or characters: one, from eight on two.

    Eight is where one more error no longer leads to other words more often than to the right one.

    >>> allowed_errors(len("stratgy")), allowed_errors(len("infrastucture"))
    (1, 2)
    """
    return 1 if length < 8 else 2


def lengths_near(length: int, slack: int = 0) -> range:
    """The lengths that a text of this length may have without the errors; `slack` for signs that do not count.

    >>> list(lengths_near(5)), list(lengths_near(2, slack=1))
    ([4, 5, 6], [1, 2, 3, 4])
    """
    allowed = allowed_errors(length)
    return range(max(length - allowed, 1), length + allowed + slack + 1)


def halves(text: str) -> tuple[str, str]:
    """The first half, and the second backwards; one error, even two letters exchanged in the middle, spares one.

    >>> halves("stratgey"), halves("babazanlve")
    (('str', 'yeg'), ('baba', 'evln'))
    """
    size = (len(text) - 1) // 2
    return text[:size], text[: -size - 1 : -1]


def nearest(text: str, choices: Iterable[str]) -> list[str]:
    """Those of the choices that differ by no more errors than are forgiven, nearest first; at most five."""
    from rapidfuzz.distance import OSA  # noqa: TID251 - its home
    from rapidfuzz.process import extract  # noqa: TID251 - its home

    found = extract(text, sorted(set(choices)), scorer=OSA.distance, score_cutoff=allowed_errors(len(text)), limit=5)
    return [choice for choice, _, _ in found]


def similarity(text: str, other: str) -> float:
    """From 0 to 1: one less the share of errors (OSA: letter wrong, missing, needless, or exchanged with the next).

    >>> similarity("一带一路", "一带一跑")
    0.75
    """
    from rapidfuzz.distance import OSA  # noqa: TID251 - its home

    return float(OSA.normalized_similarity(text, other))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """From 0 to 1: one less the edits over the length of the longer (Levenshtein 1966; an exchange is one edit).

    >>> likeness("外汇管理条例", "外汇管制条例"), likeness(["12", "3"], ["12"]), likeness("", "")
    (0.8333333333333334, 0.5, 1.0)
    """
    from rapidfuzz.distance import Levenshtein  # noqa: TID251 - its home

    return float(Levenshtein.normalized_similarity(one, other))


def likenesses(text: str, choices: Sequence[str], minimum: float) -> list[tuple[float, int]]:
    """Likeness and place of those of the choices that have this likeness or more, in no order.

    >>> sorted(likenesses("发展", ["发展", "港口", "展开"], 0.5))
    [(1.0, 0)]
    """
    from rapidfuzz.distance import Levenshtein  # noqa: TID251 - its home
    from rapidfuzz.process import extract  # noqa: TID251 - its home

    found = extract(text, choices, scorer=Levenshtein.normalized_similarity, score_cutoff=minimum, limit=None)
    return [(likeness, place) for _, likeness, place in found]


def differences(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, slice, slice]]:
    """The fewest edits that make the second of the first: replace, delete or insert, and the places in both.

    >>> list(differences("管理条例", "管制条例"))
    [('replace', slice(1, 2, None), slice(1, 2, None))]
    """
    from rapidfuzz.distance import Levenshtein  # noqa: TID251 - its home

    for step in Levenshtein.opcodes(before, after):
        if step.tag != "equal":
            yield step.tag, slice(step.src_start, step.src_end), slice(step.dest_start, step.dest_end)


def common_share(one: str, other: str) -> float:
    """From 0 to 1: the share of letters that stand in both in the same order (the longest common subsequence).

    >>> common_share("vlck", "vlk")
    0.8571428571428572
    """
    from rapidfuzz.distance import Indel  # noqa: TID251 - its home

    return float(Indel.normalized_similarity(one, other))
