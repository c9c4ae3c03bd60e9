"""The bundled plans against the table they were written from: seconds a week, doses, levels."""

from fractions import Fraction

import pytest

from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.static_holds import static_bouts, total_seconds
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.plan import Plan, Week
from leanbreath.routine.week_doses import apply
from tests.advice.files import check
from tests.routine.snippets import drill_steps, value_of

LIBRARY = Library((bundled_folder("drills"),))
PLANS = sorted(LIBRARY.plan_files)
MUSCLES = ("gastrocnemius", "soleus")

TABLE = [
    # phase, home sessions, minutes, lean labs, hold, static seconds a week and muscle, reps, breath
    ("ramp", 3, 10, 0, 20, 120, 8, "3-0-5-1"),
    ("ramp", 3, 10, 0, 25, 150, 8, "3-0-5-1"),
    ("ramp", 4, 11, 1, 25, 200, 10, "4-0-6-0"),
    ("lighter", 3, 8, 0, 20, 120, 6, "3-0-5-1"),
    ("build", 5, 12, 1, 30, 300, 10, "4-0-6-0"),
    ("build", 5, 12, 2, 35, 350, 12, "4-0-6-0"),
    ("build", 5, 15, 2, 40, 400, 12, "4-0-6-2"),
    ("lighter", 4, 8, 1, 25, 200, 8, "4-0-6-0"),
]


def plan(name: str) -> Plan:
    return value_of(LIBRARY.plan_at(LIBRARY.plan_files[name]))


def held(week: Week, muscle: str) -> Fraction:
    """Return how many seconds a muscle is held on the left in a week."""
    total = Fraction(0)
    for sessions in week.sessions:
        done = place_routine(apply(week, value_of(LIBRARY.routine(sessions.routine))))
        bouts = static_bouts(done)
        if muscle in bouts:
            total += sessions.times * total_seconds(bouts[muscle]["left"])
    return total


@pytest.mark.parametrize("name", PLANS)
def test_a_bundled_plan_breaks_no_rule(name: str) -> None:
    assert check(LIBRARY.plan_files[name]) == ()


@pytest.mark.parametrize(("number", "row"), list(enumerate(TABLE)), ids=lambda value: str(value))
def test_each_of_the_eight_weeks_is_as_in_the_table(number: int, row: tuple[object, ...]) -> None:
    week = plan("eight-weeks").weeks[number]
    home, *labs = week.sessions
    assert home.fit and week.breath
    assert row == (
        week.phase,
        home.times,
        home.fit / 60,
        sum(lab.times for lab in labs),
        week.hold,
        held(week, "gastrocnemius"),
        week.reps,
        week.breath.text(),
    )
    assert [held(week, muscle) for muscle in MUSCLES] == [row[5]] * 2


def test_in_build_weeks_the_hips_are_held_as_long_as_the_calves() -> None:
    for week in plan("eight-weeks").weeks[4:7]:
        assert held(week, "hip-flexor") == held(week, "soleus")


def test_no_drill_of_the_eight_weeks_needs_a_second_person() -> None:
    for name in plan("eight-weeks").names():
        reading = LIBRARY.routine(name) if name in LIBRARY.routine_files else LIBRARY.drill(name)
        drills = value_of(reading).drills() if name in LIBRARY.routine_files else [value_of(reading)]
        assert max(drill.safety_class for drill in drills) < 3


def test_a_week_changes_doses_of_a_routine_within_their_bounds() -> None:
    week = plan("eight-weeks").weeks[3]
    done = apply(week, value_of(LIBRARY.routine("daily-two-sets")))
    steps = {step.drill.drill: step for step in drill_steps(done.steps)}
    assert steps["gastroc-wall-stretch"].work.text() == "20s"
    assert steps["hooklying-low-belly"].work.text() == "3-0-5-1 x 6"
    assert steps["sphinx-breath"].work.text() == "3-0-5-0 x 4"  # it has no such level
    standing = apply(week, value_of(LIBRARY.routine("daily-floor-free")))
    rocks = {step.drill.drill: step for step in drill_steps(standing.steps)}["ankle-rock-wall"]
    assert rocks.work.text() == "6 @ 1-0-1"


def test_a_level_that_a_drill_does_not_have_is_a_problem(tmp_path) -> None:
    path = tmp_path / "too-far.yaml"
    path.write_text("""plan: too-far
title: Too far
weeks:
  - phase: ramp
    sessions: [{routine: pre-run-6, times: 1}]
    lean: {wall-lean-hold: 4, fall-foward-start: 1, gaze-far: 2}
""")
    problems = [(each.place.line, each.place.column, each.message, each.fix) for each in check(path)]
    assert problems == [
        (6, 28, '"wall-lean-hold" has no level 4', "write 1 to 3"),
        (6, 31, 'no drill "fall-foward-start"', 'did you mean "fall-forward-start"?'),
        (6, 63, '"gaze-far" has no level 2', "write 1"),
    ]
