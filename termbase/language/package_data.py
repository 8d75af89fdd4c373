"""Data files of other packages, and the folder for what is computed from them."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from termbase.errors import InputError

__all__ = ["cache_folder", "package_file"]


def package_file(package: str, pattern: str) -> Path:
    """A data file of an installed package, found without importing the package; of several the last by name.

    Raises InputError when it is not there.

    >>> package_file("jieba", "dict.txt").name
    'dict.txt'
    """
    spec = find_spec(package)
    folders = [] if spec is None else list(spec.submodule_search_locations or ())
    files = sorted(file for folder in folders for file in Path(folder).glob(pattern))
    if not files:
        raise InputError(f"the data of {package} is missing ({pattern})", remedy=f"install {package} again")
    return files[-1]


def cache_folder() -> Path:
    """The folder for what can be computed again: ZHTERM_CACHE, else the user's cache folder; made where possible."""
    from platformdirs import user_cache_path

    folder = Path(os.environ.get("ZHTERM_CACHE") or user_cache_path("zhterm"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return folder  # read-only: what would lie there is computed each time
    return folder
