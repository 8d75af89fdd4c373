"""Companies, institutions, places and facilities by their endings, with the left border found by words and places."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from termbase.extract.chinese.endings import ending_inside, ending_tails
from termbase.extract.chinese.found import Found
from termbase.extract.chinese.roles import Role
from termbase.extract.chinese.tables import Ending, Strength, name_endings, word_list
from termbase.extract.chinese.traits import Place, Trait, traits_of
from termbase.extract.chinese.words import Word, WordedSentence, is_content
from termbase.language.words import part_of_speech
from termbase.model import ConceptType

__all__ = ["names_by_ending"]

_DIVIDING = (Place.DIVIDES, Place.DIVIDES.lower())
_RUN = re.compile("[^{}{}]+".format(*_DIVIDING))
_BRACKETS = {"（": "）", "(": ")"}
# Longer runs are whole clauses without punctuation (chosen on headlines).
_MOST_WORDS = 12
_COMMON_FIRMS = frozenset(
    [
        "民营企业",
        "国有企业",
        "上市公司",
        "企业",
        "公司",
        "外资企业",
        "龙头企业",
        "子公司",
        "民企",
        "国企",
        "央企",
        "车企",
    ]
)
# 建设共同富裕示范区: what is built, not what builds.
_CLAUSE_NOUNS = frozenset(["建设", "发展", "设立", "创建", "打造", "加快", "形成", "建立", "推进"])
_OF_THE_STATE = ("国家", "中国", "中央", "全国", "国务院")
_DIVISIONS = ("省", "市", "县", "区", "州", "国")


def names_by_ending(sentence: WordedSentence) -> Iterator[Found]:
    """Names that an ending gives away, and places that the dictionary knows.

    >>> from termbase.extract.chinese.words import worded
    >>> from termbase.language.sentences import Sentence
    >>> text = "记者从浙江省商务厅获悉，民营企业杭州云杼智能科技有限公司落户中国（浙江）自由贸易试验区。"
    >>> [found.text for found in names_by_ending(worded(Sentence(text, 0, 0))) if found.weight > 0.6]
    ['商务厅', '浙江省商务厅', '杭州云杼智能科技有限公司', '中国（浙江）自由贸易试验区']
    """
    if sentence.all_marks & Trait.NAMES:
        for run in _runs(sentence):
            yield from _names_in(sentence, run)


def _runs(sentence: WordedSentence) -> Iterator[Sequence[Word]]:
    """The longest stretches of words that names may be made of."""
    if sentence.all_marks & Trait.FIRM or not _BRACKETS.keys().isdisjoint(sentence.text):
        yield from _runs_with_exceptions(sentence.words)
        return
    reached = 0
    for number in sentence.numbers_of(Trait.NAMES):
        match = _RUN.match(sentence.places, number)
        if number >= reached and match is not None:
            first = max(map(sentence.places.rfind, _DIVIDING, (0, 0), (number, number))) + 1
            reached = match.end()
            yield sentence.words_between(first, reached)


def _runs_with_exceptions(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The same where a place in brackets is taken for one word, and firms have words that divide in their names."""
    run: list[Word] = []
    place = 0
    while place < len(words):
        bracketed = _bracketed_place(words, place) if run else None
        if bracketed is not None:
            run.append(bracketed)
            place += 3
            continue
        word = words[place]
        if not word.role & Role.ANY and not (run and _within_firm(words, place)):
            if run:
                yield run
            run = []
        else:
            run.append(word)
        place += 1
    if run:
        yield run


def _bracketed_place(words: Sequence[Word], place: int) -> Word | None:
    """（浙江） as it stands in 中国（浙江）自由贸易试验区, when the name goes on behind it."""
    closing = _BRACKETS.get(words[place].text)
    inside = words[place + 1 : place + 4]
    if closing is None or len(inside) < 3 or inside[1].text != closing or not inside[0].role & Role.PLACE:
        return None
    if not inside[2].role & Role.ANY:
        return None
    text = words[place].text + inside[0].text + closing
    return Word(text, words[place].start, inside[1].end, Role.INSIDE)


