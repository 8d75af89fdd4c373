"""A line that is typed wrongly is answered with one line: what is wrong, and where the help is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from cli import main, usage
from tests.blocks import ROOT
from tests.cases import parametrized
from tests.cli.conftest import Zhterm


@parametrized("usage")
def test_a_usage_error_is_one_line(case: dict[str, str], zhterm: Zhterm) -> None:
    result = zhterm(*case["arguments"].split())
    assert (result.code, result.out, result.err) == (2, "", f"{case['line']}\n")


def test_a_group_without_a_command_shows_its_help(zhterm: Zhterm) -> None:
    result = zhterm("term")
    assert result.code == 2
    shown = result.out or result.err
    assert shown.startswith("Usage: zhterm term [OPTIONS] COMMAND [ARGS]...\n")
    assert "\n  approve " in shown


@pytest.mark.parametrize("arguments", [("--help",), ("lookup", "--help"), ("--version",), ()])
def test_asking_for_help_is_no_error(arguments: tuple[str, ...], zhterm: Zhterm) -> None:
    result = zhterm(*arguments)
    assert (result.code, result.err) == (0, "")
    assert "zhterm" in result.out


def test_a_code_of_a_command_is_the_code_of_the_program(two_terms: Zhterm) -> None:
    assert two_terms("lookup", "八八战略").code == 0
    assert two_terms("lookup", "没有的词").code == 1


@pytest.mark.parametrize(
    ("raised", "code", "line"),
    [
        (KeyboardInterrupt(), 2, "zhterm: interrupted; what was not finished is not filed, run the command again"),
        (typer.Abort(), 1, "zhterm: nothing was done"),
        (typer.BadParameter("no\nsuch thing"), 2, "zhterm: invalid value: no such thing; see zhterm --help"),
        (ValueError("odd"), 3, "zhterm: internal error: ValueError: odd; set ZHTERM_DEBUG=1"),
    ],
)
def test_what_ends_a_command_early_is_told_in_one_line(
    raised: BaseException, code: int, line: str, zhterm: Zhterm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(*_: object) -> None:
        raise raised

    monkeypatch.setattr(main, "STEPS", None)
    monkeypatch.setattr(typer, "echo", ends)
    result = zhterm()
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(line) and result.err.count("\n") == 1


def test_a_completion_never_speaks(zhterm: Zhterm, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(*_: object) -> None:
        raise typer.BadParameter("odd")

    monkeypatch.setattr(main.completion, "asked_for", lambda: True)
    monkeypatch.setattr(typer, "echo", ends)
    result = zhterm()
    assert (result.code, result.out, result.err) == (3, "", "")


def test_an_error_of_another_kind_is_no_fault_of_the_line() -> None:
    assert usage.fault_in(ValueError("odd")) == ""


def test_a_reader_of_the_pipe_that_leaves_early_is_no_failure(zhterm: Zhterm, tmp_path: Path) -> None:
    assert zhterm("import", "--starter").code == 0
    command = [sys.executable, "-m", "cli", "term", "list", "--json", "--db", str(tmp_path / "zhterm.db")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert (running.wait(), running.stderr.read()) == (0, b"")
