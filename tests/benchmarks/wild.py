"""Files from the wild: what our readers make of each, beside what a manifest says is in it.

Every file is read in a child process that may open no socket, with its CPU time and memory measured. The manifest
counts `tu` in TMX, `trans-unit` in XLIFF 1, `segment` in XLIFF 2, `termEntry` or `conceptEntry` in TBX.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from termbase.errors import ZhtermError
from termbase.formats import format_of
from termbase.formats.tbx import entries as tbx_entries
from tests.benchmarks.timing import SHARED
from tm.formats import bitext_of
from tm.formats.segments import segments
from tm.formats.tmx_entries import entries as tmx_entries
from tm.formats.xml_records import records

__all__ = ["main"]

FOLDER = SHARED / "data" / "formats"
MOST_SECONDS, MOST_MEGABYTES = 5, 200


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file."""

    units: int | None
    """As the manifest counts; None where the file was refused."""
    refusal: str
    taken: str
    """What a command would take from it, or the line it would end with."""
    crash: str
    seconds: float
    megabytes: float


def main() -> None:
    """Print the agreement by kind, each difference with its reason, and the most that a file took."""
    if not (FOLDER / "manifest.tsv").exists():
        print("the files are not there: nothing measured")
        return
    with (FOLDER / "manifest.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] != "schema"]
    verdicts: Counter[tuple[str, str]] = Counter()
    most = (0.0, 0.0)
    for row in rows:
        path = FOLDER / row["kind"] / row["file"]
        result = in_child(path, row["kind"])
        most = max(most[0], result.seconds), max(most[1], result.megabytes)
        verdict, why = judged(row, result, path)
        verdicts[row["kind"], verdict] += 1
        if why:
            print(f"{row['kind']} {row['file']}: {why}")
    for (kind, verdict), count in sorted(verdicts.items()):
        print(f"{kind:9} {verdict:34} {count}")
    print(f"most that one file took: {most[0]:.2f} s of CPU, {most[1]:.0f} MB")


def judged(row: Mapping[str, str], result: Result, path: Path) -> tuple[str, str]:
    """The verdict on a file, and the difference where there is one."""
    if result.crash:
        return "CRASHED", result.crash
    if result.seconds > MOST_SECONDS or result.megabytes > MOST_MEGABYTES:
        return "TOO MUCH", f"{result.seconds:.1f} s, {result.megabytes:.0f} MB"
    if row["kind"] == "glossary":
        told = (result.refusal or result.taken).replace(f"{path}:", "").strip()
        return "refused in one line" if result.refusal else "read", told
    if row["wellformed"] == "True":
        if str(result.units) == row["units"]:
            return "as the manifest says", ""
        return "DIFFERS", f"{row['units']} in the manifest, here {result.refusal or result.units}"
    if result.refusal:
        return "malformed, refused with its line", "" if f"{path}:" in result.refusal else result.refusal
    return "malformed, read all the same", f"{result.units} units; {fault_of(path)}"


def fault_of(path: Path) -> str:
    """What is wrong with the namespaces of a file; names are compared without them, so that this does no harm."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        return f"the XML is whole, but not its namespaces: {error}"
    return "the XML is whole for expat; stricter parsers refuse the address of a namespace"


def in_child(path: Path, kind: str) -> Result:
    """Read a file in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _read_and_tell(path, kind, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        told = answer.read()
    _, status, used = os.wait4(child, 0)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if status or not told:
        return Result(None, "", "", f"the process ended with {status}", seconds, megabytes)
    return Result(**json.loads(told), seconds=seconds, megabytes=megabytes)


def _read_and_tell(path: Path, kind: str, writing: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (2 * MOST_SECONDS, 2 * MOST_SECONDS))
    sys.addaudithook(_no_sockets)
    told: dict[str, object] = {"units": None, "refusal": "", "taken": "", "crash": ""}
    try:
        told["taken"] = _taken(path, kind)
        told["units"] = None if kind == "glossary" else sum(_counted(path, kind))
    except ZhtermError as error:
        told["refusal"] = str(error)
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        told["crash"] = repr(error)
    with os.fdopen(writing, "w", encoding="utf-8") as answer:
        json.dump(told, answer)
    os._exit(0)


def _no_sockets(event: str, _: object) -> None:
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
        raise RuntimeError(f"a reader wants the network: {event}")


def _counted(path: Path, kind: str) -> Iterator[int]:
    """What each element of a file adds to the count of the manifest."""
    if kind == "tmx":
        yield from (1 for _ in tmx_entries(path))
    elif kind == "tbx":
        yield from (1 for _ in tbx_entries(path))
    else:
        for record in records(path, ("trans-unit", "unit"), "xliff"):
            is_first = record.element.name == "trans-unit"
            yield 1 if is_first else sum(1 for _ in record.element.all("segment"))


def _taken(path: Path, kind: str) -> str:
    """What the commands take: concepts, or units and segments in Chinese and English, which many files have not."""
    if kind in ("tbx", "glossary"):
        format_ = format_of(path, "omegat" if path.suffix in (".tab", ".txt") else None, can="read")
        assert format_.read is not None
        return f"{sum(1 for _ in format_.read(path))} concepts"
    read = bitext_of(path, kind).read
    assert read is not None
    units = sum(1 for _ in read(path))
    try:
        return f"{units} units, {sum(1 for _ in segments(path, kind))} segments"
    except ZhtermError as error:
        if error.line:
            raise
        return str(error)
