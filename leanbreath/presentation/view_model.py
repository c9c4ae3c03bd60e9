"""What a session shows, as text; a pure reading of its status."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leanbreath.presentation.round_and_set import round_and_set
from leanbreath.presentation.set_up import set_up_lines
from leanbreath.routine.work import Reps
from leanbreath.score.easing import ease
from leanbreath.score.kinds import SEGMENTS, PacerShape
from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_time, format_total
from leanbreath.session.key_labels import key_labels
from leanbreath.session.keys import KEYS, MOVES

if TYPE_CHECKING:
    from leanbreath.session.session import Status

SETUP_FRAMES = 8 * RATE
"""So long before the end of a rest the setup of the next drill replaces what was said."""

LONG_PART_FRAMES = 5 * RATE
"""From this length of any part on, a rep shows the seconds of its parts, else its number."""

CLOCK_SECONDS = 100
"""From so many seconds on the number is minutes and seconds."""

GAP_LINES = 2
"""How many lines of a set-up are shown while there are only seconds to read them."""

STILL_PARTS = ("hold", "rest")
"""The parts of a rep in which nothing moves."""


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
    word, sub_word = _words(status)
    count, total = _count(status)
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
        next=f"Next: {snapshot.next}" if snapshot.next else "Next: the end",
        shape=_shape(status),
        level=_level(status),
        keys=_keys(status) if is_paused else (),
        is_paused=is_paused,
    )


def _time_left(status: "Status") -> str:
    """Return how much is left of a passage, or when a wait ends by itself; empty if the number says it already."""
    if status.state == "waiting":
        return "" if status.wait_left is None else f"continues in {format_time(status.wait_left + RATE - 1)}"
    if status.most is not None:
        return f"{format_time(status.most)} at most"
    if status.state == "over" or (status.state != "playing" and status.snapshot.segment.is_open):
        return ""
    if status.state == "counting" or (status.state == "playing" and not _is_cycle(status)):
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


def setup_instruction(status: "Status") -> str:
    """Return how to set up for the work that a gap or a count-in leads to, or an empty text."""
    work = status.snapshot.work
    return work.setup[0] if work and work.setup and leads_to_work(status) else ""


def leads_to_work(status: "Status") -> bool:
    """Return whether the runner gets into place for work; a rest's own words are read first."""
    snapshot = status.snapshot
    kind = snapshot.passage.kind
    shows_rest_line = kind == "rest" and bool(status.line) and snapshot.passage_left > SETUP_FRAMES
    leads = status.state in ("counting", "preparing") or (status.state == "playing" and kind not in ("work", "wait"))
    return leads and not shows_rest_line


def _detail(status: "Status") -> str:
    """Return side, round, set and repetition, if there are any."""
    passage, segment = status.snapshot.passage, status.snapshot.segment
    parts = []
    if segment.side and not _alternates(status) and passage.kind in ("work", "switch"):
        parts.append(status.phrases.side(segment.side).upper())
    parts.extend(round_and_set(passage))
    if status.state == "open" and isinstance(passage.work, Reps):
        parts.append(status.phrases.counted(status.phrases.reps, passage.work.count))
    if segment.kind == "beat":
        parts.append(f"{round(60 * RATE / (segment.end - segment.start))} steps a minute")
    elif segment.rep is not None and (status.state != "playing" or not _counts_reps(status)):
        of = f" of {status.snapshot.repetitions}" if status.snapshot.repetitions else ""
        parts.append(f"{SEGMENTS[segment.kind].noun} {segment.rep}{of}")
    return " · ".join(parts)


def _alternates(status: "Status") -> bool:
    """Return whether each repetition is on the other side."""
    passage = status.snapshot.passage
    return passage.kind == "work" and passage.side is None


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


def _words(status: "Status") -> tuple[str, str]:
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


SIDE_WORDS = {"left": "Left", "right": "Right"}


def _side_ahead(status: "Status") -> str:
    """Return the side of the work that comes next."""
    work = status.snapshot.work
    return status.phrases.side(work.side) if work and work.side else ""


def _work_words(status: "Status") -> tuple[str, str]:
    """Return the word for what is done, or the side whose turn it is; without one the number says enough."""
    segment = status.snapshot.segment
    if segment.word:
        in_full = status.snapshot.action
        return segment.word, segment.sub_word or (in_full.upper() if in_full != segment.word else "")
    if segment.kind == "rep" and segment.side and _alternates(status):
        return SIDE_WORDS[segment.side], ""
    return "", ""


def _counts_reps(status: "Status") -> bool:
    """Return whether the number is that of the rep; long parts count their seconds instead."""
    work, segment = status.snapshot.passage.work, status.snapshot.segment
    if segment.kind != "rep" or not isinstance(work, Reps):
        return False
    return all(seconds * RATE < LONG_PART_FRAMES for name, seconds in work.parts if name)


def _count(status: "Status") -> tuple[str, str]:
    """Return the number to be read from afar: the rep and of how many, or seconds; open work counts up."""
    snapshot = status.snapshot
    match status.state:
        case "counting":
            return _seconds(status.count_in_seconds), ""
        case "open":
            return _seconds(snapshot.elapsed // RATE), ""
        case "playing" if _counts_reps(status):
            return str(snapshot.segment.rep), str(snapshot.repetitions)
        case "playing":
            left = snapshot.phase_left if _is_cycle(status) else snapshot.passage_left
            return _seconds(-(-left // RATE)), ""
        case _:
            return "", ""


def _is_cycle(status: "Status") -> bool:
    """Return whether the number is of one breath or rep rather than of the whole passage."""
    return status.snapshot.segment.kind in ("breath", "rep")


def _seconds(seconds: int) -> str:
    return str(seconds) if seconds < CLOCK_SECONDS else format_time(seconds * RATE)


def _shape(status: "Status") -> PacerShape | None:
    """Return the shape of the pacer, None where nothing is paced."""
    match status.state:
        case "playing" if status.snapshot.segment.kind == "rep" and not _counts_reps(status):
            return "ring"
        case "playing" | "open":
            return SEGMENTS[status.snapshot.segment.kind].pacer
        case _:
            return None


def _level(status: "Status") -> float:
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
    if not _counts_reps(status):
        return passed
    return _rep_level(status, passed)


def _rep_level(status: "Status", passed: float) -> float:
    """Return where the dot is: it crosses the track once in each part that moves, or leaves to the rep's side."""
    snapshot = status.snapshot
    segment, work = snapshot.segment, snapshot.passage.work
    if segment.phase is None or not isinstance(work, Reps):
        away = snapshot.level
        return away if not _alternates(status) or segment.side is None else (0.5 + (away / 2) * TOWARDS[segment.side])
    moving = [name for name in work.phase_names if name not in STILL_PARTS]
    before = work.phase_names[: work.phase_names.index(segment.phase)]
    crossings = ((segment.rep or 1) - 1) * len(moving) + sum(name not in STILL_PARTS for name in before)
    moved = 0.0 if segment.phase in STILL_PARTS else ease(passed)
    return moved if crossings % 2 == 0 else 1 - moved


LISTED = (*MOVES, "leave")
"""The keys that a pause lists; space is named under its word, the others at the foot of the screen."""

TOWARDS = {"left": -1, "right": 1}
"""The end of the track for a side."""


def _keys(status: "Status") -> tuple[tuple[str, str], ...]:
    """Return each key that does something now, with what it does."""
    labels = key_labels(status)
    return tuple((key.symbol, labels[key.action]) for key in KEYS if key.action in labels and key.action in LISTED)
