"""Plain texts fixed: between the white space and the line ends of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import ClassVar

from termbase.errors import InputError
from termbase.language.documents.lines import clean
from termbase.language.encodings import decode
from tm.fixing.edits import Edit, patches_of
from tm.fixing.fixable import Target
from tm.formats.exact import decoded_exactly, is_encodable
from tm.formats.laid import Laid, Spot, Writing
from tm.formats.patching import Patch, spliced

__all__ = ["TextFile"]


class TextFile:
    """A plain text of which each segment is a sentence, or several in a row."""

    in_bytes: ClassVar[bool] = False

    def __init__(self, path: Path, segments: Sequence[str]) -> None:
        """Take a file and the texts that were read from it, in order."""
        self._path = path
        self._segments = segments
        self._codec, self._text = "utf-8", ""

    def targets(self) -> Iterator[Target]:
        """The segments; raises InputError where they are not those of the file."""
        data = self._path.read_bytes()
        self._codec, self._text = decoded_exactly(data, decode(data, self._path), self._path)
        places = _signs(self._text)
        for number, text in enumerate(self._segments, start=1):
            spots = [next(places, ("", -1)) for sign in text if not sign.isspace()]
            if "".join(sign for sign, _ in spots) != "".join(text.split()):
                raise InputError("is not what was checked", path=self._path, remedy="check it again")
            yield Target(number, number, self._maker(text, [place for _, place in spots]))

    def copied(self, patches: Iterable[Patch]) -> Iterator[bytes]:
        """The file with the changes, in its own encoding."""
        changes = list(patches)
        return (piece.encode(self._codec) for piece in spliced([self._text], changes, str))

    def _maker(self, text: str, places: Sequence[int]) -> Callable[[Sequence[Edit]], tuple[list[Patch], int]]:
        def written(new: str, _: Writing) -> str | None:
            return new if is_encodable(new, self._codec) else None

        return lambda edits: patches_of(edits, _laid(text, places, self._text), written)


def _laid(text: str, places: Sequence[int], whole: str) -> Laid:
    r"""A segment with its places when those of its characters other than white space are known.

    White space of a segment stands for what is between its neighbours in the file. Where that is a line end, or
    anything of another length, it stays as it is: lines may be paragraphs.

    >>> [spot.start for spot in _laid("a b", [4, 7], "....a  b").spots]
    [4, 5, 7]
    >>> [spot.writing.value for spot in _laid("a b", [0, 2], "a\nb").spots]
    ['usual', 'fixed', 'usual']
    """
    spots: list[Spot] = []
    following = list(places)
    after = 0
    for is_space, some in groupby(text, str.isspace):
        length = len(list(some))
        if is_space:
            spots += _of_spaces(length, following[after - 1] + 1, following[after], whole)
            continue
        spots += [Spot(place, place + 1) for place in following[after : after + length]]
        after += length
    return Laid(text, spots)


def _of_spaces(length: int, start: int, end: int, whole: str) -> list[Spot]:
    if "\n" in whole[start:end] or "\r" in whole[start:end] or length not in (1, end - start):
        return [Spot(start, end, Writing.FIXED)] * length
    borders = [start, *range(start + 1, start + length), end]
    return [Spot(*span) for span in pairwise(borders)]


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """The characters other than white space with their offsets, without those that no text is read with."""
    return ((sign, place) for place, sign in enumerate(text) if not sign.isspace() and clean(sign) == sign)
