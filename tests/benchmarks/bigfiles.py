"""Whether a memory of any size passes through a small machine: a generated TMX is read and written again as a stream.

Run `python -m tests.benchmarks bigfiles`; `python -m tests.benchmarks.bigfiles 1000` makes a file of 1,000 MB, in a
folder that is gone afterwards. Reading stands beside expat whose handlers do nothing but join texts; peaks of memory
are those of the whole process, beside one that reads a hundredth of the file.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.memory import reading
from tests.benchmarks.timing import peak_memory
from tm.formats.tmx import write
from tm.model import Unit

_MEGABYTES = 200
_CODED = 0.05
"""Share of units with inline codes, which take the slower way."""
_ZH = ["港口货物吞吐量达到三亿吨", "同比增长百分之五", "义乌国际商贸城的市场主体超过一百万户", "开行中欧班列两千列"]
_EN = ["The", "port", "handled", "cargo", "of", "million", "tonnes", "market", "entities", "in", "Yiwu", "exceeded"]

_READ = (
    "import sys; from pathlib import Path; from tm.formats.tmx import read\nfor _ in read(Path(sys.argv[1])): pass"
)
_SEGMENTS = (
    "import sys; from pathlib import Path; from tm.formats.segments import segments\n"
    "for _ in segments(Path(sys.argv[1])): pass"
)
_WRITE = (
    "import sys; from pathlib import Path; from tm.formats import BITEXTS\n"
    "with open(sys.argv[2], 'w', encoding='utf-8', newline='') as file:\n"
    "    file.writelines(BITEXTS[sys.argv[3]].write(BITEXTS['tmx'].read(Path(sys.argv[1]))))"
)


def main(megabytes: int = _MEGABYTES) -> None:
    """Reading and writing of a file of so many megabytes: speed beside expat, and peaks of memory."""
    with TemporaryDirectory() as folder:
        big, small = (Path(folder) / name for name in ("big.tmx", "small.tmx"))
        units = _made(big, megabytes * 1_000_000)
        _made(small, megabytes * 10_000)
        print(f"{big.stat().st_size / 1e6:,.0f} MB, {units:,} units, one in twenty with inline codes")
        reading(big, units)
        for what, program, *more in (
            ("units read", _READ),
            ("segments read", _SEGMENTS),
            ("written as TMX", _WRITE, "tmx"),
            ("written as XLIFF 1.2", _WRITE, "xliff"),
            ("written as XLIFF 2.1", _WRITE, "xliff2"),
        ):
            peaks = []
            for source in (small, big):
                out = [str(Path(folder) / "out"), *more] if more else []
                seconds, peak = peak_memory([sys.executable, "-c", program, str(source), *out])
                peaks.append(peak)
            print(f"{what}: {seconds:.0f} s on the clock, {peaks[1]:.0f} MB; {peaks[0]:.0f} MB for a hundredth of it")


def _made(path: Path, size: int) -> int:
    """Write a file of at least so many bytes; how many units it has."""
    made = 0
    with path.open("wb") as file:
        for piece in write(takewhile(lambda _: file.tell() < size, _units())):
            file.write(piece.encode("utf-8"))
            made += piece.startswith("<tu")
    return made


def _units() -> Iterator[Unit]:
    chance = random.Random(11)
    number = 0
    while True:
        number += 1
        zh = "，".join(chance.choices(_ZH, k=chance.randint(1, 3))) + f"第{number}条。"
        en = " ".join(chance.choices(_EN, k=chance.randint(8, 30))) + f" in Article {number}."
        coded = chance.random() < _CODED
        yield Unit(
            zh,
            en,
            f"report-{number // 200}.docx",
            properties=(("domain", "trade & ports"),),
            created=f"202405{1 + number % 28:02}T070809Z",
            created_by="ann",
            zh_markup=f'<ph x="1">{{{number}}}</ph>{zh}' if coded else "",
            en_markup=f'{en}<ph x="1">{{{number}}}</ph>' if coded else "",
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
