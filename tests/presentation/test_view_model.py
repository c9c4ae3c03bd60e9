"""Every text of the session screen, in every state."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

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
    ("seconds", "drill", "detail", "phase", "number", "left", "next", "shape"),
    [
        (0, "Belly", "breath 1 of 2", "BREATHE IN", "4", "0:20 left", "Next: Rock, left side", "disc"),
        (5, "Belly", "breath 1 of 2", "BREATHE OUT", "5", "0:15 left", "Next: Rock, left side", "disc"),
        (13, "Belly", "breath 2 of 2", "BREATHE IN", "1", "0:07 left", "Next: Rock, left side", "disc"),
        (22, "To the wall.", "", "MOVE", "7", "", f"Next: Rock, left side · {DOSE}", "ring"),
        (30, "Rock", "LEFT SIDE · set 1 of 2", "HOLD STILL", "89", "", "Next: Rock, left side", "ring"),
        (60, "Rock", "LEFT SIDE · set 1 of 2", "HOLD STILL", "59", "", "Next: Rock, left side", "ring"),
        (120, "Rest", "", "REST", "5", "", f"Next: Rock, left side · {DOSE}", "ring"),
        (130, "Rock", "LEFT SIDE · set 2 of 2", "HOLD STILL", "85", "", "Next: Rock, right side", "ring"),
        (216, "Rock", "RIGHT SIDE", "CHANGE SIDES", "4", "", f"Next: Rock, right side · {DOSE}", "ring"),
        (407, "March", "", "GET READY", "4", "", "Next: March · 6 reps", "ring"),
        (412, "March", "", "", "2/6", "0:05 left", "Next: Lunge", "track"),
        (417, "Lunge", "", "", "1/2", "0:06 left", "Next: Press space.", "track"),
        (419, "Lunge", "", "", "1/2", "0:04 left", "Next: Press space.", "track"),
    ],
)
def test_while_playing_it_shows_drill_side_phase_number_and_what_comes_next(
    seconds, drill, detail, phase, number, left, next, shape
):
    shown = at(seconds)
    assert (shown.drill, shown.detail, shown.phase, shown.number) == (drill, detail, phase, number)
    assert (shown.time_left, shown.next, shown.shape) == (left, next, shape)


@pytest.mark.parametrize(
    ("seconds", "big_word", "sub_word"),
    [
        (0, "IN", "BREATHE IN"),
        (22, "MOVE", "left side"),
        (30, "HOLD", "HOLD STILL"),
        (120, "REST", "left side"),
        (216, "RIGHT", "change sides"),
        (407, "READY", ""),
        # every other rep is on the other side
        (411, "LEFT", ""),
        (412, "RIGHT", ""),
        (417, "", ""),
    ],
)
def test_one_word_says_what_to_do_or_which_side_comes(seconds, big_word, sub_word):
    shown = at(seconds)
    assert (shown.big_word, shown.sub_word) == (big_word, sub_word)


@pytest.mark.parametrize(("most", "left"), [(None, ""), (Fraction(90), "continues in 1:28")])
def test_a_wait_says_when_it_ends_by_itself_and_no_other_time(most, left):
    waiting = score(step("Rock", "hold", "10s"), Wait("Press space.", most), step("Jog", "hold", "10s"))
    shown = session_view(begun(waiting).status(PLAY + 12.001))
    assert (shown.phase, shown.number, shown.time_left) == ("PRESS SPACE", "", left)


def test_a_round_is_shown_before_the_set():
    made = score(Repeat(3, Fraction(5), (step("A", "reps", "2 @ 5s", sets=2),)))
    shown = [
        session_view(begun(made).status(PLAY + seconds + 0.001)).detail for seconds in (2, 18, 22, 44)
    ]  # its words take the count-in two seconds longer than five
    assert shown == [
        *("round 1 of 3 · set 1 of 2", "round 1 of 3 · set 2 of 2"),
        *("", "round 2 of 3 · set 2 of 2"),
    ]


LONG_PARTS = """\
routine: own
title: Own
steps:
  - {title: Start, reps: {count: 2, phases: [{set: 10s}, {lean: 3s}, {run: 5s}]}}
"""


@pytest.mark.parametrize(
    ("seconds", "word", "number", "detail", "level"),
    [
        (2, "SET", "8", "rep 1 of 2", 0.2),
        (11, "LEAN", "2", "rep 1 of 2", 1 / 3),
        (34, "RUN", "2", "rep 2 of 2", 0.6),
    ],
)
def test_a_rep_of_long_parts_counts_the_seconds_of_each_in_a_ring(seconds, word, number, detail, level):
    shown = session_view(begun(compose(read(LONG_PARTS))).status(PLAY + seconds + 0.001))
    assert (shown.big_word, shown.number, shown.detail, shown.shape) == (word, number, detail, "ring")
    assert shown.level == pytest.approx(level, abs=0.001)


PARTS = """\
routine: own
title: Own
steps:
  - {title: Rock, reps: {count: 2, phases: [{a: 2s}, {b: 2s}, {rest: 2s}, {c: 2s}]}}
