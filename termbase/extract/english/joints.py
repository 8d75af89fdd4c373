"""Where a name goes on over a small word, a mark or a number: of, and, &, brackets, `Co., Ltd.`, No. 1."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.extract.english.kinds import head_at, head_of, is_known_place
from termbase.extract.english.tables import heads, word_set
from termbase.extract.english.tagged import TaggedSentence
from termbase.extract.english.titles import title_at
from termbase.language.english_classes import is_word, word_class
from termbase.model import ConceptType

__all__ = ["next_of_name"]

_LEGAL_FORMS = frozenset({"Ltd.", "Ltd", "Inc.", "Inc", "LLC", "Limited", "LLP", "Corp.", "S.A."})
_OWNERS = word_set("owners inside names")
_PARTICLES = frozenset({"de", "von", "van", "der", "da", "bin", "al", "du", "la"})
_INSIDE_TITLES = word_set("small words inside titles")
_FOR_HEADS = frozenset({"Center", "Centre", "Forum", "Plan", "Conference", "Platform", "Alliance", "Action", "Fund"})
_LONGEST_BRACKET = 3
"""Tokens between the brackets inside a name: places (`Zhejiang`, `Hangzhou`), seldom two words."""


def next_of_name(sentence: TaggedSentence, marks: Sequence[bool], first: int, last: int) -> int | None:
    """The token up to which a name that reaches from `first` to `last` goes on; None when it ends there."""
    words = sentence.words
    place = last + 1
    if place >= len(words) or marks[place]:
        return place if place < len(words) else None
    word = words[place]
    if word.isdigit() or word in {"(", "（", ","}:
        return _over_mark(sentence, marks, first, last)
    if place + 1 >= len(words):
        return None
    if marks[place + 1] and _links(sentence, last):
        return place + 1
    if marks[place + 1] or words[place + 1] in _INSIDE_TITLES:
        return _over_small_word(sentence, marks, first, last)
    return None


def _links(sentence: TaggedSentence, last: int) -> bool:
    """Whether what follows token `last` ties it to the next capital: People's, A & B, Hangzhou–Ningbo, de."""
    words, place = sentence.words, last + 1
    if words[place] in {"'s", "’s"}:
        return words[last].lower() in _OWNERS
    if words[place] in {"–", "‑"}:
        return sentence.tokens[place].end == sentence.tokens[place + 1].start
    return words[place] == "&" or (words[place] in _PARTICLES and not is_word(words[last]))


def _over_mark(sentence: TaggedSentence, marks: Sequence[bool], first: int, last: int) -> int | None:
    words = sentence.words
    place = last + 1
    if words[place].isdigit():
        return place if _is_number_of_name(sentence, last, place) else None
    if words[place] == ",":
        after = words[place + 1] if place + 1 < len(words) else ""
        return place + 1 if after in _LEGAL_FORMS else None
    if _is_inside_title(words, first, last) and place + 3 < len(words) and words[place + 2] in {")", "）"}:
        # an abbreviation inside the title of a document: Opinions of the ... (CPC) and the ...
        return _next_mark(words, marks, place + 3, _INSIDE_TITLES)
    for close in range(place + 2, min(place + _LONGEST_BRACKET + 2, len(words) - 1)):
        if words[close] in {")", "）"}:
            inside = marks[place + 1 : close]
            return close + 1 if all(inside) and marks[close + 1] and not _is_acronym(words[close - 1]) else None
    return None


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_number_of_name(sentence: TaggedSentence, last: int, place: int) -> bool:
    """Whether a number belongs to the name before it: No. 1, JEC World 2025, Double 11."""
    words = sentence.words
    if words[last] == "No.":
        return True
    if len(words[place]) == 4 and words[place][:2] in {"19", "20"}:
        return last > 0 and not is_known_place([words[last]])
    following = sentence.tags[place + 1] if place + 1 < len(words) else ""
    return len(words[place]) < 3 and following not in {"NNS", "JJ", "CD", "NN"} and not is_known_place([words[last]])


def _over_small_word(sentence: TaggedSentence, marks: Sequence[bool], first: int, last: int) -> int | None:
    words = sentence.words
    word = words[last + 1]
    if _is_inside_title(words, first, last):
        return _next_mark(words, marks, last + 1, _INSIDE_TITLES)
    if word in {"of", "for", "on"}:
        head = head_at(words, last)
        goes_on = head is not None and (head.takes_of or (word != "of" and words[last] in _FOR_HEADS))
        # on Supporting, on Guaranteeing: the title of a document goes on, not the name of the council that issued it
        goes_on = goes_on and not (word == "on" and words[last + 2].endswith("ing"))
        return _next_mark(words, marks, last + 1, frozenset({word, "the"})) if goes_on else None
    if word == "and" and marks[last + 2]:
        return last + 2 if _is_one_name(words, marks, first, last) else None
    return None


def _is_inside_title(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the name so far is the beginning of a document's title: `Opinions on`, `Measures for`."""
    for place in range(first, last):
        head = heads().get(words[place])
        governs = words[place + 1] in {"on", "for"} or (words[place + 1] == "of" and place == first)
        if governs and head is not None and (head.type is ConceptType.DOCUMENT or words[place] == "Plan"):
            return True
    return False


def _next_mark(words: Sequence[str], marks: Sequence[bool], start: int, small: frozenset[str]) -> int | None:
    """The first token from `start` on that may be part of a name, over no more than three small words."""
    for place in range(start, min(start + 4, len(words))):
        if marks[place]:
            return place
        if words[place] not in small:
            return None
    return None


def _is_one_name(words: Sequence[str], marks: Sequence[bool], first: int, last: int) -> bool:
    """Whether `and` stands inside one name: what follows it has the head, or what goes before is half a name.

    Development and Reform Commission, Belt and Road, Ministry of Science and Technology are one name; Toka and PUMA,
    Ningbo Port and Zhoushan Port are two.
    """
    right = _right_side(words, marks, last + 2)
    left = list(words[first : last + 1])
    if not is_word(left[-1]) or not is_word(right[0]) or title_at(right, 0):
        return False
    # an adjective waits for its noun: Branch of the Industrial and Commercial Bank
    waits = word_class(left[-1].lower()) == "JJ" and head_of(right) is not None
    if waits or len(left) == len(right) == 1:
        return True
    governed = any(word in {"of", "for"} for word in left)
    if governed:
        tail = left[max(place for place, word in enumerate(left) if word in {"of", "for", "the"}) + 1 :]
        plain = all(is_word(word) for word in (*tail, *right))
        return plain and heads().get(right[-1]) is None
    if left[0] == right[0]:
        return (len(left) == len(right) and head_of(right) is None) or left[0] == "One"
    if head_of(left) is not None and len(left) > 1:
        return False
    return head_of(right) is not None and len(right) > 1


def _right_side(words: Sequence[str], marks: Sequence[bool], start: int) -> list[str]:
    end = start
    while end < len(words) and marks[end]:
        end += 1
    return list(words[start:end])
