"""A session stops at a wait until it is resumed."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import Wait
from leanbreath.score.edit import with_timed_waits
from tests.score.making import frame, score, second, step
from tests.session.playing import PLAY, begun, heard, states

WAITING = score(step("A", "hold", "10s"), Wait("Press."), step("B", "hold", "10s"))


def place(session, now: float) -> float:
    """Return the second of the score at which a session stands."""
    return round(second(session.status(now).snapshot.frame), 2)


def test_a_session_waits_until_it_is_resumed():
    session = begun(WAITING)
    assert [session.status(at).state for at in (15, 15.03, 999)] == ["playing", "waiting", "waiting"]
    assert session.status(999).line == "Press."
    session.move("resume", 1000)
    assert [session.status(1000 + at).state for at in (1, 4.03, 14.03)] == ["counting", "playing", "over"]


@pytest.mark.parametrize("key", ["longer", "pause"])
def test_a_wait_that_is_over_stays_over_whatever_key_is_pressed_in_the_count_in(key):
    session = begun(WAITING)
    session.move("resume", 20)
    session.move(key, 21)
    session.move("resume", 22)
    assert session.status(27).state == "playing"


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


MOST = score(step("A", "hold", "10s"), Wait("Press.", Fraction(20)), step("B", "hold", "10s"))


def test_a_wait_with_a_most_ends_by_itself_and_its_count_in_is_part_of_it():
    session = begun(MOST)
    assert [session.status(PLAY + at).state for at in (9.9, 10.1, 25.9, 26.1, 29.9, 30.1, 40.1)] == [
        "playing", "waiting", "waiting", "counting", "counting", "playing", "over",
    ]  # fmt: skip


def test_a_wait_with_a_most_says_how_much_is_left():
    session = begun(MOST)
    left = [session.status(PLAY + at).wait_left for at in (9, 10, 20, 28)]
    assert [None if each is None else round(second(each)) for each in left] == [None, 20, 10, None]
    assert begun(WAITING).status(PLAY + 15).wait_left is None


def test_space_ends_a_wait_with_a_most_early():
    session = begun(MOST)
    session.move("resume", PLAY + 12)
    assert [session.status(PLAY + 12 + at).state for at in (1, 4.1, 14.1)] == ["counting", "playing", "over"]


@pytest.mark.parametrize("made", [WAITING, MOST])
def test_a_wait_that_is_paused_begins_again(made):
    session = begun(made)
    assert session.move("pause", PLAY + 28 if made is WAITING else PLAY + 15)
    assert session.status(PLAY + 500).state == "paused"
    session.move("resume", PLAY + 600)
    assert [session.status(PLAY + 600 + at).state for at in (0.1, 15.9)] == ["waiting", "waiting"]
    assert [text for _, text in heard(session.timeline, PLAY + 599, PLAY + 610, ("say",))] == ["Press."]


def test_next_at_a_paused_wait_passes_the_wait_and_no_step():
    session = begun(WAITING)
    session.move("pause", PLAY + 12)
    session.move("next", PLAY + 13)
    session.move("resume", PLAY + 14)
    status = session.status(PLAY + 19)
    assert (status.state, status.snapshot.passage.title) == ("playing", "B")


@pytest.mark.parametrize(("wait", "seconds"), [(10, 10), (30, 20)])
def test_without_keys_a_wait_lasts_as_asked_but_not_above_its_most(wait, seconds):
    session = begun(MOST, frame(wait))
    last = 10 + seconds
    assert [session.status(PLAY + at).state for at in (10.1, last - 0.1, last + 0.1)] == [
        "waiting", "counting", "playing",
    ]  # fmt: skip
    assert second(with_timed_waits(MOST, Fraction(wait)).total) == 20 + seconds


def test_of_two_waits_in_a_row_neither_counts_in_to_the_other():
    twice = score(
        step("A", "hold", "10s"), Wait("One.", Fraction(10)), Wait("Two.", Fraction(10)), step("B", "hold", "9s")
    )
    found = [state for _, state, _ in states(begun(twice).timeline)]
    assert found == ["preparing", "counting", "playing", "waiting", "waiting", "counting", "playing", "over"]
