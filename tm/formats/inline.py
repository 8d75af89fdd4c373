"""A segment as text and inline codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

__all__ = ["Code", "Inline", "codes_of", "joined", "text_of"]


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code: a formatting, a picture, a break … that the translation must have as well."""

    kind: str
    """open, close or alone."""
    key: str
    """What it is called in both languages; an opening code and its closing one are called the same."""
    xml: str
    """As it is written; of an element with text in it the start tag or the end tag."""
    type: str = ""
    """What the file tells of it: bold, image, or the native code; may be empty."""


Inline = Sequence[str | Code]
"""Texts and codes in order."""


def joined(pieces: Iterable[str | Code]) -> Inline:
    """The same with neighbouring texts made one.

    >>> joined(["义", "乌"])
    ('义乌',)
    """
    whole: list[str | Code] = []
    for is_text, some in groupby(pieces, lambda piece: isinstance(piece, str)):
        found = list(some)
        whole += ["".join(map(str, found))] if is_text else found
    return tuple(whole)


def text_of(inline: Inline) -> str:
    """The text without the codes.

    >>> text_of(["义乌", Code("alone", "", "<x id='1'/>"), "市场"])
    '义乌市场'
    """
    return "".join(piece for piece in inline if isinstance(piece, str))


def codes_of(inline: Inline) -> tuple[Code, ...]:
    """The codes without the text."""
    return tuple(piece for piece in inline if isinstance(piece, Code))
