"""Every text of the session screen, in every state."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.presentation.view_model import SessionView, session_view
from leanbreath.routine.model import Move, Repeat, Rest, Wait
from leanbreath.score.compose import compose
from leanbreath.score.snapshot import snapshot_at
from tests.score.making import ALL, bundled_routine, bundled_score, read, score, step
from tests.session.playing import PLAY, begun, key, silent

SCORE = score(
    step("Belly", "breath", "4-0-6-0 x 2"),  # 0 to 20
    Move("To the wall.", Fraction(9)),  # 20 to 29
    step("Rock", "hold", "90s", sides="each", switch="5s", sets=2, rest="6s"),  # 29 to 119, 125 to 215, switch to 220
    step("March", "reps", "6 @ 1s", sides="alternate", ready="5s"),  # 406 to 411, 411 to 417
    step("Lunge", "reps", "2 @ 2-0-1"),  # 417 to 423
    Wait("Press space."),
    step("Jog", "cadence", "120 for 10s"),  # 423 to 433
)


DOSE = "1 minute 30 seconds"


def at(seconds: float) -> SessionView:
    """Return the view when so many seconds of the score have been played without a key."""
    return session_view(begun(SCORE).status(PLAY + seconds + 0.001))


@pytest.mark.parametrize(
    ("seconds", "drill", "detail", "phase", "count", "left", "next", "kind"),
    [
        (0, "Belly", "breath 1 of 2", "BREATHE IN", "4", "0:20 left", "Next: Rock, left side", "breath"),
        (5, "Belly", "breath 1 of 2", "BREATHE OUT", "5", "0:15 left", "Next: Rock, left side", "breath"),
        (13, "Belly", "breath 2 of 2", "BREATHE IN", "1", "0:07 left", "Next: Rock, left side", "breath"),
        (22, "To the wall.", "", "MOVE", "7", "0:07 left", f"Next: Rock, left side · {DOSE}", "ready"),
        (30, "Rock", "LEFT SIDE · set 1 of 2", "HOLD STILL", "89", "1:29 left", "Next: Rock, left side", "hold"),
        (60, "Rock", "LEFT SIDE · set 1 of 2", "HOLD STILL", "59", "0:59 left", "Next: Rock, left side", "hold"),
        (120, "Rest", "", "REST", "5", "0:05 left", f"Next: Rock, left side · {DOSE}", "ready"),
        (130, "Rock", "LEFT SIDE · set 2 of 2", "HOLD STILL", "85", "1:25 left", "Next: Rock, right side", "hold"),
        (216, "Rock", "RIGHT SIDE", "CHANGE SIDES", "4", "0:04 left", f"Next: Rock, right side · {DOSE}", "ready"),
        (407, "March", "", "GET READY", "4", "0:04 left", "Next: March · 6 reps", "ready"),
        (412, "March", "RIGHT SIDE · rep 2 of 6", "", "2", "0:05 left", "Next: Lunge", "rep"),
        (417, "Lunge", "rep 1 of 2", "", "2", "0:06 left", "Next: Press space.", "rep"),
        (419, "Lunge", "rep 1 of 2", "", "1", "0:04 left", "Next: Press space.", "rep"),
    ],
)
def test_while_playing_it_shows_drill_side_phase_count_and_what_comes_next(
    seconds, drill, detail, phase, count, left, next, kind
):
    shown = at(seconds)
    assert (shown.drill, shown.detail, shown.phase, shown.count) == (drill, detail, phase, count)
    assert (shown.time_left, shown.next, shown.kind) == (left, next, kind)


@pytest.mark.parametrize(("most", "left"), [(None, ""), (Fraction(90), "continues in 1:28")])
def test_a_wait_says_when_it_ends_by_itself_and_no_other_time(most, left):
    waiting = score(step("Rock", "hold", "10s"), Wait("Press space.", most), step("Jog", "hold", "10s"))
    shown = session_view(begun(waiting).status(PLAY + 12.001))
    assert (shown.phase, shown.count, shown.time_left) == ("PRESS SPACE", "", left)


def test_a_round_is_shown_before_the_set():
    made = score(Repeat(3, Fraction(5), (step("A", "reps", "2 @ 5s", sets=2),)))
    shown = [session_view(begun(made).status(PLAY + seconds + 0.001)).detail for seconds in (0, 16, 20, 42)]
    assert shown == [
        *("round 1 of 3 · set 1 of 2 · rep 1 of 2", "round 1 of 3 · set 2 of 2 · rep 2 of 2"),
        *("", "round 2 of 3 · set 2 of 2 · rep 2 of 2"),
    ]


@pytest.mark.parametrize("name", ALL)
def test_no_routine_shows_a_placeholder_in_place_of_what_is_done(name):
    """Every segment of every bundled routine, each kind of moment of a drill once."""
    made, status = bundled_score(name), begun(SCORE).status(PLAY)
    moments = {(each.drill, each.title, each.word, each.phase, each.sub_word): each.start for each in made.segments}
    views = [session_view(replace(status, score=made, snapshot=snapshot_at(made, at))) for at in moments.values()]
    words = {(view.drill, view.big_word) for view in views} | {(view.drill, view.phase) for view in views}
    assert not [(drill, word) for drill, word in words if word in ("THERE", "REP", "STEP", "GO")]
    backs = {drill for drill, word in words if word == "BACK"}
    named = {each.title for each in bundled_routine(name).drills() if "back" in str(each.words).lower()}
    assert backs <= named


WORDS = """\
routine: own
title: Own
steps:
  - {title: Clock, reps: {count: 2, phases: [{six: 2s}]}, words: {six: [six, hollow]}}
  - {title: Belly, breath: 4-6 x 2}
  - {title: Hinge, reps: 1 @ 2-0-2, words: {there: hinge}}
  - {title: March, time: 9s, words: {time: march}}
