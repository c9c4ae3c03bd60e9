"""A snapshot of a score: the phase and its pacer, what is left, what comes next, what was said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Drill, DrillStep, Move, Wait
from leanbreath.score.compose import compose
from leanbreath.score.snapshot import snapshot_at
from tests.score.making import frame, score, second, step
from tests.strategies import breaths, few, routines

SCORE = score(
    step("A", "breath", "4-1-6-2 x 2"),  # 0 to 26
    Move("To the wall.", Fraction(9)),  # 26 to 35
    step("B", "hold", "20s", sides="each", switch="5s", sets=2, rest="5s"),  # 35 to 80, 85 to 130
    Wait("Press space."),
    step("C", "reps", "3 @ 2s"),  # 130 to 136
)


def at(seconds: float):
    return snapshot_at(SCORE, frame(seconds))


@pytest.mark.parametrize(
    ("seconds", "level"),
    [
        (0, 0), (1, 0.1464), (2, 0.5), (3, 0.8536), (4, 1), (4.5, 1), (5, 1),
        (8, 0.5), (11, 0), (12, 0), (13, 0), (15, 0.5),
        (40, 0.25), (45, 0.5), (131, 1), (132, 0),
    ],
)  # fmt: skip
def test_the_pacer_follows_the_breath_on_an_easing_curve_and_time_on_a_line(seconds, level):
    assert at(seconds).level == pytest.approx(level, abs=1e-4)


@pytest.mark.parametrize(
    ("seconds", "phase", "phase_left", "passage_left"),
    [
        (0, "Breathe in", 4, 26), (1.5, "Breathe in", 2.5, 24.5), (4, "Hold", 1, 22), (5, "Breathe out", 6, 21),
        (12, "Pause", 1, 14), (13, "Breathe in", 4, 13), (30, "", 5, 5), (36, "Hold still", 19, 19), (131, "", 1, 5),
        (136, "", 0, 0),
    ],
)  # fmt: skip
def test_phase_and_time_left_are_those_of_the_frame(seconds, phase, phase_left, passage_left):
    snapshot = at(seconds)
    assert (snapshot.action, second(snapshot.phase_left), second(snapshot.passage_left)) == (
        phase,
        phase_left,
        passage_left,
    )


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "B, left side"), (30, "B, left side · 20 seconds"),
        (40, "B, left side"), (57, "B, left side · 20 seconds"), (65, "B, right side"),
        (82, "B, right side · 20 seconds"),
        (120, "Press space."), (131, ""),
    ],
)  # fmt: skip
def test_next_names_what_the_runner_does_next(seconds, expected):
    assert at(seconds).next == expected


@pytest.mark.parametrize(("seconds", "expected"), [(1, 2), (30, None), (40, None), (131, 3)])
def test_only_breaths_and_reps_have_a_number(seconds, expected):
    assert at(seconds).repetitions == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, ""), (26, "To the wall."), (28, "Next: B, left side. 2 sets of 20 seconds."),
        (33.1, "Next: B, left side. 2 sets of 20 seconds."), (33.3, ""), (35, ""),
        (80, "Change sides. Right."), (136, "That's it. Well done."),
    ],
)  # fmt: skip
def test_a_line_stays_on_screen_for_six_seconds(seconds, expected):
    assert at(seconds).line == expected


@pytest.mark.parametrize(("given", "expected"), [(-1, 0), (10**9, 136 * 48_000)])
def test_before_the_start_and_after_the_end_the_nearest_frame_is_shown(given, expected):
    assert snapshot_at(SCORE, given).frame == expected
    assert snapshot_at(SCORE, given) == snapshot_at(SCORE, expected)


@few
@given(routines(), st.data())
def test_every_frame_has_something_to_show_within_its_bounds(routine, data):
    made = compose(routine)
    snapshot = snapshot_at(made, data.draw(st.integers(0, made.total)))
    assert 0 <= snapshot.level <= 1
    assert 0 <= snapshot.phase_left <= snapshot.passage_left
    assert snapshot.segment in made.segments and snapshot.passage is made.passages[snapshot.segment.passage]


@few
@given(breaths, st.data())
def test_the_pacer_does_not_jump_from_breath_to_breath(work, data):
    # the steepest curve is a phase of half a second: a hundredth of a second is less than a tenth of the way
    made = score(DrillStep(drill=Drill(title="A"), work=work))
    here = data.draw(st.integers(0, made.total - 481))
    assert abs(snapshot_at(made, here).level - snapshot_at(made, here + 480).level) < 0.1


def test_a_line_for_the_ear_alone_is_not_shown():
    made = score(Move("There.", Fraction(9)), step("A", "breath", "4-0-6-0 x 2"))
    assert "Out." in [cue.say for cue in made.cues]
    assert snapshot_at(made, frame(13.5)).line not in ("In.", "Out.")
