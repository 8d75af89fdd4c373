"""OmegaT itself takes what we hand over: opt-in, since the program must be there and takes seconds a run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tm.formats.tmx import read
from tm.model import Unit

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "seeds" / "articles"
PROGRAM = shutil.which("omegat")
pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not os.environ.get("ZHTERM_TEST_OMEGAT"), reason="runs OmegaT: set ZHTERM_TEST_OMEGAT=1"),
    pytest.mark.skipif(PROGRAM is None, reason="no program omegat is installed"),
]

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang><target_lang>{target}</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
</project></omegat>
"""
# OmegaT's own readers of glossaries, called by a script that it runs when the project is loaded
SCRIPT = """
import org.omegat.gui.glossary.*
def told = new File("{told}")
def entries = "{glossary}".endsWith(".tbx") ?
    GlossaryReaderTBX.read(new File("{glossary}"), false) : GlossaryReaderTSV.read(new File("{glossary}"), false)
told.setText(entries.collect {{ [it.srcText, it.locText, it.commentText].join("\\t") }}.join("\\n"), "UTF-8")
"""


@dataclass(frozen=True)
class Project:
    """A folder that OmegaT opens."""

    folder: Path
    home: Path

    def write(self, place: str, text: str) -> Path:
        path = self.folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def translate(self, *options: str, source: str = "ZH-CN", target: str = "EN-US") -> str:
        """Load the project, create the translated files, and give what OmegaT printed."""
        self.write("omegat.project", PROJECT.format(source=source, target=target))
        for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
            (self.folder / name).mkdir(exist_ok=True)
        assert PROGRAM
        done = subprocess.run(
            [PROGRAM, str(self.folder), "--mode=console-translate", f"--config-dir={self.home}", *options],
            env=os.environ | {"HOME": str(self.home), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        told = done.stdout + done.stderr
        assert done.returncode == 0, told
        assert "Translated document created" in told
        faults = [line for line in told.split("\n") if re.search(r"error|exception|warning", line, re.IGNORECASE)]
        # a memory serves both directions: its header names the other one as source, and OmegaT loads it all the same
        expected = "TMXR_WARNING_INCORRECT_SOURCE_LANG" if source != "ZH-CN" else "nothing"
        assert [line for line in faults if expected not in line] == []
        return told


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "home").mkdir()
    return Project(tmp_path / "project", tmp_path / "home")


@pytest.fixture
def zhterm(tmp_path: Path) -> Callable[..., None]:
    """Run a command on a database of its own; the file that it writes stands last."""

    def run(*arguments: str | Path) -> None:
        command = [sys.executable, "-m", "cli", *map(str, arguments)]
        environment = os.environ | {"ZHTERM_DB": str(tmp_path / "zhterm.db"), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr

    return run


def paragraphs(texts: list[str]) -> str:
    """A text file in which OmegaT takes each text for a segment: it divides such files at empty lines."""
    return "".join(f"{text}\n\n" for text in texts)


@pytest.mark.parametrize("name", ["port-and-market", "green-and-digital"])
@pytest.mark.parametrize("from_chinese", [True, False], ids=["zh-en", "en-zh"])
def test_omegat_translates_an_article_from_our_memory(
    project: Project, zhterm, tmp_path: Path, name: str, from_chinese: bool
) -> None:
    # what lies in tm/auto is put into the segments that it has word for word
    memory = project.folder / "tm" / "auto" / "memory.tmx"
    memory.parent.mkdir(parents=True)
    zhterm("align", ARTICLES / f"{name}.zh.txt", ARTICLES / f"{name}.en.txt", "-o", memory)
    units: list[Unit] = list(read(memory))
    assert len(units) > 30
    sources = [unit.zh if from_chinese else unit.en for unit in units]
    targets = [unit.en if from_chinese else unit.zh for unit in units]
    project.write("source/article.utf8", paragraphs([*sources, "未见过的句子。never seen"]))
    tags = {} if from_chinese else {"source": "EN-US", "target": "ZH-CN"}
    told = project.translate(**tags)
    assert "Reading of TMX file complete" in told
    translated = (project.folder / "target" / "article.utf8").read_text(encoding="utf-8")
    assert translated == paragraphs([*targets, "未见过的句子。never seen"])


@pytest.mark.parametrize("name", ["glossary.utf8", "glossary.tbx"])
def test_omegat_reads_every_entry_of_our_glossary(project: Project, zhterm, tmp_path: Path, name: str) -> None:
    glossary, told = project.folder / "glossary" / name, tmp_path / "told.tsv"
    glossary.parent.mkdir(parents=True)
    zhterm("import", "--starter")
    zhterm("export", glossary)
    project.write("source/article.utf8", "义乌\n")
    script = project.write("told.groovy", SCRIPT.format(glossary=glossary, told=told))
    project.translate(f"--script={script}")
    read_there = {tuple(line.split("\t")[:2]) for line in told.read_text(encoding="utf-8").split("\n")}
    assert ("义乌", "Yiwu") in read_there
    if name.endswith(".utf8"):
        written = [line.split("\t") for line in glossary.read_text(encoding="utf-8").split("\n")[1:-1]]
        assert read_there == {(row[0], row[1]) for row in written}
        assert len(written) > 1_000
