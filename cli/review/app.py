"""The review as an application: its colours, its style sheet, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from textual.app import App
from textual.theme import BUILTIN_THEMES

from cli.review.dialog import Dialog
from cli.review.screen import ReviewScreen
from cli.review.session import Session

__all__ = ["ReviewApp"]

# The colours of the terminal itself, so that the review is readable on a dark ground and on a light one; yellow, cyan
# and white, which vanish on one of the two, are not among them.
_GROUND = BUILTIN_THEMES["ansi-dark"]
_THEME = replace(
    _GROUND,
    name="terminal",
    secondary="ansi_blue",
    accent="ansi_magenta",
    warning="ansi_magenta",
    variables={
        **_GROUND.variables,
        **{
            f"{part}-{name}": value
            for part in ("block-cursor", "block-cursor-blurred")
            for name, value in (
                ("foreground", "ansi_bright_white"),
                ("background", "ansi_blue"),
                # for terminals without colours; `reverse` is lost on its way to a list (textual 8.2)
                ("text-style", "bold underline"),
            )
        },
        "input-cursor-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-text-style": "reverse",
    },
)


class ReviewApp(App[None]):
    """The review on a whole terminal."""

    CSS_PATH = Path(__file__).with_name("review.tcss")
    ENABLE_COMMAND_PALETTE = False
    TITLE = "zhterm review"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]  # noqa: RUF012 - as textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        # said here already: NO_COLOR is obeyed by another filter where the colours are the terminal's own
        super().__init__(ansi_color=True)
        self._session = session
        self.register_theme(_THEME)
        self.theme = _THEME.name

    def on_mount(self) -> None:
        """Get ready for many keys, and for an end from outside."""
        # to go through all that was loaded until now took 90 ms, every 60 keys
        gc.collect()
        gc.freeze()
        # Windows ends a program at once
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._terminate)

    def on_unmount(self) -> None:
        """Collect everything again."""
        gc.unfreeze()

    def get_default_screen(self) -> ReviewScreen:
        """The one screen."""
        return ReviewScreen(self._session)

    @property
    def failure(self) -> Exception | None:
        """What ended the review, if it was an error of the program."""
        return self._exception

    def action_help_quit(self) -> None:
        """Ctrl-C ends the review: all is saved."""
        self.exit()

    async def action_quit(self) -> None:
        """Ctrl-Q too, but a page with something typed in it is left first."""
        if isinstance(self.screen, Dialog):
            self.screen.action_cancel()
        else:
            self.exit()

    def _terminate(self) -> None:
        # so that the terminal is as before; the code is that of a program which a signal ended
        self.exit(return_code=128 + signal.SIGTERM)

    def _fatal_error(self) -> None:
        # textual would print pages of local variables; `failure` is told by the command line, in a line
        self._close_messages_no_wait()
