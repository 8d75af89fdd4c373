"""The commands of the README run, in the order in which a reader meets them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.blocks import Command, examples

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader's folder: the sample articles beside, a database of its own."""
    path = tmp_path_factory.mktemp("readme")
    (path / "seeds").symlink_to(ROOT / "seeds")
    return path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    # each command in a process that cannot reach another machine
    offline = str(ROOT / "tests" / "offline")
    environment = os.environ | {"PATH": binaries, "ZHTERM_DB": str(folder / "zhterm.db"), "PYTHONPATH": offline}
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", [one for one in examples(README) if isinstance(one, Command)])
def test_a_command_of_the_readme_does_what_it_says(command: Command, folder: Path) -> None:
    result = run(command.line, folder)
    assert result.returncode == command.code, result.stderr
    assert result.stdout or result.stderr


def test_a_command_that_fetched_something_would_fail(folder: Path) -> None:
    fetching = "import urllib.request; urllib.request.urlopen('http://zhterm.example/')"
    result = run(f'python -c "{fetching}"', folder)
    assert result.returncode == 1
    assert "NetworkError" in result.stderr


def test_the_readme_tells_set_up_first_and_by_two_commands() -> None:
    first_block = re.search(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert first_block is not None
    assert first_block[1] == "make demo\nmake test\n"
