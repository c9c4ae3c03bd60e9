"""Tones and ticks: at each phase, in the last three seconds, at half, switch and end."""

from fractions import Fraction

import pytest
from hypothesis import given

from leanbreath.routine.model import Move, Rest, Wait
from leanbreath.score.compose import compose
from tests.score.making import NAMES, bundled_score, frame, score, sounds, step
from tests.strategies import few, routines


def test_a_hold_is_opened_halved_counted_down_and_ended():
    assert sounds(score(step("A", "hold", "30s"))) == [
        (0, "start"), (15, "half"), (27, "tick"), (28, "tick"), (29, "tick"), (30, "end"),
    ]  # fmt: skip


def test_only_work_of_twenty_seconds_or_more_has_its_half_marked():
    halves = [
        [name for _, name in sounds(score(step("A", "time", text)))].count("half") for text in ("19s", "20s", "21s")
    ]
    assert halves == [0, 1, 1]


def test_each_phase_of_a_breath_has_its_own_tone():
    assert sounds(score(step("A", "breath", "3-1-5-2 x 2"))) == [
        (0, "inhale"), (3, "hold"), (4, "exhale"), (9, "rest"),
        (11, "inhale"), (14, "hold"), (15, "exhale"), (20, "rest"), (22, "end"),
    ]  # fmt: skip


def test_each_part_of_a_rep_ticks():
    assert sounds(score(step("A", "reps", "2 @ 2-0-1"))) == [
        (0, "start"), (2, "tick"), (3, "tick"), (5, "tick"), (6, "end"),
    ]  # fmt: skip


def test_alternating_reps_sound_on_their_side():
    assert sounds(score(step("A", "reps", "4 @ 1s", sides="alternate"))) == [
        (0, "start"), (1, "right"), (2, "left"), (3, "right"), (4, "end"),
    ]  # fmt: skip


def test_steps_sound_left_and_right():
    assert sounds(score(step("A", "cadence", "60 for 4s"))) == [
        (0, "start"), (1, "right"), (2, "left"), (3, "right"), (4, "end"),
    ]  # fmt: skip


def test_a_switch_has_its_own_tone_and_a_countdown():
    heard = sounds(score(step("A", "hold", "6s", sides="each", switch="5s")))
    assert [each for each in heard if 6 <= each[0] < 11] == [(6, "switch"), (8, "tick"), (9, "tick"), (10, "tick")]


@pytest.mark.parametrize("gap", [Move("There.", Fraction(5)), Rest(Fraction(5))])
def test_a_gap_after_work_opens_with_done_and_has_a_countdown(gap):
    heard = sounds(score(step("A", "reps", "3 @ 2s"), gap, step("B", "reps", "3 @ 2s")))
    assert [each for each in heard if 6 <= each[0] <= 11] == [
        (6, "done"), (8, "tick"), (9, "tick"), (10, "tick"), (11, "start"),
    ]  # fmt: skip


def test_a_gap_of_three_seconds_has_its_tone_and_two_ticks():
    heard = sounds(score(step("A", "reps", "3 @ 2s"), Rest(Fraction(3)), step("B", "reps", "3 @ 2s")))
    assert [each for each in heard if 6 <= each[0] <= 9] == [(6, "done"), (7, "tick"), (8, "tick"), (9, "start")]


def test_work_straight_after_work_opens_with_a_step():
    heard = sounds(score(step("A", "reps", "3 @ 2s"), step("B", "reps", "3 @ 2s")))
    assert (6, "step") in heard


def test_work_after_a_wait_opens_with_a_start():
    heard = sounds(score(step("A", "reps", "3 @ 2s"), Wait("Press."), step("B", "reps", "3 @ 2s")))
    assert (6, "start") in heard and (6, "done") not in heard


@few
@given(routines())
def test_the_last_three_seconds_of_holds_free_movement_and_gaps_tick(routine):
    made = compose(routine)
    ticks = {cue.at for cue in made.cues if cue.sound == "tick"}
    for index, passage in enumerate(made.passages):
        start, end = made.passage_span(index)
        if passage.kind != "work" or passage.work.kind in ("hold", "time"):
            assert {end - frame(left) for left in (1, 2, 3) if end - frame(left) > start} <= ticks


@few
@given(routines())
def test_the_end_is_the_last_sound_and_falls_on_the_last_frame(routine):
    made = compose(routine)
    heard = [cue for cue in made.cues if cue.sound]
    assert (heard[-1].sound, heard[-1].at) == ("end", made.total)
    assert [cue.sound for cue in heard].count("end") == 1


@few
@given(routines())
def test_every_switch_and_breath_phase_sounds_on_its_first_frame(routine):
    made = compose(routine)
    heard = {cue.at: cue.sound for cue in made.cues if cue.sound}
    for segment in made.segments:
        if segment.kind == "breath":
            assert heard[segment.start] == segment.phase
        elif segment.kind == "switch":
            assert heard[segment.start] == "switch"


@pytest.mark.parametrize("name", NAMES)
def test_every_drill_of_the_bundled_routines_opens_with_a_tone(name):
    made = bundled_score(name)
    tones = {cue.at for cue in made.cues if cue.kind == "tone"}
    assert all(made.passage_span(i)[0] in tones for i, each in enumerate(made.passages) if each.kind == "work")


@pytest.mark.parametrize("name", NAMES)
def test_a_tick_is_a_tick_and_everything_else_a_tone(name):
    for cue in bundled_score(name).cues:
        if cue.sound:
            assert (cue.kind == "tick") == (cue.sound in ("tick", "left", "right"))
