"""In which line of a TOML file a key stands: tomllib does not tell."""

from __future__ import annotations

import re

__all__ = ["line_of"]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")


def line_of(text: str, table: str, key: str = "", index: int = 0) -> int | None:
    """The line, from 1, of a key in a table, or of the table itself; `index` counts the tables of an array.

    The key is looked for as the file writes it, at the beginning of a line. None where it is not found so.

    >>> line_of("[style]\\npercent = 3\\n[[rule]]\\nid = 'a'\\n[[rule]]\\nid = 'b'\\n", "rule", "id", 1)
    6
    """
    here, seen = "", -1
    for number, line in enumerate(text.split("\n"), start=1):
        header = _HEADER.match(line)
        if header:
            here = ".".join(part.strip().strip("\"'") for part in header[2].split("."))
            seen += here == table
            if here == table and seen == index and not key:
                return number
        elif here == table and (seen == index or not table):
            found = _KEY.match(line)
            if found and found[1] == key:
                return number
    return None
