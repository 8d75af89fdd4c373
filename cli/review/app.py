"""The review as an application: its colours, its style sheet, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.app import App
from textual.theme import BUILTIN_THEMES

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
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
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
        super().__init__()
        self._session = session
        self.register_theme(_THEME)
        self.theme = _THEME.name

    def get_default_screen(self) -> ReviewScreen:
        """The one screen."""
        return ReviewScreen(self._session)

    def action_help_quit(self) -> None:
        """Ctrl-C ends the review: all is saved."""
        self.exit()
