"""A line of a preparation sheet, as every form of it shows it: the term, what to write for it and what not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from termbase.extract.preparation import Preparation, Sighted
from termbase.language.keys import english_key, zh_key
from termbase.model import Origin, Status, Term, Usage

__all__ = ["Entry", "entries"]

_ORDER = tuple(Usage)


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the text with its renderings by usage, best first."""

    sighted: Sighted
    term: Term | None
    """The form of the termbase that stands in the text, else the one to use; None where it has neither."""
    preferred: Term | None
    also: tuple[Term, ...]
    outdated: tuple[Term, ...]
    never: tuple[Term, ...]
    sentence: str
    """The segment in which it stands first."""
    start: int
    end: int

    @property
    def form(self) -> str:
        """What stands in the text, most often."""
        return self.sighted.written[0]

    @property
    def pinyin(self) -> str:
        """Of the Chinese side, whichever that is."""
        sides = (self.term, self.preferred)
        return next((side.pinyin for side in sides if side is not None and side.language.is_chinese), "")

    @property
    def evidence(self) -> str:
        """Where a rendering that nobody has decided on comes from."""
        if self.preferred is None or self.preferred.status is not Status.PROPOSED:
            return ""
        reason = self.preferred.reason
        return f"{self.preferred.origin}: {reason}" if reason else str(Origin(self.preferred.origin))


def entries(preparation: Preparation, sighted: tuple[Sighted, ...]) -> Iterator[Entry]:
    """Some terms of a preparation as the lines of its sheet."""
    chinese = preparation.language.is_chinese
    for one in sighted:
        renderings = [term for term in one.terms(chinese=not chinese) if term.status is not Status.REJECTED]
        renderings.sort(key=lambda term: (_ORDER.index(term.usage), term.status is Status.PROPOSED))
        preferred = one.concept.preferred(chinese=not chinese)
        place = one.places[0]
        yield Entry(
            one,
            _as_written(one, chinese=chinese) or one.concept.preferred(chinese=chinese),
            preferred,
            tuple(term for term in renderings if term is not preferred and term.usage in _ORDER[:2]),
            tuple(term for term in renderings if term.usage is Usage.SUPERSEDED),
            tuple(term for term in renderings if term.usage is Usage.FORBIDDEN),
            preparation.segments[place.sentence],
            place.start,
            place.end,
        )


def _as_written(one: Sighted, *, chinese: bool) -> Term | None:
    """The form that the text has most often, so that the pinyin is that of what one reads."""
    key = zh_key if chinese else english_key
    form = key(one.written[0])
    return next((term for term in one.terms(chinese=chinese) if key(term.text) == form), None)
