"""The screen of `zhterm review`: keys and clicks in, one call of the session each, and what it left drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cli.amounts import number_of
from cli.review.dialog import FieldsDialog
from cli.review.editing import (
    Form,
    form_of,
    new_source,
    with_form,
    with_source,
    with_type,
    with_usage,
    without_term,
)
from cli.review.entry import name_of
from cli.review.keys import DECIDING, KEYS, MOVING
from cli.review.marking import clipped
from cli.review.pages import ENTRY, FILTER, filter_values, source_fields, wanted_of
from cli.review.picking import ChoiceDialog, HelpDialog, SearchDialog, UsageDialog
from cli.review.queue import Filter
from cli.review.session import Session
from cli.review.widgets import EntryView, KeyBar, QueueList
from cli.terminal import plain
from termbase.errors import ZhtermError
from termbase.model import Concept, ConceptType, Source, Status, Term, Tier, Usage

__all__ = ["ReviewScreen"]

Value = TypeVar("Value")


class ReviewScreen(Screen[None]):
    """The queue, the entry, a line about what was done, and the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.keys, key.action, key.help, show=False) for key in KEYS]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._last_source: Source | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom: where one is, queue and entry, what was done, the keys."""
        yield Static(id="state")
        with Horizontal():
            yield QueueList(self.session)
            yield EntryView(self.session)
        yield Static(id="message")
        yield KeyBar(DECIDING, id="deciding")
        yield KeyBar(MOVING, id="moving")

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.draw()

    def on_resize(self) -> None:
        """The first line as wide as there is room."""
        self._draw_state()

    def draw(self, message: str = "", *, wrong: bool = False) -> None:
        """Everything as the session has it now."""
        self._draw_state()
        self.query_one(QueueList).update()
        self.query_one(EntryView).update()
        line = self.query_one("#message", Static)
        line.set_class(wrong, "wrong")
        line.update(Content.styled(plain(message), "bold $error" if wrong else ""))

    def attempt(self, act: Callable[[], str | None]) -> None:
        """Do something and say what was done, or in red why not."""
        try:
            message = act()
        except ZhtermError as error:
            self.draw(str(error), wrong=True)
        else:
            self.draw(message or "")

    def action_approve(self) -> None:
        """Approve the entry."""
        self.attempt(self.session.approve)

    def action_reject(self) -> None:
        """Reject the entry."""
        self.attempt(self.session.reject)

    def action_undo(self) -> None:
        """Take the last decision back."""
        self.attempt(self.session.undo)

    def action_edit(self) -> None:
        """Edit the entry on a page."""
        if (shown := self._entry()) is None:
            return
        form = form_of(shown)
        values = {field.name: str(getattr(form, field.name)) for field in ENTRY}
        save = partial(self._change, lambda values: self.session.save(shown, with_form(shown, Form(**values))))
        self.app.push_screen(FieldsDialog(f"Edit {name_of(shown)}; saving approves it", ENTRY, values, save))

    def action_merge(self) -> None:
        """Search the entry to merge into."""
        if (shown := self._entry()) is None:
            return

        def others(text: str) -> list[Concept]:
            return [concept for concept in self.session.find(text) if concept.id != shown.id]

        title = f"Merge {name_of(shown)} into …"

        def merge(into: Concept) -> None:
            self.attempt(lambda: self.session.merge(shown, into))

        dialog = SearchDialog(title, others, self.session.likely_targets())
        self.app.push_screen(dialog, self._taken(merge))

    def action_set_type(self) -> None:
        """Choose the type."""
        if (shown := self._entry()) is None:
            return

        def change(value: str) -> None:
            after = with_type(shown, ConceptType(value))
            self.attempt(lambda: self.session.adjust(shown, after, f"type of {name_of(shown)}: {value}"))

        dialog = ChoiceDialog(f"Type of {name_of(shown)}", list(ConceptType), shown.type)
        self.app.push_screen(dialog, self._taken(change))

    def action_set_usage(self) -> None:
        """Choose a form and how it is used."""
        if (shown := self._entry()) is None:
            return
        terms = _usable(shown)

        def change(chosen: tuple[Term, Usage | None]) -> None:
            term, usage = chosen
            what = f"“{term.text}”: {usage or 'rejected'}"

            def act() -> str:
                after = with_usage(shown, term, usage) if usage else without_term(shown, term)
                return self.session.adjust(shown, after, what)

            self.attempt(act)

        english = [place for place, term in enumerate(terms) if not term.language.is_chinese]
        dialog = UsageDialog(f"Forms of {name_of(shown)}", terms, english[0] if english else 0)
        self.app.push_screen(dialog, self._taken(change))

    def action_add_source(self) -> None:
        """Name a source for some forms."""
        if (shown := self._entry()) is None:
            return
        terms = _usable(shown)
        both = [term for chinese in (True, False) if (term := shown.preferred(chinese=chinese))]
        source = next((term.source for term in both if term.source), self._last_source) or Source("")
        forms = [("the Chinese and the English" if len(both) > 1 else "the entry's form", "")]
        forms += [(term.text, str(place)) for place, term in enumerate(terms)]

        def change(values: dict[str, str]) -> str:
            form = values.pop("form")
            added = new_source(**values)
            chosen = [terms[int(form)]] if form else both
            message = self.session.adjust(shown, with_source(shown, chosen, added), f"source: {added.issuer}")
            self._last_source = added
            return message

        values = {name: str(getattr(source, name)) for name in ("issuer", "title", "url", "date")}
        values["tier"] = source.tier if source.issuer else Tier.REFERENCE
        title = f"Source of {name_of(shown)}"
        self.app.push_screen(FieldsDialog(title, source_fields(forms), values, partial(self._change, change)))

    def action_search(self) -> None:
        """Search an entry and go to it."""

        def go(found: Concept) -> None:
            assert found.id is not None
            self.session.visit(found.id)
            self.draw()

        self.app.push_screen(SearchDialog("Search", self.session.find), self._taken(go))

    def action_filter(self) -> None:
        """Choose which entries are wanted."""

        def change(values: dict[str, str]) -> str:
            return self._fill(wanted_of(values))

        values = filter_values(self.session.wanted)
        self.app.push_screen(FieldsDialog("Which entries", FILTER, values, partial(self._change, change)))

    def action_order(self) -> None:
        """Sort by the next thing."""
        self.session.order = self.session.order.following
        self.attempt(lambda: self._fill(self.session.wanted))

    def action_reload(self) -> None:
        """Read the queue anew."""
        self.attempt(lambda: self._fill(self.session.wanted))

    def action_next_unseen(self) -> None:
        """To the next entry not seen yet."""
        self.attempt(self.session.next_unseen)

    def action_step(self, by: int) -> None:
        """So many entries on."""
        self._go(self.session.queue.position + by)

    def action_page(self, by: int) -> None:
        """A page of the queue on."""
        self._go(self.session.queue.position + by * max(1, self.query_one(QueueList).size.height - 1))

    def action_first(self) -> None:
        """To the first entry."""
        self._go(0)

    def action_last(self) -> None:
        """To the last entry."""
        self._go(len(self.session.queue))

    def action_scroll_entry(self, by: int) -> None:
        """Most of a page on in the entry."""
        view = self.query_one(EntryView)
        view.scroll_relative(y=by * max(1, view.size.height - 2), animate=False)

    def action_help(self) -> None:
        """All keys."""
        self.app.push_screen(HelpDialog())

    def action_close(self) -> None:
        """End the review."""
        self.app.exit()

    @on(QueueList.Chosen)
    def choose(self, event: QueueList.Chosen) -> None:
        """Show the entry of the row that was clicked."""
        self._go(event.place)

    def _go(self, place: int) -> None:
        self.attempt(lambda: self.session.go(place))

    def _fill(self, wanted: Filter) -> str:
        self.session.wanted = wanted
        self.session.fill()
        return f"{number_of(len(self.session.queue), 'entry')}, by {self.session.order}"

    def _change(self, change: Callable[[dict[str, str]], str], values: dict[str, str]) -> None:
        """Do what a page asks; raises for the page to tell, and draws what is there now."""
        try:
            message = change(dict(values))
        except ZhtermError:
            self.draw()
            raise
        self.draw(message)

    def _entry(self) -> Concept | None:
        if self.session.shown is None:
            self.draw("there is no entry to decide on", wrong=True)
        return self.session.shown

    @staticmethod
    def _taken(use: Callable[[Value], None]) -> Callable[[Value | None], None]:
        """What a dialog hands back is used, unless it was left."""

        def after(value: Value | None) -> None:
            if value is not None:
                use(value)

        return after

    def _draw_state(self) -> None:
        session, queue = self.session, self.session.queue
        place = f"{queue.position + 1 if len(queue) else 0} of {len(queue)}"
        wanted = str(session.wanted) or "unsettled"
        line = f"zhterm review · {place} · {queue.left} left · by {session.order} · {wanted}"
        self.query_one("#state", Static).update(Content(clipped(plain(line), self.size.width).ljust(self.size.width)))


def _usable(concept: Concept) -> list[Term]:
    """The forms that were not rejected, the Chinese ones first."""
    terms = [term for term in concept.terms if term.status is not Status.REJECTED]
    return sorted(terms, key=lambda term: not term.language.is_chinese)
