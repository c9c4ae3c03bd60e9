"""The work of a session as rows of the diary, each with the moment of its latest progress."""

from collections.abc import Mapping

from leanbreath.diary.events import WorkRow
from leanbreath.diary.moment import Moment
from leanbreath.session.progress import WorkDone


def work_rows(
    done: tuple[WorkDone, ...], before: tuple[WorkRow, ...], now: Moment, levels: Mapping[str, int] | None = None
) -> tuple[WorkRow, ...]:
    """Return what was done by now as rows; what has not changed since the rows `before` keeps its moments.

    `levels` are those at which drills are done that have one.
    """
    known = {_key(row): row for row in before}
    return tuple(_row(work, known.get(_work_key(work)), now, levels or {}) for work in done)


def _row(work: WorkDone, before: WorkRow | None, now: Moment, levels: Mapping[str, int]) -> WorkRow:
    has_progress = work.done_seconds > (before.done_seconds if before else 0)
    return WorkRow(
        place=work.passage,
        step=work.step,
        drill=work.drill,
        title=work.title,
        side=work.side,
        number=work.number,
        planned_seconds=work.planned_seconds,
        extra_seconds=work.extra_seconds,
        done_seconds=work.done_seconds,
        at=now if has_progress else before.at if before else None,
        ended_by=work.ended_by,
        reps=work.reps,
        muscles=work.muscles,
        stretch=work.stretch,
        level=levels.get(work.drill or ""),
        hurt_at=((before.hurt_at if before else None) or now) if work.hurt else None,
    )


def _key(row: WorkRow) -> tuple[object, ...]:
    return row.step, row.drill or row.title, row.side, row.number


def _work_key(work: WorkDone) -> tuple[object, ...]:
    return work.step, work.drill or work.title, work.side, work.number
