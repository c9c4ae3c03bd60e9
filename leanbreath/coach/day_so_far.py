"""A training day so far: what the runner did on it, and how they felt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from leanbreath.coach.resumed_sessions import with_resumed_work
from leanbreath.coach.slots import KindOf, counts, session_kind
from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.moment import Moment, is_today
from leanbreath.routine.vocabulary import SessionType

TIRED_EFFORT = 7
"""A session that was this hard, on a scale of 0 to 10, tires a runner for that day and the next."""

BEGINNER_SESSIONS = 6
"""Without a plan, whoever has done fewer is a beginner: in the eight weeks, falling starts come after as many."""

DAY = timedelta(days=1)


@dataclass(frozen=True)
class DaySoFar:
    """What was done on the training day of `now`: what each session that counts was for, and the routines of all.

    `has_run` says whether the runner warmed up for a run, `is_tired` whether the last day was hard or hurt.
    """

    now: Moment
    kinds: frozenset[SessionType]
    routines: frozenset[str]
    has_run: bool
    is_tired: bool


def day_so_far(sessions: Iterable[SessionRow], now: Moment, kind_of: KindOf) -> DaySoFar:
    """Return the training day of a moment so far."""
    sessions = with_resumed_work(sessions)
    today = [each for each in sessions if is_today(each.last, now)]
    counted = [each for each in today if counts(each)]
    kinds = frozenset(kind for each in counted if (kind := session_kind(each, kind_of)))
    routines = frozenset(each.routine for each in counted if each.routine)
    lately = (each for each in sessions if each in today or each.last.day == now.day - DAY)
    return DaySoFar(now, kinds, routines, "pre-run" in kinds, any(map(_was_hard, lately)))


def until(content: DiaryContent, now: Moment) -> DiaryContent:
    """Return what the diary holds of everything up to a moment."""
    return replace(
        content,
        sessions=tuple(each for each in content.sessions if each.started.at <= now.at),
        assessments=tuple(each for each in content.assessments if each.at.at <= now.at),
        plan_events=tuple(each for each in content.plan_events if each.at.at <= now.at),
        levels=tuple(each for each in content.levels if each.at.at <= now.at),
    )


def before(content: DiaryContent, session: SessionRow) -> DiaryContent:
    """Return what the diary held when a session began."""
    earlier = until(content, session.started)
    return replace(earlier, sessions=tuple(each for each in earlier.sessions if each.id != session.id))


def is_beginner(sessions: Iterable[SessionRow]) -> bool:
    """Return whether a runner has done too little lately for falling starts; a plan knows that by itself."""
    return sum(map(counts, sessions)) < BEGINNER_SESSIONS


def _was_hard(session: SessionRow) -> bool:
    return (session.effort or 0) >= TIRED_EFFORT or session.pain == "some" or any(row.hurt for row in session.work)
