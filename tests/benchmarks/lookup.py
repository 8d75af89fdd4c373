"""How fast the termbase is filled and asked: 100,000 concepts, every class of query.

The aims, on two cores with nothing else to do: 5,000 concepts filed a second, and 20 ms for any query of a termbase
that is open.
"""

from __future__ import annotations

import gc
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import accumulate, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from termbase.language.pinyin import split_syllables
from termbase.lookup import find
from termbase.model import Concept, ConceptType, Language, Status, Term
from termbase.place import Place
from termbase.reading import Reader, open_reader
from termbase.store import Store
from tests.benchmarks.timing import ROOT, interleaved

__all__ = ["classes", "fill", "main"]

_CONCEPTS = 100_000
_QUERIES = 60
# Characters of unequal frequency with a reading each; the first stands in a fifth of the terms, as 国 does.
_CHARACTERS = [chr(0x4E00 + 7 * number) for number in range(2_500)]
_WEIGHTS = list(accumulate(1 / (rank + 8) for rank in range(len(_CHARACTERS))))
_INITIALS = (
    "b",
    "p",
    "m",
    "f",
    "d",
    "t",
    "n",
    "l",
    "g",
    "k",
    "h",
    "j",
    "q",
    "x",
    "zh",
    "ch",
    "sh",
    "r",
    "z",
    "c",
    "s",
    "y",
    "w",
)
_FINALS = (
    "a",
    "ai",
    "an",
    "ang",
    "ao",
    "e",
    "ei",
    "eng",
    "i",
    "ian",
    "iao",
    "ie",
    "in",
    "ing",
    "o",
    "ong",
    "ou",
    "u",
    "uan",
    "uo",
)
_MARKED = str.maketrans("aeiou", "āéǐòū")


