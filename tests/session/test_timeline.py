"""The timeline of a session: what is played when, through count-ins, pauses, jumps and waits."""

import pytest

from leanbreath.routine.model import Wait
from tests.score.making import NAMES, frame, score, second, step, timed_score
from tests.session.playing import heard, ready, states

A, B = step("A", "hold", "10s"), step("B", "breath", "4-0-6-0 x 2")
SCORE = score(A, B)
WAITING = score(A, Wait("Press."), B)
TALK = ("say",)


def test_a_count_in_leads_to_the_score():
    timeline = ready(SCORE).count_in(frame(1), SCORE, 0)
    assert states(timeline) == [(0, "preparing", 0), (1, "counting", 0), (4, "playing", 0), (34, "over", 30)]
    assert heard(timeline, 0, 11.5) == [(1, "tick"), (2, "tick"), (3, "tick"), (4, "start"), (11, "tick")]


def test_a_session_without_a_key_plays_every_tone_of_its_score():
    timeline = ready(SCORE).count_in(0, SCORE, 0)
    expected = [(second(cue.at) + 3, cue.sound) for cue in SCORE.cues if cue.sound]
    assert heard(timeline, 3, 99) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_routine_is_said_once_in_order(name):
    made = timed_score(name)
    timeline = ready(made).count_in(0, made, 0)
    assert [text for _, text in heard(timeline, 3, 9999, TALK)] == [cue.say for cue in made.cues if cue.say]


def test_a_pause_is_silent_from_the_frame_of_the_key():
    timeline = ready(SCORE).count_in(0, SCORE, 0).stop(frame(10.5), "paused", SCORE, frame(7.5))
    assert heard(timeline, 0, 99) == [(0, "tick"), (1, "tick"), (2, "tick"), (3, "start"), (10, "tick")]


def test_a_jump_plays_its_destination_and_nothing_in_between():
    timeline = ready(SCORE).count_in(0, SCORE, 0).count_in(frame(5), SCORE, frame(20))
    assert heard(timeline, 4, 99)[:5] == [(5, "tick"), (6, "tick"), (7, "tick"), (8, "inhale"), (12, "exhale")]


def test_continuing_in_a_longer_score_repeats_no_cue():
    longer = score(step("A", "hold", "12s"), B)
    timeline = ready(SCORE).count_in(0, SCORE, 0).play(frame(10), longer, frame(7))
    assert heard(timeline, 3, 16) == [(3, "start"), (12, "tick"), (13, "tick"), (14, "tick"), (15, "inhale")]


def test_a_wait_stops_the_timeline():
    timeline = ready(WAITING).count_in(0, WAITING, 0)
    assert states(timeline) == [(0, "counting", 0), (3, "playing", 0), (13, "waiting", 10)]
    assert [timeline.at(frame(at)).state for at in (12.9, 13, 9999)] == ["playing", "waiting", "waiting"]


def test_after_a_wait_the_timeline_counts_in():
    timeline = (
        ready(WAITING)
        .count_in(0, WAITING, 0)
        .count_in(frame(20), WAITING, frame(10), wait=WAITING.index(frame(10)) - 1)
    )
    assert states(timeline)[3:] == [(20, "counting", 10), (23, "playing", 10), (43, "over", 30)]


def test_a_wait_with_a_length_ends_by_itself_and_includes_its_count_in():
    timeline = ready(WAITING, wait=frame(10)).count_in(0, WAITING, 0)
    assert states(timeline) == [
        (0, "counting", 0), (3, "playing", 0), (13, "waiting", 10), (19, "counting", 10), (23, "playing", 10),
        (43, "over", 30),
    ]  # fmt: skip


@pytest.mark.parametrize("wait", [None, 480_000])
def test_the_line_of_a_wait_is_said_once(wait):
    timeline = ready(WAITING, wait).count_in(0, WAITING, 0)
    assert [each for each in heard(timeline, 0, 99, TALK) if each[1] == "Press."] == [(13, "Press.")]


def test_the_first_tone_after_a_wait_comes_only_after_it():
    timeline = ready(WAITING, wait=frame(10)).count_in(0, WAITING, 0)
    assert [at for at, name in heard(timeline, 0, 99) if name == "inhale"] == [23, 33]


def test_two_waits_in_a_row_are_two_stops():
    twice = score(A, Wait("One."), Wait("Two."), B)
    timeline = ready(twice, wait=frame(4)).count_in(0, twice, 0)
    assert [each[1] for each in states(timeline)].count("waiting") == 2


def test_a_jump_to_the_end_is_the_end():
    timeline = ready(SCORE).count_in(0, SCORE, 0).count_in(frame(5), SCORE, SCORE.total)
    assert states(timeline)[-1] == (5, "over", 30)


def test_the_score_frame_stands_still_unless_the_score_plays():
    timeline = ready(SCORE).count_in(frame(1), SCORE, frame(4))
    assert [second(timeline.at(frame(at)).score_frame_at(frame(at))) for at in (0, 1, 3.9, 4, 6, 30, 31)] == [
        0,
        4,
        4,
        4,
        6,
        30,
        30,
    ]


def test_the_next_change_is_the_next_cue_or_the_next_splice():
    timeline = ready(SCORE).count_in(frame(1), SCORE, 0)
    changes, at = [], 0
    while at is not None and at < frame(12.5):
        changes.append(second(at))
        at = timeline.next_change(at)
    # the words of the count-in at 1 and 2.1 s and its ticks, the start, two ticks of the hold, and what is said at last
    assert changes == [0, 1, 2, 2.1, 3, 4, 11, 11.8, 12]


def test_nothing_changes_after_the_end():
    timeline = ready(SCORE).count_in(0, SCORE, 0)
    assert timeline.next_change(frame(99)) is None
