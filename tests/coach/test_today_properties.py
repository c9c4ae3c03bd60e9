"""Whatever the diary holds, there is a suggestion, it asks for nothing that hurts, and its lengths are allowed."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.coach.day_so_far import TIRED_EFFORT
from leanbreath.coach.prescribe import prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.coach.slots import counts
from leanbreath.coach.today import today
from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import DiaryContent, PlanRow, SessionRow
from leanbreath.presentation.today_line import today_line, today_short
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.coach.test_today import at
from tests.diary.making import session, work

DRILLS = ("wall-lean-hold", "gastroc-wall-stretch", "ankle-rock-wall", "hooklying-low-belly", "march", "jog")
ROUTINES = ("daily-12", "pre-run-easy", "pre-run-6", "lean-lab-8", "post-run-10", "breath-lesson-12", "gone", None)
LAST_DAY = 40

days = st.floats(0, LAST_DAY, allow_nan=False)


@st.composite
def sessions(draw: Any) -> SessionRow:
    """Return any session: done, left or killed, hard or easy, with drills that hurt or none."""
    day, routine = draw(days), draw(st.sampled_from(ROUTINES))
    when = at(day)
    work_done = [
        work(
            draw(st.sampled_from((0, 20, 60))), when, place=place, step=str(place + 1), drill=drill,
            hurt_at=when if draw(st.integers(0, 5)) == 0 else None,
        )
        for place, drill in enumerate(draw(st.lists(st.sampled_from(DRILLS), min_size=1, max_size=3, unique=True)))
    ]  # fmt: skip
    kind = MATERIAL.kind_of(routine) if routine else None
    return session(
        when, *work_done, id=draw(st.uuids()).hex, routine=routine, source=routine, kind=kind, place_seconds=300.0,
        ending=draw(st.sampled_from(("done", "left", None))), effort=draw(st.sampled_from((None, 2, 5, 9))),
    )  # fmt: skip


def plan_events(draw: Any) -> tuple[PlanRow, ...]:
    actions = draw(st.lists(st.tuples(st.sampled_from(("start", "pause", "resume", "stop")), days), max_size=3))
    begun = [("start", 0.0), *actions] if draw(st.integers(0, 4)) else actions
    names = st.sampled_from(("eight-weeks", "maintenance", "gone"))
    return tuple(
        PlanRow(f"{action} {day}", at(day, -0.5), action, draw(names) if number else "eight-weeks")
        for number, (action, day) in enumerate(begun)
    )


@st.composite
def diaries(draw: Any) -> DiaryContent:
    """Return a diary of forty days."""
    measured = rows(WORKED_EXAMPLE, at(draw(days))) if draw(st.booleans()) else ()
    done = draw(st.lists(sessions(), max_size=12))
    return DiaryContent(
        tuple(sorted(done, key=lambda each: each.started.at, reverse=True)), measured, plan_events(draw)
    )


def check(content: DiaryContent, day: float) -> None:
    """Check what is suggested on a day."""
    now = at(day, 8)
    suits = today(content, MATERIAL, now)
    known = tuple(each for each in content.sessions if each.started.at <= now.at)
    assert suits.why and today_line(suits).strip() and today_short(suits).strip()
    out = {each.drill for each in drills_out(known, now) if not each.asks}
    assert suits.key_drill not in out
    if suits.kind in ("continue", "rest") and suits.minutes == ():
        return
    assert suits.routine is not None
    state = plan_state(content, MATERIAL, now)
    if state is not None:
        played = prescribe(state, MATERIAL, content, now, suits.routine, suits.seconds)
        assert not out & {drill.drill for drill in played.routine.drills()}
        assert played.seconds <= suits.seconds
    check_minutes(suits.routine, suits.minutes)
    check_lean_lab(suits.routine, known, now)


def check_minutes(routine: str, minutes: tuple[int, ...]) -> None:
    """Check lengths against LB032 and LB033."""
    rule = {"pre-run": "LB032", "daily": "LB033"}.get(MATERIAL.routine(routine).kind)
    limits = MATERIAL.rules[rule] if rule else None
    for each in minutes:
        assert limits is None or limits.limit("shortest") <= Fraction(60 * each) <= limits.limit("longest")


def check_lean_lab(routine: str, known: tuple[SessionRow, ...], now: Any) -> None:
    """Check that a lean lab comes only on a day with a run, and not after a hard session."""
    if MATERIAL.routine(routine).kind == "lean-lab":
        lately = [each for each in known if now.day - each.last.day <= timedelta(days=1)]
        warm = [each for each in lately if each.last.day == now.day and each.kind == "pre-run"]
        assert warm and any(map(counts, warm))
        assert all((each.effort or 0) < TIRED_EFFORT for each in lately)


@settings(max_examples=8)
@given(diaries(), st.integers(0, LAST_DAY))
def test_there_is_always_a_suggestion_that_does_not_hurt_and_is_allowed(content, day):
    check(content, day)


@pytest.mark.slow
@settings(max_examples=40)
@given(diaries(), st.integers(0, LAST_DAY))
def test_there_is_always_a_suggestion_in_many_diaries(content, day):
    check(content, day)
