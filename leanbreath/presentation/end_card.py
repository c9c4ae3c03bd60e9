"""The end card: what was done in a session, and what comes next."""

from collections.abc import Iterator

from leanbreath.presentation.step_groups import by_step
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.time_format import format_time, format_total
from leanbreath.session.progress import SessionResult, WorkDone

NEXT: dict[SessionType, str] = {
    "pre-run": "easy running, straight away.",
    "daily": "pre-run-6 before your next run.",
    "desk-reset": "do it again later today if you keep sitting.",
    "post-run": "daily-12 on another day.",
    "lean-lab": "the rest of your easy run.",
}
"""What comes after a session of each kind."""

HURT = " (stopped: it hurt)"


def end_card(result: SessionResult) -> Iterator[str]:
    """Yield how much of a routine was played, and what was done of each step on each side."""
    total = format_total(result.total, result.is_estimate)
    yield f"{result.title}: {format_time(result.played)} of {total} done."
    for step in by_step(result.work):
        if any(work.done for work in step):
            hurt = HURT if any(work.hurt for work in step) else ""
            yield f"  {step[0].title}: {', '.join(_sides(step))}{hurt}"
    begun = {work.title for work in result.work if work.done}
    not_done = dict.fromkeys(work.title for work in result.work if work.title not in begun)
    if not_done and result.played:
        yield f"  Not done: {', '.join(not_done)}"


def _sides(step: tuple[WorkDone, ...]) -> Iterator[str]:
    for side in dict.fromkeys(work.side for work in step):
        sets = [work for work in step if work.side == side]
        if any(work.ended_by for work in sets):
            amount = _open_amount([work for work in sets if work.done])
            yield f"{side} {amount}" if side else amount
            continue
        done, planned = sum(work.done for work in sets), sum(work.planned for work in sets)
        extra = sum(min(work.extra, max(work.done - work.planned, 0)) for work in sets)
        amount = format_time(done) if done >= planned else f"{format_time(done)} of {format_time(planned)}"
        more = f" ({format_time(extra)} extra)" if extra else ""
        yield f"{side} {amount}{more}" if side else f"{amount}{more}"


def _open_amount(sets: list[WorkDone]) -> str:
    """Return how long each set of open work lasted: `held 0:38 + 0:31`, `10 reps in 0:44`."""
    times = [format_time(work.done) + (" (the limit)" if work.ended_by == "most" else "") for work in sets]
    if reps := [work.reps for work in sets if work.reps]:
        return f"{sum(reps)} reps in {' + '.join(times)}"
    return f"{'held ' if sets[0].kind == 'hold' else ''}{' + '.join(times)}"
