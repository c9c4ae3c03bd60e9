"""Which key does what, in one table for the screen, the line mode and their help."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Action = Literal[
    "pause", "next", "back", "longer", "repeat", "switch", "hurts", "view", "louder", "quieter", "mute", "help", "leave"
]

MOVES = ("next", "back", "longer", "repeat", "switch", "hurts")
"""The actions that are moves of the session."""


MADE = {"longer": "Ten seconds more.", "hurts": "Left out for today."}
"""What is said of moves that cannot be seen at once."""


@dataclass(frozen=True)
class Key:
    """A key: its names, how it is shown, what a terminal sends for it, and what it does, in a word and in words.

    A `hint` stands at the foot of the screen; presenters and media keys come as one of the further names.
    """

    names: str
    shown: str
    sent: tuple[str, ...]
    action: Action
    word: str
    words: str
    hint: bool = True


KEYS = (
    Key(
        "space,enter,media_play_pause,media_play,media_pause",
        "space",
        (" ", "\r", "\n"),
        "pause",
        "pause",
        "pauses and goes on, as enter and a click do",
    ),
    Key(
        "right,pagedown,media_track_next",
        "→",
        ("\x1b[C", "\x1bOC", "\x1b[6~"),
        "next",
        "next",
        "goes to the next step; page down too",
    ),
    Key(
        "left,pageup,media_track_previous",
        "←",
        ("\x1b[D", "\x1bOD", "\x1b[5~"),
        "back",
        "back",
        "goes to the start of this step, or one back; page up too",
    ),
    Key("plus,equals_sign", "+", ("+", "="), "longer", "10 s", "adds ten seconds to this step, on both sides"),
    Key("r", "r", ("r",), "repeat", "again", "does this step again from its start", hint=False),
    Key("s", "s", ("s",), "switch", "side", "goes to the other side now"),
    Key("h", "h", ("h",), "hurts", "hurts", "it hurts: leaves this drill out, and does another"),
    Key("b", "b", ("b",), "view", "view", "shows figure and pacer, digits alone, or words alone"),
    Key("up", "↑", ("\x1b[A", "\x1bOA"), "louder", "louder", "makes it louder", hint=False),
    Key("down", "↓", ("\x1b[B", "\x1bOB"), "quieter", "softer", "makes it softer", hint=False),
    Key("m", "m", ("m",), "mute", "mute", "turns the sound off and on", hint=False),
    Key("question_mark", "?", ("?",), "help", "keys", "shows the keys"),
    Key("q", "q", ("q",), "leave", "end", "ends the session, after asking"),
)

SEQUENCE = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO.|.", re.DOTALL)


def action(sent: str) -> Action | None:
    """Return what the characters of a key ask for, or None."""
    return next((key.action for key in KEYS if sent in key.sent), None)


def split(sent: str) -> Iterator[str]:
    """Yield the keys of what a terminal sent: escape sequences whole, everything else letter by letter."""
    return (match[0] for match in SEQUENCE.finditer(sent))
