"""What is fuzzed: for each name a function of bytes, and the seeds it starts from.

A reader may refuse what it is given with an error of ours, and nothing else. The seeds are the golden files and cases of the
tests: small, and our own.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from tests.blocks import ROOT
from tests.cases import read_cases

__all__ = ["TARGETS", "Target", "seeds"]

Target = Callable[[bytes], None]
Read = Callable[[Path], Any]
GOLDEN = ROOT / "tests" / "golden"
_SHEET, _BODY = "xl/worksheets/sheet1.xml", "word/document.xml"


def _drained(read: Read, suffix: str, data: bytes) -> None:
    """Read a file of these bytes to its end."""
    from termbase.errors import ZhtermError

    with tempfile.NamedTemporaryFile(suffix=suffix, dir=_memory_folder()) as file:
        file.write(data)
        file.flush()
        try:
            found = read(Path(file.name))
            if isinstance(found, Iterator):
                for _ in found:
                    pass
        except ZhtermError:
            pass


def _memory_folder() -> str | None:
    """A folder in memory where the system has one, so that a million small files cost the disk nothing."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _repacked(parts: Callable[[], dict[str, bytes]], member: str, read: Read, suffix: str, data: bytes) -> None:
    """Read an archive in which one member has these bytes: a damaged archive itself would be refused before it is read."""
    _drained(read, suffix, _packed(parts() | {member: data}))


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


@cache
def _workbook() -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(GOLDEN / "glossary.xlsx") as whole:
        return {name: whole.read(name) for name in whole.namelist()}


@cache
def _letter() -> dict[str, bytes]:
    """The parts of a document of a word processor, with a tracked change, a table and a text box."""
    kind = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    body = (
        "<w:p><w:r><w:t>数字经济增长3.5%。</w:t></w:r><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>义乌</w:t><w:tab/><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName="/word/document.xml" ContentType="{part}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{kind}"><w:body>{body}</w:body></w:document>',
    }
    return {name: text.encode() for name, text in texts.items()}


def _glossary(name: str) -> Read:
    def read(path: Path) -> Any:
        from termbase.formats import FORMATS

        reader = FORMATS[name].read
        assert reader is not None
        return reader(path)

    return read


def _bitext(name: str) -> Read:
    def read(path: Path) -> Any:
        from tm.formats import BITEXTS

        reader = BITEXTS[name].read
        assert reader is not None
        return reader(path)

    return read


def _segments(path: Path) -> Any:
    from tm.formats.segments import segments

    return segments(path)


def _linted(path: Path) -> Any:
    from tm.lint.run import lint

    return lint(path)


def _document(path: Path) -> Any:
    from termbase.language.documents import read_document

    return read_document(path)


def _profile(path: Path) -> Any:
    from tm.checking.profile import read_profile

    return read_profile(path)


def _numbers(data: bytes) -> None:
    from termbase.language.numbers import dates, quantities, values

    text = data.decode("utf-8", "ignore")
    for chinese in (True, False):
        values(text, chinese=chinese)
        quantities(text, chinese=chinese)
        dates(text, chinese=chinese)


def _pinyin(data: bytes) -> None:
    from termbase.language.names import split_chinese_name
    from termbase.language.pinyin import pinyin
    from termbase.language.script import language_of, to_simplified, to_traditional

    text = data.decode("utf-8", "ignore")
    for made in (pinyin, language_of, to_simplified, to_traditional, split_chinese_name):
        made(text)


def _file(read: Read, suffix: str) -> Target:
    return partial(_drained, read, suffix)


TARGETS: dict[str, Target] = {
    "csv": _file(_glossary("csv"), ".csv"),
    "omegat": _file(_glossary("omegat"), ".txt"),
    "tbx": _file(_glossary("tbx"), ".tbx"),
    "utx": _file(_glossary("utx"), ".utx"),
    "memoq": _file(_glossary("memoq"), ".csv"),
    "multiterm": _file(_glossary("multiterm"), ".xml"),
    "json": _file(_glossary("json"), ".json"),
    "ttb": _file(_glossary("ttb"), ".ttb"),
    "xlsx": _file(_glossary("xlsx"), ".xlsx"),
    "xlsx-sheet": partial(_repacked, _workbook, _SHEET, _glossary("xlsx"), ".xlsx"),
    "tmx": _file(_bitext("tmx"), ".tmx"),
    "sdltm": _file(_bitext("sdltm"), ".sdltm"),
    "mo": _file(_bitext("mo"), ".mo"),
    "ts": _file(_bitext("ts"), ".ts"),
    "wordfast": _file(_bitext("wordfast"), ".wf"),
    "xliff": _file(_segments, ".xlf"),
    "po": _file(_segments, ".po"),
    "pairs": _file(_segments, ".tsv"),
    "lint-tmx": _file(_linted, ".tmx"),
    "lint-tbx": _file(_linted, ".tbx"),
    "lint-xliff": _file(_linted, ".xlf"),
    "text": _file(_document, ".txt"),
    "html": _file(_document, ".html"),
    "docx": _file(_document, ".docx"),
    "docx-body": partial(_repacked, _letter, _BODY, _document, ".docx"),
    "pdf": _file(_document, ".pdf"),
    "profile": _file(_profile, ".toml"),
    "numbers": _numbers,
    "pinyin": _pinyin,
}
"""Every reader and parser by its name."""

_SEEDS = {
    "csv": ("glossary.csv", "glossary.tsv"),
    "tbx": ("glossary.tbx", "glossary.tbx3"),
    "tmx": ("memory.tmx",),
    "xlsx-sheet": (),
    "xliff": ("pairs.xliff", "memory.tmx"),
    "pairs": ("pairs.tsv", "pairs.csv"),
    "html": ("glossary.html",),
    "lint-tmx": ("memory.tmx",),
    "lint-tbx": ("glossary.tbx", "glossary.tbx3"),
    "lint-xliff": ("pairs.xliff",),
}
_PROFILE = '[checks]\nskip = ["number"]\n[style]\npercent = "percent"\n[[rule]]\nid = "a"\nsource_pattern = "党.中央"\ntarget = "CPC"\n'


def seeds(name: str) -> Iterator[bytes]:
    """The bytes that the fuzzing of a target starts from."""
    for golden in _SEEDS.get(name, (f"glossary.{name}", f"pairs.{name}")):
        if (GOLDEN / golden).is_file():
            yield (GOLDEN / golden).read_bytes()
    if name in {"numbers", "pinyin", "text"}:
        for row in read_cases("checks/number")[:40]:
            yield f"{row['zh']}\n{row['en']}".encode()
    if name == "xlsx-sheet":
        yield _workbook()[_SHEET]
    if name == "docx-body":
        yield _letter()[_BODY]
    if name == "docx":
        yield _packed(_letter())
    if name == "profile":
        yield _PROFILE.encode()
