"""What is prescribed has the drills for what holds a runner back, the week's doses, nothing that hurt, and fits."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest

from leanbreath.advice.apply_rules import routine_findings
from leanbreath.advice.placed_routine import place_routine
from leanbreath.coach.offered_lengths import offered_minutes
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.prescribe import Prescription, prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.coach.static_budget import static_seconds
from leanbreath.diary.events import DiaryContent, PlanRow
from leanbreath.routine.model import DrillStep
from leanbreath.routine.plan import Before
from leanbreath.routine.vocabulary import Limiter
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.diary.making import session, utc, work

PASSING = """
knee-to-wall-cm=11/11 straight-knee-calf-deg=26/26 bed-edge-thigh-deg=-6/-6 sit-hours=3 breath-hand=low-in-both
grip-release=yes first-step-lean=pelvis-first wall-lean-line=ten-degrees video-trunk-deg=7 occiput-wall-cm=1
eyes-level-lean=yes seated-rotation-deg=45/50 bridge-hold-s=20/25 hands-low=no
"""
PASSED = dict(each.split("=") for each in PASSING.split())
LIMITED: dict[Limiter, str] = {
    "calves": "knee-to-wall-cm=7/7",
    "lower-abdomen": "grip-release=no",
    "hip-flexors": "bed-edge-thigh-deg=6/6",
    "core-stiff": "seated-rotation-deg=30/30",
    "head": "occiput-wall-cm=5",
    "hip-extensors": "bridge-hold-s=5/5",
    "lean-skill": "first-step-lean=seat-back",
    "arms": "hands-low=yes",
}
"""The result that shows each limiter, where all else passed."""

NOW = utc(20, 12)


def assessed(*limiters: Limiter) -> DiaryContent:
    found = {**PASSED, **dict(LIMITED[each].split("=") for each in limiters)}
    return DiaryContent(assessments=rows(" ".join(map("=".join, found.items())), utc(4)))


def in_week(name: str, index: int) -> PlanState:
    """Return the state in a week of a plan, with every lean drill at the level that the week allows."""
    start = PlanRow("start", utc(20), "start", name)
    state = plan_state(DiaryContent(plan_events=(start,)), MATERIAL, NOW)
    assert state is not None
    week = state.plan.weeks[index]
    weeks = state.plan.weeks[: index + 1]
    levels = {drill: level for each in weeks for drill, level in (each.lean or {}).items()}
    return replace(state, week_number=index + 1, week=week, levels=levels, dose=replace(week, lean=levels))


def made(state: PlanState | None, content: DiaryContent, routine: str, minutes: int | None = None) -> Prescription:
    return prescribe(state, MATERIAL, content, NOW, routine, Fraction(60 * minutes) if minutes else None)


def played(prescription: Prescription) -> dict[str | None, DrillStep]:
    return {step.drill.drill: step for step in prescription.routine.drill_steps() if step.skip != "always"}


def routines_of(state: PlanState) -> set[str]:
    before = state.week.before_runs or state.plan.before_runs
    return {*(each.routine for each in state.week.sessions), before.routine if isinstance(before, Before) else before}


def broken_rules(routine) -> set[str]:
    return {finding.rule for finding in routine_findings(place_routine(routine), MATERIAL.rules)}


def holds(state: PlanState, content: DiaryContent, routine: str, minutes: int | None) -> None:
    """Assert that a prescription breaks no rule, is in time, has no drill twice that its routine has once."""
    written = MATERIAL.routine(routine)
    got = made(state, content, routine, minutes)
    assert broken_rules(got.routine) <= broken_rules(written), (routine, minutes)
    assert minutes is None or got.seconds <= 60 * minutes
    assert max(static_seconds(got.routine).values(), default=0) <= 240
    for name, step in played(got).items():
        if step.drill.stretch == "static" and step.work.kind == "hold" and state.dose.hold:
            assert step.work.seconds <= state.dose.hold and step.sets <= (state.dose.sets or step.sets), name
        if step.drill.goal == "lean-skill" and step.drill.levels and name in state.levels:
            assert step.work.seconds <= step.drill.levels[state.levels[name] - 1].seconds


WEEKS = [("eight-weeks", index) for index in range(8)] + [("maintenance", 0)]
PAIRS = list(combinations(LIMITED, 2))


@pytest.mark.parametrize(("number", "week"), list(enumerate(WEEKS)), ids=str)
def test_every_week_keeps_the_rules(number, week):
    state = in_week(*week)
    for index, routine in enumerate(sorted(routines_of(state))):
        fit = next((each.fit for each in state.week.sessions if each.routine == routine), None)
        pair = PAIRS[(number * 3 + index * 7) % len(PAIRS)]
        holds(state, assessed(*pair), routine, int(fit / 60) if fit else None)


@pytest.mark.slow
@pytest.mark.parametrize("week", WEEKS, ids=str)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_every_week_keeps_the_rules_for_every_pair_of_limiters_from_short_to_long(week, pair):
    state = in_week(*week)
    for routine in sorted(routines_of(state)):
        offered = (None, *offered_minutes(MATERIAL.routine(routine), MATERIAL.rules))
        holds(state, assessed(*pair), routine, offered[PAIRS.index(pair) % len(offered)])


def test_nothing_assessed_means_nothing_replaced():
    state = in_week("eight-weeks", 2)
    got = made(state, DiaryContent(), "daily-12")
    assert {drill.drill for drill in got.routine.drills()} == {d.drill for d in MATERIAL.routine("daily-12").drills()}
    assert got.notes == ()


def test_the_worked_example_practises_calves_in_the_place_of_what_passed():
    got = made(in_week("eight-weeks", 0), DiaryContent(assessments=rows(WORKED_EXAMPLE)), "daily-12", 10)
    assert "Ankle rocks at the wall instead of head glide: calves first." in got.notes
    assert {"ankle-rock-wall", "soleus-wall-stretch", "standing-soft-belly", "wall-lean-hold"} <= set(played(got))


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_always_on_drills_stay_and_no_drill_comes_twice(pair):
    state = in_week("eight-weeks", 2)
    for routine in ("daily-12", "pre-run-6"):
        written = [step.drill.drill for step in MATERIAL.routine(routine).drill_steps()]
        drills = [step.drill.drill for step in made(state, assessed(*pair), routine).routine.drill_steps()]
        always = {name for names in MATERIAL.limiters.always.values() for name in names}
        assert always & set(written) <= set(drills)
        assert all(drills.count(each) <= max(written.count(each), 1) for each in drills)


def test_the_doses_and_levels_of_the_week_are_played():
    steps = played(made(in_week("eight-weeks", 1), DiaryContent(), "daily-12"))
    assert (steps["gastroc-wall-stretch"].work.text(), steps["gastroc-wall-stretch"].sets) == ("25s", 2)
    assert steps["wall-lean-hold"].work.text() == "15s"
    before_a_run = played(made(in_week("eight-weeks", 2), DiaryContent(), "pre-run-6"))
    assert before_a_run["fall-forward-start"].work.count == 4
    assert before_a_run["ankle-rock-wall"].work.count == 10


def test_levels_are_recorded_as_they_are_done():
    state = in_week("eight-weeks", 1)
    assert made(state, DiaryContent(), "daily-12").place.levels == {"wall-lean-hold": 2}
    assert made(None, DiaryContent(), "daily-12").place is None


def test_without_a_plan_it_is_the_routine_fitted():
    plain = made(None, assessed("calves", "head"), "daily-12")
    assert plain.routine == MATERIAL.routine("daily-12") and plain.notes == ()
    assert made(None, DiaryContent(), "daily-12", 9).seconds <= 540


def test_a_drill_that_hurt_is_left_out_before_the_time_is_filled():
    hurt = session(utc(18), work(20, utc(18), drill="wall-lean-breath", title="Wall lean breath", hurt_at=utc(18)))
    content = DiaryContent((hurt,))
    assert "wall-lean-breath" not in played(made(in_week("eight-weeks", 1), content, "daily-12", 11))
    later = prescribe(None, MATERIAL, content, utc(25, 12), "daily-12", None)  # the card asks about it
    assert "wall-lean-breath" in played(later)


def test_a_warm_up_raises_the_pulse_in_another_way_where_marching_hurt():
    content = DiaryContent(sessions=(session(utc(19), work(60, utc(19), hurt_at=utc(19)), routine="pre-run-easy"),))
    prescription = made(None, content, "pre-run-easy")
    assert "easy-walk" in played(prescription) and "march" not in played(prescription)
    assert "LB030" not in broken_rules(prescription.routine)


@pytest.mark.parametrize("index", [4, 5, 6])
@pytest.mark.parametrize("limiter", ["calves", "hip-flexors"])
def test_all_sessions_of_a_build_week_hold_each_muscle_for_the_five_minutes_that_help(index, limiter):
    state = in_week("eight-weeks", index)
    [sessions] = [each for each in state.week.sessions if MATERIAL.kind_of(each.routine) == "daily"]
    held = static_seconds(made(state, assessed(limiter), sessions.routine, int(sessions.fit / 60)).routine)
    targets = {key: seconds * sessions.times for key, seconds in held.items() if key[0] in state.plan.targets}
    assert len(targets) == 6 and min(targets.values()) >= 300


def test_too_little_time_gives_the_shortest_form_and_says_so():
    got = made(in_week("eight-weeks", 4), DiaryContent(), "daily-two-sets", 1)
    assert got.seconds > 360 and got.notes[-1].startswith("It takes at least ")


@pytest.mark.parametrize(
    ("held", "day", "stretches"),
    [(100, 20, True), (235, 20, False), (235, 17, True), (590, 17, False), (590, 14, False), (590, 13, True)],
)
def test_what_was_stretched_counts_against_the_ceilings_of_a_day_and_of_seven(held, day, stretches):
    rows = [
        work(held, utc(day, 8), drill=None, side=side, muscles=(muscle,), stretch="static")
        for muscle in ("gastrocnemius", "soleus", "hip-flexor")
        for side in ("left", "right")
    ]
    got = made(in_week("eight-weeks", 4), DiaryContent((session(utc(day, 8), *rows),)), "daily-two-sets", 12)
    assert any(step.drill.stretch == "static" for step in played(got).values()) is stretches


def test_a_stretch_that_hurt_comes_back_at_its_first_level_whatever_the_week_asks():
    state = in_week("eight-weeks", 6)
    state = replace(state, dose=replace(state.dose, lean={**state.levels, "gastroc-wall-stretch": 1}))
    steps = played(made(state, DiaryContent(), "daily-two-sets"))
    assert (steps["gastroc-wall-stretch"].work.text(), steps["soleus-wall-stretch"].work.text()) == ("20s", "40s")


def test_the_runner_s_own_choice_of_a_drill_holds_for_drills_that_come_in_too():
    chosen = {"ankle-rock-wall": MATERIAL.drill("calf-pump-walk")}
    state, content = in_week("eight-weeks", 2), assessed("calves")
    got = prescribe(state, replace(MATERIAL, chosen=chosen), content, NOW, "daily-12", None)
    assert {"calf-pump-walk"} <= set(played(got)) and "ankle-rock-wall" not in played(got)


def test_sides_take_turns_to_come_first():
    steps = played(made(in_week("eight-weeks", 2), DiaryContent(), "pre-run-6"))
    assert steps["ankle-rock-wall"].first_side == "alternate"


def test_it_is_the_same_each_time():
    state, content = in_week("eight-weeks", 5), assessed("calves", "hip-flexors")
    assert made(state, content, "daily-two-sets", 12) == made(state, content, "daily-two-sets", 12)
