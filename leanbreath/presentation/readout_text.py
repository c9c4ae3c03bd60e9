"""What is read from afar: the word for what is done now, and the number."""

from typing import TYPE_CHECKING

from leanbreath.routine.work import Reps
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_time

if TYPE_CHECKING:
    from leanbreath.session.status import Status

LONG_PART_FRAMES = 5 * RATE
"""From this length of any part on, a rep shows the seconds of its parts, else its number."""

CLOCK_SECONDS = 100
"""From so many seconds on the number is minutes and seconds."""

SIDE_WORDS = {"left": "Left", "right": "Right"}


def readout_words(status: "Status") -> tuple[str, str]:
    """Return the one word to be read from afar, and what stands under it."""
    match status.state:
        case "preparing" | "counting":
            return "Ready", _side_ahead(status)
        case "paused":
            return "Paused", "Press space to resume."
        case "waiting":
            return "Space", "when you're ready"
        case "hurt":
            return "Stopped", ""
        case "over":
            return "Done", ""
        case "open":
            return _work_words(status)
        case "playing":
            return _playing_words(status)


def _playing_words(status: "Status") -> tuple[str, str]:
    segment = status.snapshot.segment
    match segment.kind:
        case "switch" if segment.side:
            return SIDE_WORDS[segment.side], "change sides"
        case "ready" | "move" | "rest" | "switch" | "wait":
            return SEGMENTS[segment.kind].big_word, _side_ahead(status)
        case _:
            return _work_words(status)


def _work_words(status: "Status") -> tuple[str, str]:
    """Return the word for what is done, or the side whose turn it is; without one the number says enough."""
    segment = status.snapshot.segment
    if segment.word:
        in_full = status.snapshot.action
        return segment.word, segment.sub_word or (in_full.upper() if in_full != segment.word else "")
    if segment.kind == "rep" and segment.side and alternates_sides(status):
        return SIDE_WORDS[segment.side], ""
    return "", ""


def alternates_sides(status: "Status") -> bool:
    """Return whether each repetition is on the other side."""
    passage = status.snapshot.passage
    return passage.kind == "work" and passage.side is None


def _side_ahead(status: "Status") -> str:
    """Return the side of the work that comes next."""
    work = status.snapshot.work
    return status.phrases.side(work.side) if work and work.side else ""


def readout_count(status: "Status") -> tuple[str, str]:
    """Return the number to be read from afar: the rep and of how many, or seconds; open work counts up."""
    snapshot = status.snapshot
    match status.state:
        case "counting":
            return _seconds(status.count_in_seconds), ""
        case "open":
            return _seconds(snapshot.elapsed // RATE), ""
        case "playing" if counts_reps(status):
            return str(snapshot.segment.rep), str(snapshot.repetitions)
        case "playing":
            left = snapshot.phase_left if is_counted(status) else snapshot.passage_left
            return _seconds(-(-left // RATE)), ""
        case _:
            return "", ""


def _seconds(seconds: int) -> str:
    return str(seconds) if seconds < CLOCK_SECONDS else format_time(seconds * RATE)


def counts_reps(status: "Status") -> bool:
    """Return whether the number is that of the rep; long parts count their seconds instead."""
    work, segment = status.snapshot.passage.work, status.snapshot.segment
    if segment.kind != "rep" or not isinstance(work, Reps):
        return False
    return all(seconds * RATE < LONG_PART_FRAMES for name, seconds in work.parts if name)


def is_counted(status: "Status") -> bool:
    """Return whether the number is of one breath or rep rather than of the whole passage."""
    return SEGMENTS[status.snapshot.segment.kind].is_counted
