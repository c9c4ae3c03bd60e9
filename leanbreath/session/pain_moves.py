"""The moves of a runner whom a drill hurts: the session stands still and asks, and every answer can be undone; pure."""

from collections.abc import Callable

from leanbreath.score.edit import re_enter, step_entry
from leanbreath.score.passage import Passage
from leanbreath.score.score import Score
from leanbreath.score.substitution import current_work, substitute_drill
from leanbreath.score.work_key import WorkKey, drill_name, find_work, work_key
from leanbreath.session.continuation import next_wait
from leanbreath.session.edit import Edit
from leanbreath.session.progress import work_played
from leanbreath.session.score_edits import Pain, ScoreEdit, edited, painful, pains, without_latest_pain
from leanbreath.session.states import Event, State
from leanbreath.session.timeline import Timeline

Substitute = Callable[[str], tuple[Passage, ...]]
"""Maps a drill that hurts, by its name, to something easier in the same position; to nothing if there is nothing."""

Edits = tuple[ScoreEdit, ...]


def _hurts(timeline: Timeline, at: int, state: State, edits: Edits, substitute: Substitute) -> Edit | None:
    """Stand still, and note the drill at hand, or in a gap the drill ahead."""
    splice = timeline.at(at)
    work = current_work(splice.score, splice.score_frame_at(at))
    if work is None:
        return None
    key = work_key(work)
    offset = splice.score_frame_at(at) - _start(splice.score, key)
    pain = Pain(key, work.title, at, max(offset, 0), splice.elapsed_at(at))
    return Edit(timeline.stand_still(at, state), (*edits, pain))


def _left_out(timeline: Timeline, at: int, state: State, edits: Edits, substitute: Substitute) -> Edit | None:
    """Continue after the drill, which doesn't come again."""
    return _replaced(timeline, at, state, edits, ())


def _eased(timeline: Timeline, at: int, state: State, edits: Edits, substitute: Substitute) -> Edit | None:
    """Continue with something easier, if there is anything."""
    passages = easier(edits, substitute)
    return _replaced(timeline, at, state, edits, passages) if passages else None


def _slipped(timeline: Timeline, at: int, state: State, edits: Edits, substitute: Substitute) -> Edit | None:
    """Continue where the session stood still, as after a pause."""
    return Edit(timeline.resume(at), without_latest_pain(edits))


def _undone(timeline: Timeline, at: int, state: State, edits: Edits, substitute: Substitute) -> Edit | None:
    """Bring the drill that hurt last back, and return to it unless other work has been done since."""
    if not painful(edits):
        return None
    pain, kept = pains(edits)[-1], without_latest_pain(edits)
    score = edited(timeline.splices[0].score, kept)
    names = {pain.drill, *(drill_name(each) for each in pain.replacement or ())}
    has_moved_on = any(each.drill not in names for each in work_played(timeline, pain.at, at))
    here = _place_in(score, timeline, at) if has_moved_on else None
    elapsed = timeline.at(at).elapsed_at(at) if here else pain.elapsed
    _, frame = re_enter(score, here if here is not None else _start(score, pain.work) + pain.offset)
    wait = score.index(frame) - 1 - (here is not None and _is_before_wait(timeline, at))
    return Edit(timeline.enter(at, state, score, frame, wait, elapsed), kept)


PAIN_MOVES: dict[Event, Callable[[Timeline, int, State, Edits, Substitute], Edit | None]] = {
    "hurts": _hurts,
    "leave_out": _left_out,
    "ease": _eased,
    "slip": _slipped,
    "undo": _undone,
}


def easier(edits: Edits, substitute: Substitute) -> tuple[Passage, ...]:
    """Return what can replace the drill that hurt last; nothing that hurt in this session too."""
    passages = substitute(pains(edits)[-1].drill)
    return () if any(drill_name(each) in painful(edits) for each in passages) else passages


def _replaced(timeline: Timeline, at: int, state: State, edits: Edits, passages: tuple[Passage, ...]) -> Edit:
    """Continue after the drill that hurt last, with `passages` wherever it would come again."""
    splice, pain = timeline.at(at), pains(edits)[-1]
    score, frame = substitute_drill(splice.score, splice.score_frame_at(at), passages)
    changed = (*without_latest_pain(edits), pain._replace(replacement=passages))
    return Edit(timeline.go_to(at, state, score, step_entry(score, frame)), changed)


def _start(score: Score, key: WorkKey) -> int:
    """Return the first frame of some work, or the end of the score if it isn't there."""
    index = find_work(score, key)
    return score.total if index is None else score.passage_span(index)[0]


def _place_in(score: Score, timeline: Timeline, at: int) -> int | None:
    """Return the frame of the work at hand in another score, or from a gap the start of the work ahead."""
    splice = timeline.at(at)
    frame = splice.score_frame_at(at)
    work = current_work(splice.score, frame)
    if work is None or (index := find_work(score, work_key(work))) is None:
        return None
    return score.passage_span(index)[0] + max(frame - _start(splice.score, work_key(work)), 0)


def _is_before_wait(timeline: Timeline, at: int) -> bool:
    """Return whether a wait is what comes next."""
    splice = timeline.at(at)
    frame = splice.score_frame_at(at)
    return next_wait(splice.score, frame, splice.wait - (splice.state == "waiting"), frame) is not None
