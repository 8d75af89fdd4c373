"""Text as the review shows it: what would steer a terminal made visible, the term marked, lines of a given width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content, Span

from termbase.model import Context, Status, Term
from termbase.recognise import Recogniser

__all__ = ["MARKED", "clipped", "context_sides", "hanging", "places", "recogniser", "visible", "wrapped"]

MARKED = "bold underline $accent"
"""The term in a sentence: also without colours it stands out."""

_PICTURES = 0x2400
_REPLACEMENT = "\ufffd"
# What moves the cursor or turns the text about, as in `cli.terminal`; here one character stays one character
_VISIBLE: dict[int, int | str] = {
    **{code: _PICTURES + code for code in range(0x20)},
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " "),
    0x7F: 0x2421,
}
_WIDE = "\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "、。，．：；！？”’）》〉」』】〕…％,.;:!?)"
_OPENING = "“‘（《〈「『【〔("
# What stays on one line: a wide character with the marks around it, or a word with the space after it
_PIECE = re.compile(rf"[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}]+)[{_CLOSING}]*\s*|[{_OPENING}]+\s*|\s+")


def visible(text: str) -> str:
    """The text with a picture for each control character; offsets stay.

    >>> visible("八八\\x1b[31m战略")
    '八八␛[31m战略'
    """
    return text.translate(_VISIBLE)


def places(
    text: str, known: Recogniser, *, chinese: bool, given: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Where the terms stand in the text, none overlapping; the `given` places before those that are recognised.

    >>> from termbase.model import Language
    >>> known = Recogniser([(1, Term(Language.ZH_HANS, "“四千”精神"))])
    >>> places("弘扬四千精神。", known, chinese=True)
    [(2, 6)]
    """
    found = [place for place in given if 0 <= place[0] < place[1] <= len(text)]
    for mention in known.find(text, chinese=chinese):
        if all(mention.end <= start or end <= mention.start for start, end in found):
            found.append((mention.start, mention.end))
    return sorted(found)


def recogniser(terms: Iterable[Term]) -> Recogniser:
    """What finds the forms of one entry."""
    return Recogniser((0, term) for term in terms if term.status is not Status.REJECTED)


def context_sides(context: Context, known: Recogniser) -> list[Content]:
    """The sentence of a context and its translation where there is one, with the terms marked."""
    chinese = context.language.is_chinese
    given = [(context.start, context.end)]
    sides = [_marked(context.sentence, places(context.sentence, known, chinese=chinese, given=given))]
    if context.translation:
        sides.append(_marked(context.translation, places(context.translation, known, chinese=not chinese)))
    return sides


def wrapped(text: str, columns: int) -> list[tuple[int, int]]:
    """Start and end of each line of a visible text: at spaces in English, anywhere in Chinese, closing marks kept.

    >>> text = "推进“八八战略”，Zhejiang"
    >>> [text[start:end] for start, end in wrapped(text, 10)]
    ['推进“八八', '战略”，', 'Zhejiang']
    """
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for piece in _pieces(text, columns):
        size = cell_len(piece.rstrip())
        if used and used + size > columns:
            lines.append((start, end))
            start, used = end, 0
        end += len(piece)
        used += cell_len(piece)
    return [*lines, (start, end)]


def hanging(label: str, content: Content, columns: int, indent: int) -> list[Content]:
    """The content under itself beside its label, in so many columns altogether; few of them leave the label less."""
    indent = min(indent, columns // 3)
    lines = []
    for number, (start, end) in enumerate(wrapped(content.plain, columns - indent)):
        margin = clipped(label, indent - 1) if number == 0 else ""
        space = " " * (indent - cell_len(margin))
        lines.append(Content.assemble((margin, "dim"), space, content[start:end].rstrip()))
    return lines


def clipped(text: str, columns: int) -> str:
    """The text in at most so many columns, with an ellipsis where it is cut; no wide character is halved.

    >>> clipped("八八战略", 8), clipped("八八战略", 6)
    ('八八战略', '八八…')
    """
    if cell_len(text) <= columns:
        return text
    while text and cell_len(text) > columns - 1:
        text = text[:-1]
    return f"{text}…" if columns > 0 else ""


def _pieces(text: str, columns: int) -> Iterable[str]:
    for piece in _PIECE.findall(text):
        rest = piece
        while cell_len(rest.rstrip()) > columns:
            size = max(1, next(size for size in range(1, len(rest) + 1) if cell_len(rest[: size + 1]) > columns))
            yield rest[:size]
            rest = rest[size:]
        if rest:
            yield rest


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> Content:
    return Content(visible(text), [Span(start, end, MARKED) for start, end in marks])
