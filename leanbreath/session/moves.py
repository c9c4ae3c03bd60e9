"""What a move does to a timeline from a device frame on; pure."""

from collections.abc import Callable

from leanbreath.score.count_in import COUNT_IN_SECONDS
from leanbreath.score.edit import ScorePosition, next_step, other_side, repeat_step
from leanbreath.score.score import Score
from leanbreath.score.substitution import current_work, previous_painless_step
from leanbreath.score.work_key import work_key
from leanbreath.session.continuation import next_wait
from leanbreath.session.edit import Edit
from leanbreath.session.pain_moves import PAIN_MOVES, Substitute
from leanbreath.session.score_edits import Lengthened, ScoreEdit, edited, painful
from leanbreath.session.splice import Splice
from leanbreath.session.states import Event, State, next_state
from leanbreath.session.timeline import Timeline


def edit(timeline: Timeline, at: int, move: Event, edits: tuple[ScoreEdit, ...], substitute: Substitute) -> Edit | None:
    """Return the timeline after a move at device frame `at`, or None where it can't be made."""
    splice = timeline.at(at)
    state = next_state(splice.state, move)
    if state is None:
        return None
    if move in PAIN_MOVES:
        return PAIN_MOVES[move](timeline, at, state, edits, substitute)
    score, frame = splice.score, splice.score_frame_at(at)
    if move == "back":
        return Edit(timeline.go_to(at, state, *previous_painless_step(score, frame, painful(edits))), edits)
    if move == "longer":
        return _longer(timeline, at, splice, edits)
    return Edit(_moved(timeline, at, splice, move, state), edits)


STEPS: dict[Event, Callable[[Score, int], ScorePosition]] = {
    "next": next_step,
    "repeat": repeat_step,
    "switch": other_side,
}
"""The moves that go somewhere else in the score."""


def _moved(timeline: Timeline, at: int, splice: Splice, move: Event, state: State) -> Timeline:
    """Return the timeline after a move that leads to `state` and leaves the score as it is."""
    score, frame = splice.score, splice.score_frame_at(at)
    if move == "begin":
        return timeline.count_in(at, score, frame, COUNT_IN_SECONDS, splice.wait, is_entry=True)
    if move == "resume" or (move == "next" and splice.state == "waiting"):
        return timeline.resume(at)
    if move == "finish":
        return timeline.end_open_work(at)
    wait = next_wait(score, frame, splice.wait, frame) if splice.state == "paused" else None
    if move == "next" and wait is not None:
        return timeline.stop(at, state, score, frame, wait)
    if move in STEPS:
        moved = timeline.go_to(at, state, *STEPS[move](score, frame))
        return moved.resume(at) if _is_at_end(moved.at(at)) else moved
    return timeline.stand_still(at, state)


def _is_at_end(splice: Splice) -> bool:
    """Return whether a timeline stands still where nothing is left to resume."""
    return splice.state == "paused" and splice.score_frame >= splice.score.total


def _longer(timeline: Timeline, at: int, splice: Splice, edits: tuple[ScoreEdit, ...]) -> Edit:
    """Return the timeline with more of the work at hand, or of the work ahead in a gap."""
    score, frame, elapsed = splice.score, splice.score_frame_at(at), splice.elapsed_at(at)
    work = current_work(score, frame)
    added = (Lengthened(work_key(work)),) if work else ()
    longer = edited(score, added)
    if splice.state in ("playing", "open"):
        changed = timeline.play(at, longer, frame, splice.wait, elapsed)
    elif splice.state == "counting":
        changed = timeline.count_in(at, longer, frame, wait=splice.wait, elapsed=elapsed, is_entry=True)
    else:
        changed = timeline.stop(at, splice.state, longer, frame, splice.wait, elapsed)
    return Edit(changed, (*edits, *added))
