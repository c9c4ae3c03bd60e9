"""What suits today, from little diaries: the line that a runner reads."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leanbreath.coach.today import Today, today
from leanbreath.diary.events import AssessmentRow, DiaryContent, PlanRow, SessionRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.presentation.today_line import today_line, today_short
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.diary.making import session, work

FIRST = datetime(2026, 3, 4, 7, tzinfo=UTC)
"""A Wednesday: the first day of the plan, which is day 0 below."""


def at(day: float, hour: float = 0) -> Moment:
    return moment(FIRST + timedelta(days=day, hours=hour))


def plan(action: Any, day: float, plan: str = "eight-weeks") -> PlanRow:
    return PlanRow(f"{action} {day}", at(day, -0.5), action, plan)


START = plan("start", 0)


def done(day: float, kind: Any = "daily", routine: str | None = None, **changes: Any) -> SessionRow:
    """Return a session that was played to its end."""
    when, seconds = at(day), changes.pop("seconds", 60)
    names = {"daily": "daily-12", "pre-run": "pre-run-easy", "lean-lab": "lean-lab-8"}
    id, routine = f"{day} {kind} {routine}", routine or names.get(kind)
    return session(when, work(seconds, when), id=id, routine=routine, kind=kind, ended=when, ending="done", **changes)


def left(day: float, hour: float = 0, place: float = 334.0, **changes: Any) -> SessionRow:
    when = at(day, hour)
    return session(when, work(20, when), ending="left", ended=when, place_seconds=place, **changes)


def measured(day: float) -> tuple[AssessmentRow, ...]:
    return rows(WORKED_EXAMPLE, at(day, -0.4))


def suits(day: float, *events: Any, hour: float = 5, **more: Any) -> Today:
    """Return what suits on a day, by the events of a diary."""
    content = DiaryContent(
        tuple(each for each in events if isinstance(each, SessionRow)),
        tuple(row for each in events if isinstance(each, tuple) for row in each),
        tuple(each for each in events if isinstance(each, PlanRow)),
        **more,
    )
    return today(content, MATERIAL, at(day, hour))


NEW = [START, measured(0)]
TWO_WEEKS = [*NEW, *(done(day) for day in (0, 2, 4, 7, 9, 11))]
WEEK_3 = [*TWO_WEEKS, measured(14)]

LINES: dict[str, tuple[float, list[Any], str, str]] = {
    "the very first time": (
        0,
        [],
        "First tour · 7 min · Get to know it, then take the five-minute check-up. "
        "Start with: leanbreath run first-tour-7",
        "First tour 7 min",
    ),
    "without a plan": (
        1,
        [measured(0), done(0)],
        "Home session · 12 min · Not done yet today. For a plan: leanbreath plan --start",
        "Home session 12 min",
    ),
    "done without a plan": (
        1,
        [measured(0), done(1)],
        "Warm-up · 7 min · Your home session is done. Before a run, warm up. For a plan: leanbreath plan --start",
        "Warm-up 7 min",
    ),
    "no longer a beginner": (
        8,
        [measured(7), *(done(day) for day in range(3, 9))],
        "Warm-up · 6 min · Your home session is done. Before a run, warm up. For a plan: leanbreath plan --start",
        "Warm-up 6 min",
    ),
    "a session that was merely begun is not done": (
        1,
        [measured(0), done(1, seconds=5)],
        "Home session · 12 min · Not done yet today. For a plan: leanbreath plan --start",
        "Home session 12 min",
    ),
    "a plan without a check-up": (
        0,
        [START],
        "Week 1, day 1 of 3 · Home session · 10 min · 0 of 3 done, 7 days left. Check-up due: leanbreath checkup",
        "Home session 10 min",
    ),
    "the first day of a plan": (
        0,
        NEW,
        "Week 1, day 1 of 3 · Home session · 10 min · calves first: your knee-to-wall is 7 cm.",
        "Home session 10 min",
    ),
    "today's session is done": (
        0,
        [*NEW, done(0)],
        "Week 1 · Warm-up · 7 min · Today's session is done. Before a run, warm up.",
        "Warm-up 7 min",
    ),
    "the warm-up too": (
        0,
        [*NEW, done(0), done(0, "pre-run")],
        "Week 1 · A breathing lesson · 12 min · Today's session is done. If you like, a quiet one.",
        "A breathing lesson 12 min",
    ),
    "and the lesson": (
        0,
        [*NEW, done(0), done(0, "pre-run"), done(0, "any", "breath-lesson-12")],
        "Week 1 · Quiet evening · 11 min · Today's session is done. If you like, a quiet one.",
        "Quiet evening 11 min",
    ),
    "rest is fine": (
        1,
        [*NEW, done(0)],
        "Week 1 · Rest is fine today: 1 of 3 done, 6 days left. Or: Home session · 10 min.",
        "Rest or Home session 10 min",
    ),
    "rest is over": (
        3,
        [*NEW, done(0)],
        "Week 1, day 2 of 3 · Home session · 10 min · calves first: your knee-to-wall is 7 cm.",
        "Home session 10 min",
    ),
    "the last days of a week": (
        6,
        [*NEW, done(0), done(1)],
        "Week 1, day 3 of 3 · Home session · 10 min · calves first: your knee-to-wall is 7 cm.",
        "Home session 10 min",
    ),
    "the worked example in week 3": (
        16,
        [*WEEK_3, done(14)],
        "Week 3, day 2 of 4 · Home session · 11 min · calves first: your knee-to-wall is 7 cm.",
        "Home session 11 min",
    ),
    "a day with a run": (
        16,
        [*WEEK_3, done(14), done(16, "pre-run")],
        "Week 3, day 1 of 1 · Lean lab · 8 min · In your easy run, once you are warm.",
        "Lean lab 8 min",
    ),
    "a day with a run for a tired runner": (
        16,
        [*WEEK_3, done(14), done(15, effort=8), done(16, "pre-run")],
        "Week 3 · Rest is fine today: 2 of 4 done, 5 days left. Or: Home session · 11 min.",
        "Rest or Home session 11 min",
    ),
    "only the lean lab is left": (
        18,
        [*WEEK_3, *(done(day) for day in (14, 15, 16, 17))],
        "Week 3 · Warm-up · 8 min · Rest is fine today; the lean lab comes in your next easy run. "
        "Before a run, warm up.",
        "Warm-up 8 min",
    ),
    "the week is done": (
        19,
        [*WEEK_3, *(done(day) for day in (14, 15, 16, 17)), done(18, "lean-lab")],
        "Week 3 · Warm-up · 8 min · Everything in this week is done. Before a run, warm up.",
        "Warm-up 8 min",
    ),
    "a pause": (
        18,
        [*WEEK_3, done(14), plan("pause", 16)],
        "Week 3 · Warm-up · 8 min · Your plan is paused in week 3. Before a run, warm up.",
        "Warm-up 8 min",
    ),
    "two weeks after the last check-up": (
        16,
        [*TWO_WEEKS, done(14)],
        "Week 3, day 2 of 4 · Home session · 11 min · calves first: your knee-to-wall is 7 cm. "
        "Check-up due: leanbreath checkup",
        "Home session 11 min",
    ),
    "rest is fine, two weeks after the last check-up": (
        15,
        [*TWO_WEEKS, done(14)],
        "Week 3 · Rest is fine today: 1 of 4 done, 6 days left. Or: Home session · 11 min. "
        "Check-up due: leanbreath checkup",
        "Rest or Home session 11 min",
    ),
    "too many days missed": (
        9,
        [*NEW, done(0)],
        "Week 1, day 1 of 3 · Home session · 10 min · Back to week 1, lean levels one lower: 8 days missed.",
        "Home session 10 min",
    ),
    "an interrupted session": (
        0.1,
        [*NEW, left(0)],
        "Continue: 6 min left · Daily",
        "Continue 6 min",
    ),
}


@pytest.mark.parametrize(("day", "events", "line", "short"), LINES.values(), ids=LINES)
def test_what_suits_today_is_said_in_one_line(day, events, line, short):
    suggestion = suits(day, *events)
    assert (today_line(suggestion), today_short(suggestion)) == (line, short)


@pytest.mark.parametrize(("day", "is_due"), [(13, False), (14, True)])
def test_a_check_up_is_due_two_weeks_after_the_last(day, is_due):
    assert suits(day, *NEW).is_checkup_due is is_due


def test_a_video_of_a_run_is_no_check_up():
    assert suits(14, *NEW, rows("video-lean-deg=7/6", at(13))).is_checkup_due


@pytest.mark.parametrize("events", [[measured(0)], [START]])
def test_a_runner_who_only_measured_or_started_a_plan_is_not_new(events):
    assert suits(0, *events).kind != "first"


def test_a_diary_that_cannot_be_read_is_not_an_empty_one():
    assert suits(0, bad_rows=1).kind == "extra"


@pytest.mark.parametrize(
    "interrupted",
    [
        left(-1),
        left(0, place=690.0),
        left(0, source="gone"),
        session(at(0), work(55, at(0)), ending="left", place_seconds=300.0),
    ],
    ids=["of yesterday", "almost over", "of a routine that is gone", "that counts already"],
)
def test_an_interrupted_session_is_not_offered(interrupted):
    assert suits(0, interrupted).kind != "continue"


def test_a_session_that_was_done_since_then_takes_the_place_of_an_interrupted_one():
    assert suits(0, done(0), left(0, -1)).kind != "continue"


def test_nothing_that_comes_later_is_known():
    assert suits(0, *NEW, done(3), plan("pause", 2)) == suits(0, *NEW)


def test_the_drill_that_is_drawn_is_for_the_main_limiter_and_did_not_hurt():
    assert suits(0, *NEW).key_drill == "ankle-rock-wall"
    hurt = work(20, at(-1), drill="ankle-rock-wall", hurt_at=at(-1))
    assert suits(0, *NEW, session(at(-1), hurt)).key_drill == "gastroc-wall-stretch"
