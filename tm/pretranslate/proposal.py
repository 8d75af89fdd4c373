"""What the memory proposes for a segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from termbase.language.tags import side_of
from tm.formats.inline import Inline, text_of
from tm.formats.tmx_codes import inline_of_markup
from tm.memory.cleaning import in_wrong_script
from tm.memory.origin import origin_of
from tm.memory.reading import MemoryReader
from tm.memory.search import Match, search
from tm.pretranslate.placing import placed
from tm.similarity import signature

__all__ = ["Query", "proposals"]

# More than one, since the best one may have codes that cannot be placed
_TRIED = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to be translated, with the texts around it."""

    source: Inline
    target_language: str
    chinese: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A translation to be filled in."""

    inline: Inline
    """With the codes and the outer white space of the segment."""
    score: float
    kind: str
    """context, exact, number or fuzzy, as `tm search` says it."""
    is_exact: bool
    """Whether it can stand without a look: the same text and script, codes in their places, nothing in doubt."""
    stored_source: str
    stored_target: str
    origin: str
    signature: str

    @property
    def percent(self) -> int:
        """The score in per cent, rounded down, so that only the same text has a hundred."""
        return int(100 * self.score + 1e-9)

    @property
    def qualifier(self) -> str:
        """What it is called in XLIFF 1.2: exact-match or fuzzy-match."""
        return "exact-match" if self.is_exact else "fuzzy-match"


def proposals(memory: MemoryReader, query: Query, minimum: float) -> Iterator[Proposal | None]:
    """The matches that can be filled in, best first; None for one whose codes cannot be placed.

    A match in which only figures differ comes with the figures of the segment, where each has its place.
    """
    text = text_of(query.source).strip()
    if not text:
        return
    around = {"before": query.before, "after": query.after}
    for match in search(memory, text, minimum=minimum, limit=_TRIED, chinese=query.chinese, **around):
        yield _proposal(query, match)


def _proposal(query: Query, match: Match) -> Proposal | None:
    unit = match.unit
    sides = ((unit.zh_markup, unit.zh), (unit.en_markup, unit.en))
    source, target = (
        inline_of_markup(markup) if markup else (text,) for markup, text in (sides if match.chinese else sides[::-1])
    )
    found = placed(query.source, source, target, lambda text: _adapted(text, query, match))
    if found is None:
        return None
    exact = match.kind in {"exact", "context"} and found.sure and not _is_doubtful(match, query.target_language)
    return Proposal(
        found.inline,
        match.score,
        match.kind,
        exact,
        match.source,
        match.target,
        origin_of(unit),
        signature(chinese=match.chinese),
    )


def _adapted(text: str, query: Query, match: Match) -> str:
    from tm.figures import adapted

    return (adapted(text_of(query.source).strip(), match.source, text) if match.kind == "number" else "") or text


def _is_doubtful(match: Match, language: str) -> bool:
    """Whether somebody should look: the alignment was marked for review, or the script is not that of the file."""
    for_review = any(name.removeprefix("x-") == "review" for name, _ in match.unit.properties)
    return for_review or (side_of(language).startswith("zh") and in_wrong_script(match.target, language))
