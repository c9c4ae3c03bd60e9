"""The lessons: what stands behind the drills, to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Markdown, OptionList
from textual.widgets.option_list import Option

from leanbreath.screens.shelf import Lesson, Shelf


class LessonsScreen(Screen[None]):
    """Lists the lessons; the one that is highlighted is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l", "dismiss", "back", key_display="esc"),
        Binding("pagedown,space", "read(1)", "read on"),
        Binding("pageup", "read(-1)", "read back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal")]  # noqa: RUF012 - Textual's own form

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._lessons: tuple[Lesson, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out list and text."""
        with Horizontal():
            yield OptionList()
            with VerticalScroll(id="page", can_focus=False):
                yield Markdown(open_links=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """List the lessons."""
        self._lessons = self._shelf.lessons()
        options = self.query_one(OptionList)
        for index, lesson in enumerate(self._lessons):
            options.add_option(Option(Content(lesson.title), id=str(index)))
        options.focus()
        options.highlighted = 0

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the lesson."""
        await self.query_one(Markdown).update(self._lessons[event.option_index].text)
        self.query_one("#page").scroll_home(animate=False)

    def action_read(self, pages: int) -> None:
        """Scroll the text by a page."""
        page = self.query_one("#page")
        page.scroll_relative(y=pages * (page.size.height - 2), animate=False)
