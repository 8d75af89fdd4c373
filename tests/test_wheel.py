"""The wheel is whole: built, installed into an empty environment, and used there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel; the dependencies are lent by the environment of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=os.name != "nt")
    place = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = place / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place


def test_the_installed_command_takes_in_the_starter_termbase_and_finds_an_entry(
    binaries: Path, tmp_path: Path
) -> None:
    zhterm = binaries / "zhterm"
    run(zhterm, "import", "--starter", cwd=tmp_path, ZHTERM_DB=str(tmp_path / "zhterm.db"))
    found = run(zhterm, "lookup", "bbzl", cwd=tmp_path, ZHTERM_DB=str(tmp_path / "zhterm.db"))
    assert "Double-Eight Strategy" in found


def test_the_installed_command_extracts(binaries: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The Lakeside Reed Museum opened on Monday. The Lakeside Reed Museum is in Huzhou City.", encoding="utf-8"
    )
    found = run(
        binaries / "zhterm",
        "extract",
        "--dry-run",
        "--json",
        "a.txt",
        cwd=tmp_path,
        ZHTERM_DB=str(tmp_path / "no.db"),
    )
    assert "Lakeside Reed Museum" in found
    assert not (tmp_path / "no.db").exists()


def test_the_installed_code_is_the_wheel_and_not_the_checkout(binaries: Path, tmp_path: Path) -> None:
    where = run(binaries / "python", "-c", "import termbase; print(termbase.__file__)", cwd=tmp_path)
    assert str(binaries.parent) in where
