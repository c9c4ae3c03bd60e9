"""Whatever a runner does for months, no rule of section 5.2 of the fact sheet is broken on any day."""

from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.replay import plan_state
from leanbreath.coach.slots import counts
from leanbreath.diary.events import DiaryContent, LevelRow, ReturnRow, SessionRow
from leanbreath.routine.plan import Week
from tests.coach.bundled import MATERIAL
from tests.coach.test_replay import at, content, plan
from tests.diary.making import session, work

ROUTINES = {"daily-12": "daily", "lean-lab-8": "lean-lab", "pre-run-6": "pre-run", "mine": None}
LEAN = ("wall-lean-hold", "fall-forward-start", "micro-ankle-lean", "gastroc-wall-stretch")


class Span(NamedTuple):
    """Days that are alike: what a runner does on them, and how it feels."""

    days: int
    habit: str
    routine: str
    share: float
    felt: tuple[Any, ...]
    drill: str
    once: Any


spans = st.builds(
    Span,
    st.sampled_from((1, 2, 5, 8, 15, 23, 30)),
    st.sampled_from(
        ("rest", "train", "train", "train", "train", "alternate", "pause", "level", "hurt", "return", "start")
    ),
    st.sampled_from((*ROUTINES, "daily-12", "daily-12")),
    st.sampled_from((1.0, 1.0, 0.85, 0.6, 0.1)),
    st.tuples(
        st.sampled_from((2, 3, 4, 3, 7, 9, None)),
        st.sampled_from(("same", "easier", "same", "harder", None)),
        st.sampled_from(("none", "none", "none", "some", None)),
        st.sampled_from(("done", "done", "left", None)),
    ),
    st.sampled_from(LEAN),
    st.sampled_from((-1, 1, 2, 3, 9)),
)
months = st.lists(spans, min_size=6, max_size=14)


def diary_of(spans: list[Span]) -> tuple[int, DiaryContent]:
    """Return the days of some spans, and the diary that a runner keeps on them."""
    events: list[Any] = []
    day = 0
    for span in spans:
        felt = dict(zip(("effort", "lean", "pain", "ending"), span.felt, strict=True))
        days = range(day, day + span.days)
        if span.habit in ("train", "alternate"):
            events += [
                trained(each, span.routine, span.share, felt) for each in days if span.habit == "train" or each % 2
            ]
        elif span.habit == "pause":
            events += [plan("pause", day), plan("resume", day + span.days - 0.5)]
        elif span.habit != "rest":
            events.append(event(day, span))
        day += span.days
    return day, content(*events, start=plan("start", -1))


def event(day: int, span: Span) -> Any:
    """Return what happens once on the first day of a span."""
    drill = span.drill
    if span.habit == "level":
        return LevelRow(f"level {day}", at(day), drill, span.once)
    if span.habit == "return":
        answer = "yes" if span.once > 1 else "no"
        return session(at(day, 2), returns=(ReturnRow(drill, drill, at(day, 2), answer),))
    if span.habit == "hurt":
        return session(at(day, 3), work(9, at(day, 3), drill=drill, title=drill, hurt_at=at(day, 3)), ended=at(day, 3))
    return plan("start", day + 0.1, ("eight-weeks", "maintenance", "gone")[span.once % 3])


def trained(day: float, routine: str, share: float, felt: dict[str, Any]) -> SessionRow:
    when = at(day, 1)
    rows = tuple(
        work(60 * share, when, place=place, drill=drill, title=drill, level=1 + int(day) % 2)
        for place, drill in enumerate(LEAN)
    )
    return session(when, *rows, routine=routine, kind=ROUTINES[routine], ended=when, **felt)


def volume(week: Week) -> float:
    times = sum(each.times for each in week.sessions if each.routine.startswith("daily"))
    return float((week.hold or 0) * (week.sets or 1) * times)


def state_on(day: int, diary: DiaryContent) -> PlanState:
    found = plan_state(diary, MATERIAL, at(day, 12))
    assert found is not None
    return found


def check_days(last: int, diary: DiaryContent, step: int) -> None:
    states = [state_on(day, diary) for day in range(0, last, step)]
    for state in states:
        check_state(state)
    decisions = states[-1].decisions
    assert list(decisions) == sorted(decisions, key=lambda each: each.day)
    for state in states:  # what was decided stays decided
        assert state.started != states[-1].started or state.decisions == decisions[: len(state.decisions)]


def check_state(state: PlanState) -> None:
    assert 1 <= state.week_number <= len(state.plan.weeks) and state.week == state.plan.weeks[state.week_number - 1]
    assert state.missed_days >= 0
    if state.dose.hold:
        assert 20 <= state.dose.hold <= state.week.hold and state.dose.sets <= state.week.sets
    if state.dose.reps:
        assert 6 <= state.dose.reps <= state.week.reps
    if state.dose.breath:
        assert state.dose.breath.seconds <= max(state.week.breath.seconds, 9)
    for drill, level in state.levels.items():
        assert 1 <= level <= max(len(MATERIAL.drill(drill).levels), 1)


def check_growth(last: int, diary: DiaryContent) -> None:
    """Assert that doses grow from week to week by the steps of the fact sheet at most."""
    reference: Week | None = None
    before = state_on(0, diary)
    for day in range(1, last):
        state = state_on(day, diary)
        decided = {each.rule for each in state.decisions[len(before.decisions) :]}
        if state.started != before.started or "missed-restart" in decided:
            reference = None
        elif state.week_started != before.week_started and before.week.phase != "lighter":
            reference = before.dose
        if reference:
            check_step(state.dose, reference)
        before = state


def check_step(dose: Week, reference: Week) -> None:
    assert not (dose.hold and reference.hold) or dose.hold <= reference.hold + 5
    assert not (dose.reps and reference.reps) or dose.reps <= reference.reps + 2
    assert not (dose.breath and reference.breath) or dose.breath.seconds <= reference.breath.seconds + 2
    if dose.phase != "lighter" and reference.hold:
        assert volume(dose) <= 1.5 * volume(reference)


@given(months)
@settings(max_examples=8, deadline=None)
def test_no_rule_is_broken_whatever_a_runner_does(spans):
    check_days(*diary_of(spans), 5)


@pytest.mark.slow
@given(months)
@settings(max_examples=40, deadline=None)
def test_doses_grow_by_small_steps_whatever_a_runner_does(spans):
    last, diary = diary_of(spans)
    check_days(last, diary, 1)
    check_growth(last, diary)


@given(months, st.integers(0, 120))
@settings(max_examples=10, deadline=None)
def test_the_future_changes_nothing_and_the_same_diary_gives_the_same_state(spans, day):
    _, diary = diary_of(spans)
    now = at(day, 12)
    past = replace(
        diary,
        sessions=tuple(each for each in diary.sessions if each.last.at <= now.at),
        plan_events=tuple(each for each in diary.plan_events if each.at.at <= now.at),
        levels=tuple(each for each in diary.levels if each.at.at <= now.at),
    )
    found = plan_state(diary, MATERIAL, now)
    assert found == plan_state(past, MATERIAL, now) == plan_state(diary, MATERIAL, now)


def test_the_diaries_train():
    """What counts must be drawn, or the properties above say nothing."""
    assert counts(trained(0, "daily-12", 1.0, {"effort": 3, "lean": "same", "pain": None, "ending": "done"}))
