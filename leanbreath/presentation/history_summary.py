"""The history in a few lines, as a command prints it: the heat map, this week, and the latest sessions."""

from collections.abc import Iterator, Sequence

from leanbreath.diary.events import SessionRow
from leanbreath.presentation.charts.drawing import plain
from leanbreath.presentation.charts.heat_map import heat_map
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.history_words import summary_lines
from leanbreath.presentation.session_page import session_line


def history_lines(view: HistoryView, sessions: Sequence[SessionRow], more: int, columns: int) -> Iterator[str]:
    """Yield the history in lines, with some sessions, of which there are `more`; nothing if there is none."""
    begun = [session for session in sessions if session.was_begun]
    if view.history.is_empty and not begun:
        return
    yield from plain(heat_map(view.history.days, view.history.now.day, columns))
    yield ""
    yield from summary_lines(view.history, view.keeping)
    if begun:
        yield ""
    yield from map(session_line, begun)
    if more:
        yield f"{more} more: leanbreath history --all"
