"""A snapshot of a score: what to show at one frame."""

from bisect import bisect_right
from dataclasses import dataclass

from leanbreath.score.action_words import action_in_full
from leanbreath.score.dose import dose_text
from leanbreath.score.kinds import SEGMENTS, WORK
from leanbreath.score.passage import Passage
from leanbreath.score.score import RATE, Score, Segment

LINE_SHOWN = 6 * RATE
"""How long a line stays on screen, at least."""


@dataclass(frozen=True)
class Snapshot:
    """One frame of a score, as it is shown; lengths in frames.

    `elapsed` counts from the start of the passage. `work` is the work being done, or that a gap leads to. `lung_level`
    says how full the lungs are (0 to 1) if the breath is paced.
    """

    frame: int
    total: int
    segment: Segment
    passage: Passage
    repetitions: int | None
    action: str
    level: float
    lung_level: float | None
    phase_left: int
    passage_left: int
    next: str
    line: str
    elapsed: int
    work: Passage | None


def snapshot_at(score: Score, frame: int, wait: int | None = None) -> Snapshot:
    """Return what to show at a frame, which may lie before the start or after the end.

    A wait has no frames; while it lasts, `wait` is the index of its segment.
    """
    frame = min(max(frame, 0), score.total)
    segment = score.at(frame) if wait is None else score.segments[wait]
    passage = score.passages[segment.passage]
    start, end = score.passage_span(segment.passage)
    progress = _progress(score, segment, frame)
    return Snapshot(
        frame=frame,
        total=score.total,
        segment=segment,
        passage=passage,
        repetitions=_repetitions(passage),
        action=action_in_full(segment, score.phrases),
        level=SEGMENTS[segment.kind].level(segment.phase, progress),
        lung_level=_lung_level(passage, segment, progress),
        phase_left=segment.end - frame,
        passage_left=end - frame,
        next=_next(score, segment.passage),
        line=line_at(score, frame),
        elapsed=frame - start,
        work=_work(score, segment.passage),
    )


def level_at(score: Score, segment: Segment, frame: int) -> float:
    """Return how far out the pacer is (0 to 1) at a frame of a segment, its end included."""
    return SEGMENTS[segment.kind].level(segment.phase, _progress(score, segment, frame))


def _progress(score: Score, segment: Segment, frame: int) -> float:
    """Return how much has passed (0 to 1) of what the pacer follows: the segment, or its whole passage."""
    is_cyclic = SEGMENTS[segment.kind].is_cyclic
    first, last = (segment.start, segment.end) if is_cyclic else score.passage_span(segment.passage)
    return (frame - first) / max(last - first, 1)


def _work(score: Score, index: int) -> Passage | None:
    """Return the work at a passage, or the next after it; None after the last."""
    return next((passage for passage in score.passages[index:] if passage.kind == "work"), None)


def _repetitions(passage: Passage) -> int | None:
    """Return the number of breaths or reps of a passage, or None if they are not counted."""
    counts = [work.repetitions for work in passage.works if work.repetitions is not None]
    return sum(counts) if counts else None


def _lung_level(passage: Passage, segment: Segment, progress: float) -> float | None:
    if passage.work is None:
        return None
    return WORK[passage.work.kind].lung_level(passage.work, segment.phase, segment.rep or 1, progress)


def _next(score: Score, index: int) -> str:
    """Return what comes next; during a gap, with its dose."""
    following = (passage for passage in score.passages[index + 1 :] if passage.kind in ("work", "wait"))
    passage = next(following, None)
    if passage is None:
        return ""
    what = score.phrases.what(passage.title, passage.side)
    gap = score.passages[index].kind != "work"
    return f"{what} · {dose_text(passage.work, score.phrases)}" if gap and passage.work else what


def line_at(score: Score, frame: int) -> str:
    """Return the last line, while it is still shown."""
    index = bisect_right(score.cues, frame, key=lambda cue: cue.at) - 1
    while index >= 0 and frame - score.cues[index].at < LINE_SHOWN:
        cue = score.cues[index]
        if cue.say and not (cue.line and cue.line.is_audio_only):
            return cue.say
        index -= 1
    return ""
