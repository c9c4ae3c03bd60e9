"""What the home screen shows in a window: parts that don't fit are left out, so that the others keep their size."""

from typing import NamedTuple

WIDE_COLUMNS, WIDE_ROWS = 100, 30
"""From this size on there are two columns."""

TODAY_ROWS = 17
"""The rows that the card of today has before the week, the plan and the limiters have all that they need."""

LEAST_COLUMNS = 60
"""Below this width there is only the card of today and the list."""

KEYS = (
    (72, frozenset({"slash", "p", "c", "h", "s", "question_mark", "q"})),
    (0, frozenset({"slash", "question_mark", "q"})),
)
"""The keys that a narrow screen names at its foot, from so many columns on; the help names all of them."""


class HomeLayout(NamedTuple):
    """Whether there are two columns, how wide the figure is, and the rows of each part by its selector, 0 for none.

    The list of routines has what remains. `keys` are those that the foot of the screen names, None for all.
    """

    is_wide: bool
    figure_columns: int
    rows: dict[str, int]
    keys: frozenset[str] | None = None


def home_layout(columns: int, rows: int) -> HomeLayout:
    """Return the layout for a window."""
    if columns >= WIDE_COLUMNS and rows >= WIDE_ROWS:
        coach = min(20, max(rows // 2 - 2, rows - TODAY_ROWS - 3))
        return HomeLayout(True, min(columns // 2 - 36, 44), _parts(1, rows - coach - 3, 0, coach, 8 + rows // 10))
    keys = next(keys for least, keys in KEYS if columns >= least)
    if columns >= LEAST_COLUMNS and rows >= 24:
        return HomeLayout(False, 0, _parts(1, 5, 1, 0, 3), keys)
    if columns >= LEAST_COLUMNS and rows >= 18:
        return HomeLayout(False, 0, _parts(0, 4, 1, 0, 2), keys)
    return HomeLayout(False, 0, _parts(0, 3 if rows < 16 else 5, 0, 0, 0), keys)


def _parts(title: int, today: int, week: int, coach: int, preview: int) -> dict[str, int]:
    return {"#title": title, "TodayPanel": today, "#week": week, "#coach": coach, "#preview": preview}
