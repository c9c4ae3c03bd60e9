"""The states of a session's sound and every event that leads from one to another, as one table.

Sound is off, or left to the terminal's bell, or played by an output. For an output the session's audio is prepared
(the voice may say its lines for the first time), then a device is opened. If there is none, or the sound system doesn't
answer in time, the session runs without sound while a device is looked for. A device that is lost is looked for too.

An error at the first try to open a device ends the session, and so does a fault, which is an error in the audio
thread. An error in a later try does not: a sound system that was restarted may answer strangely for a while. An event
that is not in the table changes nothing: an answer may come too late, or after sound was closed.

Threads, clocks and devices are in `sound_player` and `device_search`; `sound_player` reports events, and asks this
table what they mean.
"""

from typing import Literal

State = Literal[
    "off",
    "bell",
    "idle",
    "preparing",
    "opening",
    "unanswered",
    "searching",
    "playing",
    "lost",
    "failed",
    "closed",
]
Event = Literal["prepare", "open", "opened", "no_device", "timed_out", "lost", "error", "fault", "close"]

TRANSITIONS: dict[tuple[State, Event], State] = {
    ("off", "close"): "closed",
    ("bell", "close"): "closed",
    ("idle", "prepare"): "preparing",
    ("idle", "close"): "closed",
    ("preparing", "open"): "opening",
    ("preparing", "close"): "closed",
    ("opening", "opened"): "playing",
    ("opening", "no_device"): "searching",
    ("opening", "timed_out"): "unanswered",
    ("opening", "error"): "failed",
    ("opening", "fault"): "failed",
    ("opening", "close"): "closed",
    ("unanswered", "opened"): "playing",
    ("unanswered", "no_device"): "searching",
    ("unanswered", "error"): "failed",
    ("unanswered", "fault"): "failed",
    ("unanswered", "close"): "closed",
    ("searching", "opened"): "playing",
    ("searching", "no_device"): "searching",
    ("searching", "error"): "searching",
    ("searching", "fault"): "failed",
    ("searching", "close"): "closed",
    ("playing", "lost"): "lost",
    ("playing", "fault"): "failed",
    ("playing", "close"): "closed",
    ("lost", "opened"): "playing",
    ("lost", "no_device"): "lost",
    ("lost", "error"): "lost",
    ("lost", "fault"): "failed",
    ("lost", "close"): "closed",
    ("failed", "close"): "closed",
}

LOOKING: frozenset[State] = frozenset({"opening", "unanswered", "searching", "lost"})
"""States in which a device is looked for."""

SOUNDLESS: frozenset[State] = frozenset({"unanswered", "searching"})
"""States in which a session begins without sound, and says so."""

RINGING: frozenset[State] = SOUNDLESS | {"bell"}
"""States in which the terminal's bell rings."""


def first_state(is_on: bool, output: str) -> State:
    """Return the state before a session: sound is off, left to the bell, or waits to be prepared."""
    if not is_on or output == "silent":
        return "off"
    return "bell" if output == "bell" else "idle"


def next_state(state: State, event: Event) -> State:
    """Return the state an event leads to; it stays the same where the table has no such event."""
    return TRANSITIONS.get((state, event), state)
