"""What a move does to a timeline from a device frame on; pure."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from leanbreath.score.edit import ScorePosition, lengthen, next_step, other_side, re_enter, repeat_step
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import current_work, drill_name, previous_painless_step, substitute_drill
from leanbreath.session.continuation import next_wait
from leanbreath.session.splice import Splice
from leanbreath.session.states import Event, State, next_state
from leanbreath.session.timeline import Timeline

COUNT_IN_SECONDS = 5
LONGER_SECONDS = Fraction(10)

Substitute = Callable[[str], tuple[Passage, ...]]
"""Maps a drill that hurts, by its name, to what replaces it; to nothing where the author names no substitute."""


class Edit(NamedTuple):
    """A timeline after a move, and the names of the drills that have hurt by then."""

    timeline: Timeline
    painful: tuple[str, ...] = ()


def edit(timeline: Timeline, at: int, move: Event, painful: tuple[str, ...], substitute: Substitute) -> Edit | None:
    """Return the timeline after a move at device frame `at`, or None where its state doesn't allow the move."""
    splice = timeline.at(at)
    state = next_state(splice.state, move)
    if state is None:
        return None
    score, frame = splice.score, splice.score_frame_at(at)
    if move == "hurts":
        to, painful = without_painful_drill(score, frame, painful, substitute)
        return Edit(_go_to(timeline, at, splice, state, to), painful)
    if move == "back":
        return Edit(_go_to(timeline, at, splice, state, previous_painless_step(score, frame, painful)), painful)
    return Edit(_edited(timeline, at, splice, move, state), painful)


def without_painful_drill(
    score: Score, frame: int, painful: tuple[str, ...], substitute: Substitute
) -> tuple[ScorePosition, tuple[str, ...]]:
    """Return where to continue without the drill at a frame, and the painful drills including that one.

    A substitute that hurt before is not used.
    """
    work = current_work(score, frame)
    drill = drill_name(work) if work else ""
    passages = substitute(drill)
    if passages and drill_name(passages[0]) in painful:
        passages = ()
    return substitute_drill(score, frame, passages), (*painful, drill) if drill else painful


STEPS: dict[Event, Callable[[Score, int], ScorePosition]] = {
    "next": next_step,
    "repeat": repeat_step,
    "switch": other_side,
}
"""The moves that go somewhere else in the score."""


def _edited(timeline: Timeline, at: int, splice: Splice, move: Event, state: State) -> Timeline:
    """Return the timeline after a move that leads to `state`."""
    score, frame = splice.score, splice.score_frame_at(at)
    if move == "begin":
        return timeline.count_in(at, score, frame, COUNT_IN_SECONDS, splice.wait)
    if move == "resume" or (move == "next" and splice.state == "waiting"):
        return timeline.count_in(at, *re_enter(score, frame), wait=splice.wait, elapsed=splice.elapsed)
    if move == "finish":
        return timeline.end_open_work(at)
    wait = next_wait(score, frame, splice.wait, frame) if splice.state == "paused" else None
    if move == "next" and wait is not None:
        return timeline.stop(at, state, score, frame, wait)
    if move == "longer":
        return _lengthened(timeline, at, splice, *lengthen(score, frame, LONGER_SECONDS))
    if move in STEPS:
        return _go_to(timeline, at, splice, state, STEPS[move](score, frame))
    reached = splice.wait - (splice.state == "waiting")  # a wait that is paused begins again
    return timeline.stop(at, state, score, frame, reached, splice.elapsed_at(at))


def _go_to(timeline: Timeline, at: int, splice: Splice, state: State, to: ScorePosition) -> Timeline:
    """Return the timeline that continues at another place; a wait that comes again after it stops there again."""
    score, frame = to
    if to == (splice.score, splice.score_frame_at(at)) and splice.state in ("playing", "open"):
        return timeline
    wait = score.index(frame) - 1 if frame < splice.score_frame_at(at) else splice.wait
    if state == "counting":
        return timeline.count_in(at, score, frame, wait=wait)
    return timeline.stop(at, state, score, frame, wait)


def _lengthened(timeline: Timeline, at: int, splice: Splice, score: Score, frame: int) -> Timeline:
    elapsed = splice.elapsed_at(at)
    if splice.state in ("playing", "open"):
        return timeline.play(at, score, frame, splice.wait, elapsed)
    if splice.state == "counting":
        return timeline.count_in(at, score, frame, wait=splice.wait, elapsed=elapsed)
    return timeline.stop(at, splice.state, score, frame, splice.wait, elapsed)
