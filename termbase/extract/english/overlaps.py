"""Which places stay when two finders saw the same words: one reading of each place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from termbase.extract.english.paraphrased import IN_RUNNING_TEXT, KNOWN
from termbase.extract.english.span import Span
from termbase.language.english_classes import is_word
from termbase.model import ConceptType

__all__ = ["without_covered"]

_QUOTED = "in quotation marks"
"""How the reason of a quoted term begins."""
_VAGUE = frozenset({ConceptType.OTHER, ConceptType.ABBREVIATION})


def without_covered(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that another reading of the same words makes idle.

    Of two spans at one place the surer one stays, with the type that either knows. English words with capitals inside
    a quoted slogan are no name by themselves, a span that is cut by a quoted one goes, and an abbreviation that is
    only a word of a longer name is not counted apart.
    """
    by_sentence: defaultdict[int, dict[tuple[int, int], Span]] = defaultdict(dict)
    for span in spans:
        places = by_sentence[span.sentence]
        other = places.get((span.start, span.end))
        places[span.start, span.end] = span if other is None else _surer(span, other)
    return [span for places in by_sentence.values() for span in _kept(list(places.values()))]


def _surer(one: Span, other: Span) -> Span:
    best, rest = (one, other) if one.weight >= other.weight else (other, one)
    kind = rest.type if best.type in _VAGUE and rest.type is not ConceptType.OTHER else best.type
    reason = rest.reason if rest.reason.startswith(_QUOTED) else best.reason
    return replace(best, type=kind, full=best.full or rest.full, name=best.name or rest.name, reason=reason)


def _kept(spans: list[Span]) -> Iterator[Span]:
    quoted = _Cover([span for span in spans if span.reason.startswith(_QUOTED)])
    names = _Cover([span for span in spans if span.name and " " in span.text])
    slogans = _Cover([span for span in spans if span.reason == KNOWN])
    for span in spans:
        if slogans.any(span, _is_inside_slogan) or (span.reason == KNOWN and names.any(span, _is_inside)):
            continue
        if not quoted.any(span, _is_idle) and not names.any(span, _belongs):
            yield span


class _Cover:
    """Spans of one sentence in order, so that those that touch a place are found without looking at all."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in spans), default=0)

    def any(self, span: Span, rule: Callable[[Span, Span], bool]) -> bool:
        """Whether the rule holds between the span and one of those that touch it."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        return any(rule(span, other) for other in self._spans[first:last] if other is not span)


def _is_inside(span: Span, longer: Span) -> bool:
    return longer.start <= span.start and span.end <= longer.end and len(span.text) < len(longer.text)


def _is_inside_slogan(span: Span, slogan: Span) -> bool:
    return _is_inside(span, slogan) and not span.name


def _is_idle(span: Span, quoted: Span) -> bool:
    if span.reason.startswith(_QUOTED) or span.end <= quoted.start or quoted.end <= span.start:
        return False
    if quoted.start <= span.start and span.end <= quoted.end:
        return (span.name or span.reason in IN_RUNNING_TEXT) and all(
            is_word(word) or not word[0].isalpha() for word in span.text.split()
        )
    return not (span.start <= quoted.start and quoted.end <= span.end)


def _belongs(span: Span, name: Span) -> bool:
    """Whether an abbreviation is only a word of a longer name (Jinyi Pilot FTZ); after `the` it is a name."""
    if span.type is not ConceptType.ABBREVIATION or span.full:
        return False
    inside = name.start <= span.start and span.end <= name.end
    return inside and not name.text[: span.start - name.start].endswith("the ")
