"""The history of a runner's training, from the facts of the diary: what its pages, tables and data show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from leanbreath.coach.assessment_trend import AssessmentTrend, assessment_trends
from leanbreath.coach.bests import Bests, bests
from leanbreath.coach.leaning_trend import LeaningTrend, leaning_trend
from leanbreath.coach.material import Material
from leanbreath.coach.muscle_weeks import DoseBand, MuscleWeek, dose_band, muscle_weeks
from leanbreath.coach.training_weeks import TrainingWeek, latest_weeks, monday_of, mondays
from leanbreath.diary.moment import Moment
from leanbreath.diary.training_totals import PlanWeekDay, TrainingTotals

SHOWN_WEEKS = 53
"""How many weeks the history shows, this one included."""


@dataclass(frozen=True)
class History:
    """What the diary comes to at a moment.

    `days` holds the seconds of work by training day; `weeks` are the latest ones, the last of them this week. `muscles`
    are the same weeks for each muscle, `build_weeks` the Mondays of those with a session of a plan's build week, in
    which the band of doses should be reached.
    """

    now: Moment
    days: Mapping[date, float]
    weeks: tuple[TrainingWeek, ...]
    band: DoseBand
    muscles: tuple[MuscleWeek, ...]
    build_weeks: frozenset[date]
    assessments: tuple[AssessmentTrend, ...]
    leaning: LeaningTrend
    bests: Bests

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.days and not self.assessments and not self.leaning.answers


def first_shown_day(today: date) -> date:
    """Return the Monday from which on the history shows weeks."""
    return monday_of(today) - timedelta(weeks=SHOWN_WEEKS - 1)


def first_needed_day(today: date) -> date:
    """Return the day from which on sessions are needed: one that began before the first week may have ended in it."""
    return first_shown_day(today) - timedelta(weeks=1)


def history(totals: TrainingTotals, material: Material, now: Moment) -> History:
    """Return the history at a moment."""
    shown = mondays(now.day, SHOWN_WEEKS)
    trends = assessment_trends(totals.assessments, material.assessments)
    return History(
        now,
        totals.seconds,
        latest_weeks(totals.seconds, totals.sessions, now.day, SHOWN_WEEKS),
        dose_band(material.rules),
        muscle_weeks(totals.side_work, shown, material.drill),
        frozenset(monday_of(each.day) for each in _build_days(totals.plan_weeks, material)),
        trends,
        leaning_trend(totals.lean_answers),
        bests(totals.longest_session, totals.seconds, totals.longest_sets, trends, material.drill),
    )


def _build_days(days: Iterable[PlanWeekDay], material: Material) -> Iterable[PlanWeekDay]:
    """Yield the days with sessions of a build week, as far as their plans are still there."""
    for each in days:
        plan = material.plans.get(each.plan)
        if plan and 1 <= each.week <= len(plan.weeks) and plan.weeks[each.week - 1].phase == "build":
            yield each
