"""HTML pages that need nothing else: a template, its style and its script in one file.

The only importer of jinja2. Everything that comes from a text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

__all__ = ["render"]


def render(package: str, name: str, **values: Any) -> Iterator[str]:
    """The page of a template `NAME.html` in a package, in pieces, with `NAME.css` and `NAME.js` beside it inside.

    >>> "".join(render("termbase.formats", "glossary", entries=[], types=[], usages=[]))[:15]
    '<!DOCTYPE html>'
    """
    template = _environment(package).get_template(f"{name}.html")
    style, script = (_beside(package, f"{name}.{suffix}") for suffix in ("css", "js"))
    yield from template.generate(style=style, script=script, **values)


@cache
def _environment(package: str) -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: TID251 - its home

    return Environment(
        loader=PackageLoader(package, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _beside(package: str, name: str) -> Any:
    """A file of ours, which is put into the page as it is."""
    from importlib.resources import files

    from markupsafe import Markup

    return Markup(files(package).joinpath(name).read_text(encoding="utf-8"))
