"""What was done, in words."""

from collections.abc import Iterator
from itertools import groupby

from leanbreath.score.score import Score
from leanbreath.score.time_format import format_time
from leanbreath.session.progress import WorkDone

HURT = " (stopped: it hurt)"


def summary(score: Score, played: int, done: tuple[WorkDone, ...]) -> Iterator[str]:
    """Yield how many frames of a score were `played`, then what was done of each step by its sides."""
    yield f"{score.title}: {format_time(played)} of {format_time(score.total)} done."
    for _, group in groupby(done, key=lambda work: (work.step, work.title)):
        step = tuple(group)
        if any(work.done for work in step):
            hurt = HURT if any(work.hurt for work in step) else ""
            yield f"  {step[0].title}: {', '.join(_sides(step))}{hurt}"
    begun = {work.title for work in done if work.done}
    not_done = dict.fromkeys(work.title for work in done if work.title not in begun)
    if not_done and played:
        yield f"  Not done: {', '.join(not_done)}"


def _sides(step: tuple[WorkDone, ...]) -> Iterator[str]:
    for side in dict.fromkeys(work.side for work in step):
        sets = [work for work in step if work.side == side]
        done, planned = sum(work.done for work in sets), sum(work.planned for work in sets)
        extra = sum(min(work.extra, max(work.done - work.planned, 0)) for work in sets)
        amount = format_time(done) if done >= planned else f"{format_time(done)} of {format_time(planned)}"
        more = f" ({format_time(extra)} extra)" if extra else ""
        yield f"{side} {amount}{more}" if side else f"{amount}{more}"
