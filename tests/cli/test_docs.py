"""The manual: its commands run, its references agree with the program, its links lead somewhere."""

from __future__ import annotations

import re
import runpy
import shlex
import sys
from pathlib import Path

import pytest

from tests.blocks import ROOT, Command, Example, Output, examples, pages
from tests.cli.conftest import Zhterm
from tests.reference import PAGES

WRITTEN = [page for page in pages() if page.name not in PAGES]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(
    page: Path, zhterm: Zhterm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    printed = ""
    for block in examples(page):
        match block:
            case Example(name, text):
                (tmp_path / name).write_text(text, encoding="utf-8")
            case Output(text):
                assert printed.strip() == text.strip()
            case Command(line, code):
                result = zhterm(*_arguments(line))
                assert result.code == code, f"{line}\n{result.err}"
                printed = result.out


def test_every_page_has_commands_that_run() -> None:
    assert [page.name for page in WRITTEN if not any(isinstance(one, Command) for one in examples(page))] == [
        "README.md"
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_says_what_the_program_says(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "make docs"


@pytest.mark.parametrize("page", [*pages(), ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_the_manual_is_listed_on_its_first_page() -> None:
    first = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in pages() if page.name != "README.md" and f"({page.name})" not in first] == []


def test_the_example_script_finds_the_terms_of_an_article(
    zhterm: Zhterm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = ROOT / "seeds" / "articles" / "port-and-market.zh.txt"
    zhterm("import", "--starter")
    zhterm("align", article, article.with_name("port-and-market.en.txt"), "-o", tmp_path / "port.tmx")
    zhterm("tm", "import", tmp_path / "port.tmx")
    monkeypatch.setattr(sys, "argv", ["example.py", str(tmp_path / "zhterm.db"), str(article)])
    runpy.run_path(str(ROOT / "docs" / "example.py"), run_name="__main__")
    printed = capsys.readouterr().out
    assert "babazhanlve: concept" in printed
    assert re.search(r"\d × \S+ = \w+", printed)
    assert re.search(r"^1\.00 ", printed, re.MULTILINE)


def test_the_code_of_the_page_for_scripts_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "python.md", "exec"), {})
    assert (tmp_path / "zhterm.db").exists()


def _arguments(line: str) -> list[str]:
    """What the shell hands to `zhterm`."""
    command, *arguments = shlex.split(line)
    assert command == "zhterm", line
    return [argument for pattern in arguments for argument in _globbed(pattern)]


def _globbed(pattern: str) -> list[str]:
    return sorted(map(str, Path().glob(pattern))) if "*" in pattern else [pattern]
