"""An open termbase and memory that answer one line after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING

from cli.shell.commands import COMMANDS, Line, meant, pair_of, parse, usages
from termbase.errors import InputError
from termbase.model import Concept
from termbase.place import Place
from termbase.reading import open_reader

if TYPE_CHECKING:
    from tm.memory.concordance import Background

__all__ = ["Answer", "Session"]

_MATCHES = 3
_PLACES = 10
_BEGINNING = 11
"""Lines of an entry at the prompt: the renderings and what it means, so that two look-ups fit a screen."""
# Units that tell which words stand everywhere: a quarter of what `tm concordance` takes, for an answer at once
_BACKGROUND = 500
_NEAREST = 0.6
"""Lower than `tm search` shows: at the prompt a far match is better than a second try."""


@dataclass(slots=True)
class Answer:
    """What a line brought."""

    line: Line
    shown: list[str] = field(default_factory=list)
    """Lines for a reader."""
    results: list[dict[str, object]] = field(default_factory=list)
    """The same for a program."""
    note: str = ""
    """What to tell beside it, such as that nothing was found."""


class Session:
    """Answers lines; close it, or use it in a `with` block.

    The termbase stays open between the lines. What other programs file meanwhile is found, since nothing of it is
    kept here.
    """

    def __init__(self, database: Place, *, limit: int, for_programs: bool = False, brief: bool = False) -> None:
        """`brief` shows the beginning of a long entry that was looked up, and how to see all of it."""
        self._database = database
        self._limit = limit
        self._for_programs = for_programs
        self._brief = brief
        self.reader = open_reader(database)
        # what words stand everywhere changes little while a person works
        self._backgrounds: dict[bool, Background] = {}
        self._ways: dict[str, Callable[[Answer], None]] = {
            "lookup": self._look_up,
            "tm": self._search,
            "conc": self._concordance,
            "add": self._add,
            "show": self._show,
            "help": self._help,
            "quit": lambda answer: None,
        }

    def close(self) -> None:
        """Give up the file."""
        self.reader.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def answer(self, text: str) -> Answer:
        """What a line asks for; raises ZhtermError where it cannot be answered. An empty line asks for nothing."""
        answer = Answer(parse(text))
        if not answer.line.rest and (argument := COMMANDS[answer.line.command].argument) and answer.line.explicit:
            raise InputError(f"{answer.line.command} what?", remedy=f"write: {answer.line.command} {argument}")
        if answer.line.rest or answer.line.explicit:
            self._ways[answer.line.command](answer)
        return answer

    def _look_up(self, answer: Answer) -> None:
        from cli.contract import hit_json
        from termbase.lookup import find

        hits = find(self.reader, answer.line.rest, limit=self._limit)
        if self._for_programs:
            answer.results += map(hit_json, hits)
        else:
            answer.shown += self._entries([hit.concept for hit in hits])
        if not hits:
            command = meant(answer.line)
            answer.note = f"nothing found for “{answer.line.rest}”; " + (
                f"did you mean {command}? The commands: {usages()}" if command else "add it with: add ZH = EN"
            )

    def _search(self, answer: Answer) -> None:
        from cli.tm.searching import match_json, match_lines
        from tm.memory.reading import open_memory
        from tm.memory.search import search

        query = answer.line.rest
        # opened anew, since a memory keeps parts of its index from one search to the next
        with open_memory(self._database) as memory:
            matches = search(memory, query, minimum=_NEAREST, limit=_MATCHES)
        for match in matches:
            if self._for_programs:
                answer.results.append(match_json(query, match))
            else:
                answer.shown += match_lines(query, match)
        if not matches:
            answer.note = f"nothing in the memory with a score of {_NEAREST:g} or more"

    def _concordance(self, answer: Answer) -> None:
        from cli.tm.using import line_json, line_rows
        from termbase.language.script import has_han
        from tm.memory.concordance import background_of, concordance
        from tm.memory.reading import open_memory

        word = answer.line.rest
        chinese = has_han(word)
        with open_memory(self._database) as memory:
            if chinese not in self._backgrounds:
                self._backgrounds[chinese] = background_of(memory, chinese=not chinese, most=_BACKGROUND)
            background = self._backgrounds[chinese]
            lines = concordance(memory, word, chinese=chinese, limit=_PLACES, background=background)
        for line in lines:
            if self._for_programs:
                answer.results.append(line_json(line))
            else:
                answer.shown += line_rows(line)
        if not lines:
            answer.note = f"“{word}” is not in the memory"

    def _add(self, answer: Answer) -> None:
        from cli.term.adding import added
        from termbase.editing import Edit

        zh, en = pair_of(answer.line.rest)
        self._tell(answer, [added(self._database, zh, en, Edit(type="other"), command="shell")])

    def _show(self, answer: Answer) -> None:
        words = answer.line.rest.split()
        if not all(word.isdecimal() for word in words):
            raise InputError(
                f"show wants the number of an entry, not “{answer.line.rest}”",
                remedy=f"to look these words up: lookup show {answer.line.rest}",
            )
        self._tell(answer, [self.reader.concept(int(word)) for word in words])

    def _help(self, answer: Answer) -> None:
        for command in COMMANDS.values():
            answer.shown.append(f"  {f'{command.name} {command.argument}':14}{command.help}".rstrip())

    def _tell(self, answer: Answer, concepts: list[Concept]) -> None:
        from cli.contract import entry_json
        from cli.render import entry_lines

        if self._for_programs:
            answer.results += map(entry_json, concepts)
        else:
            for concept in concepts:
                answer.shown += entry_lines(concept)

    def _entries(self, concepts: list[Concept]) -> Iterator[str]:
        """The best entry whole, or its beginning, and the others a line each."""
        from cli.render import SUMMARY, entry_lines, summary
        from cli.terminal import dim, table

        for concept in concepts[:1]:
            lines = list(entry_lines(concept))
            most = _BEGINNING if self._brief and len(lines) > _BEGINNING + 1 else len(lines)
            yield from lines[:most]
            if lines[most:]:
                yield dim(f"  … {len(lines) - most} more lines: show {concept.id}")
        if concepts[1:]:
            yield from table([summary(concept) for concept in concepts[1:]], SUMMARY)
