"""The parts of the screen: the queue as a list, the entry, and the bar of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widgets import Static

from cli.review.entry import entry_lines
from cli.review.keys import Key, fitting
from cli.review.marking import clipped
from cli.review.queue import Mark

if TYPE_CHECKING:
    from cli.review.session import Session

__all__ = ["EntryView", "KeyBar", "QueueList"]

# Signs that are narrow in every terminal, also in one set up for Chinese; `?` is an entry that was seen and left open
_MARKS = {Mark.APPROVED: "✓", Mark.REJECTED: "✗", Mark.MERGED: ">"}


class QueueList(ScrollView, can_focus=False):
    """The queue, of which only the rows on the screen are read and drawn, however long it is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--current",
        "queue--beside",
        "queue--left",
        *(f"queue--{mark}" for mark in Mark),
    }

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, session: Session) -> None:
        super().__init__(id="queue")
        self._session = session

    def update(self) -> None:
        """Draw the queue as it is now, with the current row in sight."""
        queue = self._session.queue
        height = max(1, self.size.height)
        self.virtual_size = Size(self.size.width, len(queue))
        top = round(self.scroll_offset.y)
        if not top <= queue.position < top + height:
            self.scroll_to(y=max(0, queue.position - height // 3), animate=False, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the current row in sight."""
        self.update()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        place = event.y + round(self.scroll_offset.y)
        if place < len(self._session.queue):
            self.post_message(self.Chosen(place))

    def render_line(self, y: int) -> Strip:
        """One row: what became of the entry, its score, its name, and its English where there is room."""
        place = y + round(self.scroll_offset.y)
        queue = self._session.queue
        width = self.size.width
        if place >= len(queue):
            return Strip.blank(width, self.rich_style)
        number = queue.ids[place]
        name, beside, score = self._title(place)
        mark = queue.mark(number)
        left = queue.is_seen(number) and place != queue.position
        sign = _MARKS[mark] if mark else "?" if left else " "
        figure = "    " if not score else f"{score:.2f}"
        text = clipped(name, max(0, width - 7))
        segments = [
            Segment(sign, self._style(mark or ("left" if left else ""))),
            Segment(f" {figure} ", self._style("beside")),
            Segment(text, self._style("beside" if mark else "")),
        ]
        room = width - 7 - cell_len(text) - 2
        if beside and room > 3:
            segments.append(Segment(f"  {clipped(beside, room)}", self._style("beside")))
        strip = Strip(segments).extend_cell_length(width, self.rich_style).crop(0, width)
        return strip.apply_style(self._style("current")) if place == queue.position else strip

    def _title(self, place: int) -> tuple[str, str, float]:
        top = round(self.scroll_offset.y)
        rows = self._session.queue.ids[top : top + max(1, self.size.height)]
        return self._session.titles(rows)[place - top]

    def _style(self, name: str) -> RichStyle:
        return self.get_component_rich_style(f"queue--{name}") if name else self.rich_style


class EntryView(VerticalScroll, can_focus=False):
    """The entry that is shown, with its contexts."""

    def __init__(self, session: Session) -> None:
        super().__init__(Static(id="entry-text"), id="entry")
        self._session = session
        self._drawn: tuple[int | None, int] = (None, 0)

    def update(self) -> None:
        """Draw the entry as it is now, from its top when it is another one."""
        session = self._session
        columns = max(10, self.size.width - 3)
        if session.shown is None:
            lines = [Content.styled(self._nothing(), "dim")]
        else:
            lines = entry_lines(session.shown, session.contexts, session.total, columns)
        self.query_one("#entry-text", Static).update(Content("\n").join(lines))
        drawn = (session.queue.current, columns)
        if drawn != self._drawn:
            self._drawn = drawn
            self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        self.update()

    def _nothing(self) -> str:
        number = self._session.queue.current
        if number is None:
            return "Nothing here to review. f changes the filter, / searches an entry, q ends the review."
        return f"Entry {number} is no longer there: it was merged or removed."


class KeyBar(Static):
    """The keys that there is room for; a click does what the key does."""

    def __init__(self, keys: tuple[Key, ...], *, id: str) -> None:  # noqa: A002 - textual's name
        super().__init__(id=id)
        self._keys = keys

    def on_resize(self, event: events.Resize) -> None:
        """Show as many keys as fit."""
        parts: list[Content] = []
        for key in fitting(self._keys, event.size.width):
            click = Style.from_meta({"@click": f"screen.{key.action}"})
            text = Content.assemble((key.shown, "bold $accent"), f" {key.label}")
            parts.append(text.stylize(click))
        self.update(Content("  ").join(parts))
