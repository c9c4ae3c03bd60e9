"""What was done, in words."""

from collections.abc import Iterator
from itertools import groupby

from leanbreath.score.score import Score
from leanbreath.score.time_format import format_time
from leanbreath.session.progress import Done

HURT = "; it hurt, and was left out from there on"


def summary(score: Score, played: int, done: tuple[Done, ...]) -> Iterator[str]:
    """Yield what was done of a score: `played` of its frames, then each step by its sides."""
    yield f"{score.title}: {format_time(played)} of {format_time(score.total)} done."
    for _, group in groupby(done, key=lambda each: (each.step, each.title)):
        step = tuple(group)
        if any(each.done for each in step):
            yield f"  {step[0].title}: {', '.join(_sides(step))}{HURT if any(each.hurt for each in step) else ''}"
    begun = {each.title for each in done if each.done}
    left_out = dict.fromkeys(each.title for each in done if each.title not in begun)
    if left_out and played:
        yield f"  Not done: {', '.join(left_out)}"


def _sides(step: tuple[Done, ...]) -> Iterator[str]:
    for side in dict.fromkeys(each.side for each in step):
        rows = [each for each in step if each.side == side]
        done, planned = sum(each.done for each in rows), sum(each.planned for each in rows)
        extra = sum(min(each.extra, max(each.done - each.planned, 0)) for each in rows)
        amount = format_time(done) if done >= planned else f"{format_time(done)} of {format_time(planned)}"
        more = f" ({format_time(extra)} extra)" if extra else ""
        yield f"{side} {amount}{more}" if side else f"{amount}{more}"
