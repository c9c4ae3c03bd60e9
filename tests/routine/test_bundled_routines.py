"""What a coach asks of the bundled routines: enough breath, no needless change, a lean to compare, a real ending."""

from itertools import pairwise

import pytest

from leanbreath.advice.placed_routine import PlacedRoutine, place_routine
from leanbreath.routine.plan import Before, Plan
from leanbreath.routine.work import Breath
from leanbreath.score.score import RATE
from tests.routine.snippets import value_of
from tests.score.making import ALL, LIBRARY, bundled_routine

PACED_AT_MOST = 300
"""Seconds of paced breathing in a session for beginners."""

STANDING_FREE = {"standing", "walk", "jog"}
"""Positions in which a runner can simply stop."""

CALF_STRETCHES = {"gastroc-wall-stretch", "soleus-wall-stretch"}


def placed(name: str) -> PlacedRoutine:
    return place_routine(bundled_routine(name))


@pytest.mark.parametrize("name", ALL)
def test_no_routine_paces_the_breath_for_more_than_five_minutes(name: str) -> None:
    assert sum(bout.seconds for bout in placed(name).bouts if isinstance(bout.dose, Breath)) <= PACED_AT_MOST


@pytest.mark.parametrize("name", ALL)
def test_a_routine_leads_away_from_the_wall_and_up_from_the_floor_at_its_end(name: str) -> None:
    made = placed(name)
    last = made.bouts[-1]
    after = [each.passage for each in made.passages if each.start >= last.end]
    assert last.drill.position in STANDING_FREE or any(passage.say for passage in after)


@pytest.mark.parametrize("name", ALL)
def test_the_stretches_of_the_calf_change_legs_once(name: str) -> None:
    sides = [bout.side for bout in placed(name).bouts if bout.drill.drill in CALF_STRETCHES]
    assert sum(one != two for one, two in pairwise(sides)) == bool(sides)


def test_the_home_session_begins_and_ends_with_the_same_lean() -> None:
    first, *_, last = placed("daily-12").bouts
    assert (first.drill.drill, first.dose) == (last.drill.drill, last.dose)
    assert first.drill.drill == "wall-lean-hold"


def test_the_home_session_has_the_front_long_the_belly_standing_and_the_head() -> None:
    drills = {bout.drill.drill for bout in placed("daily-12").bouts}
    assert {"sphinx-breath", "standing-soft-belly", "head-glide"} < drills


@pytest.mark.parametrize(("name", "shortest", "longest"), [("pre-run-6", 345, 405), ("daily-12", 600, 750)])
def test_the_two_main_routines_take_the_time_a_coach_gives_them(name: str, shortest: int, longest: int) -> None:
    assert shortest <= placed(name).total / RATE <= longest


def test_the_primer_has_a_straight_calf_and_ends_running_after_three_falling_starts() -> None:
    bouts = placed("pre-run-6").bouts
    assert "gastrocnemius" in {muscle for bout in bouts for muscle in bout.drill.targets}
    assert bouts[-1].drill.drill == "fall-forward-start"
    assert [part.phase for part in bouts[-1].passage.parts] == ["set", "lean", "run"] * 3


def test_the_first_weeks_before_a_run_have_no_falling_start() -> None:
    plan: Plan = value_of(LIBRARY.plan_at(LIBRARY.plan_files["eight-weeks"]))
    before = [week.before_runs or plan.before_runs for week in plan.weeks]
    names = [each.routine if isinstance(each, Before) else each for each in before]
    assert [names[week - 1] for week in (1, 2, 3, 4)] == ["pre-run-easy", "pre-run-easy", "pre-run-6", "pre-run-easy"]
    assert max(drill.safety_class for drill in bundled_routine("pre-run-easy").drills()) < 2


@pytest.mark.parametrize("name", ["lean-lab-8", "lean-lab-10", "lean-lab-12"])
def test_a_lean_lab_can_be_done_by_ear(name: str) -> None:
    routine = bundled_routine(name)
    assert f"leanbreath render {name} -o lab.mp3" in routine.about
    assert placed(name).passages[0].passage.say == "Clear of traffic, one ear free."
    assert not any(passage.passage.kind == "wait" for passage in placed(name).passages)


def test_the_breathing_lesson_goes_from_lying_to_walking_with_time_to_notice() -> None:
    bouts = placed("breath-lesson-12").bouts
    assert [bouts[0].drill.position, bouts[-1].drill.position] == ["supine", "standing"]
    assert "walk-breath" in {bout.drill.drill for bout in bouts}
    assert sum(bout.seconds for bout in bouts if bout.drill.goal in ("awareness", "rest")) >= 180
