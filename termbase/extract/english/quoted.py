"""Slogans, programmes and names in quotation marks, told from quoted speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.extract.english.kinds import head_of, kind_of
from termbase.extract.english.noun_groups import folded
from termbase.extract.english.quotations import Quotation, quotations
from termbase.extract.english.span import Span
from termbase.extract.english.speech import is_speech
from termbase.extract.english.tables import lines_of, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.language.english import tag, tokens, zipf
from termbase.language.english_classes import is_word
from termbase.language.script import has_han
from termbase.model import ConceptType

__all__ = ["quoted_terms"]

_FURTHEST = 220
"""Characters of a quotation from which it is speech without a look: twenty-four words of nine letters."""
_ARTICLE = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_MAY_BE_ISSUED = frozenset({ConceptType.OTHER, ConceptType.DOCUMENT, ConceptType.PUBLICATION, ConceptType.STRATEGY})
"""Types of quoted words that a document may have; a price or a place that is released is none."""
_COMMON_WORD = 4.0
"""Zipf value from which one quoted word is a way of speaking ("beyond", "time"), not a term; between the quoted
everyday words of news (4.2 and more) and the quoted coinages (3.8 and less)."""
_TOLD = re.compile(
    r"[,!?][”\"’'] (?:(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey) )?"
    r"(?:said|says|told|added|recalled|noted|explained|stated|laughed|joked|replied|is how)\b"
)
"""A comma before the closing mark and somebody who says it."""
_SHORT_SPEECH = 5
"""Words up to which what somebody says with that may be a slogan all the same."""
# Generic nouns that follow a quoted slogan and belong to it; `the "sweet potato" economy`.
_GENERIC = word_set("generic nouns of slogans")
_PUBLICATION_CUES = word_set("publication cues")
_DOCUMENT_CUES = word_set("document cues")


def quoted_terms(sentence: TaggedSentence) -> Iterator[Span]:
    """The terms in quotation marks of one sentence."""
    if not any(mark in sentence.text for mark in "“‘\"'《"):
        return
    for found in quotations(sentence.text):
        start, end = _trimmed(sentence.text, found)
        text = sentence.text[start:end]
        if not 0 < len(text) < _FURTHEST or has_han(text):
            continue
        span = _term(sentence, start, end, found)
        if span is not None:
            yield span


def _trimmed(text: str, found: Quotation) -> tuple[int, int]:
    """The quotation without the marks that end it by typesetting; an unclosed one ends at its first mark."""
    start, end = found.start, found.end
    if not found.closed:
        end = min(end, start + _FURTHEST)
        end = next((place for place in range(start, end) if text[place] in ",.;:?!—()"), end)
    while end > start and text[end - 1] in " ,.;:?!…":
        end -= 1
    while start < end and text[start] in " …":
        start += 1
    article = _ARTICLE.match(text, start, end)
    return article.end() if article else start, end


def _term(sentence: TaggedSentence, start: int, end: int, found: Quotation) -> Span | None:
    text = sentence.text[start:end]
    cut = tokens(text)
    words = [token.text for token in cut if token.text[0].isalnum()]
    tags = tag(cut)
    if not words or is_speech(words, tags, text, closed=found.closed) or _is_way_of_speaking(words, tags):
        return None
    if len(words) > _SHORT_SPEECH and found.closed and _TOLD.match(sentence.text, found.end - 1):
        return None
    if text[:1].isupper() and _names_a_text(sentence, start):
        kind, reason = _text_kind(sentence, start)
        if kind is ConceptType.PUBLICATION or kind_of(words)[0] in _MAY_BE_ISSUED:
            return Span(sentence.position, start, end, text, kind, reason, 0.9)
    generic = _generic_after(sentence, found)
    weight = _weight(words, bool(generic))
    if not weight:
        return None
    kind, _ = kind_of([*words, generic] if generic else words)
    if "No." in words:
        kind = _numbered_kind(sentence, found)
    elif not _is_brand(words) and (kind is ConceptType.OTHER or not (generic or words[-1])[0].isupper()):
        kind = ConceptType.STRATEGY if kind is ConceptType.STRATEGY else ConceptType.POLICY_PHRASE
    end = _end_of(sentence, found, generic) if generic else end
    shown = sentence.text[start:end]
    name = any(word[:1].isupper() for word in shown.split())
    return Span(sentence.position, start, end, _shown(shown), kind, "in quotation marks", weight, name)


def _is_brand(words: Sequence[str]) -> bool:
    """Whether quoted words are capitals unknown to English: a brand, not a slogan."""
    return all(word[0].isupper() and not is_word(word) for word in words)


def _numbered_kind(sentence: TaggedSentence, found: Quotation) -> ConceptType:
    """What “Deep Sea No. 1” is, by the noun that follows (energy station); a ship or a craft if none does."""
    following = [word.strip(",.;") for word in sentence.text[found.end + 1 : found.end + 60].split()[:3]]
    heads = [head_of([word]) for word in following if word.isalpha()]
    return next((head.type for head in heads if head is not None), ConceptType.PRODUCT)


def _weight(words: Sequence[str], generic: bool) -> float:
    """How surely the quoted words are a term, from 0 to 1."""
    capitals = sum(word[0].isupper() for word in words)
    if len(words) == 1:
        word = words[0]
        if word.isdigit() or (word.islower() and zipf(word) >= _COMMON_WORD and not generic):
            return 0.0
        if word[0].isupper() and not is_word(word):
            return 0.7
        return 0.6 if generic else 0.4 if "-" in word or zipf(word) < _COMMON_WORD - 1 else 0.3
    if len(words) == _SHORTEST and not (capitals or generic) and _says_little(words):
        return 0.45
    if words[0].lower() in _NEVER_FIRST or words[-1].lower() in _NEVER_LAST:
        return 0.7 if generic or capitals > 1 else 0.55
    return 0.9 if capitals > 1 or generic else 0.65


def _is_way_of_speaking(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether the marks only say that a verb of motion is meant in another sense: it "moved north and west".

    >>> _is_way_of_speaking(["leaped", "out"], ["VBD", "RP"]), _is_way_of_speaking(["made", "goods"], ["VBN", "NNS"])
    (True, False)
    """
    if tags[0] not in {"VBD", "VBN"} or not words[0].islower() or len(words) < _SHORTEST:
        return False
    rest = [word for word in words[1:] if word not in _DIRECTIONS]
    return not any(
        tag.startswith("NN") or "-" in word for word, tag in zip(words, tags, strict=False) if word in rest
    )


