"""The history: charts of what was done and of what changed, the numbers behind them, and the latest sessions."""

from typing import ClassVar, Literal, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from leanbreath.presentation.charts.drawing import Row, Style
from leanbreath.presentation.history_view import HistoryView, PageName
from leanbreath.presentation.session_page import when_words
from leanbreath.screens.master_detail import MasterDetailScreen, headed
from leanbreath.screens.reading_messages import HistoryRead

Tab = Literal[PageName, "sessions"]
TABS: tuple[Tab, ...] = (*get_args(PageName), "sessions")

WIDEST_TABS = 75
"""The columns that the names of all pages take."""

STYLES: dict[Style, str] = {
    "text": "",
    "heading": "bold",
    "label": "$text-muted",
    "band": "$foreground 35%",
    "bar": "$text-primary",
    "point": "bold $text-success",
    "level-1": "$success 55%",
    "level-2": "$success 70%",
    "level-3": "$success 85%",
    "level-4": "$success",
}
"""What a terminal with colours adds to the characters of a chart."""


class HistoryScreen(MasterDetailScreen):
    """Shows a chart a page, and on the last page the sessions, the latest first, with the highlighted one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"open('{name}')", name, show=False) for number, name in enumerate(TABS, 1)),
        Binding("tab", "next_page(1)", "next page", priority=True),
        Binding("shift+tab", "next_page(-1)", "page before", show=False, priority=True),
        Binding("left", "assessment(-1)", "", show=False),
        Binding("right", "assessment(1)", "others", key_display="← →"),
        Binding("n", "numbers", "numbers"),
        Binding("down", "scroll_page(1)", "", show=False),
        Binding("up", "scroll_page(-1)", "", show=False),
    ]

    _view: HistoryView | None = None
    _tab: Tab = "calendar"
    _assessment = 0
    _shows_numbers = False

    def compose(self) -> ComposeResult:
        """Lay out the names of the pages over list and page."""
        yield Static(markup=False, id="tabs")
        yield from super().compose()

    def page(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(markup=False, id="text")

    def on_mount(self) -> None:
        """Read the history in a thread, since another program may have locked the diary."""
        self.query_one(OptionList).display = False
        self._show_tabs()
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        for view in self.data.history():
            self.post_message(HistoryRead(view))

    def on_history_read(self, message: HistoryRead) -> None:
        """Show the history."""
        is_first, self._view = self._view is None, message.view
        if is_first:
            entries = (
                Option(Content(f"{when_words(each.started)}\n{each.title}"), id=each.id)
                for each in message.view.sessions
            )
            self.query_one(OptionList).add_options(entries)
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new size, once the page has it."""
        self._show_tabs()
        self.call_after_refresh(self._draw)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the session."""
        if self._tab == "sessions":
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the page has: other assessments, or numbers."""
        if action == "assessment":
            return self._tab == "assessments" and bool(self._view and self._view.assessment_count > 1)
        return action != "numbers" or self._tab not in ("bests", "sessions")

    def action_open(self, tab: Tab) -> None:
        """Show a page."""
        self._tab, self._shows_numbers = tab, False
        options = self.query_one(OptionList)
        options.display = tab == "sessions"
        if options.display:
            options.focus()
            options.highlighted = None if not options.option_count else options.highlighted or 0
        else:
            self.set_focus(None)
        self._show_tabs()
        self.refresh_bindings()
        self.call_after_refresh(self._draw)

    def action_next_page(self, number: int) -> None:
        """Show the page so many further on."""
        self.action_open(TABS[(TABS.index(self._tab) + number) % len(TABS)])

    def action_assessment(self, number: int) -> None:
        """Show the assessment so many further on."""
        if self._view and self._view.assessment_count:
            self._assessment = (self._assessment + number) % self._view.assessment_count
            self._draw()

    def action_numbers(self) -> None:
        """Show the exact numbers, or the chart again."""
        self._shows_numbers = not self._shows_numbers
        self._draw()

    def action_scroll_page(self, rows: int) -> None:
        """Scroll the page by some rows."""
        self.query_one("#page").scroll_relative(y=rows, animate=False)

    @property
    def _text(self) -> Static:
        return self.query_one("#text", Static)

    def _show_tabs(self) -> None:
        """Show the pages with their keys; the open one is bold and in brackets, so that it needs no colour."""
        is_wide = self.app.size.width >= WIDEST_TABS
        parts = (self._tab_part(number, name, is_wide) for number, name in enumerate(TABS, 1))
        self.query_one("#tabs", Static).update(Content.assemble(*parts))

    def _tab_part(self, number: int, name: Tab, is_wide: bool) -> tuple[str, str]:
        """Return a page's number and name; in a narrow window only the open one has its name."""
        if name == self._tab:
            return f"[{number} {name.capitalize()}]", "bold"
        return (f" {number} {name.capitalize()} " if is_wide else f" {number} "), ""

    def _draw(self) -> None:
        """Draw the open page for the size that it has."""
        if self._view is None:
            return
        if self._tab == "sessions" and self._view.sessions:
            self._draw_session(self._view)
            return
        tab = "calendar" if self._tab == "sessions" else self._tab
        size = self.query_one("#page").scrollable_content_region
        rows = self._view.table(tab, self._assessment) if self._shows_numbers else ()
        rows = rows or self._view.page(tab, size.width, size.height, self._assessment)
        self._text.update(Content("\n").join(map(_styled, rows)))
        self.scroll_to_top()

    def _draw_session(self, view: HistoryView) -> None:
        """Draw the page of the highlighted session."""
        page = view.session(view.sessions[self.query_one(OptionList).highlighted or 0].id)
        self._text.update(headed(page.lines) if page else "This session isn't in the diary any more.")
        self.scroll_to_top()


def _styled(row: Row) -> Content:
    return Content.assemble(*((piece.text, STYLES[piece.style]) for piece in row))
