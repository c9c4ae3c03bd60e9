"""The pacer of a moment: which shape it has, and how far it is."""

from typing import TYPE_CHECKING

from leanbreath.presentation.readout_text import alternates_sides, counts_reps
from leanbreath.routine.work import Reps
from leanbreath.score.easing import ease
from leanbreath.score.kinds import SEGMENTS, PacerShape

if TYPE_CHECKING:
    from leanbreath.session.status import Status

STILL_PARTS = ("hold", "rest")
"""The parts of a rep in which nothing moves."""

TOWARDS = {"left": -1, "right": 1}
"""The end of the track for a side."""


def pacer_shape(status: "Status") -> PacerShape | None:
    """Return the shape of the pacer, None where nothing is paced."""
    match status.state:
        case "playing" if status.snapshot.segment.kind == "rep" and not counts_reps(status):
            return "ring"
        case "playing" | "open":
            return SEGMENTS[status.snapshot.segment.kind].pacer
        case _:
            return None


def pacer_level(status: "Status") -> float:
    """Return how far the pacer is (0 to 1)."""
    snapshot = status.snapshot
    segment = snapshot.segment
    if status.most:
        return min(snapshot.elapsed / status.most, 1.0)
    passed = 1 - snapshot.phase_left / max(segment.end - segment.start, 1)
    if segment.kind == "beat":
        return ease(passed) if segment.side == "right" else 1 - ease(passed)
    if segment.kind != "rep":
        return snapshot.level
    if not counts_reps(status):
        return passed
    return _rep_level(status, passed)


def _rep_level(status: "Status", passed: float) -> float:
    """Return where the dot is: it crosses the track once in each part that moves, or leaves to the rep's side."""
    snapshot = status.snapshot
    segment, work = snapshot.segment, snapshot.passage.work
    if segment.phase is None or not isinstance(work, Reps):
        away = snapshot.level
        return (
            away if not alternates_sides(status) or segment.side is None else (0.5 + (away / 2) * TOWARDS[segment.side])
        )
    moving = [name for name in work.phase_names if name not in STILL_PARTS]
    before = work.phase_names[: work.phase_names.index(segment.phase)]
    crossings = ((segment.rep or 1) - 1) * len(moving) + sum(name not in STILL_PARTS for name in before)
    moved = 0.0 if segment.phase in STILL_PARTS else ease(passed)
    return moved if crossings % 2 == 0 else 1 - moved
