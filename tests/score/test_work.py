"""Each kind of work in time: its phases, reps and steps, and the pacer's level."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.work import Cadence
from leanbreath.score.kinds import SEGMENTS
from tests.score.making import score, second, step
from tests.strategies import cadences, few


def level(kind, phase, progress) -> float:
    return SEGMENTS[kind].level(phase, progress)


def laid(kind, text, **more) -> list[tuple[float, float, str | None, int | None]]:
    segments = score(step("A", kind, text, **more)).segments
    return [(second(each.start), second(each.end), each.phase, each.rep) for each in segments]


def test_a_breath_has_the_phases_that_take_time():
    assert laid("breath", "4-0-6-2 x 2") == [
        (0, 4, "inhale", 1), (4, 10, "exhale", 1), (10, 12, "rest", 1),
        (12, 16, "inhale", 2), (16, 22, "exhale", 2), (22, 24, "rest", 2),
    ]  # fmt: skip


def test_a_ramp_plays_both_its_ends_and_even_steps_between():
    inhales = [each[1] - each[0] for each in laid("breath", "3-0-4-0 to 4-0-6-0 x 3") if each[2] == "inhale"]
    exhales = [each[1] - each[0] for each in laid("breath", "3-0-4-0 to 4-0-6-0 x 3") if each[2] == "exhale"]
    assert (inhales, exhales) == ([3, 3.5, 4], [4, 5, 6])


def test_a_ramp_of_thirds_ends_at_its_exact_sum():
    # four breaths of 7, 8, 9 and 10 seconds: 34 seconds, though each phase of the middle two is a third of a second off
    assert laid("breath", "3-0-4-0 to 4-0-6-0 x 4")[-1][1] == 34


@pytest.mark.parametrize(
    ("text", "number", "seconds"),
    [
        ("4-0-6-2 for 2m", 10, 120),
        ("4-0-6-0 for 24s", 2, 20),
        ("4-0-6-0 for 25s", 3, 30),
        ("4-0-6-0 for 1s", 1, 10),
        ("3-0-4-0 to 4-0-6-0 for 34s", 4, 34),
        ("3-0-4-0 to 4-0-6-0 for 25s", 3, 25.5),
    ],
)
def test_a_length_of_breaths_is_the_nearest_whole_number_of_them(text, number, seconds):
    segments = laid("breath", text)
    assert (segments[-1][3], segments[-1][1]) == (number, seconds)


def test_reps_of_one_length_have_no_phases():
    assert laid("reps", "3 @ 2s") == [(0, 2, None, 1), (2, 4, None, 2), (4, 6, None, 3)]


def test_reps_go_there_hold_and_come_back():
    assert laid("reps", "1 @ 2-1-3") == [(0, 2, "there", 1), (2, 3, "hold", 1), (3, 6, "back", 1)]


def test_reps_without_a_hold_have_two_phases():
    assert [each[2] for each in laid("reps", "2 @ 2-0-1")] == ["there", "back"] * 2


def test_a_cadence_has_one_segment_a_step_and_feet_in_turn():
    segments = score(step("A", "cadence", "120 for 3s")).segments
    assert [(second(each.start), each.side, each.rep) for each in segments] == [
        (0, "left", 1), (0.5, "right", 2), (1, "left", 3), (1.5, "right", 4), (2, "left", 5), (2.5, "right", 6),
    ]  # fmt: skip


@few
@given(cadences)
def test_each_step_of_a_cadence_begins_when_the_rate_has_added_up_to_it(drawn):
    for stage in drawn.stages:
        change = ((stage.to or stage.rate) - stage.rate) / stage.for_
        for count, begin in enumerate(stage.starts):
            steps = (stage.rate * begin + change * begin**2 / 2) / 60
            assert abs(steps - count) < Fraction(1, 10**9)
        whole = (stage.rate + (stage.to or stage.rate)) / 2 * stage.for_ / 60
        assert len(stage.starts) - 1 < whole <= len(stage.starts)


def test_a_cadence_can_count_its_breaths_in_steps():
    breathing = Cadence(Fraction(60), Fraction(7), breath=(2, 3))
    segments = score(DrillStep(drill=Drill(title="A"), work=breathing)).segments
    assert [each.phase for each in segments] == ["inhale"] * 2 + ["exhale"] * 3 + ["inhale"] * 2


@pytest.mark.parametrize(("kind", "expected"), [("hold", "hold"), ("time", "time")])
def test_a_hold_and_free_movement_are_one_segment(kind, expected):
    segments = score(step("A", kind, "1m30s")).segments
    assert [(each.kind, second(each.end)) for each in segments] == [(expected, 90)]


@pytest.mark.parametrize(
    ("kind", "phase", "ends"),
    [
        ("breath", "inhale", (0, 1)), ("breath", "hold", (1, 1)),
        ("breath", "exhale", (1, 0)), ("breath", "rest", (0, 0)),
        ("rep", "there", (0, 1)), ("rep", "hold", (1, 1)), ("rep", "back", (1, 0)),
        ("rep", None, (0, 0)), ("rep", "jog", (0, 1)), ("beat", None, (0, 0)),
        ("hold", None, (0, 1)), ("time", None, (0, 1)), ("move", None, (0, 1)),
    ],
)  # fmt: skip
def test_the_pacer_moves_between_phases_without_a_jump(kind, phase, ends):
    assert (level(kind, phase, 0.0), level(kind, phase, 1.0)) == pytest.approx(ends, abs=1e-9)


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_pacer_only_rises_during_an_inhale_and_only_falls_during_an_exhale(one, two):
    low, high = sorted((one, two))
    assert level("breath", "inhale", low) <= level("breath", "inhale", high)
    assert level("breath", "exhale", low) >= level("breath", "exhale", high)


@pytest.mark.parametrize("kind", ["rep", "beat"])
def test_a_rep_and_a_step_are_highest_half_way(kind):
    assert level(kind, None, 0.5) == pytest.approx(1)
    assert level(kind, None, 0.25) == pytest.approx(level(kind, None, 0.75))
