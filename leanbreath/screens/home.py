"""The home screen: what suits today, every routine, and the way to drills, lessons, diary and settings."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.table import Column, Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.plain_words import need_words
from leanbreath.screens.data_screen import DataScreen
from leanbreath.screens.messages import Closed, RoutineChosen, StatusRead
from leanbreath.screens.registry import SCREENS, open_screen
from leanbreath.widgets.plain_text import PlainText

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import HomeData
    from leanbreath.presentation.routine_summary import RoutineSummary
    from leanbreath.routine.problems import Problem

TITLE = "leanbreath"


class HomeScreen(DataScreen):
    """Lists the routines, and reports the one that is chosen.

    `load` is called once the first frame has been drawn, since reading every file takes longer than drawing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "today's", show=False),
        Binding("slash", "search", "search", key_display="/"),
        Binding("f", "filter", "filter"),
        *(Binding(each.key, f"open('{name}')", each.label) for name, each in SCREENS.items()),
        Binding("q", "quit", "quit"),
        Binding("escape", "back", "back", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - Textual's own form

    def __init__(self, load: "Callable[[], HomeData]") -> None:
        super().__init__()
        self._load_data = load
        self._rows: tuple[RoutineSummary, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._kind = ""
        self._today = ""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield PlainText(TITLE, id="title")
        yield Static(markup=False, id="today")
        yield Static(markup=False, id="week")
        yield Static(markup=False, id="problems")
        yield Input(placeholder="Search titles, positions, equipment", id="search", compact=True)
        yield OptionList()
        yield Static(markup=False, id="safety")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Load the data once the first frame has been drawn."""
        self.query_one(Input).display = False
        self.call_after_refresh(self._load)

    def _load(self) -> None:
        from leanbreath.score.phrases import ENGLISH  # here and below, so that the first frame comes sooner

        self.data = self._load_data()
        self._rows, self._problems = self.data.routines()
        self.query_one("#safety", Static).update(ENGLISH.safety)
        self._show_routines()
        self.query_one(OptionList).focus()
        self._show_status()

    def on_screen_resume(self) -> None:
        """Show again what may have changed on another screen."""
        if self._rows:
            self._show_status()

    def _show_status(self) -> None:
        """Read the diary and the settings in a thread, since another program may have locked them."""
        self.run_worker(self._read_status, thread=True, exclusive=True)

    def _read_status(self) -> None:
        self.post_message(StatusRead(self.data.status(), self.data.settings_problem()))

    def on_status_read(self, message: StatusRead) -> None:
        """Show today's suggestion, what was done this week, and what is wrong with the user's files."""
        self._today, why, done, warnings = message.status
        title = next((row.title for row in self._rows if row.id == self._today), self._today)
        self.query_one("#today", Static).update(f"Today: {title}. Press t to start.")
        self.query_one("#week", Static).update(f"{why} {done}".strip())
        problems = [*warnings, *filter(None, [message.settings_problem]), *_unlisted(self._problems)]
        self.query_one("#problems", Static).update("\n".join(problems))
        self.query_one("#problems").display = bool(problems)

    def _show_routines(self) -> None:
        """List the routines that match the filter and the search."""
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._matches(self.query_one(Input).value.strip().lower()))
        title = self.query_one("#title", PlainText)
        title.show(f"{TITLE} · {self._kind} only" if self._kind else TITLE)
        title.set_class(bool(self._kind), "-filtered")
        if options.option_count:
            options.highlighted = 0
        else:
            options.add_option(Option(Content("No matches. Esc shows everything."), disabled=True))

    def _matches(self, searched: str) -> Iterator[Option]:
        for row in self._rows:
            text = _text(row)
            if self._kind in ("", row.kind) and searched in text.lower():
                yield Option(_entry(row, text), id=row.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Report the routine that was chosen."""
        self.post_message(RoutineChosen(event.option_id or ""))

    def on_input_changed(self) -> None:
        """Search as you type."""
        self._show_routines()

    def on_input_submitted(self) -> None:
        """Go to the list of matches."""
        self.query_one(OptionList).focus()

    def action_today(self) -> None:
        """Start today's suggestion."""
        if self._today:
            self.post_message(RoutineChosen(self._today))

    def action_search(self) -> None:
        """Open the search field."""
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    def action_filter(self) -> None:
        """Show the next kind of routine only."""
        kinds = ("", *dict.fromkeys(row.kind for row in self._rows))
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._show_routines()

    def action_back(self) -> None:
        """Show all routines again, or quit if they are shown already."""
        search = self.query_one(Input)
        if not search.display and not self._kind:
            self.post_message(Closed())
        self._kind, search.value, search.display = "", "", False
        self._show_routines()
        self.query_one(OptionList).focus()

    def action_open(self, name: str) -> None:
        """Open another screen, once the data is there."""
        if self._rows:
            open_screen(self.app, self.data, name)

    def action_quit(self) -> None:
        """Leave the program."""
        self.post_message(Closed())


def _unlisted(problems: "tuple[Problem, ...]") -> Iterator[str]:
    files = len({problem.place.file for problem in problems})
    if files:
        many = "1 file has errors and isn't" if files == 1 else f"{files} files have errors and aren't"
        yield f"{many} listed. Run leanbreath check to see why."


def _text(row: "RoutineSummary") -> str:
    needs = ", ".join(map(need_words, row.needs)) or "nothing needed"
    return f"{row.title}\n{row.kind} · {', '.join(row.postures)} · {needs}"


def _entry(row: "RoutineSummary", text: str) -> Table:
    """Return a routine's length and its text in two columns."""
    entry = Table.grid(Column(width=6, justify="right"), Column(), padding=(0, 2, 0, 0))
    entry.add_row(row.length, Text(text))
    return entry
