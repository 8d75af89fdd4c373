"""`name-pinyin`: a person or place romanised against its characters, or in the wrong order.

The rule goes from the English: a name that no characters of the source sound like, but that is a letter or two away
from a name they do spell. A name nobody is near to has another rendering and is left alone, as are names spelled as
in Taiwan and Hong Kong. Sources: GB/T 28039-2011 (surname first, given name in one word), GB/T 16159-2012.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from termbase.language.english import Token, zipf
from termbase.language.keys import pinyin_letters
from termbase.language.lexicon import default_lexicon
from termbase.language.nearness import nearest
from termbase.language.persons import person_pinyin
from termbase.language.syllables import toneless
from tm.checks.model import Check, Direction, Job, Remark, Severity, each
from tm.checks.name_stretches import Person, flat, people_in, place_spelling, sounds_in
from tm.checks.passage import Passage

__all__ = ["NAME_PINYIN"]

# Letters. Below, a slip leads to another name as often as not.
_SHORTEST_PLACE, _SHORTEST_GIVEN = 5, 3
# A word met once in a million or more is a known one (Zipf scale), not a slip in a name.
_KNOWN_WORD = 3.0


def _misspelt(passage: Passage, job: Job) -> Iterator[Remark]:
    names = [place for place, word in enumerate(passage.words) if _is_name_word(word.text)]
    if not names or not passage.zh:
        return
    taken = {word for mention in passage.en_mentions for word in range(mention.start, mention.end)}
    names = [place for place in names if passage.words[place].start not in taken]
    spelled: set[int] = set()
    for remark, places in _persons(passage, names):
        spelled.update(places)
        if remark is not None:
            yield remark
    yield from _places(passage, [place for place in names if place not in spelled])


def _persons(passage: Passage, names: Sequence[int]) -> Iterator[tuple[Remark | None, tuple[int, ...]]]:
    """Words that spell a person of the source, rightly (without a remark) or nearly."""
    pairs = [(first, second) for first, second in pairwise(names) if second == first + 1]
    letters = {place: pinyin_letters(passage.words[place].text) for pair in pairs for place in pair}
    people = list(people_in(passage.zh, letters.values())) if pairs else []
    for first, second in pairs if people else ():
        last = second + (second + 1 in letters)
        told = tuple(letters[place] for place in range(first, last + 1))
        for rule in _RULES:
            person = next((one for one in people if rule.holds(told, one)), None)
            if person is not None:
                yield _remark(rule.says, person, passage.words[first : last + 1]), tuple(range(first, last + 1))
                break


def _remark(says: str, person: Person, words: Sequence[Token]) -> Remark | None:
    if not says:
        return None
    right = _in_english(person.text)
    place = (words[0].start, words[-1].end)
    return Remark(f"{says}: {person.text} is {right}", (person.start, person.end), place, right)


def _given_in_two(letters: Sequence[str], person: Person) -> bool:
    return len(letters) == 3 and letters[0] in person.surname and letters[1] + letters[2] in person.given


def _right(letters: Sequence[str], person: Person) -> bool:
    """Spelled by pinyin; or the surname as elsewhere: then the given name follows rules of its own."""
    return (letters[0] in person.surname and letters[1] in person.given) or letters[0] in person.surname_elsewhere


def _wrong_order(letters: Sequence[str], person: Person) -> bool:
    return len(letters) == 2 and letters[1] in person.surname and letters[0] in person.given


def _given_misspelt(letters: Sequence[str], person: Person) -> bool:
    if len(letters) != 2 or len(letters[1]) < _SHORTEST_GIVEN or letters[0] not in person.surname:
        return False
    return bool(nearest(letters[1], person.given))


def _surname_misspelt(letters: Sequence[str], person: Person) -> bool:
    if len(letters) != 2 or len(letters[1]) < _SHORTEST_GIVEN or letters[1] not in person.given:
        return False
    return bool(nearest(letters[0], person.surname))


@dataclass(frozen=True, slots=True)
class _Rule:
    """How two or three words may stand to a person, and what is then to be said: nothing when all is well."""

    holds: Callable[[Sequence[str], Person], bool]
    says: str


_RULES = (
    _Rule(_given_in_two, "the given name is one word"),
    _Rule(_right, ""),
    _Rule(_wrong_order, "the surname stands first"),
    _Rule(_given_misspelt, "the given name is misspelt"),
    _Rule(_surname_misspelt, "the surname is misspelt"),
)


def _places(passage: Passage, names: Sequence[int]) -> Iterator[Remark]:
    unknown = [passage.words[place] for place in names if _may_be_a_place(passage.words[place].text)]
    if not unknown:
        return
    sounds = sounds_in(passage.zh)
    for word in unknown:
        letters = flat(pinyin_letters(word.text))
        near = () if letters in sounds else nearest(letters, sounds)
        if not near or any(zh in passage.zh for zh in default_lexicon().chinese_of(word.text)):
            continue
        for start, end in sorted(span for one in near for span in sounds[one]):
            right = "" if _is_foreign(passage.zh, start, end) else place_spelling(passage.zh[start:end])
            if right and flat(pinyin_letters(right)) != letters:
                yield Remark(
                    f"the place is misspelt: {passage.zh[start:end]} is {right}",
                    (start, end),
                    (word.start, word.end),
                    right,
                )
                break


def _is_foreign(zh: str, start: int, end: int) -> bool:
    """Whether the characters are part of a foreign person's name, which has a dot."""
    return zh[end : end + 1] == "·" or zh[max(0, start - 1) : start] == "·"


def _may_be_a_place(word: str) -> bool:
    return len(word) >= _SHORTEST_PLACE and zipf(word.lower()) < _KNOWN_WORD


def _is_name_word(text: str) -> bool:
    if text.islower():
        return False
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return len(letters) > 1 and letters.isascii() and letters.isalpha() and letters[0].isupper()


def _in_english(name: str) -> str:
    """A person's name as English writes it: 欧阳修 is Ouyang Xiu."""
    return " ".join(word[:1].upper() + word[1:] for word in toneless(person_pinyin(name)).split(" "))


NAME_PINYIN = Check(
    id="name-pinyin",
    says="a person or place is spelled against its characters",
    severity=Severity.WARNING,
    origin="GB/T 28039-2011 and GB/T 16159-2012",
    directions=frozenset({Direction.ZH_EN}),
    false_alarms=0.0012,
    begin=each(_misspelt),
)
