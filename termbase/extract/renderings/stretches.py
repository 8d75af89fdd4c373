"""Which stretches of an English segment may render a Chinese term that stands in the other, and how well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from math import log
from typing import NamedTuple

from termbase.extract.renderings.grid import Grid, Shares
from termbase.extract.renderings.neighbours import Neighbours
from termbase.extract.renderings.sound import foreign_likeness
from termbase.extract.renderings.term_facts import TermFacts
from termbase.extract.renderings.weights import EDGE, FIRST, LAST, MARKED, WHOLE, WORD
from termbase.language.keys import english_key, pinyin_letters, zh_key

__all__ = ["Stretch", "Stretches"]

_LONGEST = 10
"""Words of the longest stretch; one term in two hundred of the fitting years is longer."""
_ANCHORS = 6
"""Words at which a stretch may be held: the ones most linked to the term."""
_ANCHOR_SHARE = 0.3
_REACH = 6
"""Words that a stretch may begin before an anchor."""
_LETTERS_PER_CHARACTER = 3.0
"""English letters for a Chinese character in the terms of the fitting years."""
_LINKING = frozenset(("of", "and", "for", "on", "the", "&", "in", "to"))
_BRACKETED = re.compile(r"\s*[（(]([A-Za-z][\w\-/&' ]*)[)）]")
_LEAST_FOREIGN = 0.6


class Stretch(NamedTuple):
    """Words of an English segment, from first to last, and how well they render a term (nats, no fixed zero)."""

    first: int
    last: int
    score: float


class Stretches:
    """The stretches of one pair of segments: what does not depend on the term is computed once."""

    def __init__(self, grid: Grid, neighbours: Neighbours, wanted: Collection[tuple[int, int]] = ()) -> None:
        """`wanted` are character spans of the English segment that were found to be terms by themselves."""
        self.grid = grid
        self._wanted = frozenset(wanted)
        words = grid.english.words
        self._cohesion = [
            neighbours.cohesion(word.text, after.text) for word, after in zip(words, words[1:], strict=False)
        ]
        self._cohesion.append(0.0)
        self._left = [self._left_edge(number) for number in range(len(words))]
        self._right = [self._right_edge(number) for number in range(len(words))]
        self._inner = [self._inner_weight(number) for number in range(len(words))]
        self._glosses = _glosses(grid.english.text)

    def of(self, facts: TermFacts, start: int, shown: Mapping[str, float]) -> list[Stretch]:
        """The stretches that may render a term which stands at a place of the Chinese segment.

        `shown` are the English stems that stand where the term does rather than elsewhere, with weights.
        """
        shares = self.grid.shares(start, start + len(facts.text))
        if shares is None:
            return []
        return _Scoring(self, facts, start, shares, self._shown(shown)).stretches()

    def _shown(self, shown: Mapping[str, float]) -> list[float]:
        if not shown:
            return [0.0] * len(self._left)
        return [
            sum(shown.get(stem, 0.0) for stem in word.stems) / len(word.stems) if word.stems else 0.0
            for word in self.grid.english.words
        ]

    def _left_edge(self, number: int) -> float:
        words = self.grid.english.words
        weight = FIRST.get(words[number].kind, 0.0)
        if not self.open_before(number):
            return weight
        before = words[number - 1]
        weight += EDGE["cohesion"][0] * self._cohesion[number - 1]
        if before.empty:
            if before.text in _LINKING and number > 1:
                weight += EDGE["capital beyond"][0] * (words[number - 2].capital and words[number].capital)
            return weight
        weight += EDGE["beside"][0] + EDGE["capital beside"][0] * (before.capital and words[number].capital)
        weight += EDGE["adjective beside"][0] * (before.kind in ("adjective", "participle"))
        return weight + EDGE["noun beside"][0] * (before.kind == "noun")

    def _right_edge(self, number: int) -> float:
        words = self.grid.english.words
        weight = LAST.get(words[number].kind, 0.0)
        if not self.open_after(number):
            return weight
        after = words[number + 1]
        weight += EDGE["cohesion"][1] * self._cohesion[number]
        if after.empty:
            if after.text in _LINKING and number + 2 < len(words):
                weight += EDGE["capital beyond"][1] * (words[number + 2].capital and words[number].capital)
            return weight
        weight += EDGE["beside"][1] + EDGE["capital beside"][1] * (after.capital and words[number].capital)
        return weight + EDGE["noun beside"][1] * (after.kind == "noun")

    def _inner_weight(self, number: int) -> float:
        """What a word weighs within a stretch that began before it, whatever the term."""
        word, before = self.grid.english.words[number], self.grid.english.words[number - 1]
        comma = WORD["comma"] * before.comma
        if word.empty:
            return comma + WORD.get(word.kind, WORD["function"])
        return comma + WORD["verb"] * (word.kind in ("verb", "past"))

    def open_before(self, number: int) -> bool:
        """Whether the stretch could have begun a word earlier."""
        english = self.grid.english
        return number > 0 and not english.ends[number - 1] and not english.words[number - 1].comma

    def open_after(self, number: int) -> bool:
        """Whether the stretch could go on for another word."""
        english = self.grid.english
        return number + 1 < len(english.words) and not english.ends[number] and not english.words[number].comma


class _Scoring:
    """The stretches of one term at one place."""

    def __init__(
        self, of_pair: Stretches, facts: TermFacts, start: int, shares: Shares, shown: list[float]
    ) -> None:
        self._pair = of_pair
        self._facts = facts
        self._shares = shares
        self._shown = shown
        zh = of_pair.grid.zh
        end = start + len(facts.text)
        self._place = (start + end) / 2 / len(zh)
        self._quoted = start > 0 and zh[start - 1] in "「“《‘『"
        bracketed = _BRACKETED.match(zh, end)
        self._short_form = bracketed[1].lower() if bracketed else ""
        self._everything = sum(shares.inside) or 1.0

    def stretches(self) -> list[Stretch]:
        pull = [sum(values) for values in zip(self._shares.inside, self._shares.taken, self._shown, strict=True)]
        if not any(self._shares.inside):
            return []
        least = _ANCHOR_SHARE * max(pull)
        anchors = sorted((number for number, value in enumerate(pull) if value >= least), key=lambda n: -pull[n])
        anchors = anchors[:_ANCHORS]
        starts = sorted({first for anchor in anchors for first in range(max(0, anchor - _REACH), anchor + 1)})
        self._edges()
        held = frozenset(anchors)
        return [stretch for first in starts for stretch in self._from(first, held)]

    def _edges(self) -> None:
        """Sums of the words' weights, and the weights of both edges of each word."""
        shares, shown, pair = self._shares, self._shown, self._pair
        all_, size = self._everything, len(self._shown)
        words = pair.grid.english.words
        self._own = [
            WORD["inside"] * inside
            + WORD["outside"] * outside
            + WORD["nothing"] * nothing
            + WORD["taken"] * taken
            + WORD["share of all"] * inside / all_
            + WORD["shown"] * shown_
            for inside, outside, nothing, taken, shown_ in zip(*shares, shown, strict=True)
        ]
        at_end = EDGE["inside at the end"]
        self._left = [pair._left[n] + at_end[0] * shares.inside[n] + self._beside(n, -1, 0) for n in range(size)]
        self._right = [pair._right[n] + at_end[1] * shares.inside[n] + self._beside(n, 1, 1) for n in range(size)]
        self._content = [not word.empty for word in words]

    def _beside(self, number: int, step: int, side: int) -> float:
        pair = self._pair
        if not (pair.open_before(number) if step < 0 else pair.open_after(number)):
            return 0.0
        beside, beyond = number + step, number + 2 * step
        words, shares = pair.grid.english.words, self._shares
        if not words[beside].empty:
            return (
                EDGE["inside beside"][side] * shares.inside[beside]
                + EDGE["nothing beside"][side] * shares.nothing[beside]
                + EDGE["outside beside"][side] * shares.outside[beside]
                + EDGE["shown beside"][side] * self._shown[beside]
            )
        if words[beside].text in _LINKING and 0 <= beyond < len(words):
            return EDGE["inside beyond"][side] * shares.inside[beyond]
        return 0.0

    def _from(self, first: int, anchors: frozenset[int]) -> Iterator[Stretch]:
        """The stretches that begin at a word."""
        pair, english = self._pair, self._pair.grid.english
        words = english.words
        if words[first].empty:
            return
        inside, shown, taken = self._shares.inside, self._shown, self._shares.taken
        score = self._left[first]
        sum_inside = sum_taken = sum_shown = 0.0
        least_inside = least_shown = cohesion = 1.0
        count = opened = 0
        held, name = False, True
        for last in range(first, min(len(words), first + _LONGEST)):
            word = words[last]
            if last > first:
                if english.ends[last - 1]:
                    return
                score += pair._inner[last]
                opened += word.opened
                cohesion = min(cohesion, pair._cohesion[last - 1])
            held = held or last in anchors
            if not word.empty:
                count += 1
                score += self._own[last]
                sum_inside += inside[last]
                sum_taken += taken[last]
                sum_shown += shown[last]
                least_inside = min(least_inside, inside[last])
                least_shown = min(least_shown, shown[last])
                name = name and word.capital
            closes = opened > 0 and opened == word.closed and word.shuts
            if held and not word.empty and (not opened or closes):
                traits = (
                    WHOLE["taken squared"] * sum_taken * sum_taken
                    + WHOLE["least cohesion"] * cohesion
                    + WHOLE["mean inside"] * sum_inside / count
                    + WHOLE["least inside"] * least_inside
                    + WHOLE["mean shown"] * sum_shown / count
                    + WHOLE["least shown"] * least_shown * bool(shown)
                    + WHOLE["closes bracket"] * closes
                    + (WHOLE["one word"] if last == first else 0.0)
                )
                if name:
                    traits += WHOLE["name"] + self._name_edges(first, last)
                yield Stretch(first, last, score + self._right[last] + traits + self._as_text(first, last, count, name))
            opened -= word.closed
            if opened < 0:
                return

    def _name_edges(self, first: int, last: int) -> float:
        pair, words = self._pair, self._pair.grid.english.words
        weight = 0.0
        if pair.open_before(first) and not words[first - 1].empty and words[first - 1].capital:
            weight += EDGE["capital beside a name"][0]
        if pair.open_after(last) and not words[last + 1].empty and words[last + 1].capital:
            weight += EDGE["capital beside a name"][1]
        return weight

    def _as_text(self, first: int, last: int, count: int, name: bool) -> float:
        """Traits of the stretch that show in its text."""
        pair, facts = self._pair, self._facts
        english = pair.grid.english
        start, end = english.span(first, last)
        text = english.text[start:end]
        weight = WHOLE["longer"] * max(0, count - facts.size) + WHOLE["shorter"] * max(0, facts.size - count)
        weight += WHOLE["length"] * abs(log((end - start) / (len(facts.text) * _LETTERS_PER_CHARACTER)))
        weight += WHOLE["place"] * abs((first + last + 1) / 2 / len(english.words) - self._place)
        if last - first + 1 in facts.words_in_renderings and english_key(text) in facts.renderings:
            weight += WHOLE["in dictionary"]
        if facts.sound and text[0].lower() == facts.sound[0] and pinyin_letters(text) == facts.sound:
            weight += WHOLE["spelt"]
        if facts.has_latin and text.isupper():
            weight += WHOLE["capitals alike"]
        if self._quoted and start and english.text[start - 1] in "“\"" and english.text[end : end + 1] in ("”", '"'):
            weight += WHOLE["quoted alike"]
        if (start, end) in pair._wanted:
            weight += MARKED["candidate"]
        if name and facts.skeleton:
            alike = foreign_likeness(facts.skeleton, text)
            weight += MARKED["sounds foreign"] * alike * (alike >= _LEAST_FOREIGN)
        return weight + self._by_brackets(first, last, start, end)

    def _by_brackets(self, first: int, last: int, start: int, end: int) -> float:
        """A gloss or a short form in brackets beside the stretch."""
        pair, words = self._pair, self._pair.grid.english.words
        weight = 0.0
        if self._short_form and last + 1 < len(words) and words[last + 1].opened:
            weight += WHOLE["bracketed short form"] * (words[last + 1].text == self._short_form)
        gloss = pair._glosses.get(start, "") or pair._glosses.get(-end, "")
        if gloss and zh_key(gloss) == zh_key(self._facts.text):
            weight += MARKED["glossed"]
        return weight


_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_GLOSS_BEHIND = re.compile(rf"[”\"’']?\s*[(（]\s*[“‘\"《]?({_HAN}[^()（）]*?)[”’\"》]?\s*[)）]")
_GLOSS_BEFORE = re.compile(rf"({_HAN}+)[”’\"》]?\s*[(（]\s*[“‘\"]?(?=[A-Za-z])")


def _glosses(text: str) -> dict[int, str]:
    """Chinese in brackets: by minus the end of the English before it; before brackets: by the start of the English.

    >>> _glosses("Yixinou (义新欧) and 四港 (four ports)")
    {-7: '义新欧', 25: '四港'}
    """
    if text.isascii() or not re.search(_HAN, text):
        return {}
    found = {-match.start(): match[1] for match in _GLOSS_BEHIND.finditer(text)}
    found.update((match.end(), match[1]) for match in _GLOSS_BEFORE.finditer(text))
    return found
