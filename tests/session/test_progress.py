"""What was done, against what was planned: each frame counts once, and only while it is played."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Repeat
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.unroll import unroll
from leanbreath.session.progress import played, progress
from tests.score.making import NAMES, frame, routine, score, second, step, timed_score
from tests.session.playing import PLAY, Device, begun, key, ready
from tests.strategies import fewer, routines

SCORE = score(
    step("Rock", "hold", "20s", sides="each", switch="4s"),  # 0 to 20, 24 to 44
    Move("There.", frame(6) // RATE),  # 44 to 50
    step("Belly", "breath", "4-0-6-0 x 3", sets=2, rest="5s"),  # 50 to 80, 85 to 115
)
MOVES = st.sampled_from(
    [
        "pause", "resume", "next", "back", "repeat", "switch", "longer", "resume", "leave",
        "hurts", "leave_out", "ease", "slip", "undo",
    ]
)  # fmt: skip
ACTS = st.lists(st.tuples(st.integers(1, 9 * RATE), st.none() | MOVES), max_size=12)


def done(session, now: float) -> list[float]:
    return [round(second(each.done), 2) for each in session.progress(now)]


@pytest.mark.parametrize("name", NAMES)
def test_a_routine_played_to_its_end_is_all_done(name):
    made = timed_score(name)
    timeline = ready(made).count_in(0, made, 0)
    rows = progress(timeline, 10**9)
    assert all(each.done == each.planned and each.done >= each.planned and not each.extra for each in rows)
    assert len(rows) == sum(passage.kind == "work" for passage in made.passages)
    assert played(timeline, 10**9) == made.total


def test_each_set_of_each_side_has_a_row():
    rows = begun(SCORE).progress(0)
    assert [(each.title, each.side, each.number, each.planned // RATE) for each in rows] == [
        ("Rock", "left", 1, 20), ("Rock", "right", 1, 20), ("Belly", None, 1, 30), ("Belly", None, 2, 30),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "expected", "total"),
    [
        (-3, [0, 0, 0, 0], 0), (0, [0, 0, 0, 0], 0), (7, [7, 0, 0, 0], 7), (22, [20, 0, 0, 0], 22),
        (30, [20, 6, 0, 0], 30), (82, [20, 20, 30, 0], 82), (115, [20, 20, 30, 30], 115), (500, [20, 20, 30, 30], 115),
    ],
)  # fmt: skip
def test_when_a_session_is_left_what_was_heard_counts(at, expected, total):
    session = begun(SCORE)
    assert done(session, PLAY + at) == expected
    assert played(session.timeline, round((PLAY + at) * RATE)) == frame(total)


def test_count_ins_pauses_and_jumps_do_not_count_as_done():
    session = begun(SCORE)
    session.move("pause", key(7))
    session.move("next", 100)
    session.move("next", 101)
    session.move("resume", 102)
    assert done(session, 107.02) == [7, 0, 0, 0]
    assert done(session, 111.02) == [7, 0, 4, 0]


def test_work_that_is_repeated_counts_once():
    session = begun(SCORE)
    session.move("back", key(10))
    assert done(session, PLAY + 10 + 5 + 4) == [10, 0, 0, 0]
    assert done(session, PLAY + 10 + 5 + 12) == [12, 0, 0, 0]


def test_ten_seconds_more_count_as_extra():
    session = begun(SCORE)
    session.move("longer", key(5))
    rows = session.progress(PLAY + 40)
    assert [(each.planned // RATE, each.extra // RATE) for each in rows] == [(20, 10), (20, 10), (30, 0), (30, 0)]
    assert done(session, PLAY + 40) == [30, 6, 0, 0]


def test_extra_time_on_the_second_side_belongs_to_that_side():
    session = begun(SCORE)
    session.move("longer", key(30))
    assert [each.extra // RATE for each in session.progress(PLAY + 31)] == [0, 10, 0, 0]


def played_device(routine, acts) -> Device:
    device = Device(compose(routine), 0)
    for count, move in [(1, "begin"), *acts]:
        device.clock.deliver(count, device.now)
        device.now += count / RATE
        if move:
            device.press(move)
    return device


@fewer
@given(routines(), ACTS, st.integers(0, 10**7))
def test_nobody_does_more_than_was_planned_and_added(routine, acts, heard):
    timeline = played_device(routine, acts).timeline
    for each in progress(timeline, heard):
        assert 0 <= each.done <= each.planned + each.extra
    assert 0 <= played(timeline, heard) <= max(splice.score.total for splice in timeline.splices)


@fewer
@given(routines(), ACTS, st.integers(0, 10**7), st.integers(0, 10**7))
def test_progress_never_shrinks_with_time(routine, acts, one, two):
    timeline = played_device(routine, acts).timeline
    sooner, later = (progress(timeline, heard) for heard in sorted((one, two)))
    done = {(each.step, each.title, each.drill, each.side, each.number): each.done for each in later}
    assert all(each.done <= done[each.step, each.title, each.drill, each.side, each.number] for each in sooner)


@fewer
@given(routines())
def test_any_routine_without_a_key_is_done_to_the_frame(routine):
    made = compose(routine)
    timeline = ready(made, wait=0).count_in(0, made, 0)
    assert all(each.done == each.planned for each in progress(timeline, 10**9))
    assert played(timeline, 10**9) == made.total


STAND = unroll(routine(step("Stand", "hold", "15s", sides="each", switch="5s")), "left")


def hurting(score, seconds: float):
    """Return a session in which the drill at hand hurt so many seconds into it."""
    session = begun(score, substitute={"rock": STAND}.get)
    assert session.move("hurts", key(seconds)) and session.move("ease", key(seconds + 1))
    return session


def test_a_painful_drill_keeps_what_was_done_of_it_and_is_marked():
    rows = hurting(SCORE, 7).progress(10**6)
    told = [(each.title, each.side, round(each.done / RATE), each.planned // RATE, each.hurt) for each in rows]
    assert told == [
        ("Rock", "left", 7, 20, True),
        ("Stand", "left", 15, 15, False),
        ("Stand", "right", 15, 15, False),
        ("Belly", None, 30, 30, False),
        ("Belly", None, 30, 30, False),
    ]


def test_work_done_before_a_repeat_is_not_lost_when_its_drill_hurts():
    session = begun(SCORE)
    session.move("repeat", key(30))
    session.move("hurts", key(30 + 3 + 2))
    session.move("leave_out", key(30 + 3 + 2))
    told = {(each.title, each.side): round(each.done / RATE) for each in session.progress(10**6)}
    assert told["Rock", "left"] == 20 and told["Rock", "right"] == 6


def test_every_piece_of_work_has_its_own_number():
    session = begun(SCORE)
    session.move("repeat", key(30))
    session.move("hurts", key(35))
    session.move("leave_out", key(35))
    numbers = [each.passage for each in session.progress(10**6)]
    assert len(numbers) == len(set(numbers))


def test_a_substitute_that_hurts_too_is_not_replaced_by_a_painful_drill():
    session = begun(SCORE, substitute={"rock": STAND, "stand": unroll(routine(step("Rock", "hold", "9s")), "left")}.get)
    session.move("hurts", key(7))
    session.move("ease", key(7))
    assert session.painful == ("rock",)
    session.move("hurts", key(7 + 3 + 3))
    assert session.painful == ("rock", "stand") and session.easier_title == ""
    assert not session.move("ease", key(14)) and session.move("leave_out", key(14))
    rows = session.progress(10**6)
    assert [each.title for each in rows if not each.hurt] == ["Belly", "Belly"]


def test_the_same_set_in_two_rounds_has_two_rows():
    made = score(Repeat(2, Fraction(5), (step("A", "hold", "20s", sets=2, rest="5s"),)))
    session = begun(made)
    assert [(each.title, each.number) for each in session.progress(0)] == [("A", number) for number in (1, 2, 3, 4)]
    # "Round 1 of 2. A. 2 sets of 20 seconds." takes the count-in two seconds longer than five
    assert done(session, PLAY + 2 + 60) == [20, 20, 10, 0]


def test_a_substitute_has_a_row_in_each_round():
    other = unroll(routine(step("B", "hold", "9s")), "left")
    made = score(Repeat(3, Fraction(5), (step("A", "hold", "20s"), step("C", "hold", "20s"))))
    session = begun(made, substitute=lambda _: other)
    session.move("hurts", key(3))
    session.move("ease", key(3))
    rows = session.progress(PLAY + 4)
    assert [(each.title, each.number) for each in rows if each.title != "C"] == [
        ("A", 1), ("B", 1), ("B", 2), ("B", 3),
    ]  # fmt: skip
