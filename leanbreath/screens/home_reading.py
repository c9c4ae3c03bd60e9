"""How the home screen reads what it shows: in threads, once its first frame has been drawn.

Reading takes longer than drawing, and another program may have locked the diary.
"""

from typing import TYPE_CHECKING

from textual import work

from leanbreath.screens.reading_messages import EntriesRead, FigureRead, PreviewRead, RoutinesRead, StatusRead
from leanbreath.screens.short_footer import ShortFooterScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from leanbreath.presentation.home_data import HomeData
    from leanbreath.presentation.home_rows import Target


class HomeReading(ShortFooterScreen):
    """A screen that posts a message when something was read; `load` makes the home data."""

    def __init__(self, load: "Callable[[], HomeData]") -> None:
        super().__init__()
        self._load_data = load

    @work(thread=True)
    def read_routines(self) -> None:
        """Read the routines, then all that can be found."""
        from leanbreath.presentation.home_contents import HomeContents  # here, so that the first frame comes sooner

        data = self._load_data()
        rows, problems = data.routines()
        self.post_message(RoutinesRead(data, HomeContents(rows, data.pinned()), problems))
        self.post_message(EntriesRead(data.entries()))

    @work(thread=True, exclusive=True, group="status")
    def read_status(self) -> None:
        """Read what the diary says about today, and what is wrong with the settings."""
        self.post_message(StatusRead(self.data.status(), self.data.settings_problem()))

    @work(thread=True, exclusive=True, group="figure")
    def read_figure(self, drill: str) -> None:
        """Read the figure of a drill."""
        self.post_message(FigureRead(self.data.drill(drill).figure, self.data.is_calm()))

    @work(thread=True, exclusive=True, group="preview")
    def read_preview(self, target: "Target") -> None:
        """Make the preview of something."""
        self.post_message(PreviewRead(target, self.data.preview(target)))
