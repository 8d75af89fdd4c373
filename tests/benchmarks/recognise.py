"""Terms in text: the recogniser against the bare automaton, 10,000 terms, on text made for it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: TID251 - what ours is measured against

from termbase.language.folding import fold
from termbase.model import Language, Term
from termbase.recognise import Recogniser

TERMS = 10_000
CHARACTERS = 200_000


def main() -> None:
    """Print megabytes a second (UTF-8) of both, and their ratio; the hits must be the same."""
    chance = random.Random(7)
    for name, chinese, (terms, text) in (("zh", True, _chinese(chance)), ("en", False, _english(chance))):
        bare = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)
        language = Language.ZH_HANS if chinese else Language.EN
        recogniser = Recogniser((number, Term(language, term)) for number, term in enumerate(terms))
        hits = [(start, end) for _, start, end in bare.find_matches_as_indexes(text)]
        found = [(mention.start, mention.end) for mention in recogniser.find(text, chinese=chinese)]
        differing = [pair for pair in zip(found, hits, strict=True) if pair[0] != pair[1]]
        assert not differing, differing[:3]
        size = len(text.encode()) / 1e6
        floor = _seconds(lambda bare=bare, text=text: bare.find_matches_as_indexes(text))
        ours = _seconds(lambda finder=recogniser, text=text, chinese=chinese: finder.find(text, chinese=chinese))
        print(
            f"recognise {name}: {size / ours:.1f} MB/s, ahocorasick_rs {size / floor:.1f} MB/s,"
            f" {ours / floor:.2f} times its time, {len(hits):,} hits"
        )


def _chinese(chance: random.Random) -> tuple[list[str], str]:
    """Terms of 2 to 6 characters, and a text with a mark or a stop every dozen characters and a term every thirty."""
    characters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    simple = [character for character in characters if _is_simplified(character)]
    terms = sorted({"".join(chance.choices(simple, k=chance.randint(2, 6))) for _ in range(TERMS)})
    pieces: list[str] = []
    while sum(map(len, pieces)) < CHARACTERS:
        for _ in range(1000):
            pieces += chance.choices(simple, k=12)
            pieces.append(chance.choice(["，", "。", "、", "3.5", "：“", "”，"]))
            pieces.append(chance.choice(terms) if chance.random() < 0.4 else "，")
    return terms, "".join(pieces)


def _is_simplified(character: str) -> bool:
    return fold(character).text == character


def _english(chance: random.Random) -> tuple[list[str], str]:
    """Terms of 2 to 4 words out of 20,000, and a text of such words with a term every ten words.

    Words begin with q and end with z, and have neither inside, so that the bare automaton cannot hit parts of words.
    """
    letters = "abcdefghijklmnoprtuvwy"
    words = [f"q{''.join(chance.choices(letters, k=chance.randint(1, 7)))}z" for _ in range(20_000)]
    terms = sorted({" ".join(chance.choices(words, k=chance.randint(2, 4))) for _ in range(TERMS)})
    pieces: list[str] = []
    while sum(map(len, pieces)) < CHARACTERS:
        for _ in range(1000):
            pieces += chance.choices(words, k=10)
            pieces.append(chance.choice(terms) + chance.choice(["", "", ",", "."]))
    return terms, " ".join(pieces)


def _seconds(work: Callable[[], object]) -> float:
    """The best of nine runs, in processor time: other work on the machine does not count."""
    times = []
    for _ in range(9):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
