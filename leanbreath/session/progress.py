"""What was done, against what was meant; a pure reading of a time line."""

from collections.abc import Iterator
from dataclasses import dataclass

from leanbreath.routine.vocabulary import Side
from leanbreath.score.score import Score, frames
from leanbreath.score.substitution import drill_name
from leanbreath.session.timeline import Timeline


@dataclass(frozen=True)
class Done:
    """One set of one side of a drill: what was planned, what was asked for on top, what was done; in frames."""

    passage: int
    step: str
    drill: str | None
    title: str
    side: Side | None
    set: int
    planned: int
    extra: int
    done: int
    hurt: bool = False


def account(timeline: Timeline, heard: int, hurt: tuple[str, ...] = ()) -> tuple[Done, ...]:
    """Return what was done of each piece of work up to the heard device frame; time done twice counts once.

    What was played and has no place in the score any more, since it hurt, comes last; `hurt` names such drills.
    """
    played: dict[_Key, list[tuple[int, int]]] = {}
    where: dict[_Key, tuple[Score, int]] = {}
    for score, first, last in _stretches(timeline, heard):
        for index, stretch in _within(score, first, last):
            played.setdefault(_key(score, index), []).append(stretch)
            where[_key(score, index)] = score, index
    main = timeline.splices[-1].main
    planned = {_key(main, index): (main, index) for index in _work(main)}
    gone = {key: place for key, place in where.items() if key not in planned}
    return tuple(
        _done(number, *place, played.get(key, []), hurt)
        for number, (key, place) in _numbered(planned, gone, len(main.passages))
    )


_Key = tuple[str, str, str | None, int]
"""A piece of work by its step, its drill, its side and its set: the same in every edit of a score."""


def _key(score: Score, index: int) -> _Key:
    passage = score.passages[index]
    return passage.step, drill_name(passage), passage.side, passage.set


def _numbered(
    planned: dict[_Key, tuple[Score, int]], gone: dict[_Key, tuple[Score, int]], count: int
) -> Iterator[tuple[int, tuple[_Key, tuple[Score, int]]]]:
    """Yield every piece with the number of its passage; what is gone is numbered on."""
    for key, place in planned.items():
        yield place[1], (key, place)
    yield from enumerate(gone.items(), count)


def played(timeline: Timeline, heard: int) -> int:
    """Return how many frames of the routine were played until `heard`, gaps included."""
    stretches = [(first, last) for _, first, last in _stretches(timeline, heard)]
    return _covered(stretches)


def _work(score: Score) -> Iterator[int]:
    return (index for index, passage in enumerate(score.passages) if passage.kind == "work")


def _stretches(timeline: Timeline, heard: int) -> Iterator[tuple[Score, int, int]]:
    """Yield which frames of which score were played until `heard`."""
    for index, splice in enumerate(timeline.splices):
        following = timeline.splices[index + 1].at if index + 1 < len(timeline.splices) else heard
        end = min(following, heard)
        if splice.state == "playing" and end > splice.at:
            yield splice.main, splice.place, splice.place + end - splice.at


def _within(score: Score, first: int, last: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield each passage of work that lies in frames `first` to `last`, and which of its own frames do."""
    for index in range(score.at(first).passage, len(score.passages)):
        start, end = score.passage_span(index)
        if start >= last:
            return
        if score.passages[index].kind == "work" and min(end, last) > max(start, first):
            yield index, (max(start, first) - start, min(end, last) - start)


def _done(number: int, score: Score, index: int, played: list[tuple[int, int]], hurt: tuple[str, ...]) -> Done:
    passage = score.passages[index]
    assert passage.work is not None
    start, end = score.passage_span(index)
    extra = frames(sum((work.seconds for work in passage.added), passage.gap))
    return Done(
        number,
        passage.step,
        passage.drill,
        passage.title,
        passage.side,
        passage.set,
        end - start - extra,
        extra,
        _covered(played),
        drill_name(passage) in hurt,
    )


def _covered(stretches: list[tuple[int, int]]) -> int:
    """Return how many frames lie in at least one stretch."""
    covered, reached = 0, 0
    for start, end in sorted(stretches):
        covered += max(end - max(start, reached), 0)
        reached = max(reached, end)
    return covered
