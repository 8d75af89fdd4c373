"""A rendering put in the place of another: with its capital, ending and article."""

from __future__ import annotations

from termbase.language.keys import english_key

__all__ = ["like", "same_article"]

_VOWELS = "aeiou"


def like(rendering: str, written: str) -> str | None:
    """A rendering with the capital and the ending of what it replaces; None where the ending cannot be told.

    >>> like("free trade zone", "Free trade areas"), like("dual circulation", "double cycle")
    ('Free trade zones', 'dual circulation')
    >>> like("Belt and Road Initiative", "One Belt, One Road")
    'Belt and Road Initiative'
    """
    plural = _is_plural(written)
    own = _is_plural(rendering)
    form = rendering
    if plural and not own:
        if not rendering[-1:].isalpha() or rendering[0].isupper() or " of " in rendering:
            return None
        form = _plural(rendering)
    elif own and not plural and rendering.islower():
        return None
    return form[0].upper() + form[1:] if written[:1].isupper() else form


def same_article(before: str, written: str, rendering: str) -> bool:
    """Whether the article before what is replaced fits its replacement too.

    >>> same_article("in an ", "enclave", "off-site park"), same_article("in an ", "enclave", "park")
    (True, False)
    """
    words = before.lower().split()
    if not words or words[-1] not in {"a", "an"}:
        return True
    return (written[:1].lower() in _VOWELS) == (rendering[:1].lower() in _VOWELS)


def _is_plural(text: str) -> bool:
    """Whether the last word ends like a plural: folding takes the ending off."""
    last = text.lower().rpartition(" ")[2]
    return english_key(last) != last and not last.endswith(("'s", "’s"))


def _plural(text: str) -> str:
    if text.endswith("y") and text[-2:-1] not in _VOWELS:
        return f"{text[:-1]}ies"
    return f"{text}es" if text.endswith(("s", "x", "z", "ch", "sh")) else f"{text}s"