"""


@pytest.mark.parametrize(
    ("seconds", "big_word", "sub_line", "phase"),
    [
        (0, "SIX", "HOLLOW", "SIX, HOLLOW"),
        (4, "IN", "BREATHE IN", "BREATHE IN"),
        (24, "HINGE", "", "HINGE"),
        (26, "", "", ""),
        (28, "MARCH", "", "MARCH"),
    ],
)
def test_the_big_word_names_what_is_done_and_a_line_below_it_says_more(seconds, big_word, sub_line, phase):
    shown = session_view(begun(compose(read(WORDS))).status(PLAY + seconds + 0.001))
    assert (shown.big_word, shown.sub_line, shown.phase) == (big_word, sub_line, phase)


def test_a_step_of_a_cadence_shows_its_number_and_its_side():
    session = begun(SCORE, start=424 * 48_000)
    shown = session_view(session.status(PLAY + 0.001))
    assert (shown.drill, shown.detail, shown.phase, shown.count) == ("Jog", "LEFT SIDE · step 3", "", "3")
    assert (shown.next, shown.side, shown.kind) == ("Next: the end", "left", "beat")


@pytest.mark.parametrize(
    ("now", "phase", "count", "kind", "said"),
    [
        (0.5, "GET READY", "", "ready", "Get ready. Belly."),
        (2.5, "GET READY", "3", "ready", "Get ready. Belly."),
        (3.5, "GET READY", "2", "ready", "Get ready. Belly."),
        (4.9, "GET READY", "1", "ready", "Get ready. Belly."),
        (5.5, "BREATHE IN", "4", "breath", "Belly. 2 breaths."),
    ],
)
def test_a_count_in_counts_its_last_three_seconds(now, phase, count, kind, said):
    shown = session_view(begun(SCORE).status(now))
    assert (shown.phase, shown.count, shown.kind, shown.instruction) == (phase, count, kind, said)
    assert (shown.drill, shown.clock[:4]) == ("Belly", "0:00")


def test_before_the_sound_is_ready_it_shows_get_ready_and_no_number():
    shown = session_view(silent(SCORE).status(1))
    assert (shown.phase, shown.count, shown.clock, shown.progress) == ("GET READY", "", "0:00 / 7:13", 0)


def test_a_pause_shows_where_the_session_stands_and_no_number():
    session = begun(SCORE)
    session.move("pause", key(5))
    shown = session_view(session.status(999))
    assert (shown.phase, shown.count, shown.drill, shown.time_left) == ("PAUSED", "", "Belly", "0:15 left")
    assert shown.clock == "0:05 / 7:13"


def test_a_wait_shows_which_key_to_press_and_what_comes_next():
    session = begun(SCORE, start=417 * 48_000)
    shown = session_view(session.status(PLAY + 7))
    assert (shown.phase, shown.count, shown.drill) == ("PRESS SPACE", "", "Press space.")
    assert shown.next == "Next: Jog · 10 seconds, 120 steps a minute"


def test_the_end_shows_that_everything_is_done():
    session = begun(SCORE, start=424 * 48_000)
    shown = session_view(session.status(PLAY + 10))
    assert (shown.phase, shown.count, shown.time_left, shown.next) == ("DONE", "", "", "Next: the end")
    assert (shown.clock, shown.progress) == ("7:13 / 7:13", 1)
    assert shown.instruction == "That's it. Well done."


@pytest.mark.parametrize("seconds", [0, 5, 22, 30, 120, 216, 407])
def test_progress_is_the_share_of_the_clock_and_the_pacer_stays_within_bounds(seconds):
    shown = at(seconds)
    assert shown.progress == pytest.approx(seconds / 433, abs=1e-4)
    assert 0 <= shown.level <= 1


def with_setup(title: str, kind: str, text: str, **more):
    made = step(title, kind, text, **more)
    return replace(made, drill=replace(made.drill, setup=(f"How to {title.lower()}.", "And more.")))


READY = score(
    with_setup("Rock", "hold", "30s"),  # 0 to 30
    Rest(Fraction(20), "Notice your feet."),  # 30 to 50
    with_setup("Lean", "hold", "30s", sides="each", switch="5s"),  # 50 to 80, switch to 85
)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (PLAY - 1, "How to rock."),
        (PLAY + 1, "Rock. 30 seconds."),
        # in a rest its own words are read first
        (PLAY + 31, "Notice your feet."),
        (PLAY + 37, "How to lean."),
        (PLAY + 45, "How to lean."),
        (PLAY + 82, "How to lean."),
    ],
)
def test_before_work_it_shows_how_to_set_up(now, said):
    assert session_view(begun(READY).status(now)).instruction == said
