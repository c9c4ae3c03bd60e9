"""Bests: the longest session, the fullest week, the longest hold, and the best value of each assessment."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from leanbreath.coach.assessment_trend import GRADES, AssessmentTrend, Measured, SideTrend, direction
from leanbreath.coach.keeping import DueDay
from leanbreath.coach.training_weeks import seconds_by_week
from leanbreath.diary.training_totals import LongestSet, SessionLength
from leanbreath.routine.assessment import Grade
from leanbreath.routine.model import Drill
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Hold


class FullestWeek(NamedTuple):
    """The week with the most work, by its Monday."""

    monday: date
    seconds: float


class BestValue(NamedTuple):
    """The best value of an assessment on a side, and when it was reached first; of an answer, its grade too."""

    assessment: str
    title: str
    side: Side | None
    value: Measured
    grade: Grade | None = None


class Bests(NamedTuple):
    """The bests of a diary; what it has nothing of is None."""

    session: SessionLength | None
    week: FullestWeek | None
    hold: LongestSet | None
    values: tuple[BestValue, ...]


def bests(
    session: SessionLength | None,
    days: Mapping[date, float],
    sets: Iterable[LongestSet],
    trends: Iterable[AssessmentTrend],
    drill: Callable[[str], Drill],
) -> Bests:
    """Return the bests, from seconds of work by day, the longest set of each drill, and the trend of each assessment.

    Of sets, those of drills that are held count, as `drill` returns them; it raises `KeyError` for one it doesn't know.
    """
    weeks = (FullestWeek(*week) for week in seconds_by_week(days).items())
    holds = (each for each in sets if _is_held(each.drill, drill))
    return Bests(
        session,
        max(weeks, key=lambda each: each.seconds, default=None),
        max(holds, key=lambda each: each.seconds, default=None),
        tuple(value for trend in trends for value in _best_values(trend)),
    )


def longest_streak(days: Iterable[DueDay]) -> int:
    """Return the most due days, of days in order, that were kept in a row."""
    runs = (sum(1 for _ in run) for is_kept, run in groupby(days, key=lambda each: each.is_kept) if is_kept)
    return max(runs, default=0)


def _is_held(id: str, drill: Callable[[str], Drill]) -> bool:
    try:
        return isinstance(drill(id).work, Hold)
    except KeyError:
        return False


def _best_values(trend: AssessmentTrend) -> Iterator[BestValue]:
    """Yield the best value of each side; there is none where better values don't lie up or down."""
    better = direction(trend.assessment)
    if better in ("up", "down"):
        sign = 1 if better == "up" else -1
        for side in trend.sides:
            best = _best(side, sign)
            grade = GRADES[int(best.value)] if trend.is_answered else None
            yield BestValue(trend.assessment.assessment, trend.assessment.title, side.side, best, grade)


def _best(side: SideTrend, sign: int) -> Measured:
    return max(side.values, key=lambda each: sign * each.value)
