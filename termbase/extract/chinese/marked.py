"""What Chinese text marks as a name itself: quotation marks, 《》, introduced abbreviations, English in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from termbase.extract.chinese.found import Found
from termbase.extract.chinese.phrases import begins_phrase
from termbase.extract.chinese.roles import Role
from termbase.extract.chinese.tables import type_by_ending, type_of_form, word_list
from termbase.extract.chinese.words import WordedSentence
from termbase.language.script import has_han, is_han
from termbase.language.words import frequency, part_of_speech
from termbase.model import ConceptType, Kind

__all__ = ["marked_forms"]

_MARKS = re.compile("[“‘「『《（(]")
# Each kind of marks by itself, so that ‘四千’ within a speech is seen too.
_QUOTED = tuple(
    re.compile(f"{first}([^{first}{last}]{{1,60}}){last}") for first, last in ("“”", "‘’", "「」", "『』")
)
_LONGEST_TITLE = 80  # characters
_TITLED = re.compile(f"《([^《》]{{2,{_LONGEST_TITLE}}})》")
_INTRODUCED = re.compile(
    "[（(](?:以下|下文|下)?(?:统)?简?称(?:为)?[：:]?[“‘「]?([^“”‘’「」（）()，。；]{2,20})[”’」]?[）)]"
)
_HAN_IN_BRACKETS = re.compile("[（(][“‘「]?([\u4e00-\u9fff]{2,6})[”’」]?[）)]")
_LONGEST_FULL = 24  # characters of the full form that a short one in brackets stands for
_LATIN_GLOSS = re.compile("[（(]([A-Za-z][A-Za-z0-9&.,'’ \\-]{1,80})[）)]")

# A slogan has no stop inside, and a comma only between equal halves; 24 characters: three clauses of eight (FACTS §4
# counts slogans of four-character clauses).
_LONGEST_SLOGAN = 24
_SPEECH = re.compile(
    "[。！？；：?!;]|我|你|他们|她|咱|它|了$|吗|呢|吧|^[在对把从让当为]|这[个是种些样]|^[的了是不就也都很]"
)
_BEFORE_SPEECH = re.compile("[：:]$|(?:说|道|表示|称|指出|强调|认为|问|答|坦言|写道|透露)[，,]?$")
_CLAUSES = re.compile("[，,、]")
# 世界“小商品之都”: the realm stands before what it is the capital of.
_REALM_TITLE = re.compile("[都乡城国府冠最]$")
_REALMS = frozenset(["世界", "全球", "中国", "亚洲", "欧洲", "全国", "国际", "东方", "华夏"])
# How many words may stand between the mark and the heading: “一带一路”国际合作高峰论坛 has three.
_LONGEST_HEADING = 4
_LONGEST_NAME = 8


def marked_forms(sentence: WordedSentence) -> Iterator[Found]:
    """The forms that marks point out, with what belongs to them outside the marks.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "弘扬“四千”精神，读《之江新语》；他说：“我们来了。”"
    >>> [found.text for found in marked_forms(worded(Sentence(text, 0, 0)))]
    ['“四千”精神', '之江新语']
    """
    # most sentences have none of these marks, and nothing is faster than to see that first
    if not _MARKS.search(sentence.text):
        return
    yield from _quoted(sentence)
    yield from _titled(sentence)
    yield from _introduced(sentence)
    yield from _shortened(sentence)
    yield from _glossed(sentence)


def _quoted(sentence: WordedSentence) -> Iterator[Found]:
    text = sentence.text
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _QUOTED):
        inner = match[1]
        before_it = text[max(match.start() - _LONGEST_TITLE, 0) : match.start()]
        if before_it.rfind("《") > before_it.rfind("》"):
            continue
        if not _is_slogan(inner, before_it):
            continue
        start, end = match.start(), match.end()
        heading_end = _heading_after(sentence, end)
        before = _realm_before(sentence, start) if _REALM_TITLE.search(inner) else start
        weight = _weight(inner)
        if heading_end == end and before == start:
            start, end, reason = start + 1, end - 1, "in quotation marks"
        else:
            start, end, reason = before, heading_end, "in quotation marks, with the noun that belongs to it"
            weight = 0.85
        yield Found(text[start:end], sentence.position, start, end, _type_of(text[start:end]), weight, reason)


def _weight(inner: str) -> float:
    """Less for words of the dictionary: “加速度” may be a figure of speech, and an idiom (源头活水) mostly is."""
    if not frequency(inner):
        return 0.85
    return 0.45 if part_of_speech(inner) in ("i", "l") else 0.62


def _is_slogan(inner: str, before: str) -> bool:
    """Whether words in quotation marks are a name and no speech.

    >>> [_is_slogan(inner, "") for inner in ("八八战略", "双11", "数", "我们来了")]
    [True, True, False, False]
    """
    if not 2 <= len(inner) <= _LONGEST_SLOGAN or not has_han(inner) or _SPEECH.search(inner):
        return False
    clauses = _CLAUSES.split(inner)
    if len(clauses) > 1 and len({len(clause) for clause in clauses}) > 1:
        return False
    return len(inner) <= 12 or len(clauses) > 1 or not _BEFORE_SPEECH.search(before)


def _heading_after(sentence: WordedSentence, place: int) -> int:
    """The end of the nouns right after a mark that end with a heading such as 精神; the place itself without one."""
    headings_known = word_list("slogan_heads")
    end = place
    for word in sentence.words_from(place, _LONGEST_HEADING):
        if not word.role & Role.ANY:
            break
        if word.text in headings_known or word.text[-2:] in headings_known:
            end = word.end
    return end


def _realm_before(sentence: WordedSentence, place: int) -> int:
    number = sentence.ending.get(place)
    if number is None:
        return place
    is_realm = sentence.pieces[number] in _REALMS or sentence.roles[number] & Role.PLACE
    return sentence.bounds[number] if is_realm else place


def _titled(sentence: WordedSentence) -> Iterator[Found]:
    for match in _TITLED.finditer(sentence.text):
        kind_of = _type_of(match[1])
        if kind_of not in (ConceptType.DOCUMENT, ConceptType.EVENT):
            kind_of = ConceptType.PUBLICATION
        if match[1].endswith(
            ("计划", "行动", "战略", "法", "决定", "通知", "指南", "标准", "章程", "细则", "清单", "措施")
        ):
            kind_of = ConceptType.DOCUMENT
        weight = 0.9 if len(match[1]) > 3 else 0.65
        yield Found(match[1], sentence.position, match.start(1), match.end(1), kind_of, weight, "in title marks 《》")


def _introduced(sentence: WordedSentence) -> Iterator[Found]:
    text = sentence.text
    for match in _INTRODUCED.finditer(text):
        for short in re.finditer("[^、或和]{2,}", match[1]):
            start = match.start(1) + short.start()
            yield Found(
                short[0], sentence.position, start, start + len(short[0]), _type_of(short[0]), 0.9,
                "introduced as an abbreviation", kind=Kind.ABBREVIATION, full_form_end=match.start(),
            )  # fmt: skip


def _shortened(sentence: WordedSentence) -> Iterator[Found]:
    """A short form in brackets whose characters the name before has in the same order: …进口博览会（进博会）."""
    text = sentence.text
    for match in _HAN_IN_BRACKETS.finditer(text):
        short, before = match[1], text[max(0, match.start() - _LONGEST_FULL) : match.start()].rstrip("》”’」")
        rest = iter(before)
        if (
            before.endswith(short[-1])
            and not before.endswith(short)
            and all(character in rest for character in short)
        ):
            yield Found(
                short, sentence.position, *match.span(1), type_by_ending(short, ConceptType.ABBREVIATION), 0.85,
                "a short form in brackets", kind=Kind.ABBREVIATION, full_form_end=match.start(),
            )  # fmt: skip


def _glossed(sentence: WordedSentence) -> Iterator[Found]:
    """Latin letters in brackets: an acronym is a form of its own, a name is the gloss of what stands before."""
    for match in _LATIN_GLOSS.finditer(sentence.text):
        end = match.start()
        while end and sentence.text[end - 1] in "》”’ ":
            end -= 1
        if not end or not is_han(sentence.text[end - 1]):
            continue
        if match[1].isupper() and " " not in match[1]:
            yield Found(
                match[1], sentence.position, match.start(1), match.end(1), ConceptType.ABBREVIATION, 0.85,
                "a Latin abbreviation in brackets", kind=Kind.ACRONYM, full_form_end=end,
            )  # fmt: skip
        else:
            yield from _form_before(sentence, end, match[1])


def _form_before(sentence: WordedSentence, end: int, gloss: str) -> Iterator[Found]:
    """The nouns right before a bracket with English in it."""
    start, border = end, end
    for _ in range(_LONGEST_NAME):
        number = sentence.ending.get(border)
        if number is None or not sentence.roles[number] & Role.ANY:
            break
        border = sentence.bounds[number]
        if begins_phrase(sentence.pieces[number]):
            start = border
    text = sentence.text[start:end]
    if len(text) >= 2:
        yield Found(
            text, sentence.position, start, end, type_of_form(text), 0.8, "with its English in brackets", gloss=gloss
        )


def _type_of(text: str) -> ConceptType:
    return type_by_ending(text, ConceptType.POLICY_PHRASE)
