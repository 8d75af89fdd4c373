"""PDF files: the text of the pages, put together again as paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

from termbase.errors import InputError
from termbase.language.documents.lines import clean, joined, paragraphs_of
from termbase.language.documents.silence import silence
from termbase.language.script import HAN

__all__ = ["read"]

# Fonts of Chinese PDFs map common characters to radicals (⼀ for 一), Latin fonts to ligatures (ﬁ).
_COMPATIBLE = re.compile("[\u2e80-\u2fd5\ufb00-\ufb06]")
_SPACED_HAN = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
_HAN_PAIR = re.compile(f"[{HAN}](?=[{HAN}])")

_PAGE_NUMBER = re.compile(
    r"[-–—·•\s]*(?:第\s*)?(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?"
    r"(?:\s*(?:/|of|共|，共)\s*\d{1,4}(?:\s*页)?)?[-–—·•\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# A line at the edge of this many pages and more is a running head; two may be chance.
_REPEATED = 3

# Letters are of unlike width: of 2,604 full lines of news set in Times, the shortest has 0.81 of the usual number.
_SLACK = 0.2

_BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")
_DIVIDED = re.compile(r"[^\W\d_]+-\n\w+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def read(data: bytes, path: Path) -> tuple[list[str], str]:
    """The paragraphs of a PDF file without page numbers and running heads; the file names no date of the text."""
    pages = [[_repaired(line) for line in clean(page).split("\n") if line.strip()] for page in _pages(data, path)]
    if pages and not any(pages):
        what = "has no text, only pictures of it" if pages else "has no pages"
        raise InputError(what, path=path, remedy="run text recognition (OCR) on it first")
    heads = _running_heads(pages)
    lines = [line for page in pages for line in _without_edges(page, heads)]
    vocabulary = _vocabulary(lines)
    return paragraphs_of(
        lines, slack=_SLACK, wrapped=True, join=lambda left, right: _rejoined(left, right, vocabulary)
    ), ""


def _pages(data: bytes, path: Path) -> list[str]:
    """The text of each page, by lines."""
    from pypdf import PdfReader  # noqa: TID251 - its home
    from pypdf.errors import PyPdfError  # noqa: TID251 - its home

    with silence():
        try:
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError("needs a password", path=path, remedy="save it without one")
            return [page.extract_text() for page in reader.pages]
        except (
            PyPdfError,
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            ArithmeticError,
            RecursionError,
        ) as error:
            what = "not a PDF file, or a damaged one"
            raise InputError(what, path=path, remedy="save or print it to PDF again") from error


def _repaired(line: str) -> str:
    """A line with plain characters, and without the spaces that some fonts put between all Chinese characters.

    >>> _repaired("⼀带⼀路 ofﬁce"), _repaired("浙 江 省")
    ('一带一路 office', '浙江省')
    """
    plain = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line).strip()
    spaced = len(_SPACED_HAN.findall(plain)) > len(_HAN_PAIR.findall(plain))
    return _SPACED_HAN.sub("", plain) if spaced else plain


def _running_heads(pages: list[list[str]]) -> frozenset[str]:
    """First and last lines that most pages share but for their numbers."""
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in (*page[:1], *page[-1:])})
    return frozenset(line for line, count in edges.items() if count >= max(_REPEATED, len(pages) / 2))


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _without_edges(page: list[str], heads: frozenset[str]) -> list[str]:
    """A page without running heads and page numbers: up to two lines at either end."""
    lines = list(page)
    for place in (0, 0, -1, -1):
        if lines and (_PAGE_NUMBER.fullmatch(lines[place]) or _shape(lines[place]) in heads):
            del lines[place]
    return lines


def _vocabulary(lines: list[str]) -> frozenset[str]:
    """The words and compounds of a text, in lower case, but for those divided between lines."""
    whole = _DIVIDED.sub(" ", "\n".join(lines))
    return frozenset(_WORD.findall(whole.lower()))


def _rejoined(left: str, right: str, vocabulary: frozenset[str]) -> str:
    """Two lines as one, with a word that was divided between them made whole.

    A compound (high-standard) keeps its hyphen: the text has it elsewhere so, or has both of its words.

    >>> _rejoined("the develop-", "ment of", frozenset({"the", "of"}))
    'the development of'
    >>> _rejoined("high-", "level", frozenset({"high-level"}))
    'high-level'
    """
    broken = _BROKEN_WORD.search(left)
    if not broken or not right[:1].islower():
        return joined(left, right)
    first = broken[1].lower()
    second = _WORD.match(right.lower())
    rest = second[0] if second else ""
    compound = f"{first}-{rest}" in vocabulary or {first, rest} <= vocabulary
    if compound and first + rest not in vocabulary:
        return joined(left, right)
    return left[:-1] + right
