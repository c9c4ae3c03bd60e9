"""The sessions that a week of a plan asks for, and which of them are done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from leanbreath.coach.plan_state import Slot
from leanbreath.diary.events import SessionRow
from leanbreath.routine.plan import Sessions
from leanbreath.routine.vocabulary import SessionType

KindOf = Callable[[str], SessionType | None]
"""What a routine is for, by its id; None where there is no such routine."""

LEFT_SHARE, ENDED_SHARE = Fraction(4, 5), Fraction(1, 2)
"""The share of its work that makes a session count: one that was left, and one that was played to its end."""


def counts(session: SessionRow) -> bool:
    """Return whether enough of the work of a session, as it was fitted, was done; skipping to its end is too little."""
    planned = session.planned_work_seconds
    share = ENDED_SHARE if session.ending == "done" else LEFT_SHARE
    return planned > 0 and session.done_seconds >= planned * float(share)


def session_kind(session: SessionRow, kind_of: KindOf) -> SessionType | None:
    """Return what a session was for; older diaries didn't keep it, so there its routine says so."""
    return session.kind or (kind_of(session.routine) if session.routine else None)


def week_slots(
    asked: Iterable[Sessions], days: Sequence[date], sessions: Iterable[SessionRow], kind_of: KindOf
) -> tuple[Slot, ...]:
    """Return the slots of a week, filled by its sessions in the order in which they ended.

    `days` are the seven training days of the week, without days of a pause. Of n slots of a kind, slot k from 1 is due
    on day 7 - n + k at the latest, so that rest days are the runner's to place.
    """
    by_kind: dict[SessionType, list[Sessions]] = {}
    for each in asked:
        if kind := kind_of(each.routine):
            by_kind.setdefault(kind, []).extend([each] * each.times)
    counted = [each for each in sessions if days[0] <= each.last.day <= days[-1] and counts(each)]
    counted.sort(key=lambda session: session.last.at)
    slots: list[Slot] = []
    for kind, wanted in by_kind.items():
        done = [each.last.day for each in counted if session_kind(each, kind_of) == kind]
        slots.extend(_slots(kind, wanted, days, done))
    return tuple(slots)


def _slots(kind: SessionType, asked: Sequence[Sessions], days: Sequence[date], done: Sequence[date]) -> Iterable[Slot]:
    of = len(asked)
    for index, each in enumerate(asked):
        due = days[max(len(days) - of + index, 0)]
        yield Slot(kind, each.routine, each.fit, index + 1, of, due, done[index] if index < len(done) else None)
