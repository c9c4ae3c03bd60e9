"""A file that is being written: its problems, and its last score that could be played, as a timeline."""

from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.routine.problems import Problem
from leanbreath.score.dose import dose_text
from leanbreath.score.passage import Passage
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import Score

ROW_KINDS = ("work", "move", "rest", "wait")
"""The passages that have a row in the timeline."""


@dataclass(frozen=True)
class Draft:
    """The last state of a file; `is_stale` says that the score is of an earlier save."""

    problems: tuple[Problem, ...] = ()
    score: Score | None = None
    is_stale: bool = False

    def saved(self, problems: tuple[Problem, ...], score: Score | None) -> "Draft":
        """Return the draft after a save; if the file can't be played, it keeps the previous score."""
        return Draft(problems, score or self.score, is_stale=score is None and self.score is not None)


class Row(NamedTuple):
    """One row of the timeline: the frame where it starts, and its text; `is_spoken` marks a line that is said."""

    frame: int
    text: str
    is_spoken: bool = False


def timeline_rows(score: Score, phrases: Phrases = ENGLISH) -> tuple[Row, ...]:
    """Return the timeline of a score: what to do, and below it what is said."""
    each: list[Row] = []
    for index, passage in enumerate(score.passages):
        if passage.kind in ROW_KINDS:
            dose = f" · {dose_text(passage.work, phrases)}" if passage.work else ""
            each.append(Row(score.passage_span(index)[0], phrases.what(passage.title, passage.side) + dose))
    each.extend(Row(cue.at, cue.say, True) for cue in score.cues if cue.say and cue.line)
    return tuple(sorted(each, key=lambda row: (row.frame, row.is_spoken)))


def row_at(rows: tuple[Row, ...], frame: int) -> int:
    """Return the index of the row that a frame belongs to; it is never a spoken line."""
    return max((index for index, row in enumerate(rows) if row.frame <= frame and not row.is_spoken), default=0)


def matching_frame(before: Score, frame: int, after: Score) -> int:
    """Return the frame of a new score that is as far into the same step as a frame of the previous score."""
    index = before.at(frame).passage
    start, _ = before.passage_span(index)
    match = next(
        (each for each, passage in enumerate(after.passages) if _is_same(before.passages[index], passage)), None
    )
    if match is None:
        return min(frame, after.total)
    first, end = after.passage_span(match)
    return min(first + frame - start, max(end - 1, first))


def _is_same(old: Passage, new: Passage) -> bool:
    """Return whether a passage is still the same one; it may have lost its sides."""
    sides = (old.side, None)
    return (old.step, old.kind, old.rounds, old.turn, old.set) == (
        new.step,
        new.kind,
        new.rounds,
        new.turn,
        new.set,
    ) and new.side in sides
