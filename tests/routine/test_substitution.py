"""Drills in the place of others: doses, sides and gaps of what comes out."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Drill, DrillStep, Routine
from leanbreath.routine.substitution import with_substitutions
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from tests.routine.snippets import drill_with, step_of_drill, value_of
from tests.score.making import NAMES, timed_routine

LIBRARY = Library((bundled_folder("drills"),))


def drill(name: str) -> Drill:
    return value_of(LIBRARY.drill(name))


def steps(name: str, **drills: str) -> list[DrillStep]:
    chosen = {old.replace("_", "-"): drill(new) for old, new in drills.items()}
    routine = timed_routine(name) if name in NAMES else value_of(LIBRARY.routine(name))
    done = with_substitutions(routine, chosen)
    return [step for step in done.steps if isinstance(step, DrillStep)]


def test_the_tucked_version_keeps_the_dose_and_the_length() -> None:
    done = steps("daily-12", half_kneel_breath="half-kneel-breath-tuck")
    (tucked,) = [step for step in done if step.drill.drill == "half-kneel-breath-tuck"]
    assert tucked.work.text() == "4-0-6-0 x 5" and tucked.switch == 10
    assert "Keep the tuck, ribs soft." in [cue.say for cue in tucked.cues]


def test_a_routine_keeps_its_length_if_the_dose_stays() -> None:
    routine = timed_routine("daily-12")
    other = with_substitutions(routine, {"half-kneel-breath": drill("half-kneel-breath-tuck")})
    assert compose(other).total == compose(routine).total == 694 * RATE


def test_a_dose_of_another_kind_becomes_that_of_the_new_drill() -> None:
    (standing,) = [
        step
        for step in steps("daily-two-sets", half_kneel_hip_flexor="standing-hip-flexor-breath")
        if step.drill.drill == "standing-hip-flexor-breath"
    ]
    assert (standing.work.text(), standing.sets, standing.sides) == ("4-0-5-0 x 4", 1, "each")


def test_a_drill_with_sides_gets_time_to_change_sides() -> None:
    (step,) = [
        step for step in steps("pre-run-6", head_glide="seated-rotation") if step.drill.drill == "seated-rotation"
    ]
    assert (step.sides, step.switch) == ("each", Fraction(4))  # the routine's own default
    (step,) = [step for step in steps("focus-head", gaze_far="open-book") if step.drill.drill == "open-book"][:1]
    assert (step.sides, step.switch) == ("each", Fraction(5))


def test_drills_in_rounds_are_replaced_too() -> None:
    routine = with_substitutions(
        value_of(LIBRARY.routine("lean-lab-10")), {"lean-ladder-jog": drill("micro-ankle-lean")}
    )
    assert "lean-ladder-jog" not in {each.drill for each in routine.drills()}


@given(st.sampled_from(sorted(LIBRARY.drill_files)), st.sampled_from(sorted(LIBRARY.drill_files)))
def test_any_drill_can_replace_any_other(old: str, new: str) -> None:
    for name in ("daily-12", "pre-run-8"):
        routine = timed_routine(name)
        done = with_substitutions(routine, {old: drill(new)})
        names = [each.drill for each in routine.drills()]
        assert {each.drill for each in done.drills()} == {new if each == old else each for each in names}
        assert compose(done).total > 0


def test_reps_are_done_in_the_parts_of_the_new_drill() -> None:
    glide, tilt = (value_of(drill_with(f"reps: {reps}\n")) for reps in ("6 @ 1-1-2", "4 @ 3-0-1"))
    step = step_of_drill(glide, "{drill: x, reps: 5 @ 2s, sets: [5, 3]}")
    (other,) = with_substitutions(Routine(id="y", title="Y", steps=(step,)), {"x": tilt}).steps
    assert isinstance(other, DrillStep)
    assert [work.text() for work in other.set_works] == ["5 @ 1.5-0-0.5", "3 @ 1.5-0-0.5"]
