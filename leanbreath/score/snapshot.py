"""What there is to show of a score at one frame."""

from dataclasses import dataclass

from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score, Segment
from leanbreath.score.work import level

SHOWN = 6 * RATE
"""How long a line stays to be read, at least."""


@dataclass(frozen=True)
class Snapshot:
    """One frame of a score, as a performer shows it; lengths in frames.

    `since` is counted from the start of the passage, `work` is what is done, or what the gap leads to.
    """

    frame: int
    total: int
    segment: Segment
    passage: Passage
    number: int | None
    phase: str
    level: float
    phase_left: int
    passage_left: int
    next: str
    line: str
    since: int
    work: Passage | None


def snapshot_at(score: Score, frame: int, wait: int | None = None) -> Snapshot:
    """Return what there is to show at a frame, which may lie before the start or after the end.

    A wait has no frames of its own; while it lasts, `wait` is the index of its segment.
    """
    frame = min(max(frame, 0), score.total)
    segment = score.at(frame) if wait is None else score.segments[wait]
    passage = score.passages[segment.passage]
    start, end = score.passage_span(segment.passage)
    if segment.kind in ("breath", "rep", "beat"):
        first, length = segment.start, segment.end - segment.start
    else:
        first, length = start, end - start
    return Snapshot(
        frame=frame,
        total=score.total,
        segment=segment,
        passage=passage,
        number=_number(passage),
        phase=score.phrases.phase(segment.phase) if segment.phase else "",
        level=level(segment.kind, segment.phase, (frame - first) / max(length, 1)),
        phase_left=segment.end - frame,
        passage_left=end - frame,
        next=_next(score, segment.passage),
        line=_line(score, frame),
        since=frame - start,
        work=_work(score, segment.passage),
    )


def _work(score: Score, index: int) -> Passage | None:
    """Return the work at a passage, or that which it leads to; None after the last."""
    return next((passage for passage in score.passages[index:] if passage.kind == "work"), None)


def _number(passage: Passage) -> int | None:
    """Return how many breaths or reps a passage has, or None where they are not counted."""
    numbers = [work.number for work in passage.works if hasattr(work, "number")]
    return sum(numbers) if numbers else None


def _next(score: Score, index: int) -> str:
    """Return what follows: in a gap what it leads to, and how much; in a drill the other side or the next step."""
    following = (passage for passage in score.passages[index + 1 :] if passage.kind in ("work", "wait"))
    passage = next(following, None)
    if passage is None:
        return ""
    what = score.phrases.what(passage.title, passage.side)
    gap = score.passages[index].kind != "work"
    return f"{what} · {score.phrases.dose(passage.work)}" if gap and passage.work else what


def _line(score: Score, frame: int) -> str:
    """Return the line last said, while it is fresh."""
    index = score.cue_index(frame + 1) - 1
    while index >= 0 and frame - score.cues[index].at < SHOWN:
        cue = score.cues[index]
        if cue.say and not (cue.line and cue.line.is_audio_only):
            return cue.say
        index -= 1
    return ""
