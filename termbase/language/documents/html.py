"""Web pages saved as files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.language.documents.dates import find_date
from termbase.language.documents.lines import clean, tidied
from termbase.language.documents.silence import silence
from termbase.language.encodings import decode
from termbase.language.script import HAN

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
# What pages call GB2312, Big5 and Latin-1 is wider (WHATWG Encoding Standard, section 4.2).
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252", "latin1": "cp1252"}
# Between Chinese characters a line break of the source is no space.
_CHINESE_BREAK = re.compile(f"(?<=[{HAN}，。、；：”])[ \\t]*\n\\s*(?=[{HAN}“])")
# Of less text trafilatura itself is not sure, and gives it as one paragraph (its MIN_EXTRACTED_SIZE).
_SHORTEST_ARTICLE = 250
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

# Where pages name their day: Chinese government sites (website tagging rules of the State Council, 2019), Open Graph,
# schema.org, Dublin Core.
_DATE_NAMES = frozenset(
    {"pubdate", "publishdate", "article:published_time", "datepublished", "dc.date", "dcterms.created", "date"}
)

_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "select", "button", "textarea"})
# Everything else begins and ends a paragraph, as in HTML's default style sheet and in trafilatura's own elements.
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "hi", "i", "ins"}
    | {"kbd", "mark", "q", "ref", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"}
    | {"var", "wbr"}
)


def read(data: bytes, path: Path) -> tuple[list[str], str]:
    """The paragraphs of a page's article, or of all of the page where none is found; and the date it names."""
    from lxml.etree import ParserError
    from lxml.html import document_fromstring
    from trafilatura import bare_extraction  # noqa: TID251 - its home

    source = _XML_DECLARATION.sub("", _source(data, path))
    with silence():
        try:
            page = document_fromstring(source)
        except ParserError:
            return [], ""
        article = getattr(bare_extraction(source, include_comments=False, favor_recall=True), "body", None)
    paragraphs = [] if article is None else _blocks(article)
    if sum(map(len, paragraphs)) < _SHORTEST_ARTICLE:
        body = page.find("body")
        return _blocks(page if body is None else body), _date(page)
    return _with_heading(paragraphs, page), _date(page)


def _source(data: bytes, path: Path) -> str:
    """The page as text: in the encoding it names unless it is UTF-8 all the same, else as any file."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and b"\0" not in data and not _is_utf8(data):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_WIDER.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, path)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _blocks(root: _Element) -> list[str]:
    """The text of an element by paragraphs."""
    return tidied(clean("".join(_text(root))).split("\n"))


def _text(element: _Element) -> Iterator[str]:
    """The text in an element, with a line break at both ends of a block and for every break element."""
    name = element.tag if isinstance(element.tag, str) else "script"
    edge = "" if name in _INLINE else "\n"
    yield edge
    if name not in _UNSEEN:
        yield _flowing(element.text)
        for child in element:
            yield from _text(child)
            yield _flowing(child.tail)
    yield edge


def _flowing(text: str | None) -> str:
    """Text without the line breaks of the source."""
    return " ".join(_CHINESE_BREAK.sub("", text).replace("\r", "").split("\n")) if text else ""


def _with_heading(paragraphs: list[str], page: _Element) -> list[str]:
    """The paragraphs under the page's only main heading, which trafilatura takes for mere data about the article."""
    headings = [heading for element in page.iter("h1") for heading in [" ".join(_blocks(element))] if heading]
    if not paragraphs or len(headings) != 1 or headings[0] in paragraphs:
        return paragraphs
    return [*headings, *paragraphs]


def _date(page: _Element) -> str:
    """The date in the page's metadata; empty when it names none."""
    for element in page.iter("meta"):
        name = element.get("property") or element.get("itemprop") or element.get("name") or ""
        if name.lower() in _DATE_NAMES and (found := find_date(element.get("content", ""))):
            return found
    return ""
