"""It hurts: the session stands still until the runner has chosen, and every choice can be undone."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Move, Repeat, Wait
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.unroll import unroll
from leanbreath.session.score_edits import edited
from tests.score.making import frame, routine, score, second, step
from tests.session.playing import PLAY, Device, begun, heard, key
from tests.strategies import fewer, routines

SCORE = score(
    step("Rock", "hold", "20s"),  # 0 to 20
    step("Belly", "breath", "4-0-6-0 x 3", ready="5s"),  # 25 to 55
    Repeat(2, Fraction(5), (step("Rock", "hold", "10s"), step("March", "time", "10s"))),  # 55 to 75, 80 to 100
)
STAND = unroll(routine(step("Stand", "hold", "15s")), "left")


def hurting(at: float = 7, **more):
    """Return a session in which the first drill hurts some seconds into it."""
    session = begun(SCORE, substitute=lambda _: STAND, **more)
    assert session.move("hurts", key(at))
    return session


def titles(session) -> list[str]:
    """Return the titles of the work in the score as it is now."""
    return [each.title for each in session.timeline.splices[-1].score.passages if each.kind == "work"]


def place(session, now: float) -> tuple[str, float]:
    """Return the state, and the second of the score."""
    status = session.status(now)
    return status.state, round(second(status.snapshot.frame), 2)


def test_it_stands_still_and_nothing_happens_by_itself():
    session = hurting()
    assert [place(session, PLAY + later) for later in (7.1, 30, 99999)] == [("hurt", 7.0)] * 3
    assert heard(session.timeline, PLAY + 7, PLAY + 9999) == []
    assert not session.is_over(10**6)


def test_what_sounds_is_faded_out_at_once():
    session = hurting()
    playing, stopped = session.timeline.splices[-2:]
    region = playing.region(stopped)
    assert region.fade_out_at == stopped.at and round(second(stopped.at) - PLAY, 2) == 7


@pytest.mark.parametrize("move", ["pause", "resume", "next", "back", "longer", "finish", "interrupt", "hurts", "undo"])
def test_while_it_asks_nothing_else_is_done(move):
    assert not hurting().move(move, PLAY + 9)


def test_a_drill_that_is_left_out_does_not_come_again():
    session = hurting()
    assert session.move("leave_out", PLAY + 20)
    assert titles(session) == ["Rock", "Belly", "March", "March"]
    assert place(session, PLAY + 20.1) == ("counting", 25.0)


def test_something_easier_takes_its_place_everywhere():
    session = hurting()
    assert session.easier_title == "Stand" and session.move("ease", PLAY + 20)
    assert titles(session) == ["Rock", "Stand", "Belly", "Stand", "March", "Stand", "March"]
    assert place(session, PLAY + 20.1) == ("counting", 28.0)  # behind the 8 seconds to get ready


def test_where_nothing_is_easier_that_is_no_choice():
    session = begun(SCORE)
    session.move("hurts", key(7))
    assert session.easier_title == "" and not session.move("ease", PLAY + 9)
    assert session.is_hurt


def test_after_a_slip_it_continues_where_it_stopped_and_nothing_hurts():
    session = hurting()
    assert session.painful == ("rock",) and session.move("slip", PLAY + 20)
    assert session.painful == () and titles(session)[0] == "Rock"
    assert place(session, PLAY + 20.1) == ("counting", 7.0)
    assert place(session, PLAY + 24.02) == ("playing", 8.0)


@pytest.mark.parametrize("answer", ["leave_out", "ease", "slip"])
@pytest.mark.parametrize("before", ["pause", "next"])
def test_it_can_hurt_in_any_state(before, answer):
    session = begun(SCORE, substitute=lambda _: STAND)
    session.move(before, key(7))
    assert session.move("hurts", PLAY + 8) and session.move(answer, PLAY + 9)
    assert session.status(PLAY + 9.1).state == "counting"


def test_behind_the_last_work_there_is_nothing_to_ask_about():
    session = begun(score(step("A", "hold", "5s"), Move("Off the wall.", Fraction(9))))
    assert not session.move("hurts", key(7))


def test_a_slip_at_a_wait_comes_back_to_the_wait():
    session = begun(score(step("A", "hold", "5s"), Wait("Press."), step("B", "hold", "9s")))
    assert session.move("hurts", PLAY + 8) and session.painful == ("b",)
    session.move("slip", PLAY + 9)
    assert session.status(PLAY + 9.1).state == "waiting"


@pytest.mark.parametrize("answer", ["leave_out", "ease"])
def test_undone_at_once_it_returns_to_the_drill_where_it_stopped(answer):
    session = hurting()
    session.move(answer, PLAY + 20)
    assert session.move("undo", PLAY + 21)
    assert session.painful == () and titles(session) == titles(begun(SCORE))
    assert place(session, PLAY + 21.1) == ("counting", 7.0)


def test_undone_during_the_substitute_it_returns_to_the_drill():
    session = hurting()
    session.move("ease", PLAY + 20)
    assert session.status(PLAY + 26).snapshot.passage.title == "Stand"
    session.move("undo", PLAY + 26)
    assert place(session, PLAY + 26.1) == ("counting", 7.0)


def test_undone_later_it_stays_where_it_is_and_the_drill_comes_again():
    session = hurting()
    session.move("leave_out", PLAY + 20)  # Belly plays from second 23 on
    session.move("undo", PLAY + 20 + 3 + 12)
    assert place(session, PLAY + 35.1) == ("counting", 35.0)  # the breath begins again
    assert titles(session) == titles(begun(SCORE))
    session.move("back", PLAY + 36)
    session.move("back", PLAY + 36.1)
    assert place(session, PLAY + 36.2) == ("counting", 0.0)


def test_undone_in_a_pause_it_stays_paused():
    session = hurting()
    session.move("leave_out", PLAY + 20)
    session.move("pause", PLAY + 21)
    session.move("undo", PLAY + 22)
    assert place(session, PLAY + 22.1) == ("paused", 7.0)


def test_undone_at_a_wait_it_waits_on():
    session = begun(score(step("A", "hold", "9s"), step("B", "hold", "9s"), Wait("Press."), step("C", "hold", "9s")))
    session.move("hurts", key(3))
    session.move("leave_out", PLAY + 4)
    session.move("undo", PLAY + 4 + 3 + 9 + 2)
    assert session.status(PLAY + 20).state == "waiting" and titles(session) == ["A", "B", "C"]


def test_two_drills_that_hurt_are_undone_one_after_the_other():
    session = hurting()
    session.move("leave_out", PLAY + 20)
    session.move("hurts", PLAY + 30)
    session.move("leave_out", PLAY + 31)
    assert session.painful == ("rock", "belly") and titles(session) == ["Rock", "Belly", "March", "March"]
    session.move("undo", PLAY + 32)
    assert session.painful == ("rock",)
    session.move("undo", PLAY + 33)
    assert session.painful == () and not session.move("undo", PLAY + 34)
    assert titles(session) == titles(begun(SCORE))


def test_ten_seconds_more_outlast_an_undone_pain():
    session = begun(SCORE)
    session.move("longer", key(2))
    session.move("hurts", key(7))
    session.move("leave_out", PLAY + 8)
    session.move("longer", PLAY + 9)  # for the breath that comes next
    session.move("undo", PLAY + 10)
    assert session.status(PLAY + 11).snapshot.total == frame(20 + 10 + 5 + 40 + 45)


def test_a_pain_that_is_taken_back_when_all_is_over_no_longer_counts():
    session = hurting()
    session.move("leave_out", PLAY + 20)
    assert session.progress(10**6)[0].hurt
    session.take_back_pain()
    assert not any(each.hurt for each in session.progress(10**6)) and session.painful == ()


@fewer
@given(routines(), st.integers(0, 99 * RATE), st.integers(0, 9 * RATE), st.sampled_from(["leave_out", "ease"]))
def test_undone_at_once_no_frame_of_the_routine_differs(written, before, after, answer):
    made = compose(written)
    device = Device(made)
    device.session._substitute = lambda _: STAND
    device.press("begin")
    device.clock.deliver(before, device.now)
    if device.press("hurts") and device.press(answer):
        device.clock.deliver(min(after, RATE), device.now)
        if device.press("undo"):
            last = device.timeline.splices[-1].score
            assert (last.passages, last.total) == (made.passages, made.total)


def test_an_edit_of_work_that_is_gone_changes_nothing():
    session = hurting()
    session.move("ease", PLAY + 20)
    session.move("longer", PLAY + 25)  # of the substitute
    session.move("undo", PLAY + 26)
    assert edited(SCORE, session._edits).passages == SCORE.passages
