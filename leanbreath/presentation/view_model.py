"""What a session shows, as text; a pure reading of its status."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leanbreath.presentation.pacer_level import pacer_level, pacer_shape
from leanbreath.presentation.readout_text import (
    alternates_sides,
    counts_reps,
    is_counted,
    readout_count,
    readout_words,
)
from leanbreath.presentation.round_and_set import round_and_set
from leanbreath.presentation.set_up import leads_to_work, set_up_lines
from leanbreath.routine.work import Reps
from leanbreath.score.kinds import SEGMENTS, PacerShape
from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_time, format_total
from leanbreath.session.key_labels import key_labels
from leanbreath.session.keys import KEYS, MOVES

if TYPE_CHECKING:
    from leanbreath.session.status import Status

GAP_LINES = 2
"""How many lines of a set-up are shown while there are only seconds to read them."""

LISTED = (*MOVES, "leave")
"""The keys that a pause lists; space is named under its word, the others at the foot of the screen."""


@dataclass(frozen=True)
class SessionView:
    """Every text of the session screen, and how far pacer and progress are (0 to 1).

    `big_word`, `sub_word`, `count` and `total` are read from afar. `set_up` says how to get into place where there is
    time for it, `keys` what to press during a pause: symbol and effect. Without a `shape` there is no pacer.
    """

    clock: str
    progress: float
    drill: str
    detail: str
    phase: str
    big_word: str
    sub_word: str
    count: str
    total: str
    time_left: str
    instruction: str
    set_up: tuple[str, ...]
    next: str
    shape: PacerShape | None
    level: float
    keys: tuple[tuple[str, str], ...]
    is_paused: bool

    @property
    def place(self) -> str:
        """Side, round, set and repetition, and the time that is left, if there are any."""
        return " · ".join(text for text in (self.detail, self.time_left) if text)

    @property
    def number(self) -> str:
        """The number, and of how many it is."""
        return f"{self.count}/{self.total}" if self.total else self.count


def session_view(status: "Status") -> SessionView:
    """Return what to show for a status."""
    snapshot = status.snapshot
    is_paused = status.state == "paused"
    word, sub_word = readout_words(status)
    count, total = readout_count(status)
    return SessionView(
        clock=f"{format_time(snapshot.frame)} / {format_total(snapshot.total, status.score.is_estimate)}",
        progress=snapshot.frame / max(snapshot.total, 1),
        drill=snapshot.passage.title,
        detail=_detail(status),
        phase=_phase(status).upper(),
        big_word=word.upper(),
        sub_word=sub_word,
        count=count,
        total=total,
        time_left=_time_left(status),
        instruction=_instruction(status),
        set_up=_set_up(status),
        next=_next(status),
        shape=pacer_shape(status),
        level=pacer_level(status),
        keys=_keys(status) if is_paused else (),
        is_paused=is_paused,
    )


def _next(status: "Status") -> str:
    """Return what comes next; nothing does after the end."""
    return "" if status.state == "over" else f"Next: {status.snapshot.next or 'the end'}"


def _time_left(status: "Status") -> str:
    """Return how much is left of a passage, or when a wait ends by itself; empty if the number says it already."""
    if status.state == "waiting":
        return "" if status.wait_left is None else f"continues in {format_time(status.wait_left + RATE - 1)}"
    if status.most is not None:
        return f"{format_time(status.most)} at most"
    if status.state == "over" or (status.state != "playing" and status.snapshot.segment.is_open):
        return ""
    if status.state == "counting" or (status.state == "playing" and not is_counted(status)):
        return ""
    return f"{format_time(status.snapshot.passage_left + RATE - 1)} left"


def _instruction(status: "Status") -> str:
    """Return how to set up for the work that comes next, else the line that was said."""
    set_up = _set_up(status)
    return set_up[0] if set_up else _line(status) or ("Space: done · p: pause" if status.state == "open" else "")


def _line(status: "Status") -> str:
    """Return the line that was said, unless the title says it already."""
    return "" if status.line == status.snapshot.passage.title else status.score.as_written(status.line)


def _set_up(status: "Status") -> tuple[str, ...]:
    """Return how to get into place for the work that comes next, or, in a pause, for the work that was left."""
    work = status.snapshot.work
    if work is None:
        return ()
    if status.state == "paused":
        return set_up_lines(work)
    return set_up_lines(work)[:GAP_LINES] if leads_to_work(status) else ()


def _detail(status: "Status") -> str:
    """Return side, round, set and repetition, if there are any."""
    passage, segment = status.snapshot.passage, status.snapshot.segment
    parts = []
    if segment.side and not alternates_sides(status) and passage.kind in ("work", "switch"):
        parts.append(status.phrases.side(segment.side).upper())
    parts.extend(round_and_set(passage))
    if status.state == "open" and isinstance(passage.work, Reps):
        parts.append(status.phrases.counted(status.phrases.reps, passage.work.count))
    if segment.kind == "beat":
        parts.append(f"{round(60 * RATE / (segment.end - segment.start))} steps a minute")
    elif segment.rep is not None and (status.state != "playing" or not counts_reps(status)):
        of = f" of {status.snapshot.repetitions}" if status.snapshot.repetitions else ""
        parts.append(f"{SEGMENTS[segment.kind].noun} {segment.rep}{of}")
    return " · ".join(parts)


def _phase(status: "Status") -> str:
    """Return what is done in a phase of a breath or a part of a rep, in full; empty if only the number says it."""
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


def _keys(status: "Status") -> tuple[tuple[str, str], ...]:
    """Return each key that does something now, with what it does."""
    labels = key_labels(status)
    return tuple((key.symbol, labels[key.action]) for key in KEYS if key.action in labels and key.action in LISTED)
