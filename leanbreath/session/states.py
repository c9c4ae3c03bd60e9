"""The states of a session and every event that leads from one to another, as one table.

A session prepares (sound is being opened), counts in, plays, and is over. It can be paused while it counts in or plays,
it waits where the routine says so, and open work lasts until the runner ends it. Where a drill hurts it stands still
and asks what to do: nothing happens by itself until the runner has answered. Whatever leads back to playing counts in
first; where a wait, the end, or a gap after open work comes next, the count-in has no length. An event that is not
in the table changes nothing, and that is no mistake: a runner may press any key at any time.
"""

from typing import Literal

State = Literal["preparing", "counting", "playing", "open", "paused", "waiting", "hurt", "over"]
Move = Literal[
    "pause",
    "resume",
    "next",
    "back",
    "repeat",
    "switch",
    "longer",
    "finish",
    "leave",
    "hurts",
    "leave_out",
    "ease",
    "slip",
    "undo",
]
"""What a runner asks for.

A drill that hurts can be left out, or replaced by something easier; a slip of the hand continues. Undone, the drill
that hurt last is back.
"""

Timed = Literal[
    "begin", "interrupt", "count_in_ends", "reach_open", "reach_most", "reach_wait", "wait_ends", "reach_end"
]
"""What time brings.

A session begins when the sound is ready or has taken too long. It is interrupted when the program stalled or the
computer slept. A wait ends by itself where it has a most, or where nobody can press a key.
Open work is reached only where somebody can; it ends by itself at its most.
"""

Event = Move | Timed

TRANSITIONS: dict[tuple[State, Event], State] = {
    ("preparing", "begin"): "counting",
    ("preparing", "leave"): "over",
    ("counting", "count_in_ends"): "playing",
    ("counting", "reach_open"): "open",
    ("counting", "reach_wait"): "waiting",
    ("counting", "reach_end"): "over",
    ("counting", "interrupt"): "paused",
    ("counting", "pause"): "paused",
    ("counting", "next"): "counting",
    ("counting", "back"): "counting",
    ("counting", "repeat"): "counting",
    ("counting", "switch"): "counting",
    ("counting", "hurts"): "hurt",
    ("counting", "undo"): "counting",
    ("counting", "longer"): "counting",
    ("counting", "leave"): "over",
    ("playing", "reach_open"): "open",
    ("playing", "reach_wait"): "waiting",
    ("playing", "reach_end"): "over",
    ("playing", "interrupt"): "paused",
    ("playing", "pause"): "paused",
    ("playing", "next"): "counting",
    ("playing", "back"): "counting",
    ("playing", "repeat"): "counting",
    ("playing", "switch"): "counting",
    ("playing", "hurts"): "hurt",
    ("playing", "undo"): "counting",
    ("playing", "longer"): "playing",
    ("playing", "leave"): "over",
    ("open", "reach_most"): "counting",
    ("open", "finish"): "counting",
    ("open", "interrupt"): "paused",
    ("open", "pause"): "paused",
    ("open", "next"): "counting",
    ("open", "back"): "counting",
    ("open", "repeat"): "counting",
    ("open", "switch"): "counting",
    ("open", "hurts"): "hurt",
    ("open", "undo"): "counting",
    ("open", "longer"): "open",
    ("open", "leave"): "over",
    ("paused", "resume"): "counting",
    ("paused", "next"): "paused",
    ("paused", "back"): "paused",
    ("paused", "repeat"): "paused",
    ("paused", "switch"): "paused",
    ("paused", "hurts"): "hurt",
    ("paused", "undo"): "paused",
    ("paused", "longer"): "paused",
    ("paused", "leave"): "over",
    ("waiting", "wait_ends"): "counting",
    ("waiting", "pause"): "paused",
    ("waiting", "resume"): "counting",
    ("waiting", "next"): "counting",
    ("waiting", "back"): "counting",
    ("waiting", "hurts"): "hurt",
    ("waiting", "undo"): "counting",
    ("waiting", "leave"): "over",
    ("hurt", "leave_out"): "counting",
    ("hurt", "ease"): "counting",
    ("hurt", "slip"): "counting",
    ("hurt", "leave"): "over",
}


def next_state(state: State, event: Event) -> State | None:
    """Return the state an event leads to, or None where the event changes nothing."""
    return TRANSITIONS.get((state, event))
