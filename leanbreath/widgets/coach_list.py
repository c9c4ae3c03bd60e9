"""The list of what the coach knows: the week, the plan and the limiters."""

from typing import TYPE_CHECKING

from leanbreath.widgets.home_list import HomeList

if TYPE_CHECKING:
    from leanbreath.presentation.home_status import HomeStatus


class CoachList(HomeList):
    """Shows a status in the room there is."""

    status: "HomeStatus | None" = None

    def show_status(self, status: "HomeStatus") -> None:
        """Show a status."""
        from leanbreath.presentation.home_rows import coach_rows  # here, so that the first frame comes sooner
        from leanbreath.presentation.week_marks import LEGEND

        self.status = status
        self.border_title, self.border_subtitle = "Your training", LEGEND
        self.show(coach_rows(status, self.scrollable_content_region.width))

    def on_resize(self) -> None:
        """Show it in another width."""
        if self.status:
            self.show_status(self.status)
