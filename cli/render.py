"""How entries look on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cli.contract import source_text
from cli.terminal import bold, dim, field, plain
from termbase.model import Change, Concept, Context, Kind, Language, Source, Status, Term, Usage

if TYPE_CHECKING:
    from tm.align.alignment import Alignment

__all__ = ["SUMMARY", "change_lines", "entry_lines", "link_lines", "summary"]

SUMMARY = ("id", "zh", "en", "type", "seen", "score")
"""Headings of a summary row."""

_EXAMPLES = 2
"""Examples shown in an entry; the JSON has all."""

_LANGUAGES = {Language.EN: "en", Language.ZH_HANS: "zh", Language.ZH_HANT: "zh-Hant"}
_LABELS = {"frequency": "seen", "documents": "texts", "definition_en": "means", "definition_zh": "means"}
"""Shorter names of fields, for the width of a label."""
_USAGES = {Usage.PREFERRED: "", Usage.ADMITTED: " also", Usage.SUPERSEDED: " old", Usage.FORBIDDEN: " never"}


def summary(concept: Concept) -> tuple[str, ...]:
    """One concept as a table row under SUMMARY; an empty side is shown as a dash."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return (
        "–" if concept.id is None else str(concept.id),
        zh.text if zh else "–",
        en.text if en else "–",
        concept.type,
        str(concept.frequency or ""),
        f"{concept.score:.2f}" if concept.score else "",
    )


def entry_lines(concept: Concept) -> Iterator[str]:
    """A readable entry: headword, renderings by usage, definition, note, items, sources, examples."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    head = zh or en or concept.terms[0]
    mark = "" if concept.status is Status.APPROVED else f", {concept.status}"
    pinyin = f"  {plain(head.pinyin)}" if head.pinyin else ""
    yield f"{bold(plain(head.text))}{pinyin}  {dim(f'[{concept.type}{mark}, entry {concept.id}]')}"
    for term in _ordered(concept.terms):
        if term is not head:
            yield from field(_LANGUAGES[term.language] + _USAGES[term.usage], _described(term))
    for side, label in ((en, "en"), (zh, "zh")):
        if side is None:
            yield from field(label, "– open: no form with evidence yet")
    if concept.definition_en or concept.definition_zh:
        yield from field("means", " ".join(filter(None, (concept.definition_en, concept.definition_zh))))
    for line in filter(None, concept.note.split("\n")):
        yield from field("note", line)
    for number, item in enumerate(concept.items, 1):
        yield from field(f"{number}.", f"{item.zh} = {item.en}" if item.en else item.zh)
    for line in _sources(concept.terms):
        yield from field("source", line)
    for context in concept.contexts[:_EXAMPLES]:
        yield from _example(context)


def change_lines(change: Change) -> Iterator[str]:
    """One line of history: when, who, what; then each field that changed, before and after."""
    from termbase.history import DOCUMENTS, SEEN

    yield bold(f"{change.at}  {plain(change.who)}  {change.action}")
    before = json.loads(change.before) if change.before else {}
    after = json.loads(change.after) if change.after else {}
    for name in dict.fromkeys((*before, *after)):
        if name == SEEN:
            continue
        old, new = before.get(name), after.get(name)
        if old != new:
            value = _documents if name == DOCUMENTS else _value
            label = _LABELS.get(name, name)
            if old:
                yield from field(f"- {label}", value(old))
            if new:
                yield from field(f"+ {label}", value(new))


def link_lines(alignment: Alignment) -> Iterator[str]:
    """The links of two texts: sentence numbers from 1, confidence, texts; ? marks where somebody should look."""
    from tm.align.alignment import is_doubtful

    for link in alignment.links:
        sides = (link.zh_index, link.en_index)
        numbers = " = ".join("+".join(str(number + 1) for number in side) or "–" for side in sides)
        score = f"{link.score:.2f}" if all(sides) else "no counterpart"
        yield bold(f"? {numbers}  {score}") if is_doubtful(link) else dim(f"  {numbers}  {score}")
        for label, texts in (("zh", alignment.zh_of(link)), ("en", alignment.en_of(link))):
            for place, text in enumerate(texts):
                yield from field("" if place else label, text)


def _example(context: Context) -> Iterator[str]:
    yield from field("example", context.sentence)
    if context.translation:
        yield from field("", context.translation)
    yield from field("", f"({context.document})")


def _value(value: object) -> str:
    """A field of the history in words: of a term its text and usage."""
    if isinstance(value, list):
        return "; ".join(_value(part) for part in value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in (value.get("text") or value.get("zh"), value.get("usage", "")) if part)
    return str(value)


def _documents(found: dict[str, Any]) -> str:
    """What documents contributed: how often each has the entry."""
    return ", ".join(f"{document} ({one['frequency']})" for document, one in found.items())


def _ordered(terms: Iterable[Term]) -> list[Term]:
    order = list(Usage)
    visible = [term for term in terms if term.status is not Status.REJECTED]
    return sorted(visible, key=lambda term: (term.language.is_chinese, order.index(term.usage)))


def _described(term: Term) -> str:
    remarks = [term.pinyin] if term.pinyin else []
    if term.kind in (Kind.ABBREVIATION, Kind.ACRONYM):
        remarks.append(term.kind)
    if term.status is Status.PROPOSED:
        remarks.append(f"proposed, {term.origin}: {term.reason}" if term.reason else "proposed")
    return f"{term.text}  ({'; '.join(remarks)})" if remarks else term.text


def _sources(terms: Iterable[Term]) -> Iterator[str]:
    """Each source once, with the renderings it speaks for."""
    found: dict[Source, list[str]] = {}
    for term in terms:
        if term.source is not None:
            found.setdefault(term.source, []).append(term.text)
    for source, texts in found.items():
        tier = "" if source.issuer == source.tier else f" [{source.tier}]"
        yield f"{source_text(source)}{tier}: {', '.join(dict.fromkeys(texts))}"
