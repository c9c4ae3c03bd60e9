"""An assessment over time: its first value, its latest, and whether the change is real."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import zip_longest
from typing import Literal, NamedTuple

from leanbreath.coach.assessments import Result, grade, is_real_change, side_difference
from leanbreath.coach.results import checkup_results, real_changes_of
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.assessment import Assessment, Grade
from leanbreath.routine.vocabulary import Side

Direction = Literal["up", "down", "within"]
"""Where better values lie: higher up, lower down, or within a range."""

GRADES: tuple[Grade, ...] = ("limited", "borderline", "pass")
"""From worst to best, as an answer's place on a scale."""


class Measured(NamedTuple):
    """A value, and when it was measured; that of an answer is its grade, from 0 (limited) to 2 (pass).

    `real_change` is how much it must change to be real, where that was measured too.
    """

    at: Moment
    value: Fraction
    real_change: Fraction | None = None


class SideTrend(NamedTuple):
    """An assessment of one side over time, the first value first; `side` is None where it has no sides."""

    side: Side | None
    values: tuple[Measured, ...]

    @property
    def first(self) -> Measured:
        """The first value."""
        return self.values[0]

    @property
    def last(self) -> Measured:
        """The latest value."""
        return self.values[-1]

    @property
    def change(self) -> Fraction:
        """How far the latest value is from the first."""
        return self.last.value - self.first.value

    @property
    def last_change(self) -> Fraction:
        """How far the latest value is from the one before, 0 if there is none."""
        return self.last.value - self.previous.value

    @property
    def previous(self) -> Measured:
        """The value before the latest; the latest, if there is none."""
        return self.values[-2:][0]


class AssessmentTrend(NamedTuple):
    """The results of one assessment, each side for itself."""

    assessment: Assessment
    sides: tuple[SideTrend, ...]

    @property
    def is_answered(self) -> bool:
        """Whether its values are grades of answers."""
        return bool(self.assessment.answers)

    @property
    def real_change(self) -> Fraction | None:
        """The smallest change that is more than measuring varies, in any of its results; None where none is known."""
        if self.assessment.real_change is None:
            return None
        measured = (each.real_change for side in self.sides for each in side.values)
        return max(Fraction(self.assessment.real_change), *filter(None, measured), Fraction(0))

    def is_real(self, before: Measured, now: Measured) -> bool | None:
        """Return whether a change from one value to another is real; None where no figure says so."""
        measured = (before.real_change, now.real_change)
        return is_real_change(self.assessment, now.value - before.value, measured)


def assessment_trends(
    rows: Iterable[AssessmentRow], assessments: Mapping[str, Assessment]
) -> tuple[AssessmentTrend, ...]:
    """Return the trend of each assessment that has a result, in the order of the assessments.

    Each check-up counts once, with what was entered last. The difference between the sides of an assessment has a trend
    too. Rows that don't fit their assessment, such as an answer that it no longer has, are left out.
    """
    sides: dict[str, dict[Side | None, list[Measured]]] = {id: {} for id in assessments}
    differences = {each.of: id for id, each in assessments.items() if each.computed == "difference"}
    for row, result in checkup_results(rows, assessments):
        values = _values(assessments[row.assessment], result)
        for (side, value), real_change in zip_longest(values.items(), real_changes_of(row)):
            sides[row.assessment].setdefault(side, []).append(Measured(row.at, value, real_change))
        if row.assessment in differences and isinstance(result, tuple) and len(result) == 2:
            difference = Measured(row.at, side_difference((result[0], result[1])))
            sides[differences[row.assessment]].setdefault(None, []).append(difference)
    return tuple(_trend(assessments[id], found) for id, found in sides.items() if found)


def direction(assessment: Assessment) -> Direction | None:
    """Return where better values of an assessment lie; None where values aren't graded."""
    if assessment.answers:
        return "up"
    if assessment.pass_ is None or assessment.only:
        return None
    least, most = assessment.pass_
    return "within" if least is not None and most is not None else "up" if most is None else "down"


def _trend(assessment: Assessment, values: Mapping[Side | None, list[Measured]]) -> AssessmentTrend:
    order: tuple[Side | None, ...] = (None, "left", "right")
    sides = tuple(SideTrend(side, tuple(values[side])) for side in order if side in values)
    return AssessmentTrend(assessment, sides)


def _values(assessment: Assessment, result: Result) -> dict[Side | None, Fraction]:
    """Return the value of each side."""
    if isinstance(result, str):
        return {None: Fraction(GRADES.index(grade(assessment, result)))}
    return {"left": result[0], "right": result[1]} if len(result) == 2 else {None: result[0]}
