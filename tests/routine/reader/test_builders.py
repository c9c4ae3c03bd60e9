"""From a routine as written to what is meant: steps, defaults, sides and doses."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import Drill, Move, Repeat, Rest, Wait
from leanbreath.routine.work import Breath, Hold, Time
from tests.routine.snippets import routine_file, routine_of, step_of, value_of

DEFAULTS = "routine: x\ntitle: X\ndefaults: {ready: 5s, switch: 4s, rest: 10s, first-side: right}\nsteps:\n"
LONG = "breath: {pattern: {inhale: 4, hold: 0, exhale: 5, rest: 0}, count: 6}"


def gaps(step: str) -> tuple[Fraction, Fraction, Fraction, str | None]:
    (only,) = value_of(routine_file(f"{DEFAULTS}  - {step}\n")).steps
    return only.ready, only.switch, only.rest, only.first_side


@pytest.mark.parametrize(
    ("step", "meant"),
    [
        ('{move: "To the wall", time: 5s}', Move("To the wall", Fraction(5))),
        ("{rest: 15s}", Rest(Fraction(15))),
        ('{rest: 15s, say: "Feet."}', Rest(Fraction(15), "Feet.")),
        ('{wait: "Press space."}', Wait("Press space.")),
    ],
)
def test_a_step_without_a_drill_is_read_as_written(step: str, meant: object) -> None:
    assert step_of(step) == meant


def test_a_drill_step_without_a_dose_has_its_drills_dose() -> None:
    step = step_of("{drill: march}")
    assert (step.drill.title, step.work, step.sides, step.sets) == ("March in place", Time(Fraction(60)), "none", 1)
    assert (step.least, step.most) == (Time(Fraction(30)), Time(Fraction(180)))


def test_a_drill_step_can_change_its_drill() -> None:
    step = step_of("{drill: march, time: 90s, least: 60s, most: 2m, sets: 2, sides: each}")
    assert (step.work, step.least, step.most) == (Time(Fraction(90)), Time(Fraction(60)), Time(Fraction(120)))
    assert (step.sets, step.sides) == (2, "each")
    assert step.drill.work == Time(Fraction(60))


def test_a_step_without_options_has_the_plain_ones() -> None:
    step = step_of("{drill: march}")
    assert (step.ready, step.switch, step.rest, step.first_side) == (0, 0, 0, None)
    assert (step.optional, step.priority, step.skip, step.allow, step.because, step.note) == (
        False,
        None,
        None,
        (),
        "",
        "",
    )


def test_the_options_of_a_step_are_kept() -> None:
    step = step_of("{drill: march, optional: true, priority: 2, allow: [LB005], because: short, note: n}")
    assert (step.optional, step.priority) == (True, 2)
    assert (step.allow, step.because, step.note) == (("LB005",), "short", "n")


@pytest.mark.parametrize(
    ("step", "meant"),
    [
        ("{drill: march}", (5, 4, 10, "right")),
        ("{drill: march, ready: 0s, switch: 2s, rest: 3s, first-side: left}", (0, 2, 3, "left")),
        ("{title: A, hold: 20s}", (5, 4, 10, "right")),
        ("{title: A, hold: 20s, rest: 7s, first-side: alternate}", (5, 4, 7, "alternate")),
    ],
)
def test_defaults_apply_to_every_step_that_does_not_set_its_own(step: str, meant: object) -> None:
    assert gaps(step) == meant


@pytest.mark.parametrize(("rest", "meant"), [("", 10), (", rest: 0s", 0), (", rest: 20s", 20)])
def test_the_rest_between_rounds_comes_from_the_repeat_or_the_defaults(rest: str, meant: int) -> None:
    (step,) = value_of(routine_file(f"{DEFAULTS}  - {{repeat: 2{rest}, steps: [{{drill: march}}]}}\n")).steps
    assert (step.rounds, step.rest, len(step.steps)) == (2, meant, 1)


def test_a_repeat_can_hold_any_step_and_skip_refers_to_its_rounds() -> None:
    step = step_of("{repeat: 3, steps: [{rest: 5s}, {repeat: 2, steps: [{drill: march, skip: last}]}]}")
    rest, inner = step.steps
    assert rest == Rest(Fraction(5))
    assert isinstance(inner, Repeat)
    assert inner.steps[0].skip == "last"  # type: ignore[union-attr]


def test_a_hundred_million_rounds_exceed_a_limit() -> None:
    assert routine_of("  - {repeat: 10000, steps: [{repeat: 10000, steps: [{drill: march}]}]}\n").problems != ()


def test_an_inline_drill_becomes_a_drill_and_a_step() -> None:
    step = step_of("{title: Mine, position: standing, goal: awareness, hold: 20s, sides: each, ready: 3s}")
    assert type(step.drill) is Drill
    assert (step.drill.drill, step.drill.title, step.drill.hold) == (None, "Mine", Hold(Fraction(20)))
    assert (step.work, step.sides, step.ready) == (Hold(Fraction(20)), "each", 3)


def test_an_inline_drill_needs_no_goal_and_no_position() -> None:
    assert step_of("{title: Mine, time: 5s}").drill.goal is None


@pytest.mark.parametrize("dose", ["breath: 4-5 x 6", LONG])
def test_a_dose_in_a_step_means_the_same_in_both_forms(dose: str) -> None:
    step = step_of(f"{{drill: standing-soft-belly, {dose}}}")
    assert step.work == Breath.notation.parse("4-0-5-0 x 6")


@pytest.mark.parametrize(("cues", "number"), [("", 2), (", cues: []", 0), (", cues: [{at: end, say: Hi}]", 1)])
def test_the_cues_of_a_step_replace_those_of_its_drill(cues: str, number: int) -> None:
    assert len(step_of(f"{{drill: march{cues}}}").cues) == number


def test_a_routine_has_a_kind_and_may_be_for_tired_legs() -> None:
    routine = value_of(routine_file("routine: x\ntitle: X\nfor: post-run\ntired: true\nsteps: [{drill: march}]\n"))
    assert (routine.id, routine.title, routine.kind, routine.tired) == ("x", "X", "post-run", True)
    assert value_of(routine_of("  - {drill: march}\n")).kind == "any"


def test_a_routine_yields_each_drill_once_and_in_order() -> None:
    steps = "  - {drill: head-glide}\n  - {repeat: 2, steps: [{drill: march}, {drill: head-glide}]}\n  - {rest: 5s}\n"
    assert [drill.drill for drill in value_of(routine_of(steps)).drills()] == ["head-glide", "march"]
