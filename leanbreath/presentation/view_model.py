"""What a session shows, as text; a pure reading of its status."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leanbreath.presentation.round_and_set import round_and_set
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Reps
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE, SegmentKind
from leanbreath.score.time_format import format_time, format_total

if TYPE_CHECKING:
    from leanbreath.session.session import Status

SETUP_FRAMES = 8 * RATE
"""So long before the end of a rest the setup of the next drill replaces what was said."""


@dataclass(frozen=True)
class SessionView:
    """Every text of the session screen, and how far pacer and progress are (0 to 1).

    `big_word` and `count` are read from afar.
    """

    clock: str
    progress: float
    drill: str
    detail: str
    phase: str
    big_word: str
    sub_word: str
    count: str
    time_left: str
    instruction: str
    next: str
    kind: SegmentKind
    level: float
    side: Side | None

    @property
    def sub_line(self) -> str:
        """What is below the big word: more about it, or the same in full if it says more."""
        return self.sub_word or (self.phase if self.phase != self.big_word else "")

    @property
    def place(self) -> str:
        """Side, round, set and repetition, and the time that is left, if there are any."""
        return " · ".join(text for text in (self.detail, self.time_left) if text)


def session_view(status: "Status") -> SessionView:
    """Return what to show for a status."""
    snapshot = status.snapshot
    passage, segment = snapshot.passage, snapshot.segment
    is_gap = passage.kind != "work"
    return SessionView(
        clock=f"{format_time(snapshot.frame)} / {format_total(snapshot.total, status.score.is_estimate)}",
        progress=snapshot.frame / max(snapshot.total, 1),
        drill=passage.title,
        detail=_detail(status),
        phase=_phase(status).upper(),
        big_word=_big_word(status).upper(),
        sub_word=(segment.sub_word or "").upper() if status.state in ("playing", "open") else "",
        count=_count(status),
        time_left=_time_left(status),
        instruction=_instruction(status),
        next=f"Next: {snapshot.next}" if snapshot.next else "Next: the end",
        kind="ready" if is_gap or status.state == "counting" else segment.kind,
        level=snapshot.elapsed / status.most if status.most else snapshot.level,
        side=segment.side,
    )


def _time_left(status: "Status") -> str:
    """Return how much is left of a passage, or when a wait ends by itself; empty if nothing is."""
    if status.state == "waiting":
        return "" if status.wait_left is None else f"continues in {format_time(status.wait_left + RATE - 1)}"
    if status.most is not None:
        return f"{format_time(status.most)} at most"
    if status.state == "over" or (status.state != "playing" and status.snapshot.segment.is_open):
        return ""
    return f"{format_time(status.snapshot.passage_left + RATE - 1)} left"


def _instruction(status: "Status") -> str:
    """Return the setup of the work that comes next, else the line that was said."""
    if status.state == "paused":
        return "Press space to resume."
    line = status.score.as_written(status.line)
    return setup_instruction(status) or line or ("Space: done · p: pause" if status.state == "open" else "")


def setup_instruction(status: "Status") -> str:
    """Return how to set up for the work that a gap or a count-in leads to, or an empty text."""
    snapshot = status.snapshot
    kind = snapshot.passage.kind
    shows_rest_line = kind == "rest" and bool(status.line) and snapshot.passage_left > SETUP_FRAMES
    leads_to_work = status.state in ("counting", "preparing") or kind not in ("work", "wait")
    if snapshot.work is None or status.state == "paused" or shows_rest_line or not leads_to_work:
        return ""
    return snapshot.work.setup[0] if snapshot.work.setup else ""


def _detail(status: "Status") -> str:
    """Return side, round, set and repetition, if there are any."""
    passage, segment = status.snapshot.passage, status.snapshot.segment
    parts = []
    if segment.side and passage.kind in ("work", "switch"):
        parts.append(status.phrases.side(segment.side).upper())
    parts.extend(round_and_set(passage))
    if status.state == "open" and isinstance(passage.work, Reps):
        parts.append(status.phrases.counted(status.phrases.reps, passage.work.count))
    if segment.rep is not None:
        of = f" of {status.snapshot.repetitions}" if status.snapshot.repetitions else ""
        parts.append(f"{SEGMENTS[segment.kind].noun} {segment.rep}{of}")
    return " · ".join(parts)


def _phase(status: "Status") -> str:
    """Return what is done in a phase of a breath or a part of a rep, in full; empty if only the count says it."""
    match status.state:
        case "preparing" | "counting":
            return "Get ready"
        case "paused":
            return "Paused"
        case "waiting":
            return "Press space"
        case "hurt":
            return "Stopped"
        case "over":
            return "Done"
        case "playing" | "open":
            return status.snapshot.action or SEGMENTS[status.snapshot.segment.kind].word


def _big_word(status: "Status") -> str:
    """Return the word to be read from afar; empty for work that has none."""
    segment = status.snapshot.segment
    if status.state in ("playing", "open"):
        return segment.word or SEGMENTS[segment.kind].big_word
    words = _phase(status)
    return BIG_WORDS.get(words, words)


BIG_WORDS = {"Get ready": "Ready", "Press space": "Space"}
"""Shorter words to be read from afar."""


def _count(status: "Status") -> str:
    """Return the number to be read from afar: the repetition, or the seconds left, or so far if the work is open."""
    snapshot = status.snapshot
    if status.state == "counting":
        return str(min(status.count_in_seconds, 3)) if status.count_in_seconds <= 3 else ""
    if status.state == "open":
        return str(snapshot.elapsed // RATE)
    if status.state != "playing":
        return ""
    if SEGMENTS[snapshot.segment.kind].shows_repetition and not snapshot.segment.phase:
        return str(snapshot.segment.rep)
    left = snapshot.phase_left if snapshot.segment.phase else snapshot.passage_left
    return str(-(-left // RATE))