def _within_firm(words: Sequence[Word], place: int) -> bool:
    """Whether a word that divides is part of the name of a firm: a place before it, the firm's ending soon after."""
    before = words[max(place - 3, 0) : place]
    if not _may_be_inside(words[place]) or not any(word.role & Role.PLACE for word in before):
        return False
    for word in words[place + 1 : place + 7]:
        if word.text in ("有限公司", "公司", "集团"):
            return True
        if not _may_be_inside(word):
            return False
    return False


def _may_be_inside(word: Word) -> bool:
    return is_content(word) and word.text not in word_list("common_verbs")


def _names_in(sentence: WordedSentence, run: Sequence[Word]) -> Iterator[Found]:
    first = 0
    for place, word in enumerate(run):
        marks = traits_of(word.text).marks
        if not marks & Trait.NAMES:
            continue
        if marks & Trait.PLACE:
            long = len(word.text) > 2
            yield _found(sentence, [word], ConceptType.PLACE, 0.6, "a place by the dictionary", independent=long)
        if marks & Trait.INSTITUTION:
            apart = place == 0 or not run[place - 1].role & Role.PLACE
            reason = "an institution by the dictionary"
            yield _found(sentence, [word], ConceptType.ORGANIZATION, 0.7, reason, independent=apart)
        name = _name_ending_at(sentence, run, first, place)
        if name is not None:
            yield name
            if not _is_joined_later(run, place) and not _is_place_before(run, place):
                first = place + 1


def _name_ending_at(sentence: WordedSentence, run: Sequence[Word], first: int, place: int) -> Found | None:
    """The name that ends with a word, and begins no earlier than another."""
    ending = _ending_of(run, place)
    if ending is None or _goes_on(run, place, ending, _after(sentence, run[-1])):
        return None
    start = _left_border(run, max(first, place + 1 - _MOST_WORDS), place, ending)
    if start is None:
        return None
    following = _next_word(sentence, run, place)
    weight = _proof(run, start, place, ending, after_name=0 < start == first, following=following)
    if not weight or not _is_more_than_ending(run, start, place, ending):
        return None
    reason = f"ends like the name of a {ending.type.value}: {ending.text}"
    return _found(sentence, run[start : place + 1], ending.type, weight, reason)


def _found(
    sentence: WordedSentence,
    words: Sequence[Word],
    type_: ConceptType,
    weight: float,
    reason: str,
    *,
    independent: bool = False,
) -> Found:
    start, end = words[0].start, words[-1].end
    text = sentence.text[start:end]
    return Found(text, sentence.position, start, end, type_, weight, reason, independent=independent)


def _next_word(sentence: WordedSentence, run: Sequence[Word], place: int) -> str:
    if place + 1 < len(run):
        return run[place + 1].text
    return _after(sentence, run[-1])


def _after(sentence: WordedSentence, last: Word) -> str:
    title = _titles().match(sentence.text, last.end)
    return title[0] if title else sentence.text[last.end : last.end + 1]


@functools.cache
def _titles() -> re.Pattern[str]:
    return re.compile("|".join(sorted(word_list("titles"), key=len, reverse=True)))


def _ending_of(run: Sequence[Word], place: int) -> Ending | None:
    """The longest ending up to this word: of whole words, or inside a last word that is a name itself."""
    endings = name_endings()
    last = run[place].text
    best = endings.get(last)
    if last in ending_tails():
        joined = last
        for before in reversed(run[max(place - 3, 0) : place]):
            joined = before.text + joined
            best = endings.get(joined, best)
    return best or ending_inside(last)


def _goes_on(run: Sequence[Word], place: int, ending: Ending, after: str) -> bool:
    """Whether what ends here is only the beginning of a name: 自贸试验区/处/副处长."""
    if place + 1 >= len(run) or ending.type is ConceptType.ORGANIZATION:
        return False
    following = name_endings().get(run[place + 1].text)
    if following is None:
        return False
    then = run[place + 2].text if place + 2 < len(run) else after
    return following.strength is Strength.STRONG or then in word_list("titles")


