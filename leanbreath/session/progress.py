"""What was done, against what was planned; a pure reading of a timeline."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.routine.vocabulary import EndedBy, Muscle, Side, Stretch
from leanbreath.routine.work import Reps
from leanbreath.score.score import RATE, Score, frames
from leanbreath.score.work_key import WorkKey, drill_name, work_key
from leanbreath.session.timeline import Timeline


@dataclass(frozen=True)
class WorkDone:
    """One set of one side of a drill: frames planned, frames the runner added, and frames done.

    `number` counts the sets of its step and side from 1, through all rounds; `kind` is the kind of its work. Open work
    says whether the runner or its most ended it, None until then; `reps` is the count of open reps the runner ended.
    `muscles` are those the drill works on, `stretch` is how it stretches them.
    """

    passage: int
    step: str
    drill: str | None
    title: str
    side: Side | None
    number: int
    planned: int
    extra: int
    done: int
    hurt: bool = False
    kind: str = ""
    ended_by: EndedBy | None = None
    reps: int | None = None
    muscles: tuple[Muscle, ...] = ()
    stretch: Stretch = "none"

    @property
    def planned_seconds(self) -> float:
        """How long it was to last."""
        return self.planned / RATE

    @property
    def extra_seconds(self) -> float:
        """How much the runner added."""
        return self.extra / RATE

    @property
    def done_seconds(self) -> float:
        """How much was done."""
        return self.done / RATE


class SessionResult(NamedTuple):
    """What was done in a session so far: frames of the routine in all and played, and each piece of work.

    `is_estimate` says that the total is only expected, since some of the work is open.
    """

    title: str
    total: int
    played: int
    work: tuple[WorkDone, ...]
    is_estimate: bool = False


_Range = tuple[int, int]
_Place = tuple[Score, int]
"""A score, and the index of a passage in it."""


def progress(timeline: Timeline, heard: int, painful: tuple[str, ...] = ()) -> tuple[WorkDone, ...]:
    """Return what was done of each piece of work up to the heard device frame; what is done twice counts once.

    Work that was left out of the score because it hurt comes last; `painful` names the drills that hurt.
    """
    played: dict[WorkKey, list[_Range]] = {}
    places: dict[WorkKey, _Place] = {}
    for score, first, last in _played_ranges(timeline, heard):
        for index, part in _work_between(score, first, last):
            played.setdefault(_key(score, index), []).append(part)
            places[_key(score, index)] = score, index
    for open_part in _open_parts(timeline, heard):
        played.setdefault(open_part.key, []).append(open_part.range)
        places[open_part.key] = open_part.place
    ended = {each.key: each.is_ended for each in _open_parts(timeline, heard)}
    latest = timeline.splices[-1].score
    planned: dict[WorkKey, _Place] = {_key(latest, index): (latest, index) for index in _work(latest)}
    left_out = {key: place for key, place in places.items() if key not in planned}
    return tuple(
        _work_done(index, number, *place, played.get(key, []), painful, ended.get(key, False))
        for index, number, key, place in _numbered(planned, left_out, len(latest.passages))
    )


def played(timeline: Timeline, heard: int) -> int:
    """Return how many frames of the routine were played up to the heard device frame, gaps included."""
    parts: dict[WorkKey, list[_Range]] = {}
    for each in _open_parts(timeline, heard):
        parts.setdefault(each.key, []).append(each.range)
    ranges = [(first, last) for _, first, last in _played_ranges(timeline, heard)]
    return _covered(ranges) + sum(map(_covered, parts.values()))


def work_played(timeline: Timeline, since: int, until: int) -> frozenset[WorkKey]:
    """Return the work of which something was played between two device frames."""
    later = Timeline(tuple(splice for splice in timeline.splices if splice.at >= since))
    ranges = _played_ranges(later, until)
    paced = (_key(score, index) for score, first, last in ranges for index, _ in _work_between(score, first, last))
    return frozenset((*paced, *(part.key for part in _open_parts(later, until))))


def _key(score: Score, index: int) -> WorkKey:
    return work_key(score.passages[index])


def _numbered(
    planned: dict[WorkKey, _Place], left_out: dict[WorkKey, _Place], count: int
) -> Iterator[tuple[int, int, WorkKey, _Place]]:
    """Yield every piece of work after the index of its passage and its number among the sets of its step and side.

    The indices of those left out run on from `count`.
    """
    sets: Counter[tuple[str, str, str | None]] = Counter()
    indices = (*(index for _, index in planned.values()), *range(count, count + len(left_out)))
    for index, (key, place) in zip(indices, (*planned.items(), *left_out.items()), strict=True):
        sets[key.step, key.drill, key.side] += 1
        yield index, sets[key.step, key.drill, key.side], key, place


def _work(score: Score) -> Iterator[int]:
    return (index for index, passage in enumerate(score.passages) if passage.kind == "work")


def _played_ranges(timeline: Timeline, heard: int) -> Iterator[tuple[Score, int, int]]:
    """Yield each score that was played until `heard`, its first frame played, and the frame after its last."""
    for index, splice in enumerate(timeline.splices):
        following = timeline.splices[index + 1].at if index + 1 < len(timeline.splices) else heard
        end = min(following, heard)
        if splice.state == "playing" and end > splice.at:
            yield splice.score, splice.score_frame, splice.score_frame + end - splice.at


class _OpenPart(NamedTuple):
    """A part of open work that was done without a pause, and whether the session has left the work since."""

    key: WorkKey
    place: _Place
    range: _Range
    is_ended: bool


def _open_parts(timeline: Timeline, heard: int) -> Iterator[_OpenPart]:
    """Yield each part of open work done until `heard`, in order."""
    splices = [splice for splice in timeline.splices if splice.at < heard]
    for index, splice in enumerate(splices):
        if splice.state == "open":
            segment = splice.score.at(splice.score_frame)
            place = splice.score, segment.passage
            end = splices[index + 1].at if index + 1 < len(splices) else heard
            after = splices[index + 1 :]
            is_ended = any(not segment.start <= each.score_frame < segment.end for each in after)
            yield _OpenPart(_key(*place), place, (splice.elapsed, splice.elapsed_at(end)), is_ended)


def _work_between(score: Score, first: int, last: int) -> Iterator[tuple[int, _Range]]:
    """Yield each passage of work between two frames, and which of its own frames lie there."""
    for index in range(score.at(first).passage, len(score.passages)):
        start, end = score.passage_span(index)
        if start >= last:
            return
        if score.passages[index].kind == "work" and min(end, last) > max(start, first):
            yield index, (max(start, first) - start, min(end, last) - start)


def _work_done(
    place: int,
    number: int,
    score: Score,
    index: int,
    played: list[_Range],
    painful: tuple[str, ...],
    is_ended: bool,
) -> WorkDone:
    passage = score.passages[index]
    assert passage.work is not None
    start, end = score.passage_span(index)
    extra = frames(sum((work.seconds for work in passage.added), passage.gap_seconds))
    done, most = _covered(played), passage.work.most_seconds
    ended_by: EndedBy | None = "runner" if is_ended else None
    if most is not None and done >= frames(most):
        ended_by = "most"
    hurt = drill_name(passage) in painful
    has_all_reps = ended_by == "runner" and not hurt
    return WorkDone(
        passage=place,
        step=passage.step,
        drill=passage.drill,
        title=passage.title,
        side=passage.side,
        number=number,
        planned=end - start - extra,
        extra=extra,
        done=done,
        hurt=hurt,
        kind=passage.work.kind,
        ended_by=ended_by,
        reps=passage.work.count if isinstance(passage.work, Reps) and has_all_reps else None,
        muscles=passage.targets,
        stretch=passage.stretch,
    )


def _covered(ranges: list[_Range]) -> int:
    """Return how many frames lie in at least one range."""
    covered, reached = 0, 0
    for start, end in sorted(ranges):
        covered += max(end - max(start, reached), 0)
        reached = max(reached, end)
    return covered
