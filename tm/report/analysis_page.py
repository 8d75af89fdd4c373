"""An analysis on a page: what of each file falls into which band of matches, as a table and a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termbase.formats.pages import render
from tm.memory.analysis import BANDS, Count, total

__all__ = ["analysis_page"]

_LABELS = {
    "repetitions": "Repetitions",
    "context": "Context match",
    "100": "100 %",
    "95-99": "95–99 %",
    "85-94": "85–94 %",
    "75-84": "75–84 %",
    "50-74": "50–74 %",
    "none": "No match",
}


@dataclass(frozen=True, slots=True)
class _Band:
    """A row of a table, and a piece of its picture."""

    number: int
    """Place in the usual order, from 0; it has the colour."""
    label: str
    count: Count
    share: float
    """Of the file's volume, from 0 to 1."""
    start: float
    """Where its piece of the bar begins."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the template needs it."""

    name: str
    bands: list[_Band]
    total: Count
    said: str
    """The picture in words."""


def analysis_page(counted: Sequence[tuple[str, Mapping[str, Count]]]) -> Iterator[str]:
    """The page: for each text, by name, what falls into each band; of several, the last one is all together.

    >>> bands = {"100": Count(2, characters=30), "none": Count(1, characters=10)}
    >>> text = "".join(analysis_page([("港口.zh.txt", bands)]))
    >>> "港口.zh.txt" in text, "75.0&nbsp;%" in text
    (True, True)
    """
    files = [_file(name, bands) for name, bands in counted]
    if len(files) > 1:
        files = [replace(files[-1], name="All files together"), *files[:-1]]
    return render(
        "tm.report",
        "analysis",
        files=files,
        characters=any(file.total.characters for file in files),
        words=any(file.total.words for file in files),
    )


def _file(name: str, bands: Mapping[str, Count]) -> _File:
    """Shares are of characters or words; in a file of both languages a word counts as much as a character."""
    whole = total(bands)
    volume = _volume(whole) or 1
    shown: list[_Band] = []
    start = 0.0
    for number, band in enumerate(BANDS):
        count = bands.get(band, Count())
        share = _volume(count) / volume
        shown.append(_Band(number, _LABELS[band], count, share, start))
        start += share
    said = ", ".join(f"{band.label} {band.share:.1%}" for band in shown if band.share)
    return _File(name, shown, whole, said or "nothing to translate")


def _volume(count: Count) -> int:
    return count.characters + count.words
