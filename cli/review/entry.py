"""How the entry under review looks: its forms by usage, what they rest on, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from cli.review.editing import is_unsettled, new_forms
from cli.review.marking import clipped, context_sides, hanging, recogniser, visible
from termbase.model import Concept, Context, Language, Source, Status, Term, Usage

__all__ = ["counted_forms", "entry_lines", "headline", "name_of", "term_line"]

_LABEL = 9
"""Columns of a label."""
_USAGES = {Usage.PREFERRED: "", Usage.ADMITTED: "also", Usage.SUPERSEDED: "old", Usage.FORBIDDEN: "never"}
_COLOURS = {Status.APPROVED: "$success", Status.REJECTED: "$error", Status.PROPOSED: "$accent"}


def name_of(concept: Concept) -> str:
    """What an entry is called: its Chinese, else its English, else any form."""
    term = concept.preferred(chinese=True) or concept.preferred(chinese=False) or concept.terms[0]
    return visible(term.text)


def headline(concept: Concept) -> tuple[str, str]:
    """The entry in the queue: its name, and its English where the name is Chinese."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    return name_of(concept), visible(en.text) if zh and en else ""


def entry_lines(concept: Concept, contexts: Sequence[Context], total: int, columns: int) -> list[Content]:
    """The entry in lines of so many columns; `total` is how many contexts there are beside those given."""
    return [
        *_head(concept, columns),
        *_forms(concept, columns),
        *_remarks(concept, columns),
        *_contexts(concept, contexts, total, columns),
        *_sources(concept, columns),
    ]


def counted_forms(number: int) -> str:
    """So many new forms, in words.

    >>> counted_forms(1), counted_forms(2)
    ('one new form', '2 new forms')
    """
    return "one new form" if number == 1 else f"{number} new forms"


def term_line(term: Term) -> str:
    """A form in one line: its text, how it is used, and whether somebody decided on it."""
    remarks = f"{term.usage}, proposed" if term.status is Status.PROPOSED else term.usage
    return visible(f"{term.text}  ({remarks})")


def _head(concept: Concept, columns: int) -> Iterator[Content]:
    state = concept.status
    status = f"{state}, {counted_forms(len(new_forms(concept)))}" if _grows(concept) else str(state)
    score = f" · {concept.score:.2f}" if concept.score else ""
    right = f" · {concept.type}{score} · {concept.id}"
    yield Content.assemble(
        (clipped(status, columns), f"bold {_COLOURS[state]}"),
        (clipped(right, max(0, columns - cell_len(status))), "dim"),
    )
    yield Content("")


def _grows(concept: Concept) -> bool:
    return concept.status is Status.APPROVED and is_unsettled(concept)


def _forms(concept: Concept, columns: int) -> Iterator[Content]:
    for chinese, label in ((True, "zh"), (False, "en")):
        first = concept.preferred(chinese=chinese)
        if first is None:
            yield from hanging(
                label, Content.styled("open: no form with evidence yet", "dim italic"), columns, _LABEL
            )
        else:
            yield from hanging(label, Content.styled(visible(first.text), "bold"), columns, _LABEL)
            if first.pinyin:
                yield from hanging("", Content(visible(first.pinyin)), columns, _LABEL)
            yield from _evidence(first, columns, _LABEL)
        for term in _others(concept, first, chinese=chinese):
            text = Content.assemble(visible(term.text), (f"  {visible(term.pinyin)}" if term.pinyin else "", "dim"))
            yield from hanging(_label(term), text, columns, _LABEL)
            yield from _evidence(term, columns, _LABEL)
    yield Content("")


def _label(term: Term) -> str:
    language = "zh-Hant " if term.language is Language.ZH_HANT else ""
    return f"{language}{_USAGES[term.usage]}"


def _evidence(term: Term, columns: int, indent: int) -> Iterator[Content]:
    if term.status is Status.PROPOSED and term.reason:
        yield from hanging("", Content.styled(visible(f"{term.origin}: {term.reason}"), "dim"), columns, indent)


def _others(concept: Concept, first: Term | None, *, chinese: bool) -> list[Term]:
    """The further forms of a language; those rejected are not shown."""
    order = list(Usage)
    side = [
        term
        for term in concept.terms
        if term is not first and term.language.is_chinese is chinese and term.status is not Status.REJECTED
    ]
    return sorted(side, key=lambda term: order.index(term.usage))


def _remarks(concept: Concept, columns: int) -> Iterator[Content]:
    remarks = [
        ("why", concept.reason if not any(concept.reason == term.reason for term in new_forms(concept)) else ""),
        ("subject", concept.subject),
        ("means", concept.definition_en),
        ("", concept.definition_zh),
        *(("note", line) for line in concept.note.split("\n")),
        *(
            (f"{number}.", f"{item.zh} = {item.en}" if item.en else item.zh)
            for number, item in enumerate(concept.items, 1)
        ),
    ]
    shown = [(label, text) for label, text in remarks if text]
    for label, text in shown:
        yield from hanging(label, Content(visible(text)), columns, _LABEL)
    if shown:
        yield Content("")


def _sources(concept: Concept, columns: int) -> Iterator[Content]:
    """Each source once, with the forms it speaks for; its address on a line of its own."""
    found: dict[Source, list[str]] = {}
    for term in concept.terms:
        if term.source is not None and term.status is not Status.REJECTED:
            found.setdefault(term.source, []).append(term.text)
    if found:
        yield Content("")
    for source, texts in found.items():
        about = ", ".join(filter(None, (source.issuer, source.title, source.date)))
        line = visible(f"{about} [{source.tier}]: {', '.join(dict.fromkeys(texts))}")
        yield from hanging("source", Content(line), columns, _LABEL)
        if source.url:
            yield from hanging("", Content.styled(visible(source.url), "dim"), columns, _LABEL)


def _contexts(concept: Concept, contexts: Sequence[Context], total: int, columns: int) -> Iterator[Content]:
    known = recogniser(concept.terms)
    seen = f"seen {concept.frequency} times" if concept.frequency > 1 else "seen once" if concept.frequency else ""
    shown = f"{len(contexts)} of {total} contexts" if len(contexts) < total else ""
    if heading := " · ".join(filter(None, (seen, shown))):
        yield Content.styled(clipped(heading, columns), "dim")
    document = None
    for context in contexts:
        if context.document != document:
            document = context.document
            yield Content.styled(clipped(visible(document), columns), "$secondary")
        for number, side in enumerate(context_sides(context, known)):
            yield from hanging("" if number else "•", side, columns, 2)
