"""A memory as a table of two columns, for tools that take nothing else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from tm.formats.languages import is_from_chinese
from tm.model import Unit

__all__ = ["write_csv", "write_tsv"]

# Controls, halves of surrogate pairs and non-characters: in a text file they are taken for a sign of none
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LAYOUT = re.compile("[\t\r\n]+")


def write_tsv(units: Iterable[Unit], *, source: str = "zh-CN", target: str = "en-US") -> Iterator[str]:
    r"""Source and target with a tab between them; line breaks and tabs in a text become spaces.

    >>> "".join(write_tsv([Unit("义乌\t市", "Yiwu")], source="en", target="zh"))
    'en\tzh\nYiwu\t义乌 市\n'
    """
    order = _order(source, target)
    yield "\t".join(("zh", "en")[::order]) + "\n"
    for unit in units:
        yield "\t".join(_LAYOUT.sub(" ", _held(text)) for text in (unit.zh, unit.en)[::order]) + "\n"


def write_csv(units: Iterable[Unit], *, source: str = "zh-CN", target: str = "en-US") -> Iterator[str]:
    r"""Source and target with a comma between them, every cell in quotation marks.

    The columns are called as other programs look for them. No cell is guarded against a spreadsheet: what begins
    with = is a text.

    >>> print(*write_csv([Unit("“义乌”", 'the "city" itself')]), sep="", end="")
    source,target
    "“义乌”","the ""city"" itself"
    """
    order = _order(source, target)
    yield "source,target\n"
    for unit in units:
        row = io.StringIO()
        csv.writer(row, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(
            [_held(text) for text in (unit.zh, unit.en)[::order]]
        )
        yield row.getvalue()


def _order(source: str, target: str) -> int:
    return 1 if is_from_chinese(source, target) else -1


def _held(text: str) -> str:
    return _ILLEGAL.sub("", text).strip()
