"""A session in the diary: its line in the history, and its page."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.presentation.step_groups import by_step
from leanbreath.score.time_format import format_seconds

ENDINGS = {"done": "completed", "left": "ended early", "stopped": "stopped", "fault": "ended by an internal error"}
UNKNOWN_ENDING = "cut off or still running"


class SessionPage(NamedTuple):
    """A session's page: when it was, what it was, and its text."""

    when: str
    title: str
    lines: tuple[str, ...]


def session_page(session: SessionRow) -> SessionPage:
    """Return the page of a session."""
    return SessionPage(f"{session.started.at:%d %b %Y, %H:%M}", session.title, tuple(_page_lines(session)))


def session_line(session: SessionRow) -> str:
    """Return a session as one line of the history."""
    done = format_seconds(session.done_seconds)
    feedback = "".join(f"; {each}" for each in _feedback(session))
    return f"{session.started.at:%Y-%m-%d %H:%M}  {done:>6} of drills  {session.title} ({_ending(session)}{feedback})"


def _ending(session: SessionRow) -> str:
    return ENDINGS.get(session.ending or "", UNKNOWN_ENDING)


def _page_lines(session: SessionRow) -> Iterator[str]:
    yield session.title
    yield f"  {session.started.at:%A, %d %B %Y, %H:%M}"
    done, planned = format_seconds(session.done_seconds), format_seconds(session.planned_work_seconds)
    yield f"  {done} of {planned} of drills; {_ending(session)}"
    if feedback := "; ".join(_feedback(session)):
        yield f"  {feedback}"
    if session.work:
        yield "Drills"
    for rows in by_step(session.work):
        yield f"  - {rows[0].title}: {_amounts(rows)}"


def _feedback(session: SessionRow) -> Iterator[str]:
    """Yield each answer about how the session felt."""
    if session.effort is not None:
        yield f"effort {session.effort} of 10"
    if session.lean:
        yield f"leaning felt {session.lean}"
    yield from dict.fromkeys(f"{row.title} hurt" for row in session.work if row.hurt)
    if session.note:
        yield session.note


def _amounts(rows: tuple[WorkRow, ...]) -> str:
    """Return how much of a drill was done on each side."""
    sides = dict.fromkeys(row.side for row in rows)
    amounts = ", ".join(_amount(side, [row for row in rows if row.side == side]) for side in sides)
    return amounts + ("; it hurt" if any(row.hurt for row in rows) else "")


def _amount(side: str | None, rows: list[WorkRow]) -> str:
    done, planned = sum(row.done_seconds for row in rows), sum(row.planned_seconds for row in rows)
    partly = f"{format_seconds(done)} of {format_seconds(planned)}" if done else "not done"
    amount = format_seconds(done) if done >= planned or any(row.ended_by for row in rows) else partly
    if reps := sum(row.reps or 0 for row in rows):
        amount = f"{reps} reps in {amount}"
    return f"{side} {amount}" if side else amount
