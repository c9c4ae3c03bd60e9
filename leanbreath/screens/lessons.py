"""The lessons: the ideas behind the drills."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Markdown, OptionList
from textual.widgets.option_list import Option

from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.lesson_page import with_assessment_commands
from leanbreath.presentation.table_lists import with_lists
from leanbreath.routine.lesson import Lesson, split_link
from leanbreath.screens.master_detail import MasterDetailScreen
from leanbreath.screens.messages import RoutineChosen


class LessonsScreen(MasterDetailScreen):
    """Lists the lessons and shows the highlighted one; a key starts what it ends with."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "try_now", "try it now")]

    _lessons: tuple[Lesson, ...] = ()

    def __init__(self, data: HomeData, first: str = "") -> None:
        super().__init__(data)
        self._first = first

    def page(self) -> ComposeResult:
        """Lay out the text."""
        yield Markdown(open_links=False)

    def on_mount(self) -> None:
        """List the lessons."""
        self._lessons = self.data.lessons()
        options = self.query_one(OptionList)
        options.add_options(Option(Content(lesson.title), id=lesson.id) for lesson in self._lessons)
        options.focus()
        self._go_to(self._first)

    def _go_to(self, id: str) -> None:
        """Highlight a lesson, or the first one if there is none of that id."""
        found = (number for number, lesson in enumerate(self._lessons) if lesson.id == id)
        self.query_one(OptionList).highlighted = next(found, 0)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the lesson."""
        text = with_lists(with_assessment_commands(self._lessons[event.option_index].text))
        await self.query_one(Markdown).update(text)
        self.scroll_to_top()
        self.refresh_bindings()

    @property
    def _shown(self) -> Lesson | None:
        index = self.query_one(OptionList).highlighted
        return None if index is None or index >= len(self._lessons) else self._lessons[index]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to start something if the lesson ends with it."""
        return action != "try_now" or bool(self._shown and self._shown.try_now)

    def action_try_now(self) -> None:
        """Start the routine that the lesson ends with."""
        if self._shown and self._shown.try_now:
            self.post_message(RoutineChosen(self._shown.try_now))

    def on_option_list_option_selected(self) -> None:
        """Do the same on enter."""
        self.action_try_now()

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Follow a link within the program."""
        kind, id = split_link(event.href)
        if kind == "run":
            self.post_message(RoutineChosen(id))
        elif kind == "drill":
            self._open_drill(id)
        elif kind == "lesson":
            self._go_to(id)

    def _open_drill(self, id: str) -> None:
        from leanbreath.screens.registry import open_screen

        open_screen(self.app, self.data, "drills", id)
