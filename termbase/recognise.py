"""Every known term in a running text, longest first, with its place in the original."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from termbase.language.folding import PAIRS, Folded, fold
from termbase.language.occurrences import Occurrences
from termbase.language.vocabulary import EncodedText, Vocabulary, english_pieces
from termbase.model import Term

__all__ = ["Mention", "Recogniser"]

_CLOSING = {**PAIRS, "(": ")"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_BORDERS = "".join([*PAIRS, *PAIRS.values(), "—–-"])
_LATIN_INSIDE = re.compile("(?<=[0-9A-Za-z])[0-9A-Za-z]")
# Longer words in capitals are headings, not acronyms.
_LONGEST_ACRONYM = 5


class Mention(NamedTuple):
    """One place in a text where a term stands. A tuple, because a long text has tens of thousands."""

    concept_id: int
    term: Term
    start: int
    """Offset in the original text, in characters; quotation marks around the term are left out."""
    end: int


class Recogniser:
    """Finds the terms of a termbase in a text.

    >>> from termbase.model import Language
    >>> known = Recogniser([(7, Term(Language.ZH_HANS, "“四千”精神")), (8, Term(Language.EN, "Free Trade Zone"))])
    >>> [mention.concept_id for mention in known.find("弘扬四千精神。", chinese=True)]
    [7]
    >>> [(mention.start, mention.end) for mention in known.find("Two free-trade zones", chinese=False)]
    [(4, 20)]
    """

    def __init__(self, entries: Iterable[tuple[int, Term]]) -> None:
        """Take pairs of a concept's id and one of its terms, in any order and language."""
        self._vocabulary = Vocabulary()
        chinese: dict[str, _Form] = {}
        english: dict[str, _Form] = {}
        for concept_id, term in entries:
            if term.language.is_chinese:
                key = _chinese_key(term.text)
                chinese.setdefault(key, _Form(key)).add(concept_id, term)
            else:
                for key in self._vocabulary.add(term.text):
                    english.setdefault(key, _Form(key)).add(concept_id, term)
        self._chinese = _Index(chinese)
        self._english = _Index(english)

    def find(self, text: str, *, chinese: bool) -> list[Mention]:
        """The mentions in a Chinese or English text, leftmost first, the longest at each place, none overlapping.

        Where several concepts have a term of the same form, each has its mention.
        """
        if chinese:
            folded = fold(text)
            return self._chinese.search(folded.text, functools.partial(_chinese_mentions, text, folded))
        encoded = self._vocabulary.encode(text)
        return self._english.search(encoded.text, functools.partial(_english_mentions, text, encoded))

    def knows(self, text: str, *, chinese: bool) -> tuple[int, ...]:
        """The ids of the concepts that have this form, in the order in which they were given."""
        forms = (self._chinese if chinese else self._english).forms
        keys = (_chinese_key(text),) if chinese else self._vocabulary.keys(text)
        entries = [entry for key in keys if key in forms for entry in forms[key].entries]
        return tuple(dict.fromkeys(concept_id for concept_id, _ in entries))


class _Form:
    """The terms that share one key."""

    __slots__ = ("entries", "free", "latin")

    def __init__(self, key: str) -> None:
        self.entries: list[tuple[int, Term]] = []
        # one term only, without rules of its own: nearly all are, and need no second look
        self.free = True
        # whether the borders of a word must be looked at
        self.latin = key[:1].isascii() or key[-1:].isascii()

    def add(self, concept_id: int, term: Term) -> None:
        self.entries.append((concept_id, term))
        self.free = len(self.entries) == 1 and term.inflect and not _wants_case(term)


_Accept = Callable[[_Form, int, int], list[Mention]]


class _Index:
    """Folded terms and the automata that find them."""

    def __init__(self, forms: dict[str, _Form]) -> None:
        self.forms = {key: form for key, form in forms.items() if key}
        self._by_number = list(self.forms.values())
        self._keys = Occurrences(self.forms)

    def search(self, folded: str, accept: _Accept) -> list[Mention]:
        """What `accept` makes of the leftmost longest keys; where it makes nothing, of the next in line."""
        found: list[Mention] = []
        for number, start, end in self._keys.longest(folded):
            mentions = accept(self._by_number[number], start, end)
            if not mentions:
                return list(self._search_all(folded, accept))
            found += mentions
        return found

    def _search_all(self, folded: str, accept: _Accept) -> Iterator[Mention]:
        """The same from all keys, also those inside others: slower, and needed where a longest one is refused."""
        position = 0
        for number, start, end in sorted(self._keys.everywhere(folded), key=lambda match: (match[1], -match[2])):
            mentions = accept(self._by_number[number], start, end) if start >= position else []
            if mentions:
                yield from mentions
                position = end


