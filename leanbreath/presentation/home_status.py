"""What the diary says on the home screen: what suits today, the week, the plan and the limiters."""

from datetime import date, timedelta
from typing import NamedTuple

from leanbreath.coach.keeping import keeping
from leanbreath.coach.material import Material
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.replay import plan_state
from leanbreath.coach.slots import counts
from leanbreath.coach.today import Today, today
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.moment import Moment
from leanbreath.diary.stats import streak, week
from leanbreath.presentation.limiter_bars import LimiterBar, limiter_bars
from leanbreath.presentation.plan_progress import plan_progress
from leanbreath.presentation.week_marks import DayMark, week_marks
from leanbreath.presentation.weekly_line import weekly_line


class HomeStatus(NamedTuple):
    """What suits today, the days of the week, the plan in two lines, what was done lately, and the limiters.

    `warnings` say what is wrong with the diary and with the training material.
    """

    today: Today
    marks: tuple[DayMark, ...]
    plan: tuple[str, str]
    done: str
    bars: tuple[LimiterBar, ...]
    warnings: tuple[str, ...] = ()


def home_status(content: DiaryContent, material: Material, now: Moment) -> HomeStatus:
    """Return what the home screen shows at a moment."""
    state = plan_state(content, material, now)
    done = {each.last.day for each in content.sessions if counts(each)}
    is_paused = state is not None and state.is_paused
    marks = week_marks(state.slots if state else (), done, _first_day(state, now.day), now.day, is_paused)
    suits = today(content, material, now)
    return HomeStatus(
        suits, marks, plan_progress(state), _done(content, state, now), limiter_bars(content.assessments, material)
    )


def _first_day(state: PlanState | None, day: date) -> date:
    """Return the first day of the week: Monday without a plan; days of a pause push it back."""
    if state is None:
        return day - timedelta(days=day.weekday())
    return state.week_started + timedelta(days=sum(state.week_started <= each < day for each in state.paused_days))


def _done(content: DiaryContent, state: PlanState | None, now: Moment) -> str:
    """Return what was done this week, how regularly, and on Mondays what last week came to.

    Nothing is said of a diary of which nothing can be read.
    """
    if content.bad_rows and not content.sessions:
        return ""
    regularity = _in_a_row(content, now) if state is None else _kept(state, now)
    since = "This week" if state is None else "Since Monday"  # a plan's week may begin on any day
    done = f"{since}: {week(content.sessions, now.day).summary}."
    return " ".join(filter(None, (done, regularity, weekly_line(content.sessions, now.day))))


def _in_a_row(content: DiaryContent, now: Moment) -> str:
    days = streak(content.sessions, now)
    return f"{days} days in a row." if days > 1 else ""


def _kept(state: PlanState, now: Moment) -> str:
    kept = keeping(state.all_slots, state.paused_days, now.day)
    return f"{kept.kept} of the last {kept.due} due." if kept.due else ""
