"""The command line as a user meets it, in this process."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import run


@dataclass(frozen=True)
class Result:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]


Zhterm = Callable[..., Result]


@pytest.fixture
def zhterm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Zhterm:
    """Run a command on a database of its own."""
    monkeypatch.setenv("ZHTERM_DB", str(tmp_path / "zhterm.db"))
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["zhterm", *map(str, arguments)])
        capsys.readouterr()
        try:
            run()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def two_terms(zhterm: Zhterm) -> Zhterm:
    """The command line on a termbase of two approved entries."""
    zhterm("term", "add", "--zh", "八八战略", "--en", "Double-Eight Strategy", "--type", "strategy")
    zhterm(
        "term", "add", "--zh", "义新欧", "--en", "Yixin'ou", "--also", "Yiwu-Xinjiang-Europe", "--type", "transport"
    )
    return zhterm
