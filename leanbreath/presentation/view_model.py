"""What a session shows, as texts; a pure reading of its status."""

from dataclasses import dataclass

from leanbreath.routine.vocabulary import Side
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.score import RATE, SegmentKind
from leanbreath.score.time_format import format_time
from leanbreath.session.session import Status

SET_UP = 8 * RATE
"""So long before the end of a rest there is to be read how to get into place, whatever is said meanwhile."""


@dataclass(frozen=True)
class SessionView:
    """Every text of the session screen, and how far pacer and progress are (0 to 1)."""

    clock: str
    progress: float
    drill: str
    where: str
    phase: str
    call: str
    count: str
    left: str
    instruction: str
    next: str
    kind: SegmentKind
    level: float
    side: Side | None

    @property
    def place(self) -> str:
        """Side, set and count, as far as there are any, and what is left."""
        return " · ".join(text for text in (self.where, self.left) if text)


def session_view(status: Status) -> SessionView:
    """Return what to show for a status."""
    moment = status.snapshot
    passage, segment = moment.passage, moment.segment
    gap = passage.kind != "work"
    return SessionView(
        clock=f"{format_time(moment.frame)} / {format_time(moment.total)}",
        progress=moment.frame / max(moment.total, 1),
        drill=passage.title,
        where=_where(status),
        phase=_phase(status).upper(),
        call=_call(status).upper(),
        count=_count(status),
        left="" if status.state == "over" else f"{format_time(moment.passage_left + RATE - 1)} left",
        instruction=_instruction(status),
        next=f"Next: {moment.next}" if moment.next else "Next: the end",
        kind="ready" if gap or status.state == "counting" else segment.kind,
        level=moment.level,
        side=segment.side,
    )


def _instruction(status: Status) -> str:
    """Return what is to be read: before work how to get into place for it, else what was said."""
    return "Press space to resume." if status.state == "paused" else set_up(status) or status.line


def set_up(status: Status) -> str:
    """Return how to get into place for the work that a gap or a count-in leads to; an empty text elsewhere."""
    moment = status.snapshot
    resting = moment.passage.kind == "rest" and bool(status.line) and moment.passage_left > SET_UP
    before = status.state in ("counting", "preparing") or moment.passage.kind not in ("work", "wait")
    setup = moment.work.setup if moment.work and before and not resting else ()
    return setup[0] if setup and status.state != "paused" else ""


def _where(status: Status) -> str:
    """Return side, set and count, as far as there are any."""
    passage, segment = status.snapshot.passage, status.snapshot.segment
    parts = []
    if segment.side and passage.kind in ("work", "switch"):
        parts.append(status.phrases.side(segment.side).upper())
    if passage.kind == "work" and passage.sets > 1:
        parts.append(f"set {passage.set} of {passage.sets}")
    if segment.rep is not None:
        of = f" of {status.snapshot.repetitions}" if status.snapshot.repetitions else ""
        parts.append(f"{SEGMENTS[segment.kind].noun} {segment.rep}{of}")
    return " · ".join(parts)


def _phase(status: Status) -> str:
    match status.state:
        case "preparing" | "counting":
            return "Get ready"
        case "paused":
            return "Paused"
        case "waiting":
            return "Press space"
        case "over":
            return "Done"
        case "playing":
            return status.snapshot.phase or SEGMENTS[status.snapshot.segment.kind].word


def _call(status: Status) -> str:
    """Return the one word that is read from afar."""
    phase = status.snapshot.segment.phase
    if status.state == "playing" and phase and status.snapshot.passage.kind == "work":
        return status.phrases.call(phase)
    if status.state == "playing":
        return SEGMENTS[status.snapshot.segment.kind].big_word
    words = _phase(status)
    return CALLS.get(words, words)


CALLS = {"Get ready": "Ready", "Press space": "Space"}
"""Shorter words for what is read from afar."""


def _count(status: Status) -> str:
    """Return the number to be read from afar: the seconds of a phase, the rep, or the seconds of a gap."""
    moment = status.snapshot
    if status.state == "counting":
        return str(min(status.count_in_seconds, 3)) if status.count_in_seconds <= 3 else ""
    if status.state != "playing":
        return ""
    if SEGMENTS[moment.segment.kind].shows_repetition and not moment.segment.phase:
        return str(moment.segment.rep)
    left = moment.phase_left if moment.segment.phase else moment.passage_left
    return str(-(-left // RATE))
