"""What is wrong with an XML file that expat reads, told with the line and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from termbase.errors import FormatError

__all__ = ["broken_xml", "refuse_entities"]


def broken_xml(error: expat.ExpatError, path: Path) -> FormatError:
    """The error of a user's file for one that expat raised."""
    what = expat.ErrorString(error.code)
    return FormatError(f"the XML is broken: {what}", path=path, line=error.lineno, remedy="mend it there")


def refuse_entities(path: Path, line: Callable[[], int]) -> Callable[..., NoReturn]:
    """A handler for expat that refuses the first entity a file declares: bombs and stolen files begin with one."""

    def refuse(name: str, *_: object) -> NoReturn:
        raise FormatError(
            f"the file declares the entity {name}, which is not expanded",
            path=path,
            line=line(),
            remedy="save it without a DTD",
        )

    return refuse
