"""The house: what every module, command and file must have."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from cli.main import STEPS, app

ROOT = Path(__file__).parents[1]
FLOORS = ("termbase", "tm", "cli", "seeds")


def modules() -> list[str]:
    names = []
    for floor in FLOORS:
        package = importlib.import_module(floor)
        names += [info.name for info in pkgutil.walk_packages(package.__path__, f"{floor}.")]
    return [name for name in names if "migrations" not in name and not name.endswith("__main__")]


def commands() -> dict[str, str]:
    """Every command with its help, `term add` for one of a group."""
    found: dict[str, str] = {}

    def walk(command: object, words: tuple[str, ...]) -> None:
        inner = getattr(command, "commands", None)
        if inner is None:
            found[" ".join(words)] = str(getattr(command, "help", ""))
        else:
            for name, child in inner.items():
                walk(child, (*words, name))

    walk(typer.main.get_command(app), ())
    return found


@pytest.mark.parametrize("name", modules())
def test_every_module_names_what_is_public_and_each_name_exists(name: str) -> None:
    module = importlib.import_module(name)
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.parse(source).body)
    if defines:
        assert module.__all__
    assert all(hasattr(module, public) for public in getattr(module, "__all__", ()))


@pytest.mark.parametrize(("command", "text"), sorted(commands().items()))
def test_every_command_has_an_example_in_its_help_and_a_line_in_the_readme(command: str, text: str) -> None:
    assert f"zhterm {command}" in text.split("Example")[-1]
    assert "\\b" not in text, "the mark before an example is one character, and is not seen"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    last = command.split()[-1]
    assert f"zhterm {command}" in readme or re.search(rf"zhterm {command.split()[0]} [^\n]*\b{last}\b", readme)


def test_the_list_of_commands_cuts_no_sentence() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^  [a-z]+ .*\.\.\.$", reference, re.MULTILINE) == []


def test_help_and_look_up_load_no_slow_library() -> None:
    slow = ("sqlalchemy", "alembic", "jieba", "pypinyin", "opencc", "rich.console", "pydantic", "lxml", "textblob")
    code = (
        "import sys, cli.main, cli.render, termbase.lookup\n"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert result.stdout.strip() == "[]"


def test_zhterm_alone_shows_the_six_steps_with_commands_that_exist() -> None:
    shown = re.findall(r"zhterm (?!alone)([a-z]+(?: (?:import|export|search))?)", STEPS.replace("zhterm: ", ""))
    assert [line[2] for line in STEPS.split("\n") if re.match(r"  \d", line)] == list("123456")
    assert [command for command in shown if command not in commands()] == []


def test_what_is_written_about_the_project_names_no_other_place() -> None:
    texts = [path for pattern in ("*.md", "docs/*", "*.toml", "Makefile", ".ci/run") for path in ROOT.glob(pattern)]
    for path in texts:
        assert "/work/" not in path.read_text(encoding="utf-8"), path
