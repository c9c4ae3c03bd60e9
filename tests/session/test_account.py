"""What was done, against what was meant: each frame counts once, and only while it is played."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.account import account, played
from tests.score.making import NAMES, bundled_score, frame, score, second, step
from tests.session.playing import PLAY, Device, begun, key, ready
from tests.strategies import fewer, routines

SCORE = score(
    step("Rock", "hold", "20s", sides="each", switch="4s"),  # 0 to 20, 24 to 44
    Move("There.", frame(6) // RATE),  # 44 to 50
    step("Belly", "breath", "4-0-6-0 x 3", sets=2, rest="5s"),  # 50 to 80, 85 to 115
)
MOVES = st.sampled_from(["pause", "go", "next", "back", "longer", "go", "leave"])
ACTS = st.lists(st.tuples(st.integers(1, 9 * RATE), st.none() | MOVES), max_size=12)


def done(session, now: float) -> list[float]:
    return [round(second(each.done), 2) for each in session.account(now)]


@pytest.mark.parametrize("name", NAMES)
def test_everything_played_is_everything_done(name):
    made = bundled_score(name)
    line = ready(made).count_in(0, made, 0)
    rows = account(line, 10**9)
    assert all(each.done == each.planned and each.done >= each.planned and not each.extra for each in rows)
    assert len(rows) == sum(passage.kind == "work" for passage in made.passages)
    assert played(line, 10**9) == made.total


def test_each_set_of_each_side_has_a_row():
    rows = begun(SCORE).account(0)
    assert [(each.title, each.side, each.set, each.planned // RATE) for each in rows] == [
        ("Rock", "left", 1, 20), ("Rock", "right", 1, 20), ("Belly", None, 1, 30), ("Belly", None, 2, 30),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "expected", "total"),
    [
        (-3, [0, 0, 0, 0], 0), (0, [0, 0, 0, 0], 0), (7, [7, 0, 0, 0], 7), (22, [20, 0, 0, 0], 22),
        (30, [20, 6, 0, 0], 30), (82, [20, 20, 30, 0], 82), (115, [20, 20, 30, 30], 115), (500, [20, 20, 30, 30], 115),
    ],
)  # fmt: skip
def test_left_in_the_middle_what_was_heard_counts(at, expected, total):
    session = begun(SCORE)
    assert done(session, PLAY + at) == expected
    assert played(session.timeline, round((PLAY + at) * RATE)) == frame(total)


def test_a_count_in_a_pause_and_a_jump_are_not_done():
    session = begun(SCORE)
    session.move("pause", key(7))
    session.move("next", 100)
    session.move("next", 101)
    session.move("go", 102)
    assert done(session, 105.02) == [7, 0, 0, 0]
    assert done(session, 109.02) == [7, 0, 4, 0]


def test_what_is_done_twice_counts_once():
    session = begun(SCORE)
    session.move("back", key(10))
    assert done(session, PLAY + 10 + 3 + 4) == [10, 0, 0, 0]
    assert done(session, PLAY + 10 + 3 + 12) == [12, 0, 0, 0]


def test_what_was_asked_for_on_top_is_extra():
    session = begun(SCORE)
    session.move("longer", key(5))
    rows = session.account(PLAY + 40)
    assert [(each.planned // RATE, each.extra // RATE) for each in rows] == [(20, 10), (20, 10), (30, 0), (30, 0)]
    assert done(session, PLAY + 40) == [30, 6, 0, 0]


def test_extra_on_the_second_side_is_of_that_side():
    session = begun(SCORE)
    session.move("longer", key(30))
    assert [each.extra // RATE for each in session.account(PLAY + 31)] == [0, 10, 0, 0]


def performed(routine, acts) -> Device:
    device = Device(compose(routine), 0)
    for count, move in [(1, "begin"), *acts]:
        device.clock.deliver(count, device.now)
        device.now += count / RATE
        if move:
            device.press(move)
    return device


@fewer
@given(routines(), ACTS, st.integers(0, 10**7))
def test_nobody_does_more_than_there_is(routine, acts, heard):
    line = performed(routine, acts).timeline
    main = line.splices[-1].main
    for each in account(line, heard):
        start, end = main.passage_span(each.passage)
        assert 0 <= each.done <= end - start == each.planned + each.extra
    assert 0 <= played(line, heard) <= main.total


@fewer
@given(routines(), ACTS, st.integers(0, 10**7), st.integers(0, 10**7))
def test_what_is_done_never_shrinks_as_time_goes_on(routine, acts, one, two):
    line = performed(routine, acts).timeline
    sooner, later = (account(line, heard) for heard in sorted((one, two)))
    assert all(a.done <= b.done for a, b in zip(sooner, later, strict=True))


@fewer
@given(routines())
def test_any_routine_left_alone_is_done_to_the_frame(routine):
    made = compose(routine)
    line = ready(made, wait=0).count_in(0, made, 0)
    assert all(each.done == each.planned for each in account(line, 10**9))
    assert played(line, 10**9) == made.total
