"""How often lint agrees with the schemas of the standards on files from the wild, and what it costs."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tests.benchmarks.mutation import mutate
from tests.benchmarks.schemas import SCHEMAS, Verdict, judged, parsed
from tm.lint.model import Remark
from tm.lint.run import lint

__all__ = ["main"]

MUTANTS = 3000
SEED = 20260301


def main() -> None:
    """Print the agreement per schema, the disagreements, and what a generated memory costs."""
    if not SCHEMAS.exists():
        print("the schemas are not there: nothing measured")
    else:
        _agreement(judged())
        with TemporaryDirectory() as folder:
            print(f"{MUTANTS} copies, each with a change:")
            _agreement(_mutants(Path(folder)))
    with TemporaryDirectory() as folder:
        _cost(Path(folder) / "large.tmx")


def _agreement(files: Iterator[tuple[Path, str, str, Verdict]]) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for path, schema, reader, judge in files:
        broken = [one for one in lint(path, readers=(reader,)).remarks if one.rule.by_schema]
        document = parsed(path)
        if document is None:
            kind, agrees = "malformed", bool(broken) and all(one.line > 0 for one in broken)
        else:
            kind, agrees = schema, judge(document) is not bool(broken)
        counts[kind, agrees] += 1
        if not agrees:
            print(f"  {kind}: {path.name[-60:]}: lint says {_said(broken)}")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        right, every = counts[kind, True], counts[kind, True] + counts[kind, False]
        print(f"{kind:24} {right}/{every} = {100 * right / every:.1f} %")


def _said(broken: list[Remark]) -> str:
    return f"line {broken[0].line}: {broken[0].message}" if broken else "nothing"


def _mutants(folder: Path) -> Iterator[tuple[Path, str, str, Verdict]]:
    """Copies of the files with one change each, by which most of them break a rule of the schema."""
    chance = random.Random(SEED)
    cases: defaultdict[str, list[tuple[Path, str, str, Verdict]]] = defaultdict(list)
    for case in judged():
        if case[0].stat().st_size < 200_000 and parsed(case[0]) is not None:
            cases[case[1]].append(case)
    made = 0
    while made < MUTANTS:
        path, schema, reader, judge = chance.choice(cases[chance.choice(list(cases))])
        root = parsed(path).getroot()
        before = root.tag, root.get("version")
        # another root is another format, another version has another schema
        if mutate(root, chance) and before == (root.tag, root.get("version")):
            made += 1
            copy = folder / f"{path.stem[-40:]}{path.suffix}"
            copy.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
            yield copy, schema, reader, judge


def _cost(path: Path) -> None:
    """Time and peak memory for a memory of 100 MB and one of a tenth, beside expat with empty handlers."""
    for units in (26_000, 260_000):
        _generate(path, units)
        size = path.stat().st_size / 1e6
        floor = _floor(path)
        start = time.process_time()
        lint(path)
        seconds = time.process_time() - start
        tracemalloc.start()
        if units < 100_000:
            lint(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        shown = f", {peak / 1e6:.1f} MB of Python objects at most" if units < 100_000 else ""
        print(
            f"TMX of {size:.0f} MB, {units:,} units: {seconds:.1f} s, {seconds / floor:.1f} times expat with empty"
            f" handlers{shown}"
        )


def _floor(path: Path) -> float:
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: None
    parser.EndElementHandler = lambda name: None
    parser.CharacterDataHandler = lambda data: None
    start = time.process_time()
    with path.open("rb") as file:
        parser.ParseFile(file)
    return time.process_time() - start


def _generate(path: Path, units: int) -> None:
    zh, en = "浙江坚持创新驱动发展，数字经济增长百分之八。", "Zhejiang pursues innovation-driven growth."
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="x"'
            ' creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en-US" srclang="zh-CN"'
            ' datatype="plaintext"/>\n<body>\n'
        )
        for number in range(units):
            file.write(
                f'<tu creationdate="20240628T093000Z" creationid="A">\n<prop type="x-document">{number}</prop>\n'
                f'<tuv xml:lang="zh-CN"><seg>{zh}{number}</seg></tuv>\n'
                f'<tuv xml:lang="en-US"><seg>{en * 2} {number}</seg></tuv>\n</tu>\n'
            )
        file.write("</body>\n</tmx>\n")
