"""TBX glossaries (ISO 30042), written: version 2, which CAT tools read, and version 3, both TBX-Basic.

The categories are those of TBX-Basic; what it has none for stands in notes (see `remarks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termbase.formats.addresses import is_web
from termbase.formats.remarks import of_concept, of_term
from termbase.formats.tbx_categories import KIND_NAMES, USAGE_NAMES
from termbase.formats.tbx_contexts import notes_of
from termbase.formats.xml_text import attribute, content
from termbase.model import Concept, Context, Language, Source, Term

__all__ = ["write", "write_tbx3"]

_TAGS = {Language.ZH_HANS: "zh-CN", Language.EN: "en-US", Language.ZH_HANT: "zh-TW"}
"""With regions, which readers ask for; English second, so that readers of two languages find it."""


@dataclass(frozen=True, slots=True)
class _Version:
    """What the two versions call their elements."""

    head: str
    foot: str
    entry: str
    language: str
    term: str


_TITLE = "<p>Glossary written by zhterm</p>"
_V2 = _Version(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    '<martif type="TBX-Basic" xml:lang="en">\n'
    f"<martifHeader>\n<fileDesc><sourceDesc>{_TITLE}</sourceDesc></fileDesc>\n"
    '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n</martifHeader>\n<text>\n<body>\n',
    "</body>\n</text>\n</martif>\n",
    "termEntry",
    "langSet",
    "tig",
)
_V3 = _Version(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    f"<tbxHeader>\n<fileDesc><sourceDesc>{_TITLE}</sourceDesc></fileDesc>\n</tbxHeader>\n<text>\n<body>\n",
    "</body>\n</text>\n</tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
)


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    """The text of a TBX file, version 2 (martif), to be written as UTF-8.

    >>> from termbase.model import ConceptType, Kind
    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"),)
    >>> print("".join(list(write([Concept(ConceptType.PLACE, terms)]))[1:-1]), end="")
    <termEntry id="n1">
    <note>type: place</note>
    <langSet xml:lang="zh-CN">
    <tig>
    <term>义乌</term>
    <termNote type="termType">fullForm</termNote>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <note>pinyin: Yìwū</note>
    </tig>
    </langSet>
    </termEntry>
    """
    return _written(concepts, _V2)


def write_tbx3(concepts: Iterable[Concept]) -> Iterator[str]:
    """The text of a TBX file, version 3 (ISO 30042:2019), style DCA; as `write` in all else."""
    return _written(concepts, _V3)


def _written(concepts: Iterable[Concept], version: _Version) -> Iterator[str]:
    yield version.head
    for number, concept in enumerate(concepts, start=1):
        # letters before the number: an id is an XML name
        name = f"n{number}" if concept.id is None else f"c{concept.id}"
        yield f"<{version.entry} id={attribute(name)}>\n{''.join(_entry(concept, version))}</{version.entry}>\n"
    yield version.foot


def _entry(concept: Concept, version: _Version) -> Iterator[str]:
    sides = {tag: [term for term in concept.terms if term.language is one] for one, tag in _TAGS.items()}
    definitions = {"zh-CN": concept.definition_zh, "en-US": concept.definition_en}
    if concept.subject:
        yield _line("descrip", concept.subject, "subjectField")
    for tag, definition in definitions.items():
        if definition and not sides[tag]:
            yield f'<descrip type="definition" xml:lang="{tag}">{content(definition)}</descrip>\n'
    yield from (_line("note", note) for note in of_concept(concept))
    for tag, terms in sides.items():
        if not terms:
            continue
        yield f'<{version.language} xml:lang="{tag}">\n'
        if definitions.get(tag):
            yield f"<descripGrp>\n{_line('descrip', definitions[tag], 'definition')}</descripGrp>\n"
        for place, term in enumerate(terms):
            contexts = () if place else _contexts(concept, term.language)
            yield f"<{version.term}>\n{''.join(_term(term, contexts))}</{version.term}>\n"
        yield f"</{version.language}>\n"


def _contexts(concept: Concept, language: Language) -> Iterable[Context]:
    return (context for context in concept.contexts if context.language is language)


def _term(term: Term, contexts: Iterable[Context]) -> Iterator[str]:
    yield _line("term", term.text)
    yield _line("termNote", KIND_NAMES[term.kind], "termType")
    yield _line("termNote", USAGE_NAMES[term.usage], "administrativeStatus")
    for context in contexts:
        yield "<descripGrp>\n"
        yield _line("descrip", context.sentence, "context")
        if context.document:
            yield _line("admin", context.document, "source")
        yield from (_line("note", note) for note in notes_of(context))
        yield "</descripGrp>\n"
    if term.source:
        yield from _source(term.source)
    yield from (_line("note", note) for note in of_term(term))


def _source(source: Source) -> Iterator[str]:
    if name := f"{source.issuer}: {source.title}" if source.title else source.issuer:
        yield _line("admin", name, "source")
    if is_web(source.url):
        target = attribute(source.url)
        yield f'<xref type="externalCrossReference" target={target}>{content(source.url)}</xref>\n'
    elif source.url:
        yield _line("note", f"source url: {source.url}")


def _line(name: str, text: str, kind: str = "") -> str:
    typed = f' type="{kind}"' if kind else ""
    return f"<{name}{typed}>{content(text)}</{name}>\n"
