"""What keys do to a session: where it continues, what is counted in, and what it shows meanwhile."""

import pytest

from leanbreath.score.score import RATE
from tests.score.making import frame, score, second, step
from tests.session.playing import PLAY, Device, begun, heard, key, silent

SCORE = score(
    step("Rock", "reps", "5 @ 2s", sides="each", switch="4s"),  # 0 to 10, 14 to 24
    step("Belly", "breath", "4-0-6-0 x 3", ready="5s"),  # 29 to 59
    step("Still", "hold", "20s"),  # 59 to 79
)


def place(session, now: float) -> float:
    """Return the second of the score at which a session stands."""
    return round(second(session.status(now).snapshot.frame), 2)


def test_a_session_begins_with_five_seconds_of_count_in():
    session = begun(SCORE)
    assert [session.status(at).count_in_seconds for at in (0.03, 1.03, 2.03, 3.03, 4.03, 5.01, 5.03)] == [
        5,
        4,
        3,
        2,
        1,
        1,
        0,
    ]
    assert heard(session.timeline, 0, 6) == [(2.02, "tick"), (3.02, "tick"), (4.02, "tick"), (5.02, "start")]


def test_a_session_can_begin_at_a_step():
    session = begun(SCORE, start=frame(29))
    assert (place(session, 3), place(session, 7.02)) == (29, 31)
    assert [session.status(at).line for at in (1, 1.2)] == ["Let's go.", "Belly. 3 breaths."]


@pytest.mark.parametrize(
    ("at", "expected"),
    [(3, 2), (9, 8), (12, 12), (30, 29), (48, 39), (62, 62)],
)
def test_after_a_pause_a_rep_or_breath_starts_again_and_anything_else_continues(at, expected):
    session = begun(SCORE)
    session.move("pause", key(at))
    assert place(session, 200) == at
    session.move("resume", 200)
    assert place(session, 201) == expected
    assert [session.status(200.03 + later).count_in_seconds for later in (0, 1, 2, 2.9)] == [3, 2, 1, 1]
    assert place(session, 203.02) == expected
    assert place(session, 204.02) == expected + 1


def test_a_re_entry_ticks_three_two_one_and_then_plays_on():
    session = begun(SCORE)
    session.move("pause", key(30))
    session.move("resume", 100)
    assert heard(session.timeline, 99, 108) == [
        (100.02, "tick"), (101.02, "tick"), (102.02, "tick"), (103.02, "inhale"), (107.02, "exhale"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("move", "at", "expected", "seconds"),
    [
        ("next", 3, 29, 4), ("next", 26, 29, 4), ("next", 40, 59, 4),
        ("back", 20, 0, 10), ("back", 40, 29, 4), ("back", 60, 29, 4),
    ],
)  # fmt: skip
def test_a_jump_counts_in_to_its_destination(move, at, expected, seconds):
    session = begun(SCORE)
    assert session.move(move, key(at))
    assert place(session, PLAY + at + 1) == expected
    assert session.status(PLAY + at + 1).state == "counting"
    assert place(session, PLAY + at + seconds + 1) == expected + 1


def test_next_after_the_last_step_is_the_end():
    session = begun(SCORE)
    session.move("next", key(70))
    assert session.status(PLAY + 70.1).state == "over"
    assert place(session, 200) == 79


def test_jumps_while_paused_stay_paused_until_they_reach_the_end():
    session = begun(SCORE)
    session.move("pause", 6)
    for now, state, expected in ((7, "paused", 29), (8, "paused", 59), (9, "over", 79)):
        session.move("next", now)
        assert (session.status(now + 0.1).state, place(session, now + 0.1)) == (state, expected)


def test_two_keys_at_the_same_frame_both_work():
    session = begun(SCORE)
    assert session.move("next", 6) and session.move("next", 6)
    assert place(session, 7) == 59


def test_ten_seconds_more_continue_without_a_break():
    session = begun(SCORE)
    session.move("longer", key(3))
    assert [session.status(PLAY + at).state for at in (2.9, 3.1)] == ["playing", "playing"]
    assert place(session, PLAY + 9) == 9
    assert session.status(PLAY + 15).snapshot.segment.rep == 8
    assert session.status(PLAY + 15).snapshot.total == frame(99)


@pytest.mark.parametrize("moves", [("longer",), ("pause", "longer", "resume")])
def test_ten_seconds_more_can_be_added_during_the_count_in(moves):
    session = begun(SCORE)
    for number, move in enumerate(moves):
        assert session.move(move, 3 + number)
    assert session.status(3.5 + len(moves)).snapshot.total == frame(99)
    assert (session.status(20).state, session.status(20).snapshot.segment.title) == ("playing", "Rock")


def test_a_key_changes_no_frame_that_a_device_already_has():
    device = Device(SCORE)
    device.take(RATE)
    device.press("begin")
    assert [each.at for each in device.timeline.splices][1] >= device.clock.delivered


def test_a_move_returns_whether_it_was_made():
    session = silent(SCORE)
    assert not session.move("resume", 0) and session.move("begin", 0) and not session.move("begin", 1)


def test_leaving_ends_the_session_where_it_is():
    session = begun(SCORE)
    session.move("leave", key(8))
    assert (session.status(100).state, place(session, 100)) == ("over", 8)
