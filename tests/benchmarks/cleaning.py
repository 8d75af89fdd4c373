"""What `tm clean` finds in good memories, where it should be silent, and in spoilt ones, where it should not."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.benchmarks.timing import SHARED
from tm.memory.cleaning import FAULTS, faults
from tm.model import Unit

__all__ = ["main"]

APART = 7
"""How many units away the translation comes from in a spoilt memory."""


def main() -> None:
    """Print the share of units with each fault: as they are, with the other script's tag, with others' translations."""
    data = SHARED / "data"
    if not (data / "memory" / "statutes.tsv.gz").exists():
        print("the memories are not there: nothing measured")
        return
    for name, units in (("laws", list(_statutes())), ("news", list(_news()))):
        _print(f"{name}, {len(units)} units", units)
        other = "zh-CN" if name == "laws" else "zh-TW"
        _print(f"{name}, tagged {other}", [replace(unit, zh_language=other) for unit in units])
        targets = [unit.en for unit in units[APART:] + units[:APART]]
        _print(f"{name}, misaligned", [replace(unit, en=en) for unit, en in zip(units, targets, strict=True)])
        _print(f"{name}, untranslated", [replace(unit, en=unit.zh) for unit in units])


def _print(name: str, units: list[Unit]) -> None:
    found = Counter(fault for _, _, fault in faults(enumerate(units), list(FAULTS)))
    shares = ", ".join(f"{fault} {100 * found[fault] / len(units):.3f} %" for fault in FAULTS)
    print(f"{name:22} {shares}")


def _statutes() -> Iterator[Unit]:
    with gzip.open(SHARED / "data" / "memory" / "statutes.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            _, _, zh, en = line.rstrip("\n").split("\t")
            yield Unit(zh, en, zh_language="zh-TW")


def _news() -> Iterable[Unit]:
    for path in sorted((SHARED / "data" / "news").glob("*.zh")):
        sides = (one.read_text(encoding="utf-8").split("\n") for one in (path, path.with_suffix(".en")))
        for zh, en in zip(*sides, strict=True):
            if zh or en:
                yield Unit(zh, en, zh_language="zh-CN")
