"""What the review lets a person pick: an entry by search, one of some choices, how a form is used; and its help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Input, OptionList, Static

from cli.review.dialog import Dialog
from cli.review.entry import headline, term_line
from cli.review.keys import KEYS
from cli.review.marking import visible
from termbase.model import Concept, Status, Term, Usage

__all__ = ["ChoiceDialog", "HelpDialog", "SearchDialog", "UsageDialog"]


class SearchDialog(Dialog[Concept]):
    """Entries by Chinese, English, pinyin or initials, while one types; Enter takes the one highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    FRAME: ClassVar[int] = 5

    def __init__(self, title: str, find: Callable[[str], list[Concept]], likely: Sequence[Concept] = ()) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._likely = likely
        self._found: Sequence[Concept] = likely

    def compose(self) -> ComposeResult:
        """A line to type in, and what was found."""
        with Vertical(classes="dialog"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            yield Input(placeholder="Chinese, English, pinyin or initials", compact=True)
            yield OptionList(*map(_found_line, self._found), compact=True, markup=False, classes="scrolls")
            yield Static(Content.styled("↑ ↓ choose   Enter takes it   Esc leaves", "dim"))

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Look up what stands there now."""
        self._found = self._find(event.value) if event.value.strip() else self._likely
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(_found_line, self._found))
        options.highlighted = 0 if self._found else None

    @on(Input.Submitted)
    def take(self) -> None:
        """Take the entry highlighted, or the first one."""
        if self._found:
            self.dismiss(self._found[self.query_one(OptionList).highlighted or 0])

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        """Take the entry clicked."""
        self.dismiss(self._found[event.option_index])

    def action_move(self, by: int) -> None:
        """Highlight the next one, from the line to type in too."""
        options = self.query_one(OptionList)
        if self._found:
            place = -1 if options.highlighted is None else options.highlighted
            options.highlighted = max(0, min(place + by, len(self._found) - 1))


class ChoiceDialog(Dialog[str]):
    """One of some choices; a letter goes to the next one that begins with it."""

    def __init__(self, title: str, choices: Sequence[str], current: str) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current

    def compose(self) -> ComposeResult:
        """The choices, with the current one highlighted."""
        with Vertical(classes="dialog"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            yield OptionList(*self._choices, compact=True, markup=False, classes="scrolls")
            yield Static(Content.styled("a letter goes to a choice   Enter takes it   Esc leaves", "dim"))

    def on_mount(self) -> None:
        """Begin at the current one."""
        self.query_one(OptionList).highlighted = self._choices.index(self._current)

    def on_key(self, event: events.Key) -> None:
        """Go to the next choice with this first letter."""
        options = self.query_one(OptionList)
        start = (options.highlighted or 0) + 1
        for place in (*range(start, len(self._choices)), *range(start)):
            if event.character and self._choices[place].startswith(event.character):
                options.highlighted = place
                event.stop()
                return

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Take the choice."""
        self.dismiss(self._choices[event.option_index])


class UsageDialog(Dialog[tuple[Term, Usage | None]]):
    """The forms of an entry: one is highlighted, and a letter says how it is used; None rejects it."""

    _LETTERS: ClassVar[dict[str, Usage | None]] = {**{usage[0]: usage for usage in Usage}, "x": None}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(letter, f"use('{letter}')", show=False) for letter in ("p", "a", "s", "f", "x")
    ]

    def __init__(self, title: str, terms: Sequence[Term], first: int) -> None:
        super().__init__()
        self._title = title
        self._terms = terms
        self._first = first

    def compose(self) -> ComposeResult:
        """The forms, and the letters, which can be clicked."""
        with Vertical(classes="dialog"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            yield OptionList(*map(term_line, self._terms), compact=True, markup=False, classes="scrolls")
            letters = [
                Content.assemble((letter, "bold $accent"), f" {usage or 'reject the form'}").stylize(
                    Style.from_meta({"@click": f"screen.use('{letter}')"})
                )
                for letter, usage in self._LETTERS.items()
            ]
            yield Static(Content("  ").join(letters), classes="letters")

    def on_mount(self) -> None:
        """Begin at the form that is most likely meant."""
        self.query_one(OptionList).highlighted = self._first

    def action_use(self, letter: str) -> None:
        """Hand back the form highlighted and its usage."""
        self.dismiss((self._terms[self.query_one(OptionList).highlighted or 0], self._LETTERS[letter]))


class HelpDialog(Dialog[None]):
    """All keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "cancel", show=False),
        Binding("down,j,space", "scroll(1)", show=False),
        Binding("up,k,b", "scroll(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A line for each key."""
        with Vertical(classes="dialog"):
            yield Static("Keys of the review", classes="dialog-title")
            with VerticalScroll(can_focus=False, classes="scrolls"):
                for key in KEYS:
                    with Horizontal(classes="field"):
                        yield Static(Content.styled(key.shown, "bold $accent"), classes="key")
                        yield Static(key.help, classes="key-help")
            yield Static(Content.styled("Every decision is saved at once.   Esc leaves", "dim"))

    def action_scroll(self, by: int) -> None:
        """Move the page, where not all keys fit."""
        self.query_one(VerticalScroll).scroll_relative(y=3 * by, animate=False)


def _found_line(concept: Concept) -> Content:
    name, beside = headline(concept)
    state = "" if concept.status is Status.APPROVED else f"  {concept.status}"
    return Content.assemble(
        (f"{concept.id:>6} ", "dim"), name, (f"  {beside}" if beside else "", ""), (state, "dim italic")
    )
