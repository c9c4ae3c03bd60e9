"""The summary of a training week, given on the Monday after it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from leanbreath.coach.training_weeks import TrainingWeek


class WeeklySummary(NamedTuple):
    """The week that is just over, and how many more minutes it had than the one before, None if that had none."""

    week: TrainingWeek
    more_minutes: int | None


def weekly_summary(weeks: Sequence[TrainingWeek], today: date) -> WeeklySummary | None:
    """Return the summary of the week before this one, on a Monday; None on other days and before the first session.

    `weeks` are the latest ones, this week the last of them.
    """
    if today.weekday() or len(weeks) < 2 or not any(week.seconds for week in weeks[:-1]):
        return None
    last = weeks[-2]
    before = weeks[-3] if len(weeks) > 2 else None
    return WeeklySummary(last, last.minutes - before.minutes if before and before.sessions else None)
