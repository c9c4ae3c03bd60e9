"""What the home screen shows in a window: parts that don't fit are left out, so that the others keep their size."""

from typing import NamedTuple

WIDE_COLUMNS, WIDE_ROWS = 100, 30
"""From this size on there are two columns."""

PANEL_BORDER = 2


class HomeLayout(NamedTuple):
    """Rows for each part, 0 if it is left out; the list of routines gets what remains.

    `card` is the card of today, `figure` its figure, whose rows are those of the card, `coach` the week, the plan and
    the limiters, `preview` that of the highlighted entry. `week` is the week in one line, where there is no `coach`.
    """

    is_wide: bool
    has_title: bool
    card: int
    figure_columns: int
    coach: int
    week: int
    preview: int


def home_layout(columns: int, rows: int) -> HomeLayout:
    """Return the layout for a window."""
    if columns >= WIDE_COLUMNS and rows >= WIDE_ROWS:
        coach = 13 + PANEL_BORDER
        figure = min(columns // 2 - 34, 44)
        return HomeLayout(True, True, rows - 3 - coach, figure, coach, 0, min(9 + rows // 12, 14))
    if rows >= 24 and columns >= 60:
        return HomeLayout(False, True, 5, 0, 0, 1, 3)
    if rows >= 18 and columns >= 60:
        return HomeLayout(False, False, 4, 0, 0, 1, 2)
    return HomeLayout(False, False, 3 if rows < 16 else 5, 0, 0, 0, 0)
