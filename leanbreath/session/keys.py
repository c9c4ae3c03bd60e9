"""Which key does what, in one table for the screen, the line mode and their help."""

from dataclasses import dataclass
from typing import Literal

Action = Literal["pause", "next", "back", "louder", "quieter", "mute", "longer", "help", "leave"]


@dataclass(frozen=True)
class Key:
    """A key: its name, how it is shown, what a terminal sends for it, and what it does, in a word and in words."""

    name: str
    shown: str
    sent: tuple[str, ...]
    action: Action
    word: str
    words: str


KEYS = (
    Key("space", "space", (" ",), "pause", "pause", "pauses and goes on"),
    Key("right", "→", ("\x1b[C", "\x1bOC"), "next", "next", "goes to the next step"),
    Key("left", "←", ("\x1b[D", "\x1bOD"), "back", "back", "goes to the start of this step, or to the one before"),
    Key("plus", "+", ("+", "="), "longer", "10 s", "adds ten seconds to this step, on both sides"),
    Key("up", "↑", ("\x1b[A", "\x1bOA"), "louder", "louder", "makes it louder"),
    Key("down", "↓", ("\x1b[B", "\x1bOB"), "quieter", "softer", "makes it softer"),
    Key("m", "m", ("m",), "mute", "mute", "turns the sound off and on"),
    Key("question_mark", "?", ("?",), "help", "help", "shows the keys"),
    Key("q", "q", ("q",), "leave", "end", "ends the session, after asking"),
)


def action(sent: str) -> Action | None:
    """Return what the characters of a key ask for, or None."""
    return next((key.action for key in KEYS if sent in key.sent), None)
