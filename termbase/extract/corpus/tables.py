"""The tables of the corpus mode: words that do more in a term than the general dictionary says."""

from __future__ import annotations

import functools
from importlib.resources import files

__all__ = ["word_list"]


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list: `attributes`, `nouns` or `tails`.

    >>> "长期" in word_list("attributes"), "港元" in word_list("nouns"), "册" in word_list("tails")
    (True, True, True)
    """
    text = files("termbase.extract.corpus").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())
