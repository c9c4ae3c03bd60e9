"""What each key of a session does now: nothing is offered that would change nothing."""

from typing import TYPE_CHECKING

from leanbreath.score.edit import next_step, other_side
from leanbreath.session.keys import KEYS, SPACE_LABELS, Action
from leanbreath.session.states import Move, next_state

if TYPE_CHECKING:
    from leanbreath.session.status import Status


def key_labels(status: "Status", can_undo: bool = False) -> dict[Action, str]:
    """Return what the keys do that do something now; `can_undo` says whether a drill was left out or replaced."""
    if status.state in ("hurt", "over"):
        return {}
    labels = {key.action: _label(key.action, key.label, status) for key in KEYS if key.action != "undo" or can_undo}
    return {action: label for action, label in labels.items() if label}


def _label(action: Action, usual: str, status: "Status") -> str:
    """Return what a key does, or an empty text if that is nothing."""
    match action:
        case "view" | "louder" | "quieter" | "mute" | "help" | "leave":
            return usual
        case "space":
            return SPACE_LABELS.get(status.state, usual) if status.state != "preparing" else ""
        case "pause":
            return usual if status.state in ("open", "waiting") else ""  # elsewhere space does the same
    return _move_label(action, usual, status) if next_state(status.state, action) else ""


def _move_label(move: Move, usual: str, status: "Status") -> str:
    match move:
        case "next" if status.state == "waiting":
            return ""  # space does the same
        case "next":
            return "finish" if next_step(status.score, status.snapshot.frame)[1] >= status.score.total else usual
        case "switch":
            return _other_side(status)
        case "longer" | "hurts" if status.snapshot.work is None:
            return ""
        case _:
            return usual


def _other_side(status: "Status") -> str:
    """Return the side that a key leads to, or an empty text if there is no other."""
    score, frame = other_side(status.score, status.snapshot.frame)
    passage = score.passages[score.at(frame).passage]
    if frame == status.snapshot.frame or passage.side is None:
        return ""
    return passage.side
