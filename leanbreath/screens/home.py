"""The home screen: every routine, ready to start."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from leanbreath.routine.problems import Problem
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import RATE
from leanbreath.score.sheet import clock
from leanbreath.widgets.words import Words

Rows = Callable[[], tuple[list[dict[str, Any]], list[Problem]]]


class HomeScreen(Screen[None]):
    """Lists the routines; entering one ends the screen with its id."""

    BINDINGS: ClassVar[list[BindingType]] = [("q,escape", "quit", "quit")]

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Words("leanbreath", id="title")
        yield OptionList()
        yield Words(id="unlisted")
        yield Words(ENGLISH.safety, id="safety")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the list once the first frame is drawn."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        rows, problems = self._rows()
        for row in rows:
            length = clock(round(row["seconds"] * RATE))
            needs = ", ".join(row["needs"]) or "nothing"
            text = f"{length:>6}  {row['title']}\n        {row['for']} · needs {needs}"
            options.add_option(Option(Content(text), id=row["id"]))
        if problems:
            files = len({problem.place.file for problem in problems})
            many = "1 file is" if files == 1 else f"{files} files are"
            self.query_one("#unlisted", Words).show(f"{many} not shown: leanbreath check tells why.")
        options.highlighted = 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """End with the routine that was chosen."""
        self.app.exit(event.option_id)

    def action_quit(self) -> None:
        """End without one."""
        self.app.exit(None)