"""


def test_the_dot_crosses_the_track_in_each_part_that_moves_and_never_jumps():
    session = begun(compose(read(PARTS)))
    levels = [session_view(session.status(PLAY + moment / 10 + 0.001)).level for moment in range(159)]
    assert max(abs(a - b) for a, b in pairwise(levels)) < 0.1
    assert [round(levels[10 * second]) for second in (0, 2, 4, 5, 6, 8, 10, 12, 13, 14)] == [
        0,
        1,
        0,
        0,
        0,
        1,
        0,
        1,
        1,
        1,
    ]


def test_the_dot_leaves_to_the_side_whose_turn_it_is():
    left, right = at(411.5).level, at(412.5).level
    assert left == pytest.approx(0, abs=0.01) and right == pytest.approx(1, abs=0.01)


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
    ("seconds", "big_word", "sub_word", "phase"),
    [
        (0, "SIX", "hollow", "SIX, HOLLOW"),
        (4, "IN", "BREATHE IN", "BREATHE IN"),
        (24, "HINGE", "", "HINGE"),
        (26, "", "", ""),
        (28, "MARCH", "", "MARCH"),
    ],
)
def test_the_big_word_names_what_is_done_and_a_line_below_it_says_more(seconds, big_word, sub_word, phase):
    shown = session_view(begun(compose(read(WORDS))).status(PLAY + seconds + 0.001))
    assert (shown.big_word, shown.sub_word, shown.phase) == (big_word, sub_word, phase)


def test_a_cadence_shows_its_rate_and_the_seconds_left_and_names_no_side():
    session = begun(SCORE, start=424 * 48_000)
    shown = [session_view(session.status(PLAY + step / 2 + 0.001)) for step in range(2)]
    assert {(each.drill, each.detail, each.number) for each in shown} == {("Jog", "120 steps a minute", "9")}
    assert {each.big_word + each.phase for each in shown} == {""}


def test_the_dot_of_a_cadence_swings_from_step_to_step_without_a_jump():
    session = begun(SCORE, start=423 * 48_000)
    levels = [session_view(session.status(PLAY + moment / 100 + 0.001)).level for moment in range(900)]
    assert max(abs(a - b) for a, b in pairwise(levels)) < 0.04
    assert min(levels) < 0.01 and max(levels) > 0.99


@pytest.mark.parametrize(
    ("now", "phase", "number", "shape", "said"),
    [
        (0.5, "GET READY", "5", None, "Get ready."),
        (2.5, "GET READY", "3", None, "Belly. 2 breaths."),
        (3.5, "GET READY", "2", None, "Belly. 2 breaths."),
        (4.9, "GET READY", "1", None, "Belly. 2 breaths."),
        (5.5, "BREATHE IN", "4", "disc", ""),
    ],
)
def test_a_count_in_counts_its_seconds(now, phase, number, shape, said):
    shown = session_view(begun(SCORE).status(now))
    assert (shown.phase, shown.number, shown.shape, shown.instruction) == (phase, number, shape, said)
    assert (shown.drill, shown.clock[:4]) == ("Belly", "0:00")


def test_before_the_sound_is_ready_it_shows_get_ready_and_no_number():
    shown = session_view(silent(SCORE).status(1))
    assert (shown.phase, shown.number, shown.clock, shown.progress) == ("GET READY", "", "0:00 / 7:13", 0)


def test_a_pause_shows_where_the_session_stands_and_no_number():
    session = begun(SCORE)
    session.move("pause", key(5))
    shown = session_view(session.status(999))
    assert (shown.phase, shown.number, shown.drill, shown.time_left) == ("PAUSED", "", "Belly", "0:15 left")
    assert shown.clock == "0:05 / 7:13" and shown.is_paused
    assert (shown.big_word, shown.sub_word) == ("PAUSED", "Press space to resume.")


def test_a_pause_shows_the_set_up_and_the_keys_that_do_something():
    session = begun(READY)
    session.move("pause", key(5))
    shown = session_view(session.status(999))
    assert shown.set_up == ("How to rock.", "And more.")
    assert shown.keys == (
        *(("→", "next"), ("←", "back"), ("+", "10 s")),
        *(("r", "again"), ("h", "hurts"), ("q", "end")),
    )


def test_a_wait_shows_which_key_to_press_and_what_comes_next():
    session = begun(SCORE, start=417 * 48_000)
    shown = session_view(session.status(PLAY + 7))
    assert (shown.phase, shown.number, shown.drill) == ("PRESS SPACE", "", "Press space.")
    assert (shown.big_word, shown.sub_word, shown.instruction) == ("SPACE", "when you're ready", "")
    assert shown.next == "Next: Jog · 10 seconds, 120 steps a minute"


def test_the_end_shows_that_everything_is_done():
    session = begun(SCORE, start=424 * 48_000)
    shown = session_view(session.status(PLAY + 10))
    assert (shown.phase, shown.number, shown.time_left, shown.next) == ("DONE", "", "", "")
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
        (PLAY + 1, ""),
        # in a rest its own words are read first
        (PLAY + 31, "Notice your feet."),
        (PLAY + 37, "How to lean."),
        (PLAY + 45, "How to lean."),
        (PLAY + 82, "How to lean."),
    ],
)
def test_before_work_it_shows_how_to_set_up(now, said):
    assert session_view(begun(READY).status(now)).instruction == said


POSTURE = """\
routine: own
title: Own
steps:
  - {title: First, time: 9s}
  - title: Calf
    hold: 30s
    sides: each
    ready: 8s
    switch: 8s
    setup: ["One foot back.", "Toes ahead."]
    cues:
      - {at: start, side: left, say: ["Left leg back.", "Left again."]}
      - {at: start, side: right, say: "Right leg back."}
"""


@pytest.mark.parametrize(
    ("seconds", "word", "set_up"),
    [
        (10, "READY", ("Left leg back.", "One foot back.")),
        (20, "HOLD", ()),
        (48, "RIGHT", ("Right leg back.", "One foot back.")),
    ],
)
def test_a_gap_shows_the_posture_of_the_side_that_comes_then_the_set_up(seconds, word, set_up):
    shown = session_view(begun(compose(read(POSTURE))).status(PLAY + seconds + 0.001))
    assert (shown.big_word, shown.set_up) == (word, set_up)
