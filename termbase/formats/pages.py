"""HTML pages that need nothing else: a template, its style, its script and its data in one file.

The only importer of jinja2. Everything that comes from a text is escaped.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

__all__ = ["embedded", "render"]

# Where the look that all pages share is kept
_SHARED = "termbase.formats"
# Characters of JSON from which on it is packed: 10,000 entries with examples are 10 MB, a third of it when packed
_PLAIN = 3_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(package: str, name: str, **values: Any) -> Iterator[str]:
    """The page of a template `NAME.html` in a package, in pieces.

    In a template `ours("NAME.css")` puts in a file of ours as it is, from the package or from `termbase.formats`, and
    `embedded(value)` puts in data for the script.

    >>> "".join(render("tm.report", "findings", facts=[], counts=[], files=[], findings=[], left_out=0))[:15]
    '<!DOCTYPE html>'
    """
    for piece in _environment(package).get_template(f"{name}.html").generate(**values):
        # a file name that is no UTF-8 has signs that cannot be written
        yield _SURROGATE.sub("\ufffd", piece)


def embedded(value: Any) -> Any:
    """Data for the script of a page, as the element `data`: JSON in which nothing ends the element; packed if large.

    >>> print(embedded({"zh": "</script><!--义乌"}))
    <script type="application/json" id="data">{"zh":"\\u003c/script\\u003e\\u003c!--义乌"}</script>
    """
    from jinja2.utils import htmlsafe_json_dumps  # noqa: TID251 - its home
    from markupsafe import Markup

    text = htmlsafe_json_dumps(value, dumps=json.dumps, ensure_ascii=False, separators=(",", ":"))
    if len(text) < _PLAIN:
        return Markup('<script type="application/json" id="data">{}</script>').format(text)
    packed = base64.b64encode(zlib.compress(_SURROGATE.sub("\ufffd", text).encode("utf-8"), 9)).decode("ascii")
    return Markup('<script type="text/plain" id="data">{}</script>').format(packed)


@cache
def _environment(package: str) -> Any:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: TID251 - its home

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(name, ".") for name in dict.fromkeys((package, _SHARED))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(ours=lambda name: _ours(package, name), embedded=embedded)
    return environment


def _ours(package: str, name: str) -> Any:
    """A file of ours, which is put into the page as it is."""
    from importlib.resources import files

    from markupsafe import Markup

    places = [files(place).joinpath(name) for place in (package, _SHARED)]
    file = next(place for place in places if place.is_file())
    return Markup(file.read_text(encoding="utf-8"))
