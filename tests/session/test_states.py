"""The states of a session: which event leads where, and that nothing leads back to playing without a count-in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.routine.model import Wait
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.session import Session
from leanbreath.session.states import TRANSITIONS, State, next_state
from leanbreath.session.timeline import Timeline
from tests.score.making import frame, score, step
from tests.session.playing import Device, silent
from tests.strategies import fewer, routines

MADE = [
    "begin", "interrupt", "pause", "resume", "next", "back", "longer", "finish", "leave", "hurts", "leave_out", "slip",
]  # fmt: skip
"""The events that are made by a call; the others are made by the timeline."""

LEADS = {
    "preparing": {"begin": "counting", "leave": "over"},
    "counting": {
        "interrupt": "paused", "pause": "paused", "next": "counting", "back": "counting", "longer": "counting",
        "hurts": "hurt", "leave": "over",
    },
    "playing": {
        "interrupt": "paused", "pause": "paused", "next": "counting", "back": "counting", "longer": "playing",
        "hurts": "hurt", "leave": "over",
    },
    "open": {
        "interrupt": "paused", "pause": "paused", "next": "counting", "back": "counting", "longer": "open",
        "finish": "counting", "hurts": "hurt", "leave": "over",
    },
    "paused": {
        "resume": "counting", "next": "paused", "back": "paused", "longer": "paused", "hurts": "hurt", "leave": "over",
    },
    "waiting": {
        "pause": "paused", "resume": "counting", "next": "counting", "back": "counting", "hurts": "hurt",
        "leave": "over",
    },
    "hurt": {"leave_out": "counting", "slip": "counting", "leave": "over"},
    "over": {},
}  # fmt: skip
BY_TIME = {
    "preparing": set(),
    "counting": {"playing", "open", "waiting", "over"},
    "playing": {"open", "waiting", "over"},
    "open": {"counting"},
    "paused": set(),
    "waiting": {"counting"},
    "hurt": set(),
    "over": set(),
}
"""Where the timeline itself leads from each state."""

SCORE = score(
    step("A", "hold", "5s"), step("B", "hold", "5s"), Wait("Press."), step("C", "hold", "max"), step("D", "hold", "10s")
)
PATHS = {
    "preparing": ([], 1),
    "counting": ([("begin", 0)], 1),
    "playing": ([("begin", 0)], 6),
    "open": ([("begin", 0), ("resume", 16)], 22),
    "paused": ([("begin", 0), ("pause", 6)], 7),
    "waiting": ([("begin", 0)], 16),
    "hurt": ([("begin", 0), ("hurts", 6)], 7),
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


@pytest.mark.parametrize("move", MADE)
@pytest.mark.parametrize("state", LEADS)
def test_each_move_leads_where_the_table_says_or_changes_nothing(state, move):
    session, now = brought_to(state)
    before = session.timeline
    assert session.move(move, now) == (move in LEADS[state])
    assert session.status(now + 0.1).state == LEADS[state].get(move, state)
    assert (session.timeline == before) == (move not in LEADS[state])


@pytest.mark.parametrize("event", MADE)
@pytest.mark.parametrize("state", LEADS)
def test_the_table_of_the_code_is_that_of_the_design(state, event):
    assert next_state(state, event) == LEADS[state].get(event)


@pytest.mark.parametrize("state", LEADS)
def test_time_leads_where_the_table_of_the_design_says(state):
    found = {TRANSITIONS[state, event] for each, event in TRANSITIONS if each == state and event in TIMELINE_EVENTS}
    assert found == BY_TIME[state]


TIMELINE_EVENTS = ("count_in_ends", "reach_open", "reach_most", "reach_wait", "wait_ends", "reach_end")


def test_what_is_over_stays_over():
    assert not [event for state, event in TRANSITIONS if state == "over"]


def test_only_a_count_in_leads_to_playing_and_only_ten_seconds_more_stays_there():
    leading = [key for key, state in TRANSITIONS.items() if state == "playing"]
    assert leading == [("counting", "count_in_ends"), ("playing", "longer")]


def follows(one: State, two: State) -> bool:
    """Return whether the table leads from one state to another, also through a count-in of no length.

    Only after open work does a count-in of no length lead to playing: to the gap that follows.
    """
    direct = {state for (before, _), state in TRANSITIONS.items() if before == one}
    at_once = BY_TIME["counting"] - (set() if one == "open" else {"playing"})
    return two in direct or ("counting" in direct and two in at_once)


def splice_states(timeline: Timeline) -> list[State]:
    """Return the states a timeline goes through; a splice of no length is none."""
    splices = timeline.splices
    return [one.state for one, two in pairwise(splices) if one.at < two.at] + [splices[-1].state]


ACTS = st.lists(
    st.tuples(
        st.integers(1, 9 * RATE),
        st.none() | st.sampled_from([event for _, event in TRANSITIONS if event not in TIMELINE_EVENTS]),
    ),
    max_size=12,
)


@fewer
@given(routines(), ACTS, st.none() | st.integers(0, 6 * RATE), st.integers(0, 9 * RATE))
def test_every_timeline_is_a_path_through_the_table(routine, acts, wait, start):
    device = Device(compose(routine), wait, start=start)
    for count, event in [(1, "begin"), *acts]:
        device.clock.deliver(count, device.now)
        device.now += count / RATE
        if event:
            device.press(event)
    states = splice_states(device.timeline)
    assert states[0] == "preparing" and all(follows(one, two) for one, two in pairwise(states))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("paused", "playing"),
        ("waiting", "playing"),
        ("hurt", "playing"),
        ("over", "counting"),
        ("preparing", "playing"),
    ],
)
def test_no_path_skips_a_count_in_or_leaves_the_end(one, two):
    assert not follows(one, two)


@pytest.mark.parametrize(
    ("state", "move", "seconds"),
    [
        ("preparing", "begin", 5), ("counting", "next", 4), ("counting", "back", 4), ("playing", "next", 4),
        ("playing", "back", 4), ("paused", "resume", 3), ("waiting", "resume", 4), ("open", "finish", 4),
    ],
)  # fmt: skip
def test_whatever_leads_back_to_playing_counts_in(state, move, seconds):
    session, now = brought_to(state)
    session.move(move, now)
    last = [each for each in session.timeline.splices if each.state == "counting"][-1]
    after_it = session.timeline.at(last.at + last.interlude.total)
    assert last.interlude.total == frame(seconds)
    assert after_it.state in ("playing", "open", "waiting")


def test_a_session_without_a_key_reaches_its_end():
    session = silent(score(step("A", "hold", "10s")))
    session.move("begin", 0)
    assert [session.status(at).state for at in (0.01, 1, 5.03, 15, 15.03, 999)] == [
        "preparing", "counting", "playing", "playing", "over", "over",
    ]  # fmt: skip
