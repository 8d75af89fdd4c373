"""Two values that belong together and differ, as checks of numbers, units and dates tell it."""

from __future__ import annotations

from termbase.language.numbers.matching import Pair
from tm.checks.model import Remark, between
from tm.checks.passage import Passage

__all__ = ["difference"]


def difference(passage: Passage, pair: Pair) -> Remark:
    """The remark on a pair of the passage's figures, at both places."""
    source, target = pair.source, pair.target
    said = f"{source.text} and {target.text} differ: {pair.agreement.difference}"
    return between(passage, (source.start, source.end), (target.start, target.end), said)
