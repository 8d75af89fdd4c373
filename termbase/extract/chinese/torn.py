"""Strings that return in a text though the cutter never takes them for words: 义新欧 in 经内河和义|新欧."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from termbase.extract.chinese.form_index import FormIndex
from termbase.extract.chinese.gathering import Form
from termbase.extract.chinese.ngrams import Repeat, repeats
from termbase.extract.chinese.roles import Role, role_of
from termbase.extract.chinese.tables import type_of_form, word_list
from termbase.extract.chinese.termhood import Termhood
from termbase.extract.chinese.words import Word, WordedSentence, is_content
from termbase.language.words import cut, part_of_speech

__all__ = ["torn_forms"]

# Bits. What holds together by less is an accident of two common words (chosen on news: 个百, 的发); strings of two
# characters need twice as much, there are so many.
_LEAST_COHESION = 3.0
# What counts of either: together no more than .75, for a string is no better proof than a name with its ending.
_MOST_TIMES, _MOST_COHESION = 6, 7.5


def torn_forms(texts: Sequence[WordedSentence], known: Container[str]) -> Iterator[Form]:
    """Strings that stand between different neighbours, hold together, and mostly begin and end where words do.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> texts = ["在白鹭坞，竹林连着白鹭坞的小路", "白鹭坞很美，都说白鹭坞好，游客也来了，村民办起客栈"]
    >>> [form.text for form in torn_forms([worded(Sentence(text, 0, 0)) for text in texts], known=())]
    ['白鹭坞']
    """

    def wanted(text: str, count: int) -> bool:
        return (count > 2 or len(text) > 2) and text not in known

    strings = repeats([sentence.text for sentence in texts], wanted=wanted)
    found = {repeat.text: repeat for repeat in strings if _holds_together(repeat) and _may_be_term(repeat.text)}
    forms = {text: _form(repeat) for text, repeat in found.items()}
    index = FormIndex(forms)
    aligned: Counter[str] = Counter()
    for sentence in texts:
        for start, end, text in index.places(sentence):
            forms[text].stands(sentence.position, start, end)
            aligned[text] += start in sentence.borders and end in sentence.borders
    whole = [repeat for text, repeat in found.items() if 2 * aligned[text] >= repeat.count]
    yield from (forms[text] for text in _not_inside_others(whole))


def _holds_together(repeat: Repeat) -> bool:
    return repeat.cohesion >= (2 * _LEAST_COHESION if len(repeat.text) == 2 else _LEAST_COHESION)


def _may_be_term(text: str) -> bool:
    words = [Word(word, 0, 0, role_of(word)) for word in cut(text)]
    if words[0].text in word_list("measures") or not _may_end(words[-1]):
        return False
    new = any(word.role & Role.NEW or len(word.text) == 1 for word in words)
    return new and all(is_content(word) and not _is_act(word) for word in words)


def _is_act(word: Word) -> bool:
    """Verbs and single adjectives: 欠银行, 明态度."""
    return bool(word.role & Role.VERB) or (len(word.text) == 1 and part_of_speech(word.text)[:1] in ("v", "a"))


def _may_end(word: Word) -> bool:
    """Whether a term may end with a word; characters that the lists say nothing of may."""
    return bool(word.role & Role.END) or not word.role & Role.ANY


def _not_inside_others(strings: Iterable[Repeat]) -> Iterator[str]:
    """The strings that occur more often than any longer one they are part of."""
    inside: Counter[str] = Counter()
    for repeat in sorted(strings, key=lambda repeat: -len(repeat.text)):
        text = repeat.text
        if repeat.count > inside[text]:
            yield text
        for start in range(len(text)):
            for end in range(start + 2, len(text) + 1):
                inside[text[start:end]] = max(inside[text[start:end]], repeat.count)


def _form(repeat: Repeat) -> Form:
    measured = Termhood(
        (
            ("no word of the dictionary", 1.0, 0.36),
            (f"{repeat.count} times between different neighbours", min(repeat.count, _MOST_TIMES), 0.04),
            ("holds together (mutual information in bits)", min(repeat.cohesion, _MOST_COHESION), 0.02),
        )
    )
    return Form(repeat.text, type_of_form(repeat.text), measured.score, termhood=measured)
