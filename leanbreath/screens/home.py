"""The home screen: what suits today, every routine, and the way to drills, lessons, diary and settings."""

from collections.abc import Iterator
from typing import ClassVar, get_args

from rich.table import Column, Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.home import HomeData
from leanbreath.presentation.routine_summary import RoutineSummary
from leanbreath.routine.problems import Problem
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.time_format import format_seconds
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.messages import Closed, RoutineChosen
from leanbreath.screens.registry import SCREENS, open_screen
from leanbreath.widgets.plain_text import PlainText

KINDS = ("all", *get_args(SessionType))
TITLE = "leanbreath"


class HomeScreen(DataScreen):
    """Lists the routines; entering one ends the screen with its id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "today's", show=False),
        Binding("slash", "search", "search", key_display="/"),
        Binding("f", "filter", "filter"),
        *(Binding(each.key, f"open('{name}')", each.label) for name, each in SCREENS.items()),
        Binding("q", "quit", "quit"),
        Binding("escape", "back", "back", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(self, data: HomeData) -> None:
        super().__init__(data)
        self._rows: tuple[RoutineSummary, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._kind = "all"
        self._today = ""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield PlainText(TITLE, id="title")
        yield Static(markup=False, id="today")
        yield Static(markup=False, id="week")
        yield Static(markup=False, id="wrong")
        yield Input(placeholder="part of a title, a place, a position", id="search", compact=True)
        yield OptionList()
        yield Static(ENGLISH.safety, markup=False, id="safety")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Fill the list once the first frame is drawn."""
        self.query_one(Input).display = False
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        self._rows, self._problems = self.data.routines()
        self._fill()
        self.query_one(OptionList).focus()
        self._tell()

    def on_screen_resume(self) -> None:
        """Tell anew what may have changed on another screen."""
        if self._rows:
            self._tell()

    def _tell(self) -> None:
        """Say what suits today, what was done this week, and what is wrong with the user's files."""
        self._today, why = self.data.today()
        title = next((row.title for row in self._rows if row.id == self._today), self._today)
        self.query_one("#today", Static).update(f"Today: {title}. Press t.")
        self.query_one("#week", Static).update(f"{why} {self.data.week()}")
        wrong = [*filter(None, [self.data.wrong()]), *_unlisted(self._problems)]
        self.query_one("#wrong", Static).update("\n".join(wrong))
        self.query_one("#wrong").display = bool(wrong)

    def _fill(self) -> None:
        """Show what fits the filter and the search."""
        options = self.query_one(OptionList)
        options.clear_options()
        for row in self._rows:
            text = _text(row)
            if self._kind in ("all", row.kind) and self.query_one(Input).value.strip().lower() in text.lower():
                options.add_option(Option(_entry(row, text), id=row.id))
        title, only = self.query_one("#title", PlainText), self._kind != "all"
        title.show(f"{TITLE} · only {self._kind}" if only else TITLE)
        title.set_class(only, "-only")
        if options.option_count:
            options.highlighted = 0
        else:
            options.add_option(Option(Content("Nothing fits; escape shows all of them."), disabled=True))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """End with the routine that was chosen."""
        self.post_message(RoutineChosen(event.option_id or ""))

    def on_input_changed(self) -> None:
        """Show what fits as it is written."""
        self._fill()

    def on_input_submitted(self) -> None:
        """Go to the list with what was found."""
        self.query_one(OptionList).focus()

    def action_today(self) -> None:
        """End with what suits today."""
        if self._today:
            self.post_message(RoutineChosen(self._today))

    def action_search(self) -> None:
        """Write what is looked for."""
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    def action_filter(self) -> None:
        """Show the next kind of routine alone."""
        self._kind = KINDS[(KINDS.index(self._kind) + 1) % len(KINDS)]
        self._fill()

    def action_back(self) -> None:
        """Show all routines again; where they are shown, quit."""
        search = self.query_one(Input)
        if not search.display and self._kind == "all":
            self.post_message(Closed())
        self._kind, search.value, search.display = "all", "", False
        self._fill()
        self.query_one(OptionList).focus()

    def action_open(self, name: str) -> None:
        """Open another screen."""
        open_screen(self.app, self.data, name)

    def action_quit(self) -> None:
        """End without a routine."""
        self.post_message(Closed())


def _unlisted(problems: tuple[Problem, ...]) -> Iterator[str]:
    files = len({problem.place.file for problem in problems})
    if files:
        many = "1 file is" if files == 1 else f"{files} files are"
        yield f"{many} not shown: leanbreath check tells why."


def _text(row: RoutineSummary) -> str:
    needs = ", ".join(row.needs) or "nothing needed"
    return f"{row.title}\n{row.kind} · {', '.join(row.postures)} · {needs}"


def _entry(row: RoutineSummary, text: str) -> Table:
    """Return the length of a routine beside what it is, each in a column of its own."""
    entry = Table.grid(Column(width=6, justify="right"), Column(), padding=(0, 2, 0, 0))
    entry.add_row(format_seconds(row.seconds), Text(text))
    return entry
