"""A figure breathes with the pacer, or at its own pace if nothing paces it."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from leanbreath.figure.pose_scene import BREATH_STEPS, shot_at
from leanbreath.figure.shot_selection import DrillFigure, select_shot
from leanbreath.routine.model import Drill, DrillStep, Routine
from leanbreath.routine.pose import Frame, Movement, Pose
from leanbreath.routine.work import Breath, Cadence, Time
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import snapshot_at

STILL, FILLING = Pose(frames=(Frame(),)), Pose(frames=(Frame(belly=0.0), Frame(belly=1.0)))
WALKING = Pose(moves=Movement("cycle", Fraction(1)), frames=(Frame(), Frame(lean=9)))
BREATHING = Pose(moves=Movement("cycle", Fraction(1)), frames=(Frame(belly=1.0), Frame(lean=9)))
IN_AND_OUT = Breath.notation.parse("4-0-4-0 x 2")
STEPS = Cadence(Fraction(60), Fraction(14), breath=(3, 4))


def breath(pose: Pose, work, seconds: float) -> int | None:
    drill = Drill(title="Breathe", **{work.kind: work})
    score = compose(Routine(id="x", title="X", steps=(DrillStep(drill=drill, work=work),)))
    shot = select_shot({"1 Breathe": DrillFigure(((None, pose),))}, snapshot_at(score, round(seconds * RATE)))
    assert shot is not None
    return shot.breath


@pytest.mark.parametrize("pose", [STILL, WALKING, BREATHING])
def test_a_paced_breath_shows_in_any_pose(pose):
    assert [breath(pose, IN_AND_OUT, second) for second in (0, 2, 4, 6, 8)] == [
        0,
        BREATH_STEPS // 2,
        BREATH_STEPS,
        BREATH_STEPS // 2,
        0,
    ]


def test_a_pose_that_breathes_with_the_pacer_is_left_alone():
    assert breath(FILLING, IN_AND_OUT, 2) is None


def test_a_breath_counted_in_steps_fills_and_empties_with_them():
    assert [breath(WALKING, STEPS, second) for second in (0, 3, 7, 10)] == [0, BREATH_STEPS, 0, BREATH_STEPS]


def test_an_unpaced_breath_follows_the_steps_if_the_pose_shows_one():
    time = Time(Fraction(30))
    assert [breath(BREATHING, time, second) for second in (0, 1.5, 3.5)] == [0, BREATH_STEPS, 0]
    assert breath(WALKING, time, 1.5) is breath(STILL, time, 1.5) is None


@pytest.mark.parametrize("seconds", ["0.5s", "0.72s", "1s", "1.2s", "6s"])
def test_a_cycle_is_drawn_at_most_24_times_a_second_and_at_least_12_times_in_a_round(seconds):
    cycle = replace(WALKING, moves=Movement("cycle", Fraction(seconds[:-1])))
    shown = {shot_at(cycle, at / 1000, False, False, ()).step for at in range(1000)}
    assert 12 <= len(shown) <= max(12, 24 * Fraction(seconds[:-1]))
    assert len({later - step for step, later in pairwise(sorted(shown))}) == 1
