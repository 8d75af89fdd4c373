"""PO files filled: the translation, and for a fuzzy one the flag and the message it was made for.

Messages with plural forms are left as they are: a memory does not tell which form a translation is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tm.formats.inline import text_of
from tm.formats.po import Entry, Languages, entries, escaped, languages_of
from tm.pretranslate.filling import Filling, Slot
from tm.pretranslate.proposal import Proposal

__all__ = ["filled"]


def filled(path: Path, filling: Filling) -> Iterator[bytes]:
    """The file with its entries filled, in its own charset; raises FormatError for a broken one."""
    for slot, proposal in filling.answers(_slots(path)):
        entry = slot.place
        lines = _filled(entry, proposal) if proposal else entry.lines
        yield "".join(lines).encode(entry.encoding)


def _slots(path: Path) -> Iterator[Slot[Entry]]:
    tags: Languages = ("", "")
    number = 0
    for entry in entries(path):
        tags = languages_of(entry) if not entry.is_message and entry.texts and not entry.obsolete else tags
        number += len(entry.targets) if entry.is_message else 0
        plural = "msgid_plural" in entry.texts
        source = (entry.source,) if entry.is_message and not plural else ()
        target = tuple(entry.targets) if source else ()
        yield Slot(entry, number, entry.texts.get("msgctxt", ""), source, target, tags)


def _filled(entry: Entry, proposal: Proposal) -> list[str]:
    """The lines of the entry with the translation, the flag, and the earlier message."""
    ends = "\r\n" if entry.lines[entry.places["msgid"][0]].endswith("\r\n") else "\n"
    first, behind = entry.places["msgstr"]
    tail = ends if entry.lines[behind - 1].endswith("\n") else ""
    translation = _quoted("msgstr", text_of(proposal.inline), ends)
    translation[-1] = translation[-1].removesuffix(ends) + tail
    head = [line for line in entry.lines[:first] if not line.startswith("#|")]
    if not proposal.is_exact:
        head = _flagged(head, ends)
        start = next(place for place, line in enumerate(head) if line.lstrip("\ufeff").startswith("msg"))
        if proposal.stored_source != entry.source:
            head[start:start] = [f"#| {line}" for line in _quoted("msgid", proposal.stored_source, ends)]
    else:
        head = _unflagged(head)
    return [*head, *translation, *entry.lines[behind:]]


def _flagged(lines: list[str], ends: str) -> list[str]:
    """The lines with the flag fuzzy, first among the flags."""
    for place, line in enumerate(lines):
        if line.startswith("#,"):
            flags = line if "fuzzy" in line else line.replace("#,", "#, fuzzy,", 1)
            return [*lines[:place], flags, *lines[place + 1 :]]
    start = next(place for place, line in enumerate(lines) if line.lstrip("\ufeff").startswith("msg"))
    return [*lines[:start], f"#, fuzzy{ends}", *lines[start:]]


def _unflagged(lines: list[str]) -> list[str]:
    """The lines without the flag fuzzy, for a translation that replaces a fuzzy one."""
    kept = []
    for line in lines:
        if line.startswith("#,") and "fuzzy" in line:
            flags = [flag for flag in line[2:].strip().split(",") if flag.strip() not in {"fuzzy", ""}]
            if flags:
                kept.append(f"#, {', '.join(flag.strip() for flag in flags)}{line[len(line.rstrip()) :]}")
            continue
        kept.append(line)
    return kept


def _quoted(keyword: str, text: str, ends: str) -> list[str]:
    r"""The lines for a text; one with line breaks stands on several.

    >>> _quoted("msgstr", 'the "port"', "\n")
    ['msgstr "the \\"port\\""\n']
    >>> _quoted("msgstr", "one\ntwo", "\n")
    ['msgstr ""\n', '"one\\n"\n', '"two"\n']
    """
    lines = re.findall(r"[^\n]*\n|[^\n]+", text) or [""]
    texts = [escaped(line) for line in lines]
    if len(texts) == 1:
        return [f'{keyword} "{texts[0]}"{ends}']
    return [f'{keyword} ""{ends}', *(f'"{line}"{ends}' for line in texts)]
