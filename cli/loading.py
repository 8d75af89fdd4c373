"""Commands that are imported when they are called: a look-up does not wait for the code of all the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup

__all__ = ["group_of"]


def group_of(places: Mapping[str, str]) -> type[TyperGroup]:
    """A class of groups whose commands are these; for `typer.Typer(cls=…)` and a callback.

    `places` says of each command where its function is, or of each group where its app is, as `module:name`. The help
    of the group lists them in this order; for that, and only then, all of them are imported.
    """

    class Group(TyperGroup):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            commands: Any = _Commands(places)
            self.commands = commands

        def list_commands(self, ctx: Any) -> list[str]:
            return list(places)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            return self.commands[cmd_name] if cmd_name in places else None

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            # the library cuts the sentences at the end of the line
            rows = [(name, self.commands[name].get_short_help_str(limit=1000)) for name in places]
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    return Group


class _Commands(Mapping[str, Any]):
    """The commands of a group by name; each is imported when it is asked for."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = _loaded(name, self._places[name])
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _loaded(name: str, place: str) -> Any:
    """The command at a place, as typer makes it of a function or of an app."""
    module, _, attribute = place.partition(":")
    found = getattr(import_module(module), attribute)
    if isinstance(found, typer.Typer):
        app = found
    else:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name)(found)
    command = typer.main.get_command(app)
    command.name = name
    return command