def _chinese_key(term: str) -> str:
    """A folded term, without marks that `fold` keeps as borders."""
    return fold(term).text.strip(_BORDERS)


def _chinese_mentions(text: str, folded: Folded, form: _Form, start: int, end: int) -> list[Mention]:
    first = folded.original(start)
    after = folded.original(end - 1) + 1
    if form.latin and (_cuts_a_word(text, first) or _cuts_a_word(text, after)):
        return []
    whole = after - first == end - start
    marked = (first, after) if whole else _with_partner_marks(text, first, after)
    if form.free:
        return [Mention(*form.entries[0], *marked)]
    capitals = _capitals(text[first:after])
    entries = [entry for entry in form.entries if not _wants_case(entry[1]) or _capitals(entry[1].text) == capitals]
    return _mentions(entries, text[slice(*marked)], *marked)


def _english_mentions(text: str, encoded: EncodedText, form: _Form, start: int, end: int) -> list[Mention]:
    first, after = encoded.span(start, end)
    written = text[first:after]
    if written.endswith(("'s", "’s")):
        after -= 2
    if "(" in written:
        first, after = _with_partner_marks(text, first, after)
    if form.free:
        return [Mention(*form.entries[0], first, after)]
    return _mentions([entry for entry in form.entries if _fits(entry[1], written)], written, first, after)


def _mentions(entries: list[tuple[int, Term]], written: str, start: int, end: int) -> list[Mention]:
    """One mention for each concept, with the term that is written like the text where there is one."""
    best: dict[int, Term] = {}
    for concept_id, term in entries:
        if concept_id not in best or (term.text == written and best[concept_id].text != written):
            best[concept_id] = term
    return [Mention(concept_id, term, start, end) for concept_id, term in best.items()]


def _fits(term: Term, written: str) -> bool:
    """Whether the text is this English term by the term's own rules of case and inflection."""
    words = _words(written)
    own = _words(term.text)[-len(words) :]  # without an article
    if _wants_case(term) and not all(map(_same_case, words, own)):
        return False
    return term.inflect or [_plain(word) for word in words] == [_plain(word) for word in own]


def _words(text: str) -> list[str]:
    return [piece for piece, _, _ in english_pieces(text) if piece[0].isalnum()]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _wants_case(term: Term) -> bool:
    """Whether a term is found in its own case alone: when it says so, and acronyms (US is not us)."""
    return term.exact_case or (len(term.text) <= _LONGEST_ACRONYM and term.text.isalnum() and term.text.isupper())


def _same_case(word: str, own: str) -> bool:
    """Whether two words differ in no letter by case alone; another letter is an ending (City, Cities)."""
    return all(one == other or one.lower() != other.lower() for one, other in zip(word, own, strict=False))


def _capitals(form: str) -> list[str]:
    """The letters of a Chinese term that have case."""
    return [letter for letter in form if letter.lower() != letter.upper()]


def _cuts_a_word(text: str, place: int) -> bool:
    """Whether a border inside a Chinese text falls within a Latin word or a number."""
    return text[place : place + 1].isascii() and _LATIN_INSIDE.match(text, place) is not None


def _with_partner_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the partner of a mark that stands inside alone: “四千”精神, not 四千”精神.

    >>> _with_partner_marks("“四千”精神", 1, 6), _with_partner_marks("“八八战略”", 1, 5)
    ((0, 6), (1, 5))
    """
    open_marks: list[str] = []
    lonely = ""
    for mark in text[start:end]:
        if mark in _CLOSING:
            open_marks.append(_CLOSING[mark])
        elif open_marks and mark == open_marks[-1]:
            open_marks.pop()
        elif mark in _OPENING:
            lonely = _OPENING[mark]
    if open_marks and text[end : end + 1] == open_marks[0]:
        end += 1
    if lonely and text[max(start - 1, 0) : start] == lonely:
        start -= 1
    return start, end
