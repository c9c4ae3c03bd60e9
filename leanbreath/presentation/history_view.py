"""Everything that the history's screen shows, and its pages by name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from leanbreath.coach.bests import longest_streak
from leanbreath.coach.history import History, first_needed_day, history
from leanbreath.coach.keeping import Keeping, due_days, keeping
from leanbreath.coach.material import Material
from leanbreath.coach.replay import plan_state
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.moment import Moment
from leanbreath.diary.training_totals import SessionEntry, training_totals
from leanbreath.presentation.charts.drawing import Row, text_row
from leanbreath.presentation.history_pages import (
    assessment_page,
    best_page,
    calendar_page,
    leaning_page,
    muscle_page,
)
from leanbreath.presentation.history_tables import assessment_table, calendar_table, leaning_table, muscle_table
from leanbreath.presentation.session_page import SessionPage, session_page
from leanbreath.presentation.terminal_text import folded

PageName = Literal["calendar", "muscles", "assessments", "leaning", "bests"]

MAX_SESSIONS = 100
"""The most sessions that are listed."""

NOTHING = "No sessions yet. What you do is recorded here."
NO_ASSESSMENTS = "No results yet. Start with: leanbreath checkup"


@dataclass(frozen=True)
class HistoryView:
    """The history, a list of the latest sessions, and how the plan was kept.

    `session` returns the page of a session by its id, None if it isn't there any more. `warnings` say what is wrong
    with the diary; if it is empty, they replace every page.
    """

    history: History
    sessions: tuple[SessionEntry, ...] = ()
    session: Callable[[str], SessionPage | None] = lambda _: None
    warnings: tuple[str, ...] = ()
    keeping: Keeping | None = None
    longest_streak: int = 0

    @property
    def assessment_count(self) -> int:
        """How many assessments have results."""
        return len(self.history.assessments)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.history.is_empty and not self.sessions

    def page(self, name: PageName, columns: int, rows: int, place: int = 0) -> tuple[Row, ...]:
        """Return a page for a number of columns and rows; `place` is that of the assessment, from 0."""
        if self.is_empty:
            lines = self.warnings or (NOTHING,)
            return tuple(text_row(part) for line in lines for part in folded(line, columns))
        match name:
            case "calendar":
                return calendar_page(self.history, self.keeping, columns, rows)
            case "muscles":
                return muscle_page(self.history, columns, rows)
            case "leaning":
                return leaning_page(self.history.leaning, columns, rows)
            case "bests":
                return best_page(self.history, self.longest_streak, columns)
        if not self.history.assessments:
            return (text_row(NO_ASSESSMENTS),)
        count = f"· {place + 1} of {self.assessment_count}"
        return assessment_page(self.history.assessments[place], count, columns, rows)

    def table(self, name: PageName, place: int = 0) -> tuple[Row, ...]:
        """Return the exact numbers of a page; the bests are numbers already, and have none."""
        if self.is_empty:
            return ()
        match name:
            case "calendar":
                return calendar_table(self.history)
            case "muscles":
                return muscle_table(self.history)
            case "leaning":
                return leaning_table(self.history.leaning) if self.history.leaning.answers else ()
            case "assessments":
                return assessment_table(self.history.assessments[place]) if self.history.assessments else ()
        return ()


def history_view(content: DiaryContent, material: Material, now: Moment, warnings: tuple[str, ...] = ()) -> HistoryView:
    """Return the view of a diary at a moment; what is wrong with the diary comes with it."""
    pages = {session.id: session_page(session) for session in content.sessions[:MAX_SESSIONS]}
    view = HistoryView(
        history(training_totals(content, first_needed_day(now.day)), material, now),
        tuple(SessionEntry(each.id, each.started, each.title) for each in content.sessions[:MAX_SESSIONS]),
        pages.get,
        warnings,
    )
    return with_keeping(view, content, material)


def with_keeping(view: HistoryView, content: DiaryContent, material: Material) -> HistoryView:
    """Return a view with how the plan was kept; `content` has all plan events, and the sessions since the first."""
    now = view.history.now
    state = plan_state(content, material, now)
    slots = state.all_slots if state else ()
    return replace(
        view,
        keeping=keeping(slots, state.paused_days, now.day) if state else None,
        longest_streak=longest_streak(due_days(slots, now.day)),
    )
