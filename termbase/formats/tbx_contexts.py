"""The sentences that a TBX file gives for a term: `context`, with its source, translation and place in notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.formats.xml_elements import Element
from termbase.formats.xml_text import unwrapped
from termbase.model import Context, Language

__all__ = ["contexts_in", "notes_of"]

_TRANSLATION = "translation: "
_PLACE = re.compile(r"place: sentence (\d+), characters (\d+) to (\d+)")


def notes_of(context: Context) -> Iterator[str]:
    """What TBX has no category for.

    >>> list(notes_of(Context("a.txt", "义乌是一座城市。", Language.ZH_HANS, 3, 0, 2, "Yiwu is a city.")))
    ['translation: Yiwu is a city.', 'place: sentence 3, characters 0 to 2']
    """
    if context.translation:
        yield f"{_TRANSLATION}{context.translation}"
    yield f"place: sentence {context.position}, characters {context.start} to {context.end}"


def contexts_in(own: Element, language: Language, text: str) -> Iterator[Context]:
    """The contexts of a term's element; without a place the term is looked for in the sentence."""
    for child in own.all():
        if _is_context(child):
            yield _context(child, None, language, text)
        elif child.name == "descripGrp":
            found = next(filter(_is_context, child.all()), None)
            if found:
                yield _context(found, child, language, text)


def _context(found: Element, group: Element | None, language: Language, text: str) -> Context:
    sentence = unwrapped(found.text)
    notes = [unwrapped(note.text) for note in group.all("note")] if group else []
    place = next(filter(None, map(_PLACE.fullmatch, notes)), None)
    start = max(sentence.casefold().find(text.casefold()), 0)
    position, start, end = map(int, place.groups()) if place else (0, start, min(start + len(text), len(sentence)))
    translation = next((note.removeprefix(_TRANSLATION) for note in notes if note.startswith(_TRANSLATION)), "")
    sources = (unwrapped(one.text) for one in (group.all() if group else ()) if _is_source(one))
    return Context(next(sources, ""), sentence, language, position, start, end, translation)


def _is_context(own: Element) -> bool:
    return "context" in (own.attributes.get("type"), own.name)


def _is_source(own: Element) -> bool:
    return "source" in (own.attributes.get("type"), own.name)
