"""Markdown files: the text without its marks (CommonMark 0.31, tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from termbase.language.documents.dates import find_date
from termbase.language.documents.lines import joined, tidied
from termbase.language.documents.text import text_of

__all__ = ["plain", "read"]

_FRONT_MATTER = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_DATE = re.compile(r"^(?:date|published|日期)\s*:\s*(.+)$", re.MULTILINE | re.IGNORECASE)
_FRONT_TITLE = re.compile(r"^(?:title|标题)\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s*\S")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$")
_CELL_MARK = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"^(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+|$)")
_HEADING_END = re.compile(r"\s+#+\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")

# In this order: what a mark holds is freed before the marks around it.
_INLINE = (
    (re.compile(r"!\[[^\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])"), ""),
    (re.compile(r"\[\^[^\]]+\]:?"), ""),
    (re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<(?:https?://|mailto:)[^>\s]*>"), ""),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(?<!\\)(`+)(.+?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_\\])\1(?!\w)"), r"\2"),
    (re.compile(r"(?<!\\)~~(?=\S)(.+?)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def read(data: bytes, path: Path) -> tuple[list[str], str]:
    """The paragraphs of a Markdown text, without code; the date is that of its front matter."""
    text = _COMMENT.sub("", text_of(data, path))
    front = _FRONT_MATTER.match(text)
    head = front[1] if front else ""
    title, date = _FRONT_TITLE.findall(head), _FRONT_DATE.findall(head)
    blocks = _blocks(text[front.end() if front else 0 :])
    return tidied(plain(block) for block in (*title, *blocks)), find_date(" ".join(date))


def plain(text: str) -> str:
    """A line without its inline marks: links and emphasis leave their words, pictures and footnote marks nothing.

    >>> plain("**“八八战略”** and the [Belt and Road](https://a.cn/x_(y)), `code`, 2 * 3 * 4, snake_case")
    '“八八战略” and the Belt and Road, code, 2 * 3 * 4, snake_case'
    """
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


def _blocks(text: str) -> Iterator[str]:
    """Headings, list items, cells and paragraphs, each on one line, with their inline marks."""
    block = ""
    for line in _outside_fences(text.split("\n")):
        for content, opens, closes in _parts(_QUOTE.sub("", line, count=1)):
            if opens:
                yield block
                block = ""
            block = joined(block, content) if block and content else block or content
            if closes:
                yield block
                block = ""
    yield block


def _outside_fences(lines: list[str]) -> Iterator[str]:
    """The lines that are not code; a fence that is never closed hides the rest, as the standard says."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence = ""
        elif not fence:
            yield line


def _parts(line: str) -> Iterator[tuple[str, bool, bool]]:
    """What a line contributes, whether it begins a block, and whether it ends one."""
    content = line.strip()
    if not content or _RULE.match(line) or _DEFINITION.match(line) or _TABLE_RULE.match(line):
        yield "", True, True
    elif heading := _HEADING.match(line):
        yield _HEADING_END.sub("", line[heading.end() :]).strip(), True, True
    elif content.startswith("|") or content.count("|") > 1:
        for cell in _CELL_MARK.split(content):
            yield cell.strip(), True, True
    elif item := _ITEM.match(line):
        yield line[item.end() :].strip(), True, False
    else:
        yield content.removesuffix("\\").rstrip(), False, line.endswith(("  ", "\\"))
