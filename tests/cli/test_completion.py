"""What the Tab key offers, as the scripts of the shells ask for it, and in a real bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.completion import asked_for, plainly
from tests.cli.conftest import Zhterm
from tests.cli.test_start import completing

ROOT = Path(__file__).parents[2]
RUN = "from cli.main import run; run()"


def complete(shell: str, line: str, database: Path | str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """What a shell gets for a line that ends with the word to complete."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "ZHTERM"))}
    environment |= completing(shell, line) | more
    environment |= {"ZHTERM_DB": str(database)} if database else {}
    command = [sys.executable, "-c", RUN]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


def offered(shell: str, line: str, database: Path | str = "") -> list[str]:
    result = complete(shell, line, database)
    assert result.stderr == ""
    return [one for one in result.stdout.split("\n") if one]


@pytest.fixture
def database(zhterm: Zhterm, tmp_path: Path) -> Path:
    zhterm("term", "add", "--zh", "八八战略", "--en", "Double-Eight Strategy", "--type", "strategy")
    zhterm("term", "add", "--zh", "“一带一路”", "--en", "Belt and Road", "--also", "the Belt and Road Initiative")
    zhterm("term", "add", "--zh", "义新欧", "--en", "Yixin'ou")
    zhterm("term", "add", "--zh", "八$(touch injected)一`id`", "--en", 'Eight; rm "x" \\$(id)')
    return tmp_path / "zhterm.db"


# line; what bash is to put in the place of the last word
BASH = [
    ("zhterm lookup 八八", ["八八战略"]),
    ("zhterm lookup babaz", ["八八战略"]),
    ("zhterm lookup bbz", ["八八战略"]),
    ("zhterm lookup 一带", ["一带一路"]),
    ("zhterm lookup BELT", ["Belt\\ and\\ Road"]),
    ("zhterm lookup belt an", ["and\\ Road"]),
    ("zhterm lookup belt and ", ["Road"]),
    ("zhterm lookup yixin", ["义新欧", "Yixin’ou"]),
    ("zhterm lookup eight", []),
    ("zhterm lookup 八$", []),
    ("zhterm lookup ", []),
    ("zhterm lookup 龘", []),
    ("zhterm lo", ["lookup"]),
    ("zhterm tm sea", ["search"]),
    ("zhterm term add --type pol", ["policy\\ phrase"]),
    ("zhterm term list --status ", ["proposed", "approved", "rejected"]),
    ("zhterm term add --usage f", ["forbidden"]),
    ("zhterm term add --tier o", ["official"]),
    ("zhterm check --only term-m", ["term-missing"]),
    ("zhterm check --format sa", ["sarif"]),
    ("zhterm export --format omeg", ["omegat"]),
    ("zhterm tm import --format xl", ["xliff"]),
    ("zhterm lookup --jso", ["--json"]),
    ("zhterm --version ", ["extract"]),
]


@pytest.mark.parametrize(("line", "expected"), BASH)
def test_bash_is_offered_what_begins_so(database: Path, line: str, expected: list[str]) -> None:
    found = offered("bash", line, database)
    assert found[: len(expected)] == expected
    assert bool(found) is bool(expected)


def test_inside_quotation_marks_nothing_is_escaped(database: Path) -> None:
    result = complete("bash", "zhterm lookup x", database, COMP_WORDS='zhterm\nlookup\n"Belt a', COMP_CWORD="2")
    assert result.stdout.split("\n")[0] == "Belt and Road"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_complete_the_letters_and_show_the_term(database: Path, shell: str) -> None:
    (pinyin,) = offered(shell, "zhterm lookup babaz", database)
    assert "babazhanlve" in pinyin
    assert "八八战略  Double-Eight Strategy" in pinyin
    (english, _) = offered(shell, "zhterm lookup belt", database)
    assert "belt and Road" in english
    assert "一带一路" in english


def test_powershell_is_offered_the_term_with_its_counterpart(database: Path) -> None:
    assert offered("powershell", "zhterm lookup babaz", database) == ["八八战略:::八八战略  Double-Eight Strategy"]
    assert offered("powershell", "zhterm lookup yixin", database) == ["义新欧:::义新欧  Yixin’ou"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("line", ["zhterm lookup 八", "zhterm lookup ei", "zhterm lookup yi"])
def test_nothing_that_a_shell_would_carry_out_is_offered(database: Path, shell: str, line: str) -> None:
    text = complete(shell, line, database).stdout
    assert not set("$`;&|<>*?[]{}~!") & set(text.removeprefix("_arguments '*: :((").removesuffix("))'\n"))
    assert "injected" not in text


@pytest.mark.parametrize("place", ["missing.db", "notes.db", "."])
def test_where_there_is_no_termbase_nothing_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "notes.db").write_text("shopping list", encoding="utf-8")
    result = complete("bash", "zhterm lookup 八", tmp_path / place)
    assert (result.stdout.strip(), result.stderr) == ("", "")


def test_an_error_of_the_program_leaves_the_line_alone(tmp_path: Path) -> None:
    result = complete("bash", "zhterm lookup 八", COMP_CWORD="no number")
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 3)


@given(st.text(max_size=12))
def test_help_that_is_read_plainly_never_makes_rich_unavailable_to_those_who_have_it(name: str) -> None:
    import rich

    plainly()
    assert sys.modules["rich"] is rich
    assert not asked_for()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_its_script(zhterm: Zhterm, shell: str) -> None:
    environment = os.environ | {"_ZHTERM_COMPLETE": f"source_{shell}"}
    result = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    assert f"_ZHTERM_COMPLETE=complete_{shell}" in result.stdout.replace(" = ", "=").replace('"', "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["zhterm", "lookup", "八"], ["八八战略"]),
        (["zhterm", "lookup", "babaz"], ["八八战略"]),
        (["zhterm", "lookup", "Belt"], ["Belt\\ and\\ Road", "Belt\\ and\\ Road\\ Initiative"]),
        (["zhterm", "lookup", "Belt\\ an"], ["Belt\\ and\\ Road", "Belt\\ and\\ Road\\ Initiative"]),
        (["zhterm", "rad"], ["radar"]),
    ],
)
def test_a_real_bash_completes(database: Path, tmp_path: Path, words: list[str], expected: list[str]) -> None:
    program = tmp_path / "bin" / "zhterm"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\n{RUN}\n", encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(_ZHTERM_COMPLETE=source_bash zhterm)"\n'
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))\n'
        "$(complete -p zhterm | sed 's/.*-F \\([^ ]*\\) .*/\\1/') zhterm\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "ZHTERM_DB": str(database),
        "LC_ALL": "C.UTF-8",
    }
    result = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    assert result.stderr == ""
    assert result.stdout.split() == " ".join(expected).split()
