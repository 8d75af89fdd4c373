"""A glossary to read and search, as one HTML page that needs nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from termbase.formats.pages import render
from termbase.language.keys import initials_key, pinyin_key
from termbase.language.script import is_chinese
from termbase.language.spelling import split_syllables
from termbase.model import Concept, ConceptType, Context, Language, Source, Status, Term, Usage

__all__ = ["write"]

_LABELS = {
    Usage.PREFERRED: "Preferred",
    Usage.ADMITTED: "Admitted",
    Usage.SUPERSEDED: "Outdated",
    Usage.FORBIDDEN: "Do not use",
}
# They flag a name and are no part of it
_QUOTES = re.compile("[“”‘’\"'《》〈〉「」『』]")
# Enough to show a term in use without making the glossary a concordance
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A text of an entry with what stands beside it."""

    label: str
    text: str
    language: str
    usage: str = ""
    pinyin: str = ""
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class _Example:
    """A sentence with its translation."""

    sentence: str
    language: str
    translation: str
    other: str
    document: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the page shows of a concept."""

    key: str
    """What a search looks in."""
    type: str
    subject: str
    proposed: bool
    marks: list[str]
    """What the filter `Show` asks for."""
    title: list[_Line]
    terms: list[_Line]
    texts: list[_Line]
    contexts: list[_Example]


_FILTERS = (
    {"name": "proposed", "label": "proposed entries"},
    {"name": "forbidden", "label": "with forbidden forms"},
    {"name": "superseded", "label": "with outdated forms"},
    {"name": "open", "label": "without Chinese or English"},
)


def write(concepts: Iterable[Concept]) -> Iterator[str]:
    """The page, its entries ordered by pinyin; everything in it that is not ours is escaped.

    >>> terms = (Term(Language.ZH_HANS, "义乌", pinyin="Yìwū"), Term(Language.EN, "Yiwu <city>"))
    >>> "Yiwu &lt;city&gt;" in "".join(write([Concept(ConceptType.PLACE, terms)]))
    True
    """
    ordered = sorted(concepts, key=_place)
    types = [one.value for one in ConceptType if any(concept.type is one for concept in ordered)]
    entries = list(map(_entry, ordered))
    return render("termbase.formats", "glossary", entries=entries, types=types, usages=_FILTERS)


def _place(concept: Concept) -> tuple[str, str]:
    """By pinyin; an entry without by its English, among the others as if that were pinyin."""
    zh, en = concept.preferred(chinese=True), concept.preferred(chinese=False)
    pinyin = pinyin_key(zh.pinyin) if zh else ""
    return pinyin or (en.text.lower() if en else "") or concept.terms[0].text, concept.terms[0].text


def _entry(concept: Concept) -> _Entry:
    terms = [term for term in concept.terms if term.status is not Status.REJECTED]
    sides = [side for chinese in (True, False) if (side := concept.preferred(chinese=chinese))]
    marks = [usage.value for usage in (Usage.FORBIDDEN, Usage.SUPERSEDED) if any(t.usage is usage for t in terms)]
    marks += ["proposed"] if concept.status is Status.PROPOSED else []
    marks += ["open"] if len({term.language.is_chinese for term in terms}) < 2 else []
    return _Entry(
        " ".join(_keys(concept, terms)),
        concept.type,
        concept.subject,
        concept.status is Status.PROPOSED,
        marks,
        [_Line("", side.text, side.language) for side in sides or terms[:1]],
        [_term(term) for term in sorted(terms, key=lambda term: (not term.language.is_chinese, _rank(term)))],
        list(_texts(concept)),
        [_example(context) for context in concept.contexts[:_EXAMPLES]],
    )


def _rank(term: Term) -> int:
    return list(Usage).index(term.usage)


def _keys(concept: Concept, terms: list[Term]) -> Iterator[str]:
    """What a search may ask for: forms, pinyin as spoken and as typed, initials, definitions and notes."""
    for term in terms:
        yield _folded(term.text)
        if term.pinyin:
            spoken = _folded(term.pinyin)
            yield spoken
            # with u and with v where ü is spoken
            yield from dict.fromkeys((spoken.replace(" ", ""), pinyin_key(term.pinyin)))
            yield initials_key(split_syllables(term.pinyin))
    for text in (concept.subject, concept.definition_en, concept.definition_zh, concept.note):
        yield _folded(text)


def _folded(text: str) -> str:
    """Small letters without accents, quotation marks and hyphens, as the page folds what is searched for.

    >>> _folded("“四千”精神 the Double-Eight  Strategy, Bābā Zhànlüè")
    '四千精神 the double eight strategy, baba zhanlue'
    """
    letters = (sign for sign in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(sign) != "Mn")
    return re.sub(r"[\s‐–—-]+", " ", _QUOTES.sub("", unicodedata.normalize("NFC", "".join(letters))))


def _term(term: Term) -> _Line:
    label = "Chinese" if term.language.is_chinese and term.usage is Usage.PREFERRED else _LABELS[term.usage]
    source, url = _cited(term.source) if term.source else ("", "")
    return _Line(label, term.text, term.language, term.usage, term.pinyin, source, url)


def _cited(source: Source) -> tuple[str, str]:
    """The words for a source, and its address where that is one of the web."""
    tier = "" if source.tier == source.issuer else source.tier.value
    name = ": ".join(filter(None, (source.issuer, source.title)))
    web = _is_web(source.url)
    return ", ".join(filter(None, (name, "" if web else source.url, source.date, tier))), source.url if web else ""


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _texts(concept: Concept) -> Iterator[_Line]:
    if concept.definition_en:
        yield _Line("Definition", concept.definition_en, "en")
    if concept.definition_zh:
        yield _Line("Definition", concept.definition_zh, Language.ZH_HANS)
    if concept.note:
        yield _Line("Note", concept.note, _language(concept.note))
    for number, item in enumerate(concept.items, start=1):
        text = " – ".join(filter(None, (item.zh, item.en)))
        yield _Line(f"Item {number}", text, _language(text))


def _example(context: Context) -> _Example:
    other = Language.EN if context.language.is_chinese else Language.ZH_HANS
    return _Example(context.sentence, context.language, context.translation, other, context.document)


def _language(text: str) -> str:
    return Language.ZH_HANS if is_chinese(text) else Language.EN
