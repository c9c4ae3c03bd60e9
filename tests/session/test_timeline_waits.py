"""A session stops at a wait until it is resumed."""

import pytest

from leanbreath.routine.model import Wait
from tests.score.making import score, second, step
from tests.session.playing import begun, heard, states

WAITING = score(step("A", "hold", "10s"), Wait("Press."), step("B", "hold", "10s"))


def place(session, now: float) -> float:
    """Return the second of the score at which a session stands."""
    return round(second(session.status(now).snapshot.frame), 2)


def test_a_session_waits_until_it_is_resumed():
    session = begun(WAITING)
    assert [session.status(at).state for at in (15, 15.03, 999)] == ["playing", "waiting", "waiting"]
    assert session.status(999).line == "Press."
    session.move("resume", 1000)
    assert [session.status(1000 + at).state for at in (1, 3.03, 13.03)] == ["counting", "playing", "over"]


@pytest.mark.parametrize("key", ["longer", "pause"])
def test_a_wait_that_is_over_stays_over_whatever_key_is_pressed_in_the_count_in(key):
    session = begun(WAITING)
    session.move("resume", 20)
    session.move(key, 21)
    session.move("resume", 22)
    assert session.status(26).state == "playing"


def test_going_back_before_a_wait_leads_to_the_wait_again():
    session = begun(WAITING)
    session.move("resume", 20)
    session.move("back", 24)
    assert place(session, 25) == 0
    assert any(state == "waiting" and at > 24 for at, state, _ in states(session.timeline))


def test_a_wait_that_ends_a_routine_is_announced_once():
    late = score(step("A", "hold", "10s"), Wait("Press."))
    texts = [text for _, text in heard(begun(late).timeline, 0, 99, ("say",))]
    assert texts.count("Press.") == 1
