"""The lessons: the ideas behind the drills."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Markdown, OptionList
from textual.widgets.option_list import Option

from leanbreath.presentation.home_data import HomeData
from leanbreath.routine.lesson import Lesson
from leanbreath.screens.master_detail import MasterDetailScreen


class LessonsScreen(MasterDetailScreen):
    """Lists the lessons and shows the highlighted one."""

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
        options.add_options(Option(Content(lesson.title)) for lesson in self._lessons)
        options.focus()
        options.highlighted = next((n for n, each in enumerate(self._lessons) if each.id == self._first), 0)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the lesson."""
        await self.query_one(Markdown).update(self._lessons[event.option_index].text)
        self.scroll_to_top()