def _left_border(run: Sequence[Word], first: int, place: int, ending: Ending) -> int | None:
    """The word with which the name begins: the first place in the run, else the first word that may begin one."""
    if ending.type is not ConceptType.COMPANY:
        clause = [number for number in range(first, place) if run[number].text in _CLAUSE_NOUNS]
        if clause and ending.type is ConceptType.PLACE:
            first = clause[-1] + 1
    starts = [number for number in range(first, place + 1) if run[number].role & Role.BEGIN]
    starts = [number for number in starts if run[number].text not in _COMMON_FIRMS or number == place]
    places = [number for number in starts if run[number].role & Role.PLACE]
    if not starts:
        return None
    if ending.type is ConceptType.COMPANY and places:
        abroad = run[places[0]].text in word_list("states")
        return next((number for number in starts if number > places[0]), None) if abroad else places[0]
    if ending.type is ConceptType.PLACE and ending.strength is Strength.WEAK and len(ending.text) == 1:
        return place if run[place].role & Role.PLACE else max(place - 2, starts[0])
    if places and (ending.strength is Strength.WEAK or all(map(_is_verbal, run[first : places[0]]))):
        return places[0]
    return starts[0]


def _is_verbal(word: Word) -> bool:
    """A verb that the name is the object of: 落户|中国（浙江）自由贸易试验区."""
    return part_of_speech(word.text).startswith("v")


def _proof(run: Sequence[Word], start: int, place: int, ending: Ending, *, after_name: bool, following: str) -> float:
    """The weight of a name; weak endings need a place, a title behind them or the dictionary, else 0."""
    if ending.strength is not Strength.WEAK:
        return 0.8
    if ending.type is ConceptType.ORGANIZATION:
        return _office_proof(run[start : place + 1], following)
    first, last = run[start], run[place]
    if start == place:
        return 0.6 if last.role & Role.PLACE else 0.0
    beside_place = start > 0 and run[start - 1].role & Role.PLACE
    if ending.type is ConceptType.PLACE and len(ending.text) == 1:
        return 0.65 if last.text == ending.text and (beside_place or after_name) else 0.0
    proven = first.role & Role.PLACE or beside_place or (after_name and first.role & Role.NEW)
    return 0.65 if proven else 0.0


def _office_proof(words: Sequence[Word], following: str) -> float:
    """An office holder stands behind it, the dictionary knows it, or it is one of a division or of the state."""
    first = words[0]
    if following in word_list("titles") or (len(words) == 1 and part_of_speech(first.text) == "nt"):
        return 0.8
    of_division = first.role & Role.PLACE and first.text.endswith(_DIVISIONS)
    return 0.75 if len(words) > 1 and (of_division or first.text.startswith(_OF_THE_STATE)) else 0.0


def _is_more_than_ending(run: Sequence[Word], start: int, place: int, ending: Ending) -> bool:
    text = "".join(word.text for word in run[start : place + 1])
    if part_of_speech(text) in ("nt", "ns"):
        return True
    return len(text) > len(ending.text) + (ending.type is ConceptType.ORGANIZATION and len(ending.text) == 1)


@functools.lru_cache(maxsize=1)
def _kept() -> frozenset[str]:
    return frozenset(text for text, ending in name_endings().items() if ending.strength is Strength.KEPT)


def _is_joined_later(run: Sequence[Word], place: int) -> bool:
    """Whether an ending that keeps the name before it follows: 浙江大学/经济/学院, 中国人民银行/衢州市/分行."""
    for word in run[place + 1 : place + 5]:
        if word.text in _kept():
            return True
        if word.text in name_endings() and not word.role & Role.PLACE:
            return False
    return False


def _is_place_before(run: Sequence[Word], place: int) -> bool:
    """Whether this is a place of the dictionary that may begin a longer name."""
    return bool(run[place].role & Role.PLACE)
