"""Where the runner's body is by a device frame, and how long it needs to get into place for what comes; pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from leanbreath.score.count_in import RE_ENTRY_SECONDS
from leanbreath.score.passage import Passage
from leanbreath.score.position_change import change_seconds
from leanbreath.score.score import RATE, Score
from leanbreath.score.substitution import current_work
from leanbreath.session.splice import Splice

AT_THE_KEYBOARD = Passage("work", "", "", position="standing")
"""Where a runner is before a session."""


class Reached(NamedTuple):
    """A score, and the frame up to which it was played last."""

    score: Score
    frame: int


def last_reached(splices: Sequence[Splice], at: int) -> Reached | None:
    """Return what was played last before a device frame; None if nothing was."""
    index = _last_played(splices, at)
    if index is None:
        return None
    splice = splices[index]
    end = splices[index + 1].at if index + 1 < len(splices) else at
    return Reached(splice.score, splice.score_frame_at(min(end, at)))


def is_in_place(splices: Sequence[Splice], at: int, frame: int) -> bool:
    """Return whether the runner has played up to a frame of the score where the session stands still."""
    reached = last_reached(splices, at)
    return reached is not None and reached.frame == frame


def entry_seconds(splices: Sequence[Splice], at: int, score: Score, frame: int) -> int:
    """Return how long the body needs, in whole seconds, before it can begin at a frame of a score.

    What is left of a gap there is taken off, and so is what has passed of the gap that leads to the same work.
    """
    target = current_work(score, frame)
    passed = _gap_passed(splices, at, target) if target else 0
    return max((seconds_from(each, score, frame, passed) for each in _places(splices, at)), default=0)


def seconds_after(score: Score, frame: int) -> int:
    """Return how long the body needs from the work before a frame of a score to the work at or after it."""
    before = _work_before(score, frame)
    return seconds_from(before, score, frame) if before else 0


def seconds_from(before: Passage, score: Score, frame: int, passed: int = 0) -> int:
    """Return how long the body needs from some work, of which `passed` frames are over, to the work from a frame on."""
    target = current_work(score, frame)
    if target is None:
        return 0
    needed = change_seconds(before, target) * RATE - passed - _gap_left(score, frame)
    return max(-(-needed // RATE), 0)


def _last_played(splices: Sequence[Splice], at: int) -> int | None:
    played = (index for index, each in enumerate(splices) if each.at < at and each.state in ("playing", "open"))
    return max(played, default=None)


def _places(splices: Sequence[Splice], at: int) -> Iterator[Passage]:
    """Yield the work that the body may be in place for: what was played last, and what was counted in to since."""
    reached = last_reached(splices, at)
    yield (_work_before(*reached) if reached else None) or AT_THE_KEYBOARD
    since = _last_played(splices, at) or 0
    ends = (*splices[since:], None)
    for splice, following in pairwise(ends):
        end = at if following is None else min(following.at, at)
        if splice and splice.state == "counting" and end - splice.at >= RE_ENTRY_SECONDS * RATE:
            work = current_work(splice.score, splice.score_frame)
            if work:
                yield work


def _work_before(score: Score, frame: int) -> Passage | None:
    """Return the work that ends at a frame or contains it, or the last before it."""
    index = score.at(max(frame - 1, 0)).passage
    return next((score.passages[each] for each in range(index, -1, -1) if score.passages[each].kind == "work"), None)


def _gap_left(score: Score, frame: int) -> int:
    """Return how many frames are left at a frame until work begins."""
    for index in range(score.at(frame).passage, len(score.passages)):
        if score.passages[index].kind == "work":
            return max(score.passage_span(index)[0] - frame, 0)
    return 0


def _gap_passed(splices: Sequence[Splice], at: int, target: Passage) -> int:
    """Return how many frames have passed of the gaps at hand, if they lead to the same work."""
    reached = last_reached(splices, at)
    if reached is None or current_work(*reached) != target:
        return 0
    score, frame = reached
    index = first = score.at(max(frame - 1, 0)).passage
    while index >= 0 and score.passages[index].kind != "work":
        first, index = index, index - 1
    return frame - score.passage_span(first)[0] if score.passages[first].kind != "work" else 0
