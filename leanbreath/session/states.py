"""The states of a session and every event that leads from one to another, as one table.

A session prepares (sound is being opened), counts in, plays, and is over. It can be paused while it counts in or plays,
and it waits where the routine says so. Whatever leads back to playing counts in first; where a wait or the end comes
next, the count-in has no length. An event that is not in the table changes nothing, and that is no mistake: a runner
may press any key at any time.
"""

from typing import Literal

State = Literal["preparing", "counting", "playing", "paused", "waiting", "over"]
Move = Literal["pause", "resume", "next", "back", "repeat", "switch", "hurts", "longer", "leave"]
"""What a runner asks for."""

Timed = Literal["begin", "interrupt", "count_in_ends", "reach_wait", "wait_ends", "reach_end"]
"""What time brings.

A session begins when the sound is ready or has taken too long. It is interrupted when the program stalled or the
computer slept. A wait ends by itself where it has a most, or where nobody can press a key.
"""

Event = Move | Timed

TRANSITIONS: dict[tuple[State, Event], State] = {
    ("preparing", "begin"): "counting",
    ("preparing", "leave"): "over",
    ("counting", "count_in_ends"): "playing",
    ("counting", "reach_wait"): "waiting",
    ("counting", "reach_end"): "over",
    ("counting", "interrupt"): "paused",
    ("counting", "pause"): "paused",
    ("counting", "next"): "counting",
    ("counting", "back"): "counting",
    ("counting", "repeat"): "counting",
    ("counting", "switch"): "counting",
    ("counting", "hurts"): "counting",
    ("counting", "longer"): "counting",
    ("counting", "leave"): "over",
    ("playing", "reach_wait"): "waiting",
    ("playing", "reach_end"): "over",
    ("playing", "interrupt"): "paused",
    ("playing", "pause"): "paused",
    ("playing", "next"): "counting",
    ("playing", "back"): "counting",
    ("playing", "repeat"): "counting",
    ("playing", "switch"): "counting",
    ("playing", "hurts"): "counting",
    ("playing", "longer"): "playing",
    ("playing", "leave"): "over",
    ("paused", "resume"): "counting",
    ("paused", "next"): "paused",
    ("paused", "back"): "paused",
    ("paused", "repeat"): "paused",
    ("paused", "switch"): "paused",
    ("paused", "hurts"): "paused",
    ("paused", "longer"): "paused",
    ("paused", "leave"): "over",
    ("waiting", "wait_ends"): "counting",
    ("waiting", "pause"): "paused",
    ("waiting", "resume"): "counting",
    ("waiting", "next"): "counting",
    ("waiting", "back"): "counting",
    ("waiting", "leave"): "over",
}


def next_state(state: State, event: Event) -> State | None:
    """Return the state an event leads to, or None where the event changes nothing."""
    return TRANSITIONS.get((state, event))
