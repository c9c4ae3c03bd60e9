"""Every law of the simulated year fails where it is broken: two weeks of a runner, changed in one place."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from leanbreath.diary.events import ReturnRow
from tests.coach.material import bundled_material
from tests.coach.year.laws import LAWS, broken_laws
from tests.coach.year.runners import RUNNERS
from tests.coach.year.simulation import DayRecord, simulate

Days = list[DayRecord]


@cache
def two_weeks() -> tuple[DayRecord, ...]:
    return simulate(RUNNERS["regular"], bundled_material(), 16)


def with_day(days: Days, number: int, **changes: Any) -> Days:
    return [*days[:number], replace(days[number], **changes), *days[number + 1 :]]


def with_state(days: Days, number: int, **changes: Any) -> Days:
    return with_day(days, number, state=replace(days[number].state, **changes))


def nothing_suggested(days: Days) -> Days:
    return with_day(days, 3, today=replace(days[3].today, why=""))


def a_diagnosis(days: Days) -> Days:
    return with_day(days, 3, today=replace(days[3].today, why="You have a short calf."))


def without_raise(days: Days) -> Days:
    number, practice = first(days, "pre-run")
    drills = practice.prescription.routine
    steps = tuple(step for step in drills.steps if "march" not in str(step) and "walk" not in str(step))
    routine = replace(drills, steps=steps)
    return with_practice(days, number, replace(practice, prescription=replace(practice.prescription, routine=routine)))


def pain_in_a_drill_that_comes_back(days: Days) -> Days:
    number, practice = first(days, "daily")
    session = practice.session
    work = tuple(replace(row, hurt_at=row.at) for row in session.work)
    return with_practice(days, number, replace(practice, session=replace(session, work=work)))


def asked_the_day_before_its_week_is_over(days: Days) -> Days:
    number, practice = first(days, "daily")
    hurt = replace(practice.session.work[0], drill="jog", hurt_at=practice.session.work[0].at)
    days = with_practice(days, number, replace(practice, session=replace(practice.session, work=(hurt,))))
    later = next(day for day in range(number + 4, number + 7) if days[day].practices)
    asked = days[later].practices[0]
    returns = (ReturnRow("jog", "Jog", asked.now, "yes"),)
    return with_practice(days, later, replace(asked, session=replace(asked.session, returns=returns)))


def long_holds(days: Days) -> Days:
    number, practice = first(days, "daily")
    work = tuple(replace(row, planned_seconds=row.planned_seconds * 20) for row in practice.session.work)
    return with_practice(days, number, replace(practice, session=replace(practice.session, work=work)))


def a_level_too_high(days: Days) -> Days:
    return with_state(days, 2, levels={"wall-lean-hold": 2})


def two_levels_at_once(days: Days) -> Days:
    return with_state(days, 7, levels={"wall-lean-hold": 3})


def grown(days: Days, **dose: Any) -> Days:
    for number in range(7, 14):
        days = with_state(days, number, dose=replace(days[number].state.dose, **dose))
    return days


def absent(days: Days, **state: Any) -> Days:
    days = with_state(days, 14, missed_days=7, week_number=3, levels={"wall-lean-hold": 2})
    return with_state(days, 15, **{"missed_days": 8, "week_number": 2, "levels": {"wall-lean-hold": 1}, **state})


def hard(days: Days) -> Days:
    for number in range(7, 12):
        practices = tuple(replace(each, session=replace(each.session, effort=8)) for each in days[number].practices)
        days = with_day(days, number, practices=practices)
    return days


def first(days: Days, kind: str) -> Any:
    return next((n, each) for n, day in enumerate(days) for each in day.practices if each.session.kind == kind)


def with_practice(days: Days, number: int, practice: Any) -> Days:
    others = tuple(practice if each.now == practice.now else each for each in days[number].practices)
    return with_day(days, number, practices=others)


CHANGES: list[tuple[str, Callable[[Days], Days]]] = [
    ("something_is_suggested", nothing_suggested),
    ("training_rules_hold", without_raise),
    ("no_painful_drill_returns_within_its_week", pain_in_a_drill_that_comes_back),
    ("no_painful_drill_returns_within_its_week", asked_the_day_before_its_week_is_over),
    ("doses_of_a_week_stay_in_their_band", long_holds),
    ("levels_rise_by_one_after_two_sessions", a_level_too_high),
    ("levels_rise_by_one_after_two_sessions", two_levels_at_once),
    ("doses_grow_by_their_steps", lambda days: grown(days, hold=days[0].state.dose.hold + 6)),
    ("doses_grow_by_their_steps", lambda days: grown(days, reps=days[0].state.dose.reps + 3)),
    ("doses_grow_by_their_steps", lambda days: grown(days, sets=4)),
    ("missed_days_step_back", lambda days: absent(days, week_number=3)),
    ("missed_days_step_back", lambda days: absent(days, levels={"wall-lean-hold": 2})),
    ("missed_days_step_back", lambda days: absent(days, missed_days=22)),
    ("two_hard_sessions_step_down", hard),
    ("no_text_diagnoses", a_diagnosis),
]


@pytest.mark.parametrize(("law", "change"), CHANGES, ids=lambda each: getattr(each, "__name__", each))
def test_a_law_that_is_broken_says_so(law, change):
    broken = broken_laws(change(list(two_weeks())), bundled_material())
    assert law in {text.partition(":")[0] for text in broken}


def test_every_law_is_tried_and_none_is_broken_by_itself():
    assert {law for law, _ in CHANGES} == {law.__name__ for law in LAWS}
    assert broken_laws(two_weeks(), bundled_material()) == []