_DIRECTIONS = frozenset({"north", "south", "east", "west", "up", "down", "out", "home", "back", "away"})


def _says_little(words: Sequence[str]) -> bool:
    """Whether the quotation marks are about a choice of words and no thing ("big deals", "large markets")."""
    first, last = words[0].lower(), folded(words[-1].lower())
    return first in _NEVER_FIRST | _DESCRIBING | _SIZES and last in _NEVER_LAST | _BROAD_HEADS


_SHORTEST = 2
_SIZES = frozenset({"small", "big", "large", "little"})
_DESCRIBING = frozenset(lines_of("describing.txt"))
_BROAD_HEADS = frozenset(lines_of("broad_heads.txt"))
_NEVER_FIRST = frozenset(lines_of("never_first.txt")) | {"the", "a", "an", "this", "that", "to", "in", "of"}
_NEVER_LAST = frozenset(lines_of("never_last.txt"))


def _generic_after(sentence: TaggedSentence, found: Quotation) -> str:
    """The generic noun that follows the closing mark: the "Four Thousands" spirit."""
    if not found.closed:
        return ""
    rest = sentence.text[found.end + 1 : found.end + 20].lstrip(" ")
    word = rest.split(" ")[0].rstrip(",.;:)”\"'’")
    gap = sentence.text[found.end + 1 : found.end + 2]
    return word if gap == " " and word.lower() in _GENERIC else ""


def _end_of(sentence: TaggedSentence, found: Quotation, generic: str) -> int:
    return sentence.text.index(generic, found.end) + len(generic)


def _names_a_text(sentence: TaggedSentence, start: int) -> bool:
    before = sentence.text[max(0, start - 60) : start].lower().split()
    mark = sentence.text[start - 1]
    cues = _PUBLICATION_CUES | _DOCUMENT_CUES
    return mark == "《" or (bool(before[-6:]) and any(word.strip(",.“\"'‘") in cues for word in before[-6:]))


def _text_kind(sentence: TaggedSentence, start: int) -> tuple[ConceptType, str]:
    before = sentence.text[max(0, start - 60) : start].lower()
    if any(cue in before for cue in _DOCUMENT_CUES):
        return ConceptType.DOCUMENT, "in quotation marks, issued as a document"
    return ConceptType.PUBLICATION, "in quotation marks, spoken of as a text"


def _shown(text: str) -> str:
    """The slice without quotation marks inside it (Four Thousands” spirit)."""
    return "".join(mark for mark in text if mark not in '“”"《》').strip("'‘’ ")
