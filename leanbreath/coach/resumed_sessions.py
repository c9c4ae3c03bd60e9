"""Sessions that were interrupted and resumed: together they are one, whose work the later row carries."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from leanbreath.diary.events import SessionRow, WorkRow

RESUMED_WITHIN = timedelta(days=1)
"""What is begun later is another session."""


def with_resumed_work(sessions: Iterable[SessionRow]) -> tuple[SessionRow, ...]:
    """Return sessions in their order, each with what was done in it before it was interrupted and resumed."""
    sessions = tuple(sessions)
    joined: dict[str, SessionRow] = {}
    interrupted: dict[object, SessionRow] = {}
    for session in sorted(sessions, key=lambda each: (each.started.at, each.id)):
        key = session.source, session.plan, session.fit_seconds
        earlier = interrupted.pop(key, None)
        whole = (
            _joined(earlier, session) if earlier and session.started.at - earlier.last.at <= RESUMED_WITHIN else session
        )
        joined[session.id] = whole
        if session.source and session.ending != "done":
            interrupted[key] = whole
    return tuple(joined[each.id] for each in sessions)


def _joined(earlier: SessionRow, session: SessionRow) -> SessionRow:
    done = {_key(row): row for row in earlier.work}
    return replace(session, work=tuple(_more_done(row, done.get(_key(row))) for row in session.work))


def _more_done(row: WorkRow, earlier: WorkRow | None) -> WorkRow:
    """Return a row with what was done of it before, if that was more."""
    if earlier is None or earlier.hurt or earlier.done_seconds <= row.done_seconds:
        return row
    return replace(row, done_seconds=earlier.done_seconds, at=earlier.at, reps=earlier.reps, ended_by=earlier.ended_by)


def _key(row: WorkRow) -> tuple[object, ...]:
    return row.step, row.drill or row.title, row.side, row.number
