"""A file that is being written: its problems, and the last score of it that could be performed."""

from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.routine.problems import Problem
from leanbreath.score.dose import dose_text
from leanbreath.score.phrases import ENGLISH, Phrases
from leanbreath.score.score import Score

ROWS = ("work", "move", "rest", "wait")
"""The passages that have a row on the time line."""


@dataclass(frozen=True)
class Draft:
    """What was last read of a file; `stale` says that the score is of an earlier save."""

    problems: tuple[Problem, ...] = ()
    score: Score | None = None
    stale: bool = False

    def saved(self, problems: tuple[Problem, ...], score: Score | None) -> "Draft":
        """Return the draft after a save; one that cannot be performed keeps the score from before."""
        return Draft(problems, score or self.score, stale=score is None and self.score is not None)


class Row(NamedTuple):
    """One line of the time line: where it is entered, and what it says."""

    frame: int
    text: str
    line: bool = False


def rows(score: Score, phrases: Phrases = ENGLISH) -> tuple[Row, ...]:
    """Return the time line of a score: what is done, and below it what is said."""
    each: list[Row] = []
    for index, passage in enumerate(score.passages):
        if passage.kind in ROWS:
            dose = f" · {dose_text(passage.work, phrases)}" if passage.work else ""
            each.append(Row(score.passage_span(index)[0], phrases.what(passage.title, passage.side) + dose))
    each.extend(Row(cue.at, cue.say, True) for cue in score.cues if cue.say and cue.line)
    return tuple(sorted(each, key=lambda row: (row.frame, row.line)))


def row_at(rows: tuple[Row, ...], frame: int) -> int:
    """Return the index of the row that a frame belongs to; lines that are said are no rows of their own."""
    return max((index for index, row in enumerate(rows) if row.frame <= frame and not row.line), default=0)


def matching_frame(before: Score, frame: int, after: Score) -> int:
    """Return the frame of a new score that is as far into the same step as a frame was in the one before."""
    passage = before.passages[before.at(frame).passage]
    start, _ = before.passage_span(before.at(frame).passage)
    same = (passage.step, passage.kind, passage.side, passage.set)
    alike = [
        index
        for index, each in enumerate(after.passages)
        if same in ((each.step, each.kind, each.side, each.set), (each.step, each.kind, None, each.set))
    ]
    if not alike:
        return min(frame, after.total)
    first, end = after.passage_span(alike[0])
    return min(first + frame - start, max(end - 1, first))


@dataclass(frozen=True)
class Playhead:
    """Where a preview stands, and since when and how fast it moves; `since` is None while it stands still."""

    frame: int = 0
    speed: float = 1.0
    since: float | None = None

    def at(self, now: float, score: Score) -> int:
        """Return the frame it has come to."""
        moved = 0.0 if self.since is None else (now - self.since) * self.speed * 48_000
        return min(self.frame + int(moved), score.total)

    def moved(self, frame: int, now: float) -> "Playhead":
        """Return it at another frame, moving on if it was moving."""
        return Playhead(frame, self.speed, None if self.since is None else now)

    def toggled(self, now: float, score: Score) -> "Playhead":
        """Return it standing still where it moved, or moving on; from the start where it had come to the end."""
        here = self.at(now, score)
        if self.since is not None:
            return Playhead(here, self.speed)
        return Playhead(0 if here >= score.total else here, self.speed, now)

    def at_speed(self, speed: float, now: float, score: Score) -> "Playhead":
        """Return it with another speed."""
        return Playhead(self.at(now, score), speed, None if self.since is None else now)
