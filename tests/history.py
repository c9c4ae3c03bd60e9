"""A diary of nine weeks with known sums: what the history is tested on.

Wednesday, 4 March 2026, is today. Each of the eight weeks before has three sessions of ten minutes, on Monday,
Wednesday and Friday; this week has one of 5:30 on Monday. In each, both calves are held for 40 s on the left and 35 s
on the right. Five check-ups find one ankle freer, and leaning feels easier from week to week.
"""

from datetime import UTC, date, datetime, timedelta

from leanbreath.diary.events import AssessmentRow, DiaryContent, SessionRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.presentation.history_view import HistoryView, history_view
from leanbreath.routine.vocabulary import LeanFelt
from tests.coach.material import bundled_material
from tests.diary.making import session, utc, work

NOW = utc(4, 20)
FIRST_MONDAY = date(2026, 1, 5)
CALVES = {
    "drill": "soleus-wall-stretch",
    "title": "Calf stretch, knee bent",
    "stretch": "static",
    "muscles": ("soleus",),
}
FELT: tuple[LeanFelt, ...] = ("harder", "same", "same", "easier")


def trained(day: date, seconds: float, lean: LeanFelt | None) -> SessionRow:
    """Return a session at seven in the morning with so much work in all."""
    at = _seven(day)
    left, right = work(40, at, side="left", **CALVES), work(35, at, side="right", place=1, **CALVES)
    return session(at, left, right, work(seconds - 75, at, place=2), ended=at, ending="done", lean=lean)


def sessions() -> tuple[SessionRow, ...]:
    """Return the sessions, the latest first."""
    days = [FIRST_MONDAY + timedelta(weeks=week, days=day) for week in range(8) for day in (0, 2, 4)]
    made = [trained(day, 600, FELT[number // 6]) for number, day in enumerate(days)]
    return (trained(date(2026, 3, 2), 330, "easier"), *reversed(made))


def assessments() -> tuple[AssessmentRow, ...]:
    """Return the results of five check-ups, two weeks apart."""
    moments = [_seven(FIRST_MONDAY + timedelta(weeks=2 * number)) for number in range(5)]
    left, right = (7.0, 7.5, 8.0, 8.5, 9.0), (9.5, 9.5, 10.0, 9.5, 10.0)
    knees = [
        AssessmentRow(f"k{number}", at, "knee-to-wall-cm", (left[number], right[number]))
        for number, at in enumerate(moments)
    ]
    steps = [
        AssessmentRow(f"s{number}", at, "first-step-lean", answer="seat-back" if number < 4 else "pelvis-first")
        for number, at in enumerate(moments)
    ]
    return (*knees, *steps)


def content() -> DiaryContent:
    """Return the diary."""
    return DiaryContent(sessions(), assessments())


def view() -> HistoryView:
    """Return what the history shows of the diary."""
    return history_view(content(), bundled_material(), NOW)


def _seven(day: date) -> Moment:
    return moment(datetime(day.year, day.month, day.day, 7, tzinfo=UTC))
