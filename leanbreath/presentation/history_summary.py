"""The history in a few lines, as a command prints it: the heat map, this week, and the latest sessions."""

from collections.abc import Iterator

from leanbreath.diary.events import DiaryContent
from leanbreath.presentation.charts.drawing import plain
from leanbreath.presentation.charts.heat_map import heat_map
from leanbreath.presentation.history_view import HistoryView
from leanbreath.presentation.history_words import summary_lines
from leanbreath.presentation.session_page import session_line

SHOWN_SESSIONS = 10
"""How many sessions are shown unless all are asked for."""


def history_lines(view: HistoryView, content: DiaryContent, columns: int, shows_all: bool) -> Iterator[str]:
    """Yield the history in lines; nothing if there is none."""
    if view.history.is_empty and not any(session.was_begun for session in content.sessions):
        return
    yield from plain(heat_map(view.history.days, view.history.now.day, columns))
    yield ""
    yield from summary_lines(view.history, view.keeping)
    begun = [session for session in content.sessions if session.was_begun]
    shown = begun if shows_all else begun[:SHOWN_SESSIONS]
    if shown:
        yield ""
    yield from map(session_line, shown)
    if len(begun) > len(shown):
        yield f"{len(begun) - len(shown)} more: leanbreath history --all"
