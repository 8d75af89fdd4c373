"""Alignment: strict F1 against gold links, tuning and checking halves apart, and how time and memory grow.

A link counts when both lists of sentences equal a gold link; empty links count. Known for the novels: Gale-Church .485,
hunalign .610, Bleualign .641, and with neural models Vecalign .863, Bertalign .911; for the magazine: Gale-Church .912,
Bertalign .98. The halves hold for names by sound, learned renderings and confidence; the frequencies of links and the
weights of figures, words and marks were chosen on the whole of both.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from termbase.language.lexicon import default_lexicon
from tests.benchmarks.timing import ROOT, SHARED
from tm.align import align

DATA = SHARED / "data" / "align"
NEWS = DATA.parent / "news"
SIZES = (625, 2_500, 10_000)
_PARTS = 8
"""Stretches into which the magazine is cut for the two halves."""

Pairs = set[tuple[tuple[int, ...], tuple[int, ...]]]


class Text(NamedTuple):
    zh: list[str]
    en: list[str]
    gold: Pairs


def main() -> None:
    """Print the tables; each row of the last one is a process of its own."""
    if not DATA.is_dir():
        print(f"alignment: no data in {DATA}, nothing measured")
        return
    align(["预热。"], ["Wang Yuhe warms up."], lexicon=default_lexicon().english_of)
    story, pages = list(novels()), list(magazine())
    parts = cut(pages[0])
    print("strict F1; aims: novels .80, magazine .97; rates by processor time, aim 1,000 sentences/s")
    for name, texts in (
        ("novels 1, 3, 5 (tuned on)", story[0::2]),
        ("novels 2, 4, 6 (held out)", story[1::2]),
        ("novels", story),
        ("magazine, odd eighths (tuned on)", parts[0::2]),
        ("magazine, even eighths (held out)", parts[1::2]),
        ("magazine", pages),
    ):
        print(f"  {name:34} {measured(texts)}")
    print(f"  {'novels, no lexicon':34} {measured(story, lexicon=False)}")
    print(f"  {'magazine, no lexicon':34} {measured(pages, lexicon=False)}")
    if NEWS.is_dir():
        print("growth: news, so many sentences on each side; aims: 10,000 in 60 s, 500 MB")
        for size in SIZES:
            command = (sys.executable, "-m", "tests.benchmarks.alignment", str(size))
            print(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout, end="")


def measured(texts: list[Text], *, lexicon: bool = True) -> str:
    right = proposed = gold = sentences = 0
    began = time.process_time()
    for text in texts:
        found = align(text.zh, text.en, lexicon=default_lexicon().english_of if lexicon else None)
        links: Pairs = {(link.zh_index, link.en_index) for link in found}
        right += len(links & text.gold)
        proposed += len(links)
        gold += len(text.gold)
        sentences += len(text.zh) + len(text.en)
    rate = sentences / (time.process_time() - began)
    precision, recall, f1 = right / proposed, right / gold, 2 * right / (proposed + gold)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, {rate:,.0f} sentences/s"


def novels() -> Iterator[Text]:
    folder = DATA / "novels"
    for path in sorted((folder / "zh").iterdir()):
        yield Text(lines(path), lines(folder / "en" / path.name), gold(folder / "gold" / f"{path.name}.align"))


def magazine() -> Iterator[Text]:
    """English to Chinese: the gold lists the English sentences first."""
    folder = DATA / "magazine"
    for path in sorted((folder / "tgt").iterdir()):
        turned = gold(folder / "gold" / f"{path.name}.align")
        yield Text(lines(path), lines(folder / "src" / path.name), {(zh, en) for en, zh in turned})


def cut(text: Text) -> list[Text]:
    """A text in parts that begin at gold links of one sentence each."""
    ones = sorted((zh[0], en[0]) for zh, en in text.gold if len(zh) == len(en) == 1)
    starts = [next(one for one in ones if one[0] >= part * len(text.zh) // _PARTS) for part in range(1, _PARTS)]
    places = [(0, 0), *starts, (len(text.zh), len(text.en))]
    parts = []
    for (zh, en), (next_zh, next_en) in pairwise(places):
        links = {
            (tuple(number - zh for number in left), tuple(number - en for number in right))
            for left, right in text.gold
            if (zh <= left[0] < next_zh if left else en <= right[0] < next_en)
        }
        parts.append(Text(text.zh[zh:next_zh], text.en[en:next_en], links))
    return parts


def gold(path: Path) -> Pairs:
    sides = (line.split(":")[:2] for line in lines(path))
    return {(numbers(first), numbers(second)) for first, second in sides}


def numbers(side: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", side))


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def align_news(size: int) -> None:
    """Align so many sentences of news, one a line, and print what that took."""
    zh = [line for path in sorted(NEWS.glob("*.zh")) for line in lines(path)]
    en = [line for path in sorted(NEWS.glob("*.zh")) for line in lines(path.with_suffix(".en"))]
    wall, began = time.perf_counter(), time.process_time()
    align((zh * 2)[:size], (en * 2)[:size], lexicon=default_lexicon().english_of)
    wall, took = time.perf_counter() - wall, time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {size:6,}  {took:5.1f} s ({wall:5.1f} s on the clock)  {2 * size / took:6,.0f} sentences/s  {memory:4.0f} MB"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        align_news(int(sys.argv[1]))
    else:
        main()
