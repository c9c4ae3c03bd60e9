"""The home screen: what suits today and why, the week, the plan and the limiters; and every routine to start."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Footer, Static

from leanbreath.presentation.home_layout import home_layout
from leanbreath.screens.home_reading import HomeReading
from leanbreath.screens.home_targets import open_target
from leanbreath.screens.messages import Closed, RoutineChosen
from leanbreath.screens.reading_messages import EntriesRead, FigureRead, PreviewRead, RoutinesRead, StatusRead
from leanbreath.screens.registry import SCREENS, open_screen
from leanbreath.widgets.coach_list import CoachList
from leanbreath.widgets.home_list import HomeList
from leanbreath.widgets.plain_text import PlainText
from leanbreath.widgets.routine_browser import RoutineBrowser
from leanbreath.widgets.today_panel import TodayPanel

if TYPE_CHECKING:
    from leanbreath.presentation.home_contents import HomeContents
    from leanbreath.presentation.today_card import TodayCard
    from leanbreath.routine.vocabulary import Muscle

TITLE = "leanbreath"


class HomeScreen(HomeReading):
    """Shows what the coach suggests, and lists what can be started or opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "today's", show=False),
        Binding("slash", "search", "search", key_display="/"),
        Binding("p", "pin", "pin"),
        Binding("f", "filter", "filter", show=False),
        *(Binding(each.key, f"open('{name}')", each.label) for name, each in SCREENS.items()),
        Binding("question_mark", "help", "keys", key_display="?"),
        Binding("q", "quit", "quit"),
        Binding("escape", "back", "back", show=False),
    ]

    _unlisted = ""

    @property
    def today(self) -> "TodayCard | None":
        """The card of today, once it is read."""
        return self._today.card

    def compose(self) -> ComposeResult:
        """Lay out the parts; what was read fills them later."""
        yield PlainText(TITLE, id="title")
        yield Static(markup=False, id="problems")
        with Vertical(id="columns"):
            with Vertical(id="left"):
                yield TodayPanel()
                yield PlainText(id="week")
                yield CoachList(id="coach")
            yield RoutineBrowser()
        yield Static(markup=False, id="safety")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Read everything once the first frame has been drawn."""
        self._today, self._browser = self.query_one(TodayPanel), self.query_one(RoutineBrowser)
        self._coach = self.query_one(CoachList)
        self.call_after_refresh(self.read_routines)

    def on_resize(self) -> None:
        """Show the parts that fit."""
        layout = home_layout(*self.app.size)
        self.set_class(layout.is_wide, "-wide")
        self.footer_keys = layout.keys
        self.refresh_bindings()
        for name, rows in layout.rows.items():
            part = self.query_one(name)
            part.styles.height, part.display = rows, rows > 0
        self._today.lay_out(layout.is_wide, layout.figure_columns)

    def on_screen_resume(self) -> None:
        """Read again what may have changed on another screen."""
        if self._browser.contents:
            self.read_status()

    def on_routines_read(self, message: RoutinesRead) -> None:
        """List the routines."""
        from leanbreath.presentation.listing import (
            unlisted_text,
        )  # here and below, so that the first frame comes sooner
        from leanbreath.score.phrases import ENGLISH

        self.data = message.data
        self._unlisted = unlisted_text(message.problems)
        self.query_one("#safety", Static).update(ENGLISH.safety)
        self._show(message.contents)
        self._today.focus()
        self.read_status()

    def on_entries_read(self, message: EntriesRead) -> None:
        """Search through everything."""
        if self._browser.contents:
            self._show(replace(self._browser.contents, entries=message.entries))

    def on_status_read(self, message: StatusRead) -> None:
        """Show what suits today, what the coach knows, and what is wrong with the user's files."""
        from leanbreath.presentation.today_card import today_card
        from leanbreath.presentation.week_marks import week_words

        self._today.show(today_card(message.status.today))
        if drill := message.status.today.key_drill:
            self.read_figure(drill)
        problems = "\n".join(filter(None, (*message.status.warnings, message.settings_problem, self._unlisted)))
        self.query_one("#problems", Static).update(problems)
        self.query_one("#problems").display = bool(problems)
        self._coach.show_status(message.status)
        self.query_one("#week", PlainText).show(week_words(message.status.marks))

    async def on_figure_read(self, message: FigureRead) -> None:
        """Show the figure."""
        await self._today.show_figure(message.figure, message.is_calm)

    def on_preview_read(self, message: PreviewRead) -> None:
        """Show the preview."""
        self._browser.show_preview(message.target, message.preview)

    def _show(self, contents: "HomeContents") -> None:
        """List what the runner asked to see."""
        self._browser.show(contents)
        self.query_one("#title", PlainText).show(" · ".join(filter(None, (TITLE, contents.filter_text))))

    def on_option_list_option_highlighted(self, event: HomeList.OptionHighlighted) -> None:
        """Make the preview of a row."""
        if event.option_list is not self._coach and (target := self._browser.target):
            self.read_preview(target)

    def on_option_list_option_selected(self, event: HomeList.OptionSelected) -> None:
        """Open or start what a row names."""
        from leanbreath.presentation.plain_words import muscle_words

        assert isinstance(event.option_list, HomeList)
        target = event.option_list.target_of(event.option_id)
        if target and target.kind == "muscle":
            self._browser.open_search(muscle_words(cast("Muscle", target.id)))
        elif target:
            open_target(self.app, self.data, target)

    def action_today(self) -> None:
        """Start what suits today, in the length that is chosen."""
        if card := self._today.card:
            self.post_message(RoutineChosen(card.routine, card.start, card.seconds))

    def action_length(self, steps: int) -> None:
        """Choose a longer or shorter session for today."""
        if self._today.card:
            self._today.show(self._today.card.longer(steps))

    def action_search(self) -> None:
        """Open the search."""
        self._browser.open_search()

    def action_filter(self) -> None:
        """Show the routines of the next occasion only."""
        if self._browser.contents:
            self._show(self._browser.contents.with_next_occasion())

    def action_pin(self) -> None:
        """Pin the highlighted routine, or unpin it."""
        target, contents = self._browser.target, self._browser.contents
        if contents and target and target.kind == "routine":
            if error := self.data.pin(target.id):
                self.app.notify(error, title="Not pinned", severity="warning", markup=False)
            self._show(replace(contents, pinned=self.data.pinned()))

    def action_back(self) -> None:
        """Show all routines again, or quit if they are shown already."""
        if not self._browser.is_narrowed:
            self.post_message(Closed())
            return
        self._browser.show_everything()
        if self._browser.contents:
            self._show(self._browser.contents)

    def action_open(self, name: str) -> None:
        """Open another screen, once the data is there."""
        if self._browser.contents:
            open_screen(self.app, self.data, name)

    def action_help(self) -> None:
        """Show the keys."""
        from leanbreath.screens.help import home_help

        self.app.push_screen(home_help())

    def action_quit(self) -> None:
        """Leave the program."""
        self.post_message(Closed())
