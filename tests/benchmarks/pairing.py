"""Renderings of dictionary terms in aligned paragraphs (reports of a central bank), and the speed on laws and news."""

from __future__ import annotations

import gzip
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks.timing import SHARED

__all__ = ["main"]

FITTED = (2015, 2017, 2019)
"""The years on which the weights of termbase.extract.renderings were fitted; the others are held out."""
AIM, AIM_OFTEN, OFTEN = 0.65, 0.80, 3
UNITS, TERMS = 60_000, 1_000

Pairs = list[tuple[str, str]]


def main() -> None:
    """Print for each year the share of terms whose first rendering is a listed one, and pairs in a second of CPU."""
    data = SHARED / "data"
    files = sorted((data / "glossary" / "hkma").glob("*.jsonl.gz"))
    if not files:
        print("the reports are not there: nothing measured")
        return
    totals: dict[bool, list[int]] = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    for file in files:
        year = int(file.name[:4])
        counts = _measure(file, f"{year} {'fitted on' if year in FITTED else 'held out '}")
        totals[year in FITTED] = [old + new for old, new in zip(totals[year in FITTED], counts, strict=True)]
    for fitted, (right, terms, right_often, often) in totals.items():
        print(
            f"{'fitted on' if fitted else 'held out'}: first rendering right {right / max(1, terms):.3f} (aim {AIM}), "
            f"of terms in {OFTEN} paragraphs and more {right_often / max(1, often):.3f} (aim {AIM_OFTEN})"
        )
    _speed("laws", list(islice(_units(data / "memory" / "statutes.tsv.gz"), UNITS)))
    _speed("news", list(_sentences(data / "news")))


def _measure(file: Path, name: str) -> list[int]:
    from termbase.extract.renderings import renderings

    pairs, gold = _year(file)
    started = time.process_time()
    found = renderings(gold, pairs)
    seconds = time.process_time() - started
    right = {term for term, forms in gold.items() if term in found and found[term][0].en.casefold() in forms}
    often = {term for term in gold if sum(term in zh for zh, _ in pairs) >= OFTEN}
    print(
        f"{name}: {len(right) / len(gold):.3f} of {len(gold)} terms, {len(right & often) / len(often):.3f} of "
        f"{len(often)} in {OFTEN} and more; {len(pairs)} paragraphs, {len(pairs) / seconds:.0f}/s, "
        f"{sum(len(zh) + len(en) for zh, en in pairs) / seconds / 1000:.0f} thousand characters/s"
    )
    return [len(right), len(gold), len(right & often), len(often)]


def _year(file: Path) -> tuple[Pairs, dict[str, set[str]]]:
    """The paragraphs of a year in pairs, and for each Chinese term that occurs its English in small letters."""
    from termbase.language.script import to_simplified

    pairs: Pairs = []
    gold: defaultdict[str, set[str]] = defaultdict(set)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            english, chinese = (
                [line.strip() for line in document[side].split("\n") if line.strip()] for side in ("en", "zh")
            )
            pairs += zip(map(to_simplified, chinese), english, strict=False)
            for source, targets in document["proper"].items():
                for target in targets:
                    gold[to_simplified(target)].add(source.casefold())
    return pairs, {term: forms for term, forms in gold.items() if any(term in zh for zh, _ in pairs)}


def _speed(name: str, units: Pairs) -> None:
    """Render frequent words of pairs of segments, in pairs a second of CPU; scanning for the terms alone is the limit."""
    from collections import Counter

    from termbase.extract.renderings import renderings
    from termbase.extract.renderings.chinese_segment import TermFinder
    from termbase.language.words import cut

    if not units:
        print(f"{name}: not there, no speed measured")
        return
    words = Counter(word for zh, _ in units[:10_000] for word in cut(zh) if len(word) > 1)
    terms = [word for word, _ in words.most_common(TERMS + 300)[300:]]
    started = time.process_time()
    finder = TermFinder(terms)
    for zh, _ in units:
        for _ in finder.find(zh):
            pass
    scanned = time.process_time()
    renderings(terms, units)
    seconds = time.process_time() - scanned
    print(
        f"{name}: {len(terms)} terms in {len(units)} pairs, {len(units) / seconds:.0f} pairs/s (aim 2000), "
        f"{sum(len(zh) + len(en) for zh, en in units) / seconds / 1000:.0f} thousand characters/s, "
        f"{seconds / (scanned - started):.1f} times the time of finding the terms"
    )


def _sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """The sentences of news, in pairs by line."""
    for file in sorted(folder.glob("*.zh")):
        sides = (part.read_text(encoding="utf-8").split("\n") for part in (file, file.with_suffix(".en")))
        yield from ((zh, en) for zh, en in zip(*sides, strict=True) if zh and en)


def _units(file: Path) -> Iterator[tuple[str, str]]:
    if not file.exists():
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 3:
                yield fields[2], fields[3]
