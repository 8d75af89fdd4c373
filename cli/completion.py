"""What the Tab key offers in bash, zsh, fish and PowerShell: terms of the termbase, and the values of options.

typer asks these functions for each argument or option that names one of them. They are silent: where there is no
termbase, there is nothing to offer.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from termbase.lookup.suggesting import Suggestion

__all__ = [
    "asked_for",
    "bitext_formats",
    "check_names",
    "glossary_formats",
    "plainly",
    "statuses",
    "terms",
    "tiers",
    "types",
    "usages",
]

# More than a screen helps nobody to choose
_MOST = 30
# What all four shells take as a part of one word, once spaces are escaped. The script for zsh evaluates what it is
# given, so that nothing else may pass; a search key has none of it anyway.
_PLAIN = r"[\w’.,·/ -]+"
_UNSAFE = r"[^\w’.,;·/、，。；（）“” -]+"
_QUOTES = r"[“”‘\"《》〈〉「」『』]"
_SPECIAL = r"([^\w’.,·/-])"
# These two show only what begins as it was typed
_BY_BEGINNING = ("zsh", "fish")


class _Offer(str):
    """A value that replaces what was typed, whatever that was: typer leaves out what begins otherwise."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


def asked_for() -> bool:
    """Whether a shell started the program to complete a line."""
    return "_ZHTERM_COMPLETE" in os.environ


def plainly() -> None:
    """Take help texts as they are: typer would load rich to show them without markup, and take [ ] for it."""
    if "rich" not in sys.modules:
        sys.modules["rich"] = None  # type: ignore[assignment] # so Python is told that a module is not to be had


def terms(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Terms that begin as the words so far, by text, pinyin or initials; each with its counterpart as the help."""
    from cli.options import location
    from termbase.errors import ZhtermError
    from termbase.lookup.suggesting import suggestions
    from termbase.reading import open_reader

    before = " ".join(ctx.params.get("query") or ctx.params.get("text") or ())
    try:
        with open_reader(location(ctx.params.get("db"))) as reader:
            found = suggestions(reader, f"{before} {incomplete}", limit=_MOST)
    except ZhtermError:
        return []
    offered: dict[str, str] = {}
    for suggestion in found:
        if value := _value(suggestion, f"{before} " if before else "", incomplete):
            offered.setdefault(_written(value), _described(suggestion))
    return [(_Offer(value), described) for value, described in offered.items()]


def statuses(incomplete: str) -> list[str]:
    """Review states."""
    from termbase.model import Status

    return _beginning(Status, incomplete)


def types(incomplete: str) -> list[str]:
    """Kinds of concepts."""
    from termbase.model import ConceptType

    return _beginning(ConceptType, incomplete)


def usages(incomplete: str) -> list[str]:
    """How a term may be used."""
    from termbase.model import Usage

    return _beginning(Usage, incomplete)


def tiers(incomplete: str) -> list[str]:
    """How much a source weighs."""
    from termbase.model import Tier

    return _beginning(Tier, incomplete)


def glossary_formats(incomplete: str) -> list[str]:
    """Names of the formats of glossaries."""
    from termbase.formats import FORMATS

    return _beginning(FORMATS, incomplete)


def bitext_formats(incomplete: str) -> list[str]:
    """Names of the formats of memories and translations."""
    from tm.formats import BITEXTS

    return _beginning(BITEXTS, incomplete)


def check_names(incomplete: str) -> list[str]:
    """Names of the checks."""
    from tm.checks import CHECKS

    return _beginning(CHECKS, incomplete)


def _beginning(values: Iterable[str], incomplete: str) -> list[str]:
    return [_Offer(_written(str(value))) for value in values if str(value).startswith(incomplete)]


def _value(suggestion: Suggestion, before: str, typed: str) -> str:
    """What may stand for the word that is typed, so that the words make the term; empty where a shell may misread it.

    Where the shell drops what begins otherwise, the letters that were typed are completed instead: 八八战略 is found
    under babazhanlve just as well.
    """
    by_beginning = _shell() in _BY_BEGINNING
    text = re.sub(_QUOTES, "", suggestion.text).replace("'", "’")
    begun = f"{before}{typed}".replace("'", "’").lower()
    if suggestion.field == "en" and not text.lower().startswith(begun):
        # a look-up does without the article
        text = re.sub(r"(?i)^(?:the|an?) ", "", text)
    if text.lower().startswith(begun):
        value = typed + text[len(begun) :] if by_beginning else text[len(before) :]
    elif by_beginning:
        value = suggestion.key if suggestion.field in {"pinyin", "initials"} and not before else ""
        value = value if value.startswith(begun) else ""
    else:
        value = "" if before else text
    safe = re.fullmatch(_PLAIN, value) and not (_shell() in {"powershell", "pwsh"} and "’" in value)
    return value if safe else ""


def _described(suggestion: Suggestion) -> str:
    """The term with its counterpart; of a text that was typed itself the counterpart says enough."""
    shown = (suggestion.other,) if suggestion.field in {"zh", "en"} else (suggestion.text, suggestion.other)
    return re.sub(_UNSAFE, " ", "  ".join(filter(None, shown)).replace("'", "’")).strip()


def _written(value: str) -> str:
    """A value as it must stand on the line: bash takes it as it is, the others quote it themselves.

    Inside quotation marks that the user has opened nothing is escaped.
    """
    if _shell() != "bash":
        return value
    words = os.environ.get("COMP_WORDS", "").split("\n")
    place = int(os.environ.get("COMP_CWORD", "0"))
    quoted = place < len(words) and words[place].startswith(("'", '"'))
    return value if quoted else re.sub(_SPECIAL, r"\\\1", value)


def _shell() -> str:
    return os.environ.get("_ZHTERM_COMPLETE", "").partition("_")[2]
