"""HTML pages that need nothing else: a template, its style and its script in one file.

The only importer of jinja2. Everything that comes from a text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

__all__ = ["render"]


def render(name: str, **values: Any) -> Iterator[str]:
    """The page of a template `NAME.html`, piece by piece, with `NAME.css` and `NAME.js` beside it inside.

    >>> "".join(render("findings", findings=[], counts=[], files=[], facts=[], left_out=0))[:15]
    '<!DOCTYPE html>'
    """
    template = _environment().get_template(f"{name}.html")
    yield from template.generate(style=_beside(f"{name}.css"), script=_beside(f"{name}.js"), **values)


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: TID251 - its home

    return Environment(
        loader=PackageLoader("tm", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _beside(name: str) -> Any:
    """A file of ours, which is put into the page as it is."""
    from importlib.resources import files

    from markupsafe import Markup

    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8"))
