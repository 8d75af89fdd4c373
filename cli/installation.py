"""What is installed and where it looks: for `zhterm doctor` and for whoever reports a fault."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import sqlite3
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

__all__ = ["installation"]

_OPTIONAL = {"fast": ("rjieba",), "embeddings": ("numpy", "safetensors", "tokenizers"), "postgres": ("psycopg",)}
"""Extras, each with the modules it brings."""


def installation() -> dict[str, Any]:
    """Versions of the program and its libraries, optional parts found, places of profile and cache."""
    from termbase.language.package_data import cache_folder
    from tm.checking.profile import find_profile

    profile = find_profile(Path.cwd())
    return {
        "zhterm": _version("zhterm"),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": _libraries(),
        "optional": _optional(),
        "profile": profile.as_posix() if profile else None,
        "cache": cache_folder().as_posix(),
    }


def _libraries() -> dict[str, str]:
    """The libraries that zhterm needs, with their versions."""
    try:
        wanted = requires("zhterm") or []
    except PackageNotFoundError:
        return {}
    names = [_name(line) for line in wanted if "extra ==" not in line]
    return {name: _version(name) for name in sorted(names)}


def _name(requirement: str) -> str:
    """The distribution of a requirement.

    >>> _name("sqlalchemy>=2.0.40"), _name("coverage[toml]>=7.6; python_version > '3'")
    ('sqlalchemy', 'coverage')
    """
    for place, sign in enumerate(requirement):
        if not (sign.isalnum() or sign in "-_."):
            return requirement[:place]
    return requirement


def _optional() -> dict[str, bool]:
    found = {
        extra: all(importlib.util.find_spec(module) is not None for module in modules)
        for extra, modules in _OPTIONAL.items()
    }
    return {**found, "omegat": shutil.which("omegat") is not None}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
