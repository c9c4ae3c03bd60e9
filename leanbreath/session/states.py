"""The states of a session and every move between them, as one table.

A session prepares (sound is being opened), counts in, plays, and is over. It can be paused while it counts or plays,
and it waits where the routine says so. Whatever leads back to playing counts in first. A move that is not in the table
is not made, and that is no mistake: a runner may press any key at any time.
"""

from typing import Literal

State = Literal["preparing", "counting", "playing", "paused", "waiting", "over"]
Move = Literal["begin", "pause", "go", "next", "back", "repeat", "switch", "hurts", "longer", "leave"]

MOVES: dict[tuple[State, Move], State] = {
    ("preparing", "begin"): "counting",
    ("preparing", "leave"): "over",
    ("counting", "pause"): "paused",
    ("counting", "next"): "counting",
    ("counting", "back"): "counting",
    ("counting", "repeat"): "counting",
    ("counting", "switch"): "counting",
    ("counting", "hurts"): "counting",
    ("counting", "longer"): "counting",
    ("counting", "leave"): "over",
    ("playing", "pause"): "paused",
    ("playing", "next"): "counting",
    ("playing", "back"): "counting",
    ("playing", "repeat"): "counting",
    ("playing", "switch"): "counting",
    ("playing", "hurts"): "counting",
    ("playing", "longer"): "playing",
    ("playing", "leave"): "over",
    ("paused", "go"): "counting",
    ("paused", "next"): "paused",
    ("paused", "back"): "paused",
    ("paused", "repeat"): "paused",
    ("paused", "switch"): "paused",
    ("paused", "hurts"): "paused",
    ("paused", "longer"): "paused",
    ("paused", "leave"): "over",
    ("waiting", "go"): "counting",
    ("waiting", "next"): "counting",
    ("waiting", "back"): "counting",
    ("waiting", "leave"): "over",
}
"""Time makes the moves that are not here: counting ends in playing, playing in waiting or over."""


def after(state: State, move: Move) -> State | None:
    """Return the state a move leads to, or None where it cannot be made."""
    return MOVES.get((state, move))
