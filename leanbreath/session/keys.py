"""Which key does what, in one table for the screen, the line mode and their help."""

from dataclasses import dataclass
from typing import Literal

from leanbreath.session.keyboard_layouts import latin
from leanbreath.session.states import Move, State

Action = Literal[
    "space",
    "pause",
    "next",
    "back",
    "longer",
    "repeat",
    "switch",
    "hurts",
    "undo",
    "view",
    "louder",
    "quieter",
    "mute",
    "help",
    "leave",
]

MOVES = ("next", "back", "longer", "repeat", "switch", "hurts", "undo")
"""The actions that are moves of the session."""

SPACE_LABELS: dict[State, str] = {"paused": "resume", "waiting": "continue", "open": "done"}
"""What space does, where it doesn't pause."""

CONFIRMATIONS: dict[Move, str] = {
    "longer": "Ten seconds more.",
    "leave_out": "Left out for a week. Press u to bring it back.",
    "ease": "Something easier. Press u to undo that.",
    "undo": "It's back.",
}
"""What the runner is told after a move that cannot be seen at once."""


@dataclass(frozen=True)
class Key:
    """A key: Textual's names for it, its symbol, what a terminal sends for it, and what it does.

    A key `in_footer` has its label at the foot of the screen; presenters and media keys are among the further names.
    """

    names: str
    symbol: str
    sequences: tuple[str, ...]
    action: Action
    label: str
    help: str
    in_footer: bool = True


KEYS = (
    Key(
        "space,enter,media_play_pause,media_play,media_pause",
        "space",
        (" ", "\r", "\n"),
        "space",
        "pause",
        "pause, resume, continue or be done (enter and click too)",
    ),
    Key(
        "right,pagedown,media_track_next",
        "→",
        ("\x1b[C", "\x1bOC", "\x1b[6~"),
        "next",
        "next",
        "next step (also page down)",
    ),
    Key(
        "left,pageup,media_track_previous",
        "←",
        ("\x1b[D", "\x1bOD", "\x1b[5~"),
        "back",
        "back",
        "start of this step, or the one before (also page up)",
    ),
    Key("plus,equals_sign", "+", ("+", "="), "longer", "10 s", "ten seconds more for this step, on both sides"),
    Key("p", "p", ("p",), "pause", "pause", "pause where space means done, or resume"),
    Key("r", "r", ("r",), "repeat", "again", "repeat this step", in_footer=False),
    Key("s", "s", ("s",), "switch", "side", "change sides now"),
    Key("h", "h", ("h",), "hurts", "hurts", "it hurts: stop at once, then choose what to do"),
    Key("u", "u", ("u",), "undo", "undo h", "bring back the drill that hurt last"),
    Key("b", "b", ("b",), "view", "view", "show figure and pacer, digits only, or text only"),
    Key("up", "↑", ("\x1b[A", "\x1bOA"), "louder", "louder", "louder", in_footer=False),
    Key("down", "↓", ("\x1b[B", "\x1bOB"), "quieter", "quieter", "quieter", in_footer=False),
    Key("m", "m", ("m",), "mute", "mute", "mute or unmute", in_footer=False),
    Key("question_mark", "?", ("?",), "help", "keys", "show these keys"),
    Key("q", "q", ("q",), "leave", "end", "end the session (asks first)"),
)


@dataclass(frozen=True)
class Choice:
    """An answer to "it hurts": its key, as in `Key`, the move it makes, and words to be read from afar."""

    names: str
    symbol: str
    sequences: tuple[str, ...]
    move: Move
    words: str


CHOICES = (
    Choice("1,right,pagedown,media_track_next", "1", ("1", "\x1b[C", "\x1bOC", "\x1b[6~"), "leave_out", "Leave out"),
    Choice("2", "2", ("2",), "ease", "Easier"),
    Choice("3,left,pageup,media_track_previous", "3", ("3", "\x1b[D", "\x1bOD", "\x1b[5~"), "slip", "Continue"),
)
"""What a runner can do where a drill hurts. Space does nothing, since a hand that hurries finds it first."""


def choice(sent: str) -> Move | None:
    """Return the answer of the key that sends these characters, or None."""
    return next((each.move for each in CHOICES if sent in each.sequences), None)


def action(sent: str) -> Action | None:
    """Return the action of the key that sends these characters, in capitals or another layout too, or None."""
    letter = latin(sent)
    return next((key.action for key in KEYS if letter in key.sequences), None)
