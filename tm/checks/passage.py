"""A segment with what its checks ask about it, each thing found out once and only when asked."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from termbase.language.english import Token, tokens
from termbase.language.numbers import values
from termbase.language.numbers.matching import Matching, match
from termbase.language.words import cut
from termbase.recognise import Mention
from tm.checks.standing import TextWords
from tm.checks.terms import Terms
from tm.model import Segment

__all__ = ["Passage"]


class Passage:
    """A segment under inspection: its Chinese and its English side, whichever of them is the source.

    >>> from tm.checks.terms import Terms
    >>> seen = Passage(Segment("浙江省", "Zhejiang", "a.tsv", 1), Terms([]), chinese_source=True)
    >>> seen.zh, seen.en, [token.text for token in seen.words]
    ('浙江省', 'Zhejiang', ['Zhejiang'])
    """

    def __init__(self, segment: Segment, terms: Terms, *, chinese_source: bool) -> None:
        """Take a segment and the terms of the job."""
        self.segment = segment
        self.chinese_source = chinese_source
        self.zh, self.en = (segment.source, segment.target) if chinese_source else (segment.target, segment.source)
        self._terms = terms

    @cached_property
    def words(self) -> list[Token]:
        """The words and marks of the English."""
        return tokens(self.en)

    @cached_property
    def en_words(self) -> TextWords:
        """The words of the English, folded: case, hyphens, possessive and plural put aside."""
        return TextWords(self.en)

    @cached_property
    def zh_borders(self) -> frozenset[int]:
        """The offsets in the Chinese at which a word begins or ends, as the cutter has it."""
        return frozenset(accumulate(map(len, cut(self.zh)), initial=0))

    @cached_property
    def zh_mentions(self) -> list[Mention]:
        """The known terms in the Chinese: the longest at each place, leftmost first."""
        return self._terms.find(self.zh, chinese=True)

    @cached_property
    def en_mentions(self) -> list[Mention]:
        """The known terms in the English: the longest at each place, leftmost first."""
        return self._terms.find(self.en, chinese=False)

    @cached_property
    def figures(self) -> Matching:
        """The numbers and dates of source and target: which belong together, and which stand alone."""
        chinese = self.chinese_source
        return match(values(self.segment.source, chinese=chinese), values(self.segment.target, chinese=not chinese))
