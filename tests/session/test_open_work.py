"""Open work in a session: it lasts until space or its most, and what was held is what counts."""

from fractions import Fraction

import pytest

from leanbreath.presentation.end_card import end_card
from leanbreath.presentation.view_model import session_view
from leanbreath.routine.model import Rest, Wait
from leanbreath.score.score import RATE
from leanbreath.session.progress import played, progress
from tests.score.making import frame, read, score, second, step
from tests.session.playing import PLAY, begun, heard, key, states


def steps(text: str):
    return score(*read(f"routine: own\ntitle: Own\nsteps:\n{text}").steps)


HELD = steps("""
  - {title: Plank, hold: max, expect: 20s, most: 60s}
  - {rest: 10s}
  - {title: March, hold: 30s}
""")
STRAIGHT = steps("""
  - {title: Plank, hold: max, expect: 20s, most: 60s}
  - {title: March, hold: 30s}
""")


def finished(made, seconds: float):
    """Return a session in which space ends the first work after so many seconds."""
    session = begun(made)
    assert session.move("finish", key(seconds))
    return session


def kinds(session, *seconds: float) -> list[str]:
    return [session.status(PLAY + each).state for each in seconds]


def test_open_work_lasts_until_the_runner_ends_it():
    session = finished(HELD, 38)
    assert kinds(session, 0.1, 19, 37.9, 38.1) == ["open", "open", "open", "playing"]
    assert session.status(PLAY + 38.1).snapshot.passage.title == "Rest"


def test_into_a_gap_the_change_continues_without_a_count_in():
    timeline = finished(HELD, 38).timeline
    assert [state for _, state, _ in states(timeline)] == ["preparing", "counting", "open", "playing", "over"]
    assert heard(timeline, PLAY + 37, PLAY + 39) == [(round(PLAY + 38, 4), "done")]


def test_straight_into_work_there_is_a_count_in():
    session = finished(STRAIGHT, 38)
    # "Let's go." and a pause take 1.1 s, "March." and its dose at most 1.9 s, and a second is left
    assert kinds(session, 38.1, 41.9, 42.1) == ["counting", "counting", "playing"]
    assert [session.status(PLAY + 38 + at).line for at in (0.1, 1.2)] == ["Let's go.", "March. 30 seconds."]


def test_it_ends_by_itself_at_its_most():
    assert kinds(begun(HELD), 59.9, 60.1, 69.9, 70.1) == ["open", "playing", "playing", "playing"]
    assert kinds(begun(STRAIGHT), 59.9, 60.1, 64.1) == ["open", "counting", "playing"]


@pytest.mark.parametrize(
    ("after", "state"), [((), "over"), ((Wait("Press."),), "waiting"), ((step("B", "hold", "max"),), "counting")]
)
def test_what_follows_is_reached_at_once(after, state):
    session = finished(score(step("A", "hold", "max"), *after), 5)
    assert kinds(session, 5.1) == [state]


def test_without_a_keyboard_it_lasts_as_long_as_expected():
    session = begun(HELD, frame(10))
    assert kinds(session, 0.1, 19, 21) == ["playing", "playing", "playing"]
    assert session.status(PLAY + 21).snapshot.passage.title == "Rest"


def test_the_seconds_count_up_and_the_clock_stands_at_what_is_expected():
    session = begun(HELD)
    shown = [session_view(session.status(PLAY + at + 0.001)) for at in (0, 7, 19, 45)]
    assert [view.count for view in shown] == ["0", "7", "19", "45"]
    assert [view.clock.split(" / ")[0] for view in shown] == ["0:00", "0:07", "0:19", "0:19"]
    assert shown[1].clock.endswith("about 1:00") and shown[1].time_left == "1:00 at most"
    assert [view.instruction for view in shown] == [
        "Press space when you're done.",
        "Space: done · p: pause",
        "Space: done · p: pause",
        "Space: done · p: pause",
    ]


def test_reps_at_a_pace_of_ones_own_show_how_many():
    session = begun(steps("  - {title: Squats, reps: 10}\n"))
    assert session_view(session.status(PLAY + 3)).detail == "10 reps"


def test_a_pause_keeps_what_was_held_and_the_count_goes_on_from_there():
    session = begun(HELD)
    assert session.move("pause", key(15))
    assert kinds(session, 16, 100) == ["paused", "paused"]
    session.move("resume", key(100))
    assert kinds(session, 100.1, 103.1) == ["counting", "open"]
    assert session_view(session.status(PLAY + 105.1)).count == "17"
    assert kinds(session, 103 + 44.9, 103 + 45.1) == ["open", "playing"]  # 15 s and 45 s make the minute


def test_ten_seconds_more_raise_the_most_and_nothing_else():
    session = begun(HELD)
    assert session.move("longer", key(15))
    status = session.status(PLAY + 16)
    assert (status.state, second(status.most), second(status.score.total)) == ("open", 70, 60)
    assert session_view(status).count == "16"
    assert kinds(session, 69.9, 70.1) == ["open", "playing"]


