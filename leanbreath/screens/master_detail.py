"""A list, and a page about its highlighted entry."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList

from leanbreath.screens.data_screen import DataScreen


class MasterDetailScreen(DataScreen):
    """A list and a page; each screen of this kind lays out its own page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "back", key_display="esc"),
        Binding("pagedown,space", "scroll_pages(1)", "more", key_display="space"),
        Binding("pageup", "scroll_pages(-1)", "up", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form

    def compose(self) -> ComposeResult:
        """Lay out list and page."""
        with Horizontal():
            yield OptionList()
            with VerticalScroll(id="page", can_focus=False):
                yield from self.page()
        yield Footer(compact=True)

    def page(self) -> ComposeResult:
        """Lay out the page."""
        raise NotImplementedError

    def scroll_to_top(self) -> None:
        """Show the page from its first line."""
        self.query_one("#page").scroll_home(animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll the page by its own height."""
        page = self.query_one("#page")
        page.scroll_relative(y=pages * (page.size.height - 2), animate=False)


def headed(lines: tuple[str, ...]) -> Content:
    """Return lines as a page: lines without an indent are headings, up to their colon if they have one."""
    return Content("\n").join(map(_line, lines))


def _line(line: str) -> Content:
    head, colon, rest = line.partition(": ")
    return Content(line) if line.startswith(" ") else Content.assemble((head + colon, "bold"), rest)
