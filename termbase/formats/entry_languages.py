"""In which languages the entries of a glossary are, and which of them are passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from termbase.language.tags import side_of

__all__ = ["told_languages"]


def told_languages(entries: Iterable[Set[str]]) -> Iterator[str]:
    """What a person should know of the entries, each given as the tags of its languages; an empty tag is none.

    >>> list(told_languages([{"zh-CN", "en", "de"}, {"fr"}]))[0]
    '2 entries; languages: de (1), en (1), fr (1), zh-CN (1)'
    >>> list(told_languages([{"zh-CN", "en", "de"}, {"fr"}]))[1:]
    ['1 without Chinese and English are passed over', 'terms in de are passed over']
    """
    total, without, tags = 0, 0, Counter[str]()
    beside: set[str] = set()
    for here in entries:
        total += 1
        tags.update(here)
        others = {tag for tag in here if not side_of(tag)}
        without += others == here
        beside |= others if others != here else set()
    # the most frequent first, then by name, those without a name last
    counted = sorted(tags.items(), key=lambda one: (-one[1], not one[0], one[0]))
    languages = ", ".join(f"{tag or 'no language'} ({count})" for tag, count in counted)
    yield f"{total} entries; languages: {languages or 'none'}"
    if without:
        yield f"{without} without Chinese and English are passed over"
    if beside:
        yield f"terms in {', '.join(sorted(tag or 'no language' for tag in beside))} are passed over"