def test_ten_seconds_more_cut_no_word_and_say_none_twice():
    session = begun(HELD)
    session.move("longer", key(1))
    lines = [text for _, text in heard(session.timeline, PLAY, PLAY + 70, ("say",))]
    assert lines == ["Press space when you're done.", "30 seconds."]


def test_both_sides_and_every_set_are_open_of_their_own():
    sided = steps("  - {title: P, hold: max, most: 60s, sides: each, switch: 5s, sets: 2, rest: 5s}\n")
    session = begun(sided)
    late = 3  # "P, left side. 2 sets, each as long as you can." takes the count-in longer than five seconds
    for at in (10, 10 + 5 + 20, 10 + 5 + 20 + 5 + 30):
        assert session.move("finish", key(late + at)), at
    done = progress(session.timeline, round((PLAY + 200) * RATE))
    assert [(row.side, round(second(row.done)), row.ended_by) for row in done] == [
        ("left", 10, "runner"), ("left", 20, "runner"), ("right", 30, "runner"), ("right", 60, "most"),
    ]  # fmt: skip


@pytest.mark.parametrize("move", ["next", "switch", "back", "repeat"])
def test_other_moves_lead_where_they_always_do(move):
    made = steps("  - {title: Plank, hold: max, sides: each, switch: 5s}\n  - {title: March, hold: 30s}\n")
    session = begun(made)
    session.move(move, key(20))
    status = session.status(PLAY + 20.1)
    expected = {"next": "March", "switch": "Plank", "back": "Plank", "repeat": "Plank"}[move]
    assert (status.state, status.snapshot.passage.title) == ("counting", expected)
    assert status.snapshot.passage.kind == ("switch" if move == "switch" else "work")
    assert second(status.snapshot.frame) == {"next": 185, "switch": 90, "back": 0, "repeat": 0}[move]


def test_a_session_that_is_resumed_within_open_work_begins_it_again():
    session = begun(HELD, start=frame(12))
    assert session_view(session.status(PLAY + 1.1)).count == "1"


def test_the_diary_learns_what_was_held_and_who_ended_it():
    reps = steps("  - {title: Squats, reps: 10, expect: 20s, most: 40s}\n  - {rest: 5s}\n")
    # eight words and two pauses take the count-in a second longer than five
    for session, at, done, ended_by, count in [
        (finished(reps, 13), 16, 12, "runner", 10),
        (finished(reps, 34), 36, 33, "runner", 10),
        (begun(reps), 46, 40, "most", None),
        (begun(reps), 9, 8, None, None),
    ]:
        (row,) = progress(session.timeline, round((PLAY + at) * RATE))
        assert (round(second(row.done), 2), row.ended_by, row.reps) == (done, ended_by, count)
        assert second(row.planned) == 20


def test_what_was_held_counts_as_played_however_long_it_was_expected():
    session = finished(HELD, 38)
    assert round(second(played(session.timeline, round((PLAY + 48) * RATE))), 1) == 48


@pytest.mark.parametrize(
    ("text", "at", "line"),
    [
        ("{title: Plank, hold: max, expect: 45s}", 38, "  Plank: 0:38"),
        ("{title: Squats, reps: 10}", 32, "  Squats: 10 reps in 0:31"),
        ("{title: Shake, time: open}", 31, "  Shake: 0:31"),
        ("{title: Plank, hold: max, most: 20s}", None, "  Plank: 0:20 (the limit)"),
    ],
)
def test_the_end_card_says_how_long_open_work_was_done(text, at, line):
    made = steps(f"  - {text}\n")
    session = begun(made) if at is None else finished(made, at)
    assert line in end_card(session.result(PLAY + 200)).lines


def test_a_rest_after_open_work_has_its_full_length():
    session = finished(score(step("A", "hold", "max"), Rest(Fraction(9)), step("B", "hold", "9s")), 5)
    assert [round(at - PLAY, 2) for at, state, _ in states(session.timeline) if state in ("playing", "over")] == [5, 23]


@pytest.mark.parametrize("following", ['{wait: "Walk back, then press space."}', "{rest: 10s, say: Let go.}"])
def test_past_its_expected_length_open_work_still_says_how_it_ends(following: str):
    session = begun(
        steps(f"""
  - {{title: Plank, hold: max, expect: 20s, most: 60s}}
  - {following}
  - {{title: March, hold: 30s}}
""")
    )
    assert {session.status(PLAY + each).line for each in (19.9, 20, 25, 40)} == {""}


def test_what_hurt_has_no_count_of_reps():
    session = begun(
        steps("""
  - {title: Calf raise, reps: 6, expect: 20s}
  - {rest: 10s}
  - {title: March, hold: 30s}
""")
    )
    assert session.move("hurts", key(8))
    (hurt, *_) = session.progress(PLAY + 9)
    assert (hurt.title, hurt.hurt, hurt.reps) == ("Calf raise", True, None)
