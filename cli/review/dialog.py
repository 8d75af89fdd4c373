"""What the review asks over its screen: a page of fields to fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from cli.review.marking import visible
from cli.terminal import plain
from termbase.errors import ZhtermError

__all__ = ["Dialog", "Field", "FieldsDialog"]

Result = TypeVar("Result")

_PROBLEM = 2
"""Rows kept free for what is wrong; a long line takes two."""


class Field(NamedTuple):
    """A field of a page: one line, several, or one of some choices."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]] = ()
    """What is shown and its value; empty for text."""
    lines: int = 1
    placeholder: str = ""


class Dialog(ModalScreen[Result]):
    """Anything over the screen; Esc or Ctrl-C leaves it without a decision."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "cancel", show=False)]

    FRAME: ClassVar[int] = 4
    """Rows of the dialog around the part that scrolls: its border, title, and last line."""

    def on_resize(self) -> None:
        """Let the part that scrolls be as high as there is room for."""
        for part in self.query(".scrolls"):
            part.styles.max_height = max(1, self.size.height - self.FRAME)

    def action_cancel(self) -> None:
        """Leave without a decision."""
        self.dismiss(None)


class _Visible(Highlighter):
    """Shows a value as it is, but for what would steer the terminal."""

    def __call__(self, text: str | Text) -> Text:
        return Text(visible(str(text)), no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """No more than that."""


class _Lines(TextArea):
    """Several lines, of which nothing steers the terminal."""

    def get_line(self, line_index: int) -> Text:
        """The line as it is shown."""
        return Text(visible(super().get_line(line_index).plain), end="", no_wrap=True)


class FieldsDialog(Dialog[None]):
    """Fields with their values; Enter or Ctrl-S saves, and what cannot be saved is told and stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Mapping[str, str],
        save: Callable[[dict[str, str]], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._values = {field.name: values.get(field.name, "") for field in fields}
        self._save = save
        self._warned = False

    def compose(self) -> ComposeResult:
        """A title, the fields below each other, a line for what is wrong, two buttons."""
        with Vertical(classes="dialog"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            with VerticalScroll(classes="scrolls", can_focus=False):
                for field in self._fields:
                    with Horizontal(classes="field"):
                        yield Label(Content(field.label), classes="field-label")
                        yield self._widget(field)
            yield Static("", id="problem")
            with Horizontal(classes="buttons"):
                yield Button("Save (Enter)", id="save", compact=True, variant="primary")
                yield Button("Leave (Esc)", id="leave", compact=True)

    def on_mount(self) -> None:
        """The problem line takes no room before there is one."""
        self.query_one("#problem").display = False

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Hand the values over; stay, and say why, where they are refused."""
        try:
            self._save(self.values)
        except ZhtermError as error:
            self._tell(str(error))
        else:
            self.dismiss(None)

    @on(Button.Pressed, "#leave")
    def action_cancel(self) -> None:
        """Leave; where something was typed, only when asked twice."""
        if self.values != self._values and not self._warned:
            self._warned = True
            self._tell("Not saved yet: Enter saves, Esc again drops what you typed.")
        else:
            self.dismiss(None)

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.name: self._value(self.query_one(f"#{field.name}")) for field in self._fields}

    def _widget(self, field: Field) -> Widget:
        value = self._values[field.name]
        if field.choices:
            return Select(
                [(Content(shown), value) for shown, value in field.choices],
                value=value,
                allow_blank=False,
                compact=True,
                id=field.name,
            )
        if field.lines > 1:
            area = _Lines(value, compact=True, soft_wrap=True, tab_behavior="focus", id=field.name)
            area.styles.height = field.lines
            return area
        return Input(
            value,
            compact=True,
            placeholder=field.placeholder,
            highlighter=_Visible(),
            select_on_focus=False,
            id=field.name,
        )

    @staticmethod
    def _value(widget: Widget) -> str:
        if isinstance(widget, TextArea):
            return widget.text
        return str(widget.value) if isinstance(widget, Input | Select) else ""

    def _tell(self, line: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.display = True
        self.query_one(".scrolls").styles.max_height = max(1, self.size.height - self.FRAME - _PROBLEM)
        problem.update(Content.styled(plain(line), "bold $error"))
