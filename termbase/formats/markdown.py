"""A glossary to read: Markdown, grouped by type, with a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote

from termbase.formats.addresses import is_web
from termbase.language.keys import pinyin_key
from termbase.model import Concept, ConceptType, Context, Source, Status, Term, Usage

__all__ = ["write"]

_LABELS = {
    Usage.PREFERRED: "Preferred",
    Usage.ADMITTED: "Admitted",
    Usage.SUPERSEDED: "Outdated",
    Usage.FORBIDDEN: "Do not use",
}
_TYPES = list(ConceptType)
# Enough to show a term in use without making the glossary a concordance
_EXAMPLES = 2
# What RFC 3986 allows in a URL, without the brackets and the semicolon that would end a Markdown link or an entity
_URL_CHARACTERS = "%/:?#@!$&'*+,=~-._"


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    r"""The lines of a glossary, its entries ordered by type and pinyin.

    >>> from termbase.model import Language
    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "Yiwu"))
    >>> print("".join(write([Concept(ConceptType.PLACE, terms)])), end="")
    # Glossary
    <BLANKLINE>
    - [Place](#place): 1
    <BLANKLINE>
    ## Place
    <BLANKLINE>
    ### 义乌 – Yiwu
    <BLANKLINE>
    - Chinese: 义乌 (Yìwū)
    - Preferred: Yiwu
    """
    ordered = sorted(concepts, key=_place)
    groups = [(one, list(group)) for one, group in groupby(ordered, key=lambda concept: concept.type)]
    yield "# Glossary\n\n"
    for one, group in groups:
        yield f"- [{one.capitalize()}](#{one.replace(' ', '-')}): {len(group)}\n"
    for one, group in groups:
        yield f"\n## {one.capitalize()}\n"
        for concept in group:
            yield "\n"
            yield from _entry(concept)


def _place(concept: Concept) -> tuple[int, str, str]:
    chinese = concept.preferred(chinese=True)
    return (_TYPES.index(concept.type), pinyin_key(chinese.pinyin) if chinese else "", _title(concept))


def _title(concept: Concept) -> str:
    sides = (concept.preferred(chinese=True), concept.preferred(chinese=False))
    return " – ".join(side.text for side in sides if side) or concept.terms[0].text


def _entry(concept: Concept) -> Iterator[str]:
    """One entry; every text stands behind a label, where no character can begin a list or a heading."""
    terms = [term for term in concept.terms if term.status is not Status.REJECTED]
    yield f"### {_escaped(_title(concept))}\n\n"
    if concept.status is not Status.APPROVED:
        yield f"- Status: {concept.status}\n"
    for term in terms:
        if term.language.is_chinese:
            yield f"- Chinese: {_rendering(term, {Usage.SUPERSEDED, Usage.FORBIDDEN})}\n"
    for usage, label in _LABELS.items():
        for term in terms:
            if not term.language.is_chinese and term.usage is usage:
                yield f"- {label}: {_rendering(term, set())}\n"
    yield from _lines("Subject", concept.subject)
    for definition in filter(None, (concept.definition_en, concept.definition_zh)):
        yield f"- Definition: {_escaped(definition)}\n"
    yield from _lines("Note", concept.note)
    for number, item in enumerate(concept.items, start=1):
        sides = " – ".join(_escaped(side) for side in (item.zh, item.en) if side)
        yield f"- Item {number}: {sides}\n"
    for context in concept.contexts[:_EXAMPLES]:
        yield from _example(context)


def _rendering(term: Term, told: set[Usage]) -> str:
    """A term with its pinyin, the usages to be told, and its source."""
    remarks = [_escaped(term.pinyin)] if term.pinyin else []
    if term.usage in told:
        remarks.append(_LABELS[term.usage].lower())
    brackets = f" ({', '.join(remarks)})" if remarks else ""
    source = f" – {_cited(term.source)}" if term.source else ""
    return f"{_escaped(term.text)}{brackets}{source}"


def _cited(source: Source) -> str:
    """A source as a link where it has a web address; any other address is shown as text."""
    name = _escaped(": ".join(filter(None, (source.issuer, source.title))))
    if is_web(source.url):
        name = f"[{name or _escaped(source.url)}]({quote(source.url, safe=_URL_CHARACTERS)})"
    elif source.url:
        name = f"{name} {_escaped(source.url)}".strip()
    tier = "" if source.tier == source.issuer else source.tier
    return ", ".join(filter(None, (name, _escaped(source.date), tier)))


def _lines(label: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield f"- {label}: {_escaped(line)}\n"


def _example(context: Context) -> Iterator[str]:
    yield f"- Example: {_escaped(context.sentence)}\n"
    if context.translation:
        yield f"  - {_escaped(context.translation)}\n"
    if context.document:
        yield f"  - from {_escaped(context.document)}\n"


def _escaped(text: str) -> str:
    r"""A text on one line, without any character that Markdown or HTML would read as markup.

    >>> _escaped("《之江新语》 *New* <b>_&amp;")
    '《之江新语》 \\*New\\* \\<b\\>\\_\\&amp;'
    """
    return re.sub(r"([\\`*_\[\]<>|~#&$^])", r"\\\1", " ".join(text.split()))
