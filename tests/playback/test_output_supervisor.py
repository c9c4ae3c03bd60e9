"""The states of a session's sound: which event leads where, and what holds in each state."""

from typing import get_args

import pytest

from leanbreath.playback.output_supervisor import (
    LOOKING,
    RINGING,
    SOUNDLESS,
    TRANSITIONS,
    Event,
    State,
    first_state,
    next_state,
)

STATES, EVENTS = get_args(State), get_args(Event)
FIRST = ("off", "bell", "idle")


def reachable(*states: State) -> set[State]:
    """Return every state that events lead to from some states, these included."""
    found = set(states)
    while further := {next_state(state, event) for state in found for event in EVENTS} - found:
        found |= further
    return found


@pytest.mark.parametrize(
    ("is_on", "output", "expected"),
    [
        (True, "auto", "idle"), (True, "miniaudio", "idle"), (True, "bell", "bell"), (True, "silent", "off"),
        (False, "auto", "off"), (False, "bell", "off"),
    ],
)  # fmt: skip
def test_a_session_starts_with_its_sound_off_or_ringing_or_idle(is_on, output, expected):
    assert first_state(is_on, output) == expected


def test_every_state_can_be_reached():
    assert reachable(*FIRST) == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_sound_can_be_closed_in_every_state_and_stays_closed(state):
    assert next_state(state, "close") == "closed"
    assert {next_state("closed", event) for event in EVENTS} == {"closed"}


@pytest.mark.parametrize("state", ["off", "bell", "failed"])
def test_only_the_end_changes_the_states_in_which_nothing_plays(state):
    assert reachable(state) == {state, "closed"}


@pytest.mark.parametrize("state", STATES)
def test_a_device_that_opens_plays_only_while_one_is_looked_for(state):
    assert (next_state(state, "opened") == "playing") == (state in LOOKING or state == "playing")
    assert (next_state(state, "opened") != state) == (state in LOOKING)


@pytest.mark.parametrize("state", sorted(LOOKING))
def test_no_device_and_no_time_limit_end_the_search(state):
    assert next_state(state, "no_device") in LOOKING and next_state(state, "timed_out") in LOOKING


@pytest.mark.parametrize(
    ("state", "expected"),
    [("opening", "failed"), ("unanswered", "failed"), ("searching", "searching"), ("lost", "lost")],
)
def test_only_an_error_at_the_first_try_to_open_ends_the_session(state, expected):
    assert next_state(state, "error") == expected


@pytest.mark.parametrize("state", ["playing", *sorted(LOOKING)])
def test_a_fault_in_the_audio_thread_ends_the_session(state):
    assert next_state(state, "fault") == "failed"


def test_only_what_plays_can_be_lost_and_what_is_lost_rings_no_bell():
    assert [state for state, event in TRANSITIONS if event == "lost"] == ["playing"]
    assert "lost" not in RINGING and SOUNDLESS < RINGING


def test_the_time_for_an_answer_only_runs_out_while_the_first_try_lasts():
    assert [state for state in STATES if next_state(state, "timed_out") != state] == ["opening"]
