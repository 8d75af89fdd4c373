"""The review as somebody uses it: keys, mouse, terminals of every size; what is in the database afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select, TextArea

from cli.review.dialog import Dialog
from cli.review.keys import KEYS
from cli.review.queue import Filter
from cli.review.widgets import EntryView, KeyBar, QueueList
from termbase.model import Concept, ConceptType, Status, Tier, Usage
from termbase.place import Place
from termbase.store import Store
from tests.cli.review.conftest import actions, place, play, press, proposed, screen_of, stored, strategy, zh

SIZES = [(80, 24), (120, 40), (40, 12), (20, 6), (200, 60)]


def test_the_first_screen_has_the_queue_the_entry_its_contexts_and_the_keys(termbase: Place) -> None:
    shown = press(termbase, size=(100, 30))
    for part in (
        "zhterm review · 1 of 4 · 4 left · by score · unsettled",
        "0.90 八八战略  Eight",
        "proposed · strategy · 0.90 · 1",
        "Bābā Zhànlüè",
        "• 浙江推进“八八战略”。",
        "Zhejiang pursued the Eight Eight Strategy.",
        "a approve",
        "? help",
    ):
        assert part in shown
    # wide characters take two columns: every line ends where the terminal does
    assert "义新欧" in shown


def test_approving_brings_the_next_entry_at_once(termbase: Place) -> None:
    shown = press(termbase, "a")
    assert stored(termbase, 1).status is Status.APPROVED
    assert {term.status for term in stored(termbase, 1).terms} == {Status.APPROVED}
    assert "2 of 4 · 3 left" in shown
    assert "approved 八八战略; z takes it back" in shown
    assert "✓ 0.90" in shown


def test_rejecting_keeps_the_entry_from_coming_back(termbase: Place) -> None:
    shown = press(termbase, "r")
    assert stored(termbase, 1).status is Status.REJECTED
    assert "✗ 0.90" in shown


def test_rejecting_new_forms_leaves_the_approved_entry_approved(termbase: Place) -> None:
    shown = press(termbase, "end", "r")
    assert "rejected one new form of “四千”精神" in shown
    assert stored(termbase, 3).status is Status.APPROVED
    assert stored(termbase, 3).terms[2].status is Status.REJECTED


def test_what_was_decided_before_is_told_and_changes_nothing(termbase: Place) -> None:
    assert "approved already" in press(termbase, "a", "k", "a")
    assert "rejected already" in press(termbase, "r", "k", "r")
    assert actions(termbase, 1) == ["import", "approve"]


@pytest.mark.parametrize("undo", ["z", "ctrl+z"])
def test_undo_goes_back_step_by_step(termbase: Place, undo: str) -> None:
    before = [stored(termbase, number) for number in (1, 2)]
    shown = press(termbase, "a", "r", undo)
    assert "taken back: reject 义新欧" in shown
    assert stored(termbase, 1).status is Status.APPROVED
    press(termbase, "down", "a", undo, undo)
    shown = press(termbase, "r", undo, undo)
    assert "nothing to take back" in shown
    assert stored(termbase, 2) == before[1]


def test_an_edit_is_saved_approved_and_can_be_undone(termbase: Place) -> None:
    before = stored(termbase, 2)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("down", "e")
        pilot.app.screen.query_one("#en", Input).value = "Yixin'ou"
        pilot.app.screen.query_one("#note", TextArea).text = "a train\n义乌"
        pilot.app.screen.query_one("#type", Select).value = "event"
        await pilot.press("enter")
        await pilot.pause()
        saved = stored(termbase, 2)
        assert (saved.status, saved.note, saved.type) == (Status.APPROVED, "a train\n义乌", ConceptType.EVENT)
        assert [term.text for term in saved.terms] == ["义新欧", "Yixin'ou"]
        assert "saved 义新欧, approved" in screen_of(pilot)
        await pilot.press("z")

    play(termbase, script)
    assert stored(termbase, 2) == before


def test_chinese_arrives_typed_and_pasted(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("e", "班", "列")
        field = pilot.app.screen.query_one("#zh", Input)
        assert field.value == "八八战略班列"
        field.post_message(events.Paste("。𠀀与“四千”精神"))
        await pilot.pause()
        assert "八八战略班列。𠀀与“四千”精神" in screen_of(pilot)
        await pilot.press("ctrl+s")

    play(termbase, script)
    assert stored(termbase, 1).terms[0].text == "八八战略班列。𠀀与“四千”精神"


def test_an_edit_that_cannot_be_is_told_and_what_was_typed_stays(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("e")
        pilot.app.screen.query_one("#en", Input).value = "八八"
        await pilot.press("enter")
        await pilot.pause()
        assert "Chinese characters in the English" in screen_of(pilot)
        assert pilot.app.screen.query_one("#en", Input).value == "八八"

    play(termbase, script)
    assert actions(termbase, 1) == ["import"]


def test_what_was_typed_is_dropped_only_when_asked_twice(termbase: Place) -> None:
    for leave in ("escape", "ctrl+c", "ctrl+q"):
        shown = press(termbase, "e", "x", leave)
        assert "Not saved yet" in shown
        assert "a approve" in press(termbase, "e", "x", leave, leave)
        assert "Not saved yet" not in press(termbase, "e", leave)
    assert actions(termbase, 1) == ["import"]


def test_the_fields_are_reached_with_the_arrows_and_the_tab(termbase: Place) -> None:
    press(termbase, "e", "down", "down", "!", "up", "down", "tab", "shift+tab", "?", "enter")
    assert stored(termbase, 1).terms[1].text == "Eight Eight Strategy!?"


def test_a_usage_is_chosen_with_keys_alone_in_the_edit_page(termbase: Place) -> None:
    press(termbase, "e", "tab", "tab", "tab", "enter", "down", "enter", "ctrl+s")
    term = stored(termbase, 1).terms[1]
    assert (term.text, term.usage) == ("Eight Eight Strategy", Usage.ADMITTED)


def test_an_entry_is_merged_into_one_that_is_searched(termbase: Place) -> None:
    before = stored(termbase, 4)
    shown = press(termbase, "m", *"zhejiang", "enter")
    assert "merged 八八战略 into 4 浙江" in shown
    assert "> 0.90 八八战略" in shown
    assert "八八战略" in [term.text for term in stored(termbase, 4).terms]
    press(termbase, "down")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("m", *"浙江", "enter", "z")
        await pilot.pause()
        assert "taken back: merge 义新欧" in screen_of(pilot)

    merged = stored(termbase, 4)
    play(termbase, script)
    assert stored(termbase, 4) == merged != before


def test_likely_entries_are_offered_before_one_types(termbase: Place) -> None:
    with Store.open(termbase) as store:
        twin = replace(strategy(), terms=(zh("八八战略实施"),), status=Status.APPROVED, contexts=(), frequency=0)
        store.add(twin)
    shown = press(termbase, "m")
    assert "八八战略实施" in shown
    press(termbase, "m", "down", "up", "enter")
    assert "八八战略" in [term.text for term in stored(termbase, 7).terms]


def test_a_merger_without_a_find_does_nothing(termbase: Place) -> None:
    assert "Merge 八八战略 into" in press(termbase, "m", "龘", "enter", "down")
    assert actions(termbase, 1) == ["import"]


def test_a_type_is_set_by_its_first_letter_and_the_entry_stays(termbase: Place) -> None:
    shown = press(termbase, "t", "c", "enter")
    assert stored(termbase, 1).type is ConceptType.COMPANY
    assert stored(termbase, 1).status is Status.PROPOSED
    assert "still proposed, a approves" in shown
    assert "1 of 4 · 4 left" in shown
    press(termbase, "t", "P", "p", "p", "enter")
    assert stored(termbase, 1).type is ConceptType.PUBLICATION
    assert "as it was" in press(termbase, "t", "enter")


def test_a_type_set_is_taken_back_and_the_entry_stays_open(termbase: Place) -> None:
    shown = press(termbase, "t", "c", "enter", "z")
    assert stored(termbase, 1).type is ConceptType.STRATEGY
    assert "4 left" in shown


def test_a_usage_is_set_of_the_form_highlighted(termbase: Place) -> None:
    press(termbase, "u", "down", "p")
    usages = {term.text: (term.usage, term.status) for term in stored(termbase, 1).terms}
    assert usages["Eight-Eight"] == (Usage.PREFERRED, Status.APPROVED)
    assert usages["Eight Eight Strategy"] == (Usage.ADMITTED, Status.PROPOSED)
    press(termbase, "u", "f")
    assert stored(termbase, 1).terms[1].usage is Usage.FORBIDDEN


def test_a_form_is_rejected_and_brought_back(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("u", "x")
        await pilot.pause()
        assert stored(termbase, 1).terms[1].status is Status.REJECTED
        await pilot.press("z")

    before = stored(termbase, 1)
    play(termbase, script)
    assert stored(termbase, 1) == before


def test_the_last_form_is_not_rejected(termbase: Place) -> None:
    assert "an entry needs a form" in press(termbase, "down", "u", "x", size=(100, 24))
    assert stored(termbase, 2).terms[0].status is Status.PROPOSED


def test_a_source_is_added_to_both_forms_and_offered_again(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("s", *"Xinhua", "tab", *"新华社")
        pilot.app.screen.query_one("#url", Input).value = "https://example.org/[1]"
        pilot.app.screen.query_one("#date", Input).value = "13 June"
        pilot.app.screen.query_one("#tier", Select).value = "agency"
        await pilot.press("enter")
        await pilot.pause()
        assert "'13 June' is no date" in screen_of(pilot)
        pilot.app.screen.query_one("#date", Input).value = "2023-06-13"
        await pilot.press("enter")
        await pilot.pause()
        assert "source: Xinhua; still proposed" in screen_of(pilot)
        assert "https://example.org/[1]" in screen_of(pilot)
        await pilot.press("down", "s")
        assert pilot.app.screen.query_one("#issuer", Input).value == "Xinhua"
        await pilot.press("enter")

    play(termbase, script, size=(100, 40))
    source = stored(termbase, 1).terms[0].source
    assert source is not None
    assert (source.title, source.tier, source.date) == ("新华社", Tier.AGENCY, "2023-06-13")
    assert [term.source == source for term in stored(termbase, 1).terms] == [True, True, False]
    assert stored(termbase, 2).terms[0].source == source
    press(termbase, "s", *"X", "enter", "z")
    assert stored(termbase, 1).terms[0].source == source


def test_a_source_may_speak_for_one_form_alone(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("s", *"Xinhua")
        pilot.app.screen.query_one("#form", Select).value = "2"
        await pilot.press("enter")

    play(termbase, script)
    assert [term.source is None for term in stored(termbase, 1).terms] == [True, True, False]


def test_a_search_goes_to_an_entry_also_beyond_the_queue(termbase: Place) -> None:
    for query in ("浙江", "zhejiang", "zj"):
        shown = press(termbase, "slash", *query, "enter")
        assert "approved · place · 4" in shown
        assert "1 of 5 · 5 left" in shown
    assert "2 of 4" in press(termbase, "slash", *"xinou", "enter")


def test_a_search_that_finds_nothing_says_nothing_and_is_left(termbase: Place) -> None:
    assert "1 of 4" in press(termbase, "slash", *"龘", "enter", "escape")
    assert "Search" in press(termbase, "slash", "enter")


def test_the_filter_chooses_status_type_document_and_score(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        async def choose(**values: str) -> str:
            await pilot.press("f")
            for name, value in values.items():
                widget = pilot.app.screen.query_one(f"#{name}")
                assert isinstance(widget, Input | Select)
                widget.value = value
            await pilot.press("ctrl+s")
            await pilot.pause()
            return screen_of(pilot)

        assert "1 of 2 · 2 left · by score · GREEN" in await choose(document="GREEN")
        assert "1 of 1 · 1 left · by score · transport, GREEN" in await choose(type="transport")
        assert "'1.5' is no score" in await choose(min_score="1.5")
        await pilot.press("escape", "escape")
        assert "'high' is no score" in await choose(min_score="high")
        await pilot.press("escape", "escape")
        assert "0 of 0" in await choose(min_score="0.85")
        assert "Nothing here to review" in screen_of(pilot)
        await pilot.press("a", "e", "m", "t", "u", "s", "z", "n")
        assert "approved · place · 4" in await choose(status="approved", type="place", document="", min_score="")
        await pilot.press("r")

    play(termbase, script, size=(120, 30))
    assert stored(termbase, 4).status is Status.REJECTED


def test_the_order_changes_and_the_entry_stays(termbase: Place) -> None:
    shown = press(termbase, "down", "o")
    assert "by type" in shown
    assert "proposed · transport · 0.80 · 2" in shown
    assert "by score" in press(termbase, "o", "o", "o", "o")


def test_next_unseen_passes_over_what_was_seen(termbase: Place) -> None:
    assert "3 of 4" in press(termbase, "down", "up", "n")
    assert "every entry of the queue was seen" in press(termbase, "n", "n", "n", "n", "n")


def test_one_moves_with_arrows_letters_and_pages(termbase: Place) -> None:
    assert "2 of 4" in press(termbase, "j")
    assert "1 of 4" in press(termbase, "j", "k", "k")
    assert "4 of 4" in press(termbase, "pagedown")
    assert "1 of 4" in press(termbase, "G", "g")
    assert "4 of 4" in press(termbase, "end", "pageup", "G")


def test_what_came_in_meanwhile_is_there_after_a_reload(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        with Store.open(termbase) as other:
            other.add(Concept(ConceptType.OTHER, (proposed(zh("新")),), status=Status.PROPOSED, score=0.95))
        await pilot.press("R")
        await pilot.pause()
        assert "2 of 5" in screen_of(pilot)

    play(termbase, script)


def test_an_entry_changed_meanwhile_is_told_shown_anew_and_not_overwritten(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        with Store.open(termbase, who="wang") as other:
            other.replace(replace(other.concept(1), note="ask the desk"))
        await pilot.press("a")
        await pilot.pause()
        assert "changed meanwhile" in screen_of(pilot)
        assert "ask the desk" in screen_of(pilot)
        assert stored(termbase, 1).status is Status.PROPOSED
        await pilot.press("a")

    play(termbase, script, size=(120, 30))
    assert (stored(termbase, 1).status, stored(termbase, 1).note) == (Status.APPROVED, "ask the desk")


def test_an_edit_of_an_entry_changed_meanwhile_stays_on_its_page(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("e", "!")
        with Store.open(termbase, who="wang") as other:
            other.replace(replace(other.concept(1), note="ask the desk"))
        await pilot.press("enter")
        await pilot.pause()
        assert "changed meanwhile" in screen_of(pilot)
        assert pilot.app.screen.query_one("#zh", Input).value == "八八战略!"
        # a second Enter does not write it over the other's change either
        await pilot.press("enter", "enter")

    play(termbase, script, size=(120, 30))
    assert (stored(termbase, 1).note, stored(termbase, 1).terms[0].text) == ("ask the desk", "八八战略")


def test_an_entry_removed_meanwhile_is_told(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        with Store.open(termbase, who="wang") as other:
            other.remove(1)
        await pilot.press("a")
        await pilot.pause()
        assert "Entry 1 is no longer there" in screen_of(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert "there is no entry to decide on" in screen_of(pilot)
        await pilot.press("down", "a")

    play(termbase, script, size=(120, 30))
    assert stored(termbase, 2).status is Status.APPROVED


def test_a_termbase_that_somebody_writes_to_is_told_and_nothing_is_lost(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        with Store.open(termbase, who="wang") as other, other.transaction():
            other.set_status(4, Status.REJECTED)
            await pilot.press("a")
            await pilot.pause()
            assert "another program is writing" in screen_of(pilot)
        await pilot.press("a")

    play(termbase, script, size=(120, 30))
    assert stored(termbase, 1).status is Status.APPROVED


def test_the_mouse_chooses_a_row_a_key_and_a_choice(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.click(QueueList, offset=(8, 1))
        await pilot.pause()
        assert "2 of 4" in screen_of(pilot)
        await pilot.click(QueueList, offset=(8, 15))
        await pilot.click(KeyBar, offset=(3, 0))
        await pilot.pause()
        assert stored(termbase, 2).status is Status.APPROVED
        row = screen_of(pilot).split("\n")[-2]
        await pilot.click(offset=(row.index("t type"), 22))
        await pilot.click(OptionList, offset=(3, 1))
        await pilot.pause()
        row = screen_of(pilot).split("\n")[-2]
        await pilot.click(offset=(row.index("u usage"), 22))
        await pilot.pause()
        await pilot.click(OptionList, offset=(3, 0))
        lines = screen_of(pilot).split("\n")
        y = next(place for place, line in enumerate(lines) if "x reject" in line)
        await pilot.click(offset=(lines[y].index("s superseded"), y))

    session = play(termbase, script)
    assert session.shown is not None
    entry = stored(termbase, session.shown.id or 0)
    assert (entry.type, entry.terms[0].usage) == (ConceptType.PLACE, Usage.SUPERSEDED)


def test_the_buttons_of_a_page_save_and_leave(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("e", "!")
        await pilot.click("#leave")
        # a button takes no second click for a fifth of a second
        await pilot.pause(0.5)
        await pilot.click("#leave")
        await pilot.pause()
        await pilot.press("e", "?")
        await pilot.click("#save")

    play(termbase, script)
    assert stored(termbase, 1).terms[0].text == "八八战略?"


def test_a_click_in_a_search_takes_what_was_found(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("slash", *"浙江")
        await pilot.click(OptionList, offset=(3, 0))
        await pilot.pause()
        assert "approved · place · 4" in screen_of(pilot)

    play(termbase, script)


def test_the_help_has_every_key_and_closes(termbase: Place) -> None:
    shown = press(termbase, "question_mark", size=(120, 40))
    assert all(key.help[:30] in shown for key in KEYS)
    assert "Keys of the review" not in press(termbase, "question_mark", "down", "up", "q")


def test_a_long_entry_is_scrolled_and_the_next_one_begins_at_its_top(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        view = pilot.app.screen.query_one(EntryView)
        await pilot.press("space")
        await pilot.pause()
        assert view.scroll_offset.y > 0
        await pilot.press("b")
        await pilot.pause()
        assert view.scroll_offset.y == 0
        await pilot.press("space", "down")
        await pilot.pause()
        assert view.scroll_offset.y == 0

    play(termbase, script, size=(40, 12))


@pytest.mark.parametrize("size", SIZES)
def test_every_page_opens_in_a_terminal_of_any_size(termbase: Place, size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for key in ("e", "m", "t", "u", "s", "slash", "f", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(pilot.app.screen, Dialog)
            assert len(screen_of(pilot).split("\n")) == size[1]
            await pilot.press("escape")
        assert not isinstance(pilot.app.screen, Dialog)

    play(termbase, script, size=size)
    assert actions(termbase, 1) == ["import"]


@pytest.mark.parametrize("key", ["e", "s", "f"])
def test_a_page_can_be_saved_and_left_with_the_mouse_in_a_small_terminal(termbase: Place, key: str) -> None:
    shown = press(termbase, key, size=(40, 12))
    assert "Save (Enter)" in shown
    assert "Leave (Esc)" in shown


def test_a_terminal_may_change_its_size(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        for size in (*SIZES, (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.press("down", "up")
        await pilot.press("e")
        for size in ((40, 12), (3, 3), (80, 24)):
            await pilot.resize_terminal(*size)
        await pilot.press("escape", "a")

    play(termbase, script)
    assert stored(termbase, 1).status is Status.APPROVED


def test_a_decision_is_made_in_a_small_terminal(termbase: Place) -> None:
    shown = press(termbase, "a", size=(40, 12))
    assert stored(termbase, 1).status is Status.APPROVED
    assert "? help" in shown
    assert "义新欧" in shown


def test_markup_and_escape_codes_in_a_term_are_shown_as_they_are(termbase: Place) -> None:
    assert "␛[31m[bold]Ningbo[/] \ufffdCo. was here[/]" in press(termbase, "down", "down", size=(120, 40))
    for keys in ((), ("e",), ("m",), ("t",), ("u",), ("s",), ("a",), ("slash", *"ningbo")):
        shown = press(termbase, "down", "down", *keys, size=(120, 40))
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[bold]Ningbo[/]" in shown
    assert stored(termbase, 5).terms[0].text == "[bold]Ningbo[/] \u202eCo."


@pytest.mark.parametrize("key", ["ctrl+c", "q", "ctrl+q"])
def test_leaving_keeps_every_decision(termbase: Place, key: str) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("a", "r", key)
        await pilot.pause()
        assert pilot.app._exit

    session = play(termbase, script)
    assert len(session.decisions) == 2
    assert [stored(termbase, number).status for number in (1, 2)] == [Status.APPROVED, Status.REJECTED]


@pytest.mark.parametrize("colours", ["", "1"])
def test_without_colours_the_review_is_the_same(
    termbase: Place, monkeypatch: pytest.MonkeyPatch, colours: str
) -> None:
    if colours:
        monkeypatch.setenv("NO_COLOR", colours)
    assert "八八战略" in press(termbase, "a", "z", "e", "escape", "u")


def test_five_hundred_proposals_are_decided_with_keys_alone(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with Store.open(path) as store:
        store.add_all(replace(place(), status=Status.PROPOSED, terms=(zh(f"浙江{n}"),)) for n in range(500))
    shown = press(path, *"aar" * 166, "a", "a")
    assert "500 of 500 · 0 left" in shown
    with Store.open(path) as store:
        statuses = [concept.status for concept in store.concepts(with_contexts=False)]
    assert statuses == [(Status.APPROVED, Status.APPROVED, Status.REJECTED)[n % 3] for n in range(500)]


def test_a_queue_may_begin_with_a_filter(termbase: Place) -> None:
    async def script(pilot: Pilot[None]) -> None:
        assert "1 of 1" in screen_of(pilot)
        assert "rejected · other · 6" in screen_of(pilot)
        await pilot.press("a")

    play(termbase, script, wanted=Filter(Status.REJECTED))
    assert stored(termbase, 6).status is Status.APPROVED
