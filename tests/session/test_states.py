"""The states of a session: which move leads where, and that none leads back to playing without a count-in."""

import pytest

from leanbreath.routine.model import Wait
from leanbreath.session.session import Session
from leanbreath.session.states import MOVES, after
from tests.score.making import frame, score, step
from tests.session.playing import silent

KEYS = ["begin", "pause", "go", "next", "back", "longer", "leave"]
LEADS = {
    "preparing": {"begin": "counting", "leave": "over"},
    "counting": {"pause": "paused", "next": "counting", "back": "counting", "longer": "counting", "leave": "over"},
    "playing": {"pause": "paused", "next": "counting", "back": "counting", "longer": "playing", "leave": "over"},
    "paused": {"go": "counting", "next": "paused", "back": "paused", "longer": "paused", "leave": "over"},
    "waiting": {"go": "counting", "next": "counting", "back": "counting", "leave": "over"},
    "over": {},
}
SCORE = score(
    step("A", "hold", "5s"), step("B", "hold", "5s"), Wait("Press."), step("C", "hold", "10s"), step("D", "hold", "10s")
)
PATHS = {
    "preparing": ([], 1),
    "counting": ([("begin", 0)], 1),
    "playing": ([("begin", 0)], 6),
    "paused": ([("begin", 0), ("pause", 6)], 7),
    "waiting": ([("begin", 0)], 16),
    "over": ([("begin", 0), ("leave", 6)], 7),
}


def brought_to(state: str) -> tuple[Session, float]:
    """Return a session in a state, and the second at which it is in it."""
    session = silent(SCORE)
    moves, now = PATHS[state]
    for move, at in moves:
        assert session.move(move, at)
    return session, now


@pytest.mark.parametrize("state", LEADS)
def test_every_state_can_be_reached(state):
    session, now = brought_to(state)
    assert session.status(now).state == state


@pytest.mark.parametrize("move", KEYS)
@pytest.mark.parametrize("state", LEADS)
def test_each_move_leads_where_the_table_says_or_is_not_made(state, move):
    session, now = brought_to(state)
    before = session.timeline
    assert session.move(move, now) == (move in LEADS[state])
    assert session.status(now + 0.1).state == LEADS[state].get(move, state)
    assert (session.timeline == before) == (move not in LEADS[state])


@pytest.mark.parametrize("move", KEYS)
@pytest.mark.parametrize("state", LEADS)
def test_the_table_of_the_code_is_that_of_the_design(state, move):
    assert after(state, move) == LEADS[state].get(move)


def test_what_is_over_is_over():
    assert not [move for state, move in MOVES if state == "over"]


def test_only_ten_seconds_more_leaves_a_session_playing_and_all_else_counts_in_first():
    assert [key for key, state in MOVES.items() if state == "playing"] == [("playing", "longer")]


@pytest.mark.parametrize(
    ("state", "move", "seconds"),
    [
        ("preparing", "begin", 5), ("counting", "next", 3), ("counting", "back", 3), ("playing", "next", 3),
        ("playing", "back", 3), ("paused", "go", 3), ("waiting", "go", 3),
    ],
)  # fmt: skip
def test_whatever_leads_back_to_playing_counts_in(state, move, seconds):
    session, now = brought_to(state)
    session.move(move, now)
    last = [each for each in session.timeline.splices if each.state == "counting"][-1]
    after_it = session.timeline.at(last.at + last.sound.total)
    assert last.sound.total == frame(seconds)
    assert after_it.state in ("playing", "waiting")


def test_a_session_left_alone_comes_to_its_end():
    session = silent(score(step("A", "hold", "10s")))
    session.move("begin", 0)
    assert [session.status(at).state for at in (0.01, 1, 5.03, 15, 15.03, 999)] == [
        "preparing", "counting", "playing", "playing", "over", "over",
    ]  # fmt: skip
