"""Strict F1 of the alignment: a link counts when both lists of sentences equal a gold link; empty links count."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from termbase.language.lexicon import default_lexicon
from tm.align import align

DATA = Path(__file__).parents[3] / "shared" / "data" / "align"

Pairs = set[tuple[tuple[int, ...], tuple[int, ...]]]


class Text(NamedTuple):
    zh: list[str]
    en: list[str]
    gold: Pairs


def main() -> None:
    """Print precision, recall, F1 and sentences per second for each corpus, without and with the lexicon."""
    if not DATA.is_dir():
        print(f"alignment: no data in {DATA}, nothing measured")
        return
    english_of = default_lexicon().english_of
    align(["预热。"], ["Warm up."], lexicon=english_of)
    for corpus, texts in (("novels", novels), ("magazine", magazine)):
        for name, lexicon in (("no lexicon", None), ("CC-CEDICT", english_of)):
            print(f"alignment {corpus:9} {name:10} {measured(list(texts()), lexicon)}")


def measured(texts: list[Text], lexicon: Callable[[str], Iterable[str]] | None) -> str:
    right = proposed = gold = sentences = 0
    began = time.perf_counter()
    for text in texts:
        links: Pairs = {(link.zh_index, link.en_index) for link in align(text.zh, text.en, lexicon=lexicon)}
        right += len(links & text.gold)
        proposed += len(links)
        gold += len(text.gold)
        sentences += len(text.zh) + len(text.en)
    rate = sentences / (time.perf_counter() - began)
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


def gold(path: Path) -> Pairs:
    sides = (line.split(":")[:2] for line in lines(path))
    return {(numbers(first), numbers(second)) for first, second in sides}


def numbers(side: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", side))


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


if __name__ == "__main__":
    main()
