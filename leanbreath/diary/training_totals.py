"""What sessions add up to, by training day: the facts that the history is computed from.

Sessions with less than a minute of work don't count. `diary/queries.py` returns the same facts straight from the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leanbreath.diary.events import AssessmentRow, DiaryContent, SessionRow, WorkRow
from leanbreath.diary.moment import Moment
from leanbreath.diary.stats import SHORTEST_SECONDS
from leanbreath.routine.vocabulary import LeanFelt, Muscle, Side, Stretch

LATEST_ANSWERS = 500
"""The most answers about leaning that the history shows."""


class SessionLength(NamedTuple):
    """How much work a session had, and the training day on which it ended."""

    day: date
    title: str
    seconds: float


class SideWork(NamedTuple):
    """How many seconds of a drill were done on a training day on one side, None where it has no sides.

    `stretch` is None in the rows of an older program, which didn't keep muscles.
    """

    day: date
    drill: str | None
    stretch: Stretch | None
    muscles: tuple[Muscle, ...]
    side: Side | None
    seconds: float


class LongestSet(NamedTuple):
    """The longest set of a drill, and its training day."""

    day: date
    drill: str
    title: str
    seconds: float


class SessionEntry(NamedTuple):
    """A session in a list: when it began, and what it was; its work is read by its id."""

    id: str
    started: Moment
    title: str


class LeanAnswer(NamedTuple):
    """How leaning felt in a session, by the moment at which the session began."""

    started: Moment
    lean: LeanFelt


class PlanWeekDay(NamedTuple):
    """A training day with a session of a plan, and the number of the plan's week."""

    day: date
    plan: str
    week: int


@dataclass(frozen=True)
class TrainingTotals:
    """Everything that the history is computed from.

    `seconds` of work and `sessions` that ended are by training day. `sessions`, `side_work` and `plan_weeks` are those
    since a day only, `lean_answers` the latest.
    """

    seconds: Mapping[date, float]
    sessions: Mapping[date, int]
    side_work: tuple[SideWork, ...]
    longest_session: SessionLength | None
    longest_sets: tuple[LongestSet, ...]
    lean_answers: tuple[LeanAnswer, ...]
    plan_weeks: frozenset[PlanWeekDay]
    assessments: tuple[AssessmentRow, ...]


def training_totals(content: DiaryContent, since: date) -> TrainingTotals:
    """Return the totals of a diary, some of them since a day only."""
    sessions = content.sessions
    return TrainingTotals(
        seconds_by_day(sessions),
        sessions_by_day(sessions, since),
        side_work(sessions, since),
        longest_session(sessions),
        longest_sets(sessions),
        lean_answers(sessions),
        plan_week_days(sessions, since),
        content.assessments,
    )


def counted(sessions: Iterable[SessionRow]) -> tuple[SessionRow, ...]:
    """Return the sessions that count."""
    return tuple(each for each in sessions if each.done_seconds >= SHORTEST_SECONDS)


def seconds_by_day(sessions: Iterable[SessionRow]) -> dict[date, float]:
    """Return how many seconds of work were done on each training day, for the day on which they were done."""
    days: dict[date, float] = defaultdict(float)
    for row in _work(sessions):
        if row.at and row.done_seconds:
            days[row.at.day] += row.done_seconds
    return dict(days)


def sessions_by_day(sessions: Iterable[SessionRow], since: date = date.min) -> dict[date, int]:
    """Return how many sessions that began since a day ended on each training day."""
    days: dict[date, int] = defaultdict(int)
    for each in counted(sessions):
        if each.started.day >= since:
            days[each.last.day] += 1
    return dict(days)


def side_work(sessions: Iterable[SessionRow], since: date) -> tuple[SideWork, ...]:
    """Return the work since a day that may have been a static stretch, summed by day, drill, muscles and side."""
    sums: dict[tuple[date, str | None, Stretch | None, tuple[Muscle, ...], Side | None], float] = defaultdict(float)
    for row in _work(sessions):
        if row.at and row.at.day >= since and row.stretch in (None, "static"):
            sums[row.at.day, row.drill, row.stretch, row.muscles, row.side] += row.done_seconds
    return tuple(SideWork(*key, seconds) for key, seconds in sums.items())


def longest_session(sessions: Iterable[SessionRow]) -> SessionLength | None:
    """Return the session with the most work, the first of equal ones."""
    lengths = (SessionLength(each.last.day, each.title, each.done_seconds) for each in _by_start(counted(sessions)))
    return max(lengths, key=lambda each: each.seconds, default=None)


def longest_sets(sessions: Iterable[SessionRow]) -> tuple[LongestSet, ...]:
    """Return the longest set of each drill that has an id, the first of equal ones, in the order of the ids."""
    found: dict[str, LongestSet] = {}
    for day, row in _sets(sessions):
        if row.drill and row.drill not in found:
            found[row.drill] = LongestSet(day, row.drill, row.title, row.done_seconds)
    return tuple(found[drill] for drill in sorted(found))


def _sets(sessions: Iterable[SessionRow]) -> Iterator[tuple[date, WorkRow]]:
    """Yield the sets that were done with their days, the longest first, of equal ones the first first."""
    sets = [
        (-row.done_seconds, row.at.at, session.id, row.place, row.at.day, row)
        for session in sessions
        for row in session.work
        if row.at and row.done_seconds
    ]
    yield from ((day, row) for *_, day, row in sorted(sets, key=lambda each: each[:4]))


def lean_answers(sessions: Iterable[SessionRow]) -> tuple[LeanAnswer, ...]:
    """Return the latest answers to how leaning felt, the first one first."""
    answers = [LeanAnswer(each.started, each.lean) for each in _by_start(sessions) if each.lean]
    return tuple(answers[-LATEST_ANSWERS:])


def plan_week_days(sessions: Iterable[SessionRow], since: date) -> frozenset[PlanWeekDay]:
    """Return the days with sessions of a plan that began since a day, each with its week."""
    return frozenset(
        PlanWeekDay(each.last.day, each.plan, each.week)
        for each in sessions
        if each.plan and each.week is not None and each.started.day >= since
    )


def _work(sessions: Iterable[SessionRow]) -> Iterator[WorkRow]:
    return (row for each in counted(sessions) for row in each.work)


def _by_start(sessions: Iterable[SessionRow]) -> list[SessionRow]:
    return sorted(sessions, key=lambda session: (session.started.at, session.id))
