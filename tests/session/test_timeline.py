"""The line of a session: what is played when, through count-ins, pauses, jumps and waits, as a list of events."""

import pytest

from leanbreath.routine.model import Wait
from tests.score.making import NAMES, bundled_score, frame, score, second, step
from tests.session.playing import heard, ready, states

A, B = step("A", "hold", "10s"), step("B", "breath", "4-0-6-0 x 2")
SCORE = score(A, B)
WAITING = score(A, Wait("Press."), B)
TALK = ("say",)


def test_a_count_in_leads_to_the_score():
    line = ready(SCORE).count_in(frame(1), SCORE, 0)
    assert states(line) == [(0, "preparing", 0), (1, "counting", 0), (4, "playing", 0), (34, "over", 30)]
    assert heard(line, 0, 11.5) == [(1, "tick"), (2, "tick"), (3, "tick"), (4, "start"), (11, "tick")]


def test_a_session_left_alone_sounds_as_its_score_from_the_first_tone_to_the_last():
    line = ready(SCORE).count_in(0, SCORE, 0)
    expected = [(second(cue.at) + 3, cue.sound) for cue in SCORE.cues if cue.sound]
    assert heard(line, 3, 99) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_bundled_routine_is_said_once_and_in_order(name):
    made = bundled_score(name)
    line = ready(made).count_in(0, made, 0)
    assert [text for _, text in heard(line, 3, 9999, TALK)] == [cue.say for cue in made.cues if cue.say]


def test_standing_is_silent_from_the_frame_of_the_key_on():
    line = ready(SCORE).count_in(0, SCORE, 0).stop(frame(10.5), "paused", SCORE, frame(7.5))
    assert heard(line, 0, 99) == [(0, "tick"), (1, "tick"), (2, "tick"), (3, "start"), (10, "tick")]


def test_a_jump_plays_what_lies_there_and_nothing_that_was_to_come():
    line = ready(SCORE).count_in(0, SCORE, 0).count_in(frame(5), SCORE, frame(20))
    assert heard(line, 4, 99)[:5] == [(5, "tick"), (6, "tick"), (7, "tick"), (8, "inhale"), (12, "exhale")]


def test_playing_on_in_a_longer_score_says_nothing_twice():
    longer = score(step("A", "hold", "12s"), B)
    line = ready(SCORE).count_in(0, SCORE, 0).play(frame(10), longer, frame(7))
    assert heard(line, 3, 16) == [(3, "start"), (12, "tick"), (13, "tick"), (14, "tick"), (15, "inhale")]


def test_a_wait_stops_the_line():
    line = ready(WAITING).count_in(0, WAITING, 0)
    assert states(line) == [(0, "counting", 0), (3, "playing", 0), (13, "waiting", 10)]
    assert [line.at(frame(at)).state for at in (12.9, 13, 9999)] == ["playing", "waiting", "waiting"]


def test_a_wait_that_is_over_goes_on_behind_a_count_in():
    line = (
        ready(WAITING)
        .count_in(0, WAITING, 0)
        .count_in(frame(20), WAITING, frame(10), wait=WAITING.index(frame(10)) - 1)
    )
    assert states(line)[3:] == [(20, "counting", 10), (23, "playing", 10), (43, "over", 30)]


def test_a_wait_with_a_length_goes_on_by_itself_and_counts_in_within_it():
    line = ready(WAITING, wait=frame(10)).count_in(0, WAITING, 0)
    assert states(line) == [
        (0, "counting", 0), (3, "playing", 0), (13, "waiting", 10), (20, "counting", 10), (23, "playing", 10),
        (43, "over", 30),
    ]  # fmt: skip


@pytest.mark.parametrize("wait", [None, 480_000])
def test_the_words_of_a_wait_are_said_once(wait):
    line = ready(WAITING, wait).count_in(0, WAITING, 0)
    assert [each for each in heard(line, 0, 99, TALK) if each[1] == "Press."] == [(13, "Press.")]


def test_the_first_tone_after_a_wait_is_heard_after_it_only():
    line = ready(WAITING, wait=frame(10)).count_in(0, WAITING, 0)
    assert [at for at, name in heard(line, 0, 99) if name == "inhale"] == [23, 33]


def test_two_waits_in_a_row_are_two_stops():
    twice = score(A, Wait("One."), Wait("Two."), B)
    line = ready(twice, wait=frame(4)).count_in(0, twice, 0)
    assert [each[1] for each in states(line)].count("waiting") == 2


def test_a_jump_to_the_end_is_the_end():
    line = ready(SCORE).count_in(0, SCORE, 0).count_in(frame(5), SCORE, SCORE.total)
    assert states(line)[-1] == (5, "over", 30)


def test_the_frame_of_the_score_stands_still_unless_it_is_played():
    line = ready(SCORE).count_in(frame(1), SCORE, frame(4))
    assert [second(line.at(frame(at)).score_frame_at(frame(at))) for at in (0, 1, 3.9, 4, 6, 30, 31)] == [
        0,
        4,
        4,
        4,
        6,
        30,
        30,
    ]


def test_the_next_change_is_the_next_cue_or_the_next_splice():
    line = ready(SCORE).count_in(frame(1), SCORE, 0)
    changes, at = [], 0
    while at is not None and at < frame(12.5):
        changes.append(second(at))
        at = line.next_change(at)
    # the three ticks of the count-in, the start, two ticks of the hold, and what is said 1.6 s before its end
    assert changes == [0, 1, 2, 3, 4, 11, 12, 12.4]


def test_after_the_end_nothing_changes_any_more():
    line = ready(SCORE).count_in(0, SCORE, 0)
    assert line.next_change(frame(99)) is None
