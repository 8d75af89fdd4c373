"""People and their titles in Chinese: names beside a title or before a verb of saying, foreign names with a dot."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from termbase.extract.chinese.endings import title_start
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.roles import Role
from termbase.extract.chinese.tables import foreign_sounds, word_list
from termbase.extract.chinese.traits import SAYING, Trait
from termbase.extract.chinese.words import Word, WordedSentence
from termbase.language.names import split_chinese_name
from termbase.language.script import is_han
from termbase.language.words import part_of_speech
from termbase.model import ConceptType

__all__ = ["people_and_titles"]

_PART = "(?:(?![和与及的在对说是了将被把由从为])[\u4e00-\u9fff]){1,8}"
_DOTS = frozenset("·•・")
_FOREIGN = re.compile(f"{_PART}(?:[·•・]{_PART})+")
# Posts that are named after a trade, so that what stands before them is part of the title: 跨境业务总监.
_TRADE_POSTS = ("总监", "主管", "经理", "工程师", "书记", "分析师", "经济学家", "秘书", "顾问")
_VAGUE_TITLES = frozenset(["负责人", "代表", "专家", "学者"])
_PARTY_BODIES = ("党支部", "党委", "党组", "省委", "市委", "县委")
_GENERAL_POSTS = frozenset(["总经理", "总工程师", "总书记"])
_LONGEST_TRADE = 6  # characters
_NAME_LENGTHS = (3, 2, 4)
_VAGUE_BEFORE_POST = frozenset(["公司", "集团", "企业", "该公司", "本公司"])


def people_and_titles(sentence: WordedSentence) -> Iterator[Found]:
    """Persons, and the titles that stand beside them.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "浙江省商务厅副厅长胡真舫说，采购总监托马什·维尔切克来了。"
    >>> [found.text for found in people_and_titles(worded(Sentence(text, 0, 0)))]
    ['胡真舫', '副厅长', '托马什·维尔切克', '采购总监']
    """
    if not sentence.all_marks & (Trait.TITLE | Trait.SAYING) and _DOTS.isdisjoint(sentence.text):
        return
    titles = _titles(sentence)
    title_ends = {word.end: word for word in titles}
    for start, end, reason in _people(sentence, titles):
        name = sentence.text[start:end]
        yield Found(name, sentence.position, start, end, ConceptType.PERSON, 0.9, reason)
        title = title_ends.get(start)
        if title is not None:
            begin = _title_start(sentence, title)
            text = sentence.text[begin : title.end]
            if title.text not in _VAGUE_TITLES:
                yield Found(
                    text, sentence.position, begin, title.end, ConceptType.TITLE, 0.75, "a title before a name"
                )
            office = text.removesuffix("书记")
            if office != text and office.endswith(_PARTY_BODIES) and len(office) > 3:
                yield Found(
                    office, sentence.position, begin, title.end - 2, ConceptType.ORGANIZATION, 0.65,
                    "the party body of a secretary", independent=True,
                )  # fmt: skip


def _titles(sentence: WordedSentence) -> list[Word]:
    """The titles that are words, or their ends: 院长 in 医院院长."""
    titles: list[Word] = []
    for number in sentence.numbers_of(Trait.TITLE):
        (word,) = sentence.words_between(number, number + 1)
        start = title_start(word.text)
        titles.append(word._replace(text=word.text[start:], start=word.start + start))
    return titles


def _people(sentence: WordedSentence, titles: list[Word]) -> Iterator[tuple[int, int, str]]:
    text = sentence.text
    spans = [(*_foreign_span(sentence, match), "a foreign name with a dot") for match in _FOREIGN.finditer(text)]
    spans += [
        (title.end, end, f"after the title {title.text}") for title in titles if (end := _name_end(text, title.end))
    ]
    for number in sentence.numbers_of(Trait.SAYING):
        end = sentence.bounds[number]
        start = _clause_name(sentence, end)
        if start is not None:
            spans.append((start, end, f"before {sentence.pieces[number]}, at the beginning of a clause"))
    reached = 0
    for start, end, reason in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield start, end, reason
            reached = end


_NO_NAME_END = (*SAYING, "称", "道")
_CLAUSE_BORDERS = frozenset("，。；：！？”’」“‘\n（）")


def _name_end(text: str, start: int) -> int:
    """Where a Chinese name that begins here ends; 0 when none begins here.

    >>> _name_end("总监祝予安说", 2), _name_end("教授欧阳砚秋认为", 2), _name_end("董事长方面", 3)
    (5, 6, 0)
    """
    possible = [start + length for length in _NAME_LENGTHS if len(text) >= start + length]
    ending = [
        end
        for end in possible
        if _ends_a_name(text, end)
        and split_chinese_name(text[start:end]) is not None
        and not _is_common(text[start:end])
    ]
    # 韩杰说，: a verb of saying is no part of the name
    sparing = [end for end in ending if not text[start:end].endswith(_NO_NAME_END)]
    return max(sparing or ending, default=0)


def _ends_a_name(text: str, place: int) -> bool:
    """Whether what follows can follow a name: no Han character, a verb, an adverb, a preposition.

    >>> [_ends_a_name(text, 3) for text in ("骆澄宇赞扬了", "骆澄宇，", "董事长方面", "骆澄宇在")]
    [True, True, False, True]
    """
    if place >= len(text) or not is_han(text[place]):
        return True
    if text.startswith(_reporting(), place):
        return True
    if text[place] in _AFTER_NAMES or part_of_speech(text[place : place + 2])[:1] in _VERBAL:
        return True
    # 李明表|示 would cut a word in two
    return part_of_speech(text[place]) == "v" and not part_of_speech(text[place - 1 : place + 1])


@functools.cache
def _reporting() -> tuple[str, ...]:
    return tuple(word_list("reporting"))


# Single characters that link a name to what it does or has.
_AFTER_NAMES = frozenset("在对向把被将从与和及为就也已曾又还是则的等")
_VERBAL = frozenset("vdpc")  # jieba's tags: verb, adverb, preposition, conjunction


def _clause_name(sentence: WordedSentence, end: int) -> int | None:
    """Where a name that fills a clause up to a verb of saying begins; None when it is no name."""
    text = sentence.text
    for length in _NAME_LENGTHS:
        start = end - length
        if start < 0 or (start > 0 and text[start - 1] not in _CLAUSE_BORDERS):
            continue
        names = split_chinese_name(text[start:end])
        if names is not None and not _is_common(text[start:end]):
            return start
    return None


@functools.lru_cache(maxsize=10_000)
def _is_common(text: str) -> bool:
    """Whether a possible name is a word of the dictionary (白皮书, 高管) or holds a title (和书记): no evidence."""
    return (
        text[1:] in word_list("titles")
        or part_of_speech(text) not in ("", "nr", "nrfg")
        or text in word_list("stops")
    )


def _foreign_span(sentence: WordedSentence, match: re.Match[str]) -> tuple[int, int]:
    """The part of a match that is written with the characters of foreign names, from the dots outwards."""
    sounds = foreign_sounds()
    text = sentence.text
    first_dot = min(place for place in range(match.start(), match.end()) if not is_han(text[place]))
    last_dot = max(place for place in range(match.start(), match.end()) if not is_han(text[place]))
    start = first_dot
    while start > match.start() and text[start - 1] in sounds and not _ends_a_title(sentence, start):
        start -= 1
    end = last_dot + 1
    while end < match.end() and text[end] in sounds:
        end += 1
    return min(start, first_dot - 1), max(end, last_dot + 2)


def _ends_a_title(sentence: WordedSentence, place: int) -> bool:
    number = sentence.ending.get(place)
    return number is not None and sentence.pieces[number] in word_list("titles")


def _title_start(sentence: WordedSentence, title: Word) -> int:
    """Where a title begins with the trade it is named after."""
    if not title.text.endswith(_TRADE_POSTS) or title.text.removeprefix("副") in _GENERAL_POSTS:
        return title.start
    start = title.start
    while (number := sentence.ending.get(start)) is not None:
        word = sentence.words[number]
        if not word.role & Role.ANY or word.role & Role.PLACE or word.text in _VAGUE_BEFORE_POST:
            break
        if len(word.text) > 3 or title.start - word.start > _LONGEST_TRADE:
            break
        start = word.start
    return start
