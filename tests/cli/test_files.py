"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.files import folder_for, require_new, write_all, write_whole
from termbase.errors import InputError


def test_a_file_is_written_as_utf8_with_lf_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", ["zh,en\n", "双循环,dual circulation\n"])
    assert (tmp_path / "a.csv").read_bytes() == "zh,en\n双循环,dual circulation\n".encode()


def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(InputError, match="there already"):
        write_whole(path, ["new"])
    assert path.read_text(encoding="utf-8") == "old"
    write_whole(path, ["new"], force=True)
    assert path.read_text(encoding="utf-8") == "new"


def test_a_writer_that_fails_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise ValueError("broken")

    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"):
        write_whole(path, pieces(), force=True)
    assert [found.name for found in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "no" / "a.csv", ["x"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_written_into_and_never_replaced() -> None:
    with pytest.raises(InputError, match="No space left"):
        write_whole(Path("/dev/full"), ["x" * 100_000], force=True)
    assert Path("/dev/full").is_char_device()
    write_whole(Path("/dev/null"), ["x"])
    assert Path("/dev/null").is_char_device()


def test_of_several_files_all_appear_or_none(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise ValueError("broken")

    out = tmp_path / "out"
    with pytest.raises(ValueError, match="broken"), folder_for(out):
        write_all({out / "a.txt": ["whole"], out / "b.txt": pieces()}.items())
    assert not out.exists()
    with folder_for(out), pytest.raises(ValueError, match="broken"):
        write_all({out / "a.txt": ["whole"], out / "b.txt": pieces()}.items())
    assert list(out.iterdir()) == []
    with folder_for(out):
        write_all({out / "a.txt": ["whole"], out / "b.txt": [b"too"]}.items())
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"), folder_for(tmp_path / "no" / "out"):
        pass


def test_a_device_is_written_into_and_not_there_already() -> None:
    require_new(Path(os.devnull))
    write_whole(Path(os.devnull), ["双循环\n"])