def main() -> None:
    """Print the time to file and to read, the size, and the median and 95th percentile of each class of query."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "terms.db"
        fill(path, _CONCEPTS)
        print(f"size {path.stat().st_size / 1e6:.0f} MB")
        with open_reader(path) as reader:
            _read_all(reader)
            for name, queries in classes(reader).items():
                _time(name, queries, lambda query: find(reader, query))
        _start(path)


def fill(place: Place, number: int) -> None:
    """File so many generated concepts and print how fast."""
    concepts = list(_generated(number))
    # a million objects of our own would slow each collection down
    gc.freeze()
    started = time.perf_counter()
    with Store.open(place, who="benchmark") as store:
        store.add_all(concepts)
    seconds = time.perf_counter() - started
    print(f"filed {number:,} concepts in {seconds:.1f} s, {number / seconds:,.0f} a second")


def _read_all(reader: Reader) -> None:
    for name, read in (("concepts", reader.concepts), ("terms", reader.terms)):
        started = time.perf_counter()
        found = sum(1 for _ in read())
        print(f"read {found:,} {name} in {time.perf_counter() - started:.1f} s")


def _generated(number: int) -> Iterator[Concept]:
    """Concepts of two to eight characters with pinyin and an English term of as many words, the same every time."""
    chance = random.Random(1)
    made = (initial + final for initial in _INITIALS for final in _FINALS)
    syllables = [syllable for syllable in made if split_syllables(syllable) == [syllable]]
    readings = {character: _marked(chance.choice(syllables)) for character in _CHARACTERS}
    words = ["".join(chance.choices(syllables, k=chance.choice((2, 3)))) for _ in range(20_000)]
    ranks = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
    for _ in range(number):
        characters = chance.choices(_CHARACTERS, cum_weights=_WEIGHTS, k=chance.choice((2, 3, 4, 4, 4, 5, 6, 8)))
        english = chance.choices(words, cum_weights=ranks, k=max(1, len(characters) // 2))
        yield Concept(
            ConceptType.POLICY_PHRASE,
            (
                Term(
                    Language.ZH_HANS,
                    "".join(characters),
                    pinyin=" ".join(readings[character] for character in characters),
                ),
                Term(Language.EN, " ".join(english)),
            ),
            status=chance.choice((Status.APPROVED, Status.PROPOSED)),
        )


def classes(reader: Reader) -> dict[str, list[str]]:
    """Queries by class, made of stored terms, and some that nothing answers."""
    chance = random.Random(2)
    drawn = chance.sample(list(islice(reader.concepts(), 20_000)), 20 * _QUERIES)
    long = [concept for concept in drawn if len(concept.terms[0].text) >= 5][:_QUERIES]
    zh = [concept.terms[0].text for concept in drawn[:_QUERIES]]
    en = [concept.terms[1].text for concept in long]
    spelled = [concept.terms[0].pinyin for concept in long]
    typed = [_typed(pinyin) for pinyin in spelled]
    return {
        "zh exact": zh,
        "zh in quotation marks": [f"“{text}”" for text in zh],
        "zh two characters": [concept.terms[0].text[1:3] for concept in long],
        "zh one character": _CHARACTERS[:_QUERIES],
        "zh beginning": [concept.terms[0].text[:3] for concept in long],
        "zh wrong character": [f"{concept.terms[0].text[:2]}龘{concept.terms[0].text[3:]}" for concept in long],
        "zh missed": ["龘靐齉爩"] * _QUERIES,
        "en exact": en,
        "en words in another order": [" ".join(reversed(text.split())) for text in en],
        "en one letter": list("bpmfdtnlgkhjqxrzcsyw"),
        "en one word": [text.split()[0] for text in en],
        "en unfinished": [text[:-2] for text in en],
        "en misspelt": [text[:3] + text[4:] for text in en],
        "en missed": ["unquestionable tranquility"] * _QUERIES,
        "pinyin with tones": spelled,
        "pinyin typed": typed,
        "pinyin beginning": [text[:6] for text in typed],
        "pinyin southern": [text.replace("zh", "z").replace("ng", "n") for text in typed],
        "pinyin misspelt": [text[:4] + "q" + text[5:] for text in typed],
        "initials": ["".join(syllable[0] for syllable in pinyin.split()) for pinyin in spelled],
    }


def _marked(syllable: str) -> str:
    return re.sub("[aeiou]", lambda vowel: vowel[0].translate(_MARKED), syllable, count=1)


def _typed(pinyin: str) -> str:
    return "".join(pinyin.split()).translate(str.maketrans("āéǐòū", "aeiou"))


def _time(name: str, queries: list[str], ask: Callable[[str], list[object]]) -> None:
    milliseconds = []
    found = 0
    for query in [queries[0], *queries]:
        started = time.perf_counter()
        hits = ask(query)
        milliseconds.append(1e3 * (time.perf_counter() - started))
        found += bool(hits)
    # the first question warms what the class needs
    timed = milliseconds[1:]
    print(
        f"{name:28} p50 {median(timed):6.2f}  p95 {quantiles(timed, n=20)[-1]:6.2f}  "
        f"worst {max(timed):6.2f} ms  found {found - 1 if found else 0}/{len(queries)}"
    )


def _start(path: Path) -> None:
    """What a cold process pays: Python alone, the driver and a row, the reader and a look-up."""
    with closing(sqlite3.connect(path)) as connection:
        ((text,),) = connection.execute("SELECT text FROM term WHERE id = 1")
    row = "print(sqlite3.connect(sys.argv[1]).execute('SELECT text FROM term WHERE id = 1').fetchall())"
    programs = {
        "Python alone": "",
        "sqlite3 and one row": f"import sqlite3, sys; {row}",
        "and the model's imports": f"import sqlite3, sys, termbase.model, termbase.errors; {row}",
        "reader and look-up": (
            "import sys; from termbase.reading import open_reader; from termbase.lookup import find; "
            "print(len(find(open_reader(sys.argv[1]), sys.argv[2])))"
        ),
    }
    commands = {name: [sys.executable, "-c", program, str(path), text] for name, program in programs.items()}
    for name, seconds in interleaved(commands).items():
        print(f"cold process, {name:28} {1e3 * seconds:6.1f} ms")
    once = (
        "import sqlite3, sys, time; from termbase.reading import open_reader; from termbase.lookup import find; "
        "started = time.perf_counter(); find(open_reader(sys.argv[1]), sys.argv[2]); "
        "print(time.perf_counter() - started)"
    )
    command = [sys.executable, "-c", once, str(path), text]
    seconds = [float(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout) for _ in range(9)]
    print(f"opened and asked once, without the imports    {1e3 * median(seconds):6.1f} ms")


if __name__ == "__main__":
    main()
