"""An assessment over time: its first value, its latest, and whether the change is real."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.coach.assessments import Result, grade, is_real_change, side_difference
from leanbreath.coach.results import checkup_results
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.assessment import Assessment, Grade
from leanbreath.routine.vocabulary import Side

Direction = Literal["up", "down", "within"]
"""Where better values lie: higher up, lower down, or within a range."""

GRADES: tuple[Grade, ...] = ("limited", "borderline", "pass")
"""From worst to best, as an answer's place on a scale."""


class Measured(NamedTuple):
    """A value, and when it was measured; that of an answer is its grade, from 0 (limited) to 2 (pass)."""

    at: Moment
    value: Fraction


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
        return self.last.value - self.values[-2:][0].value


class AssessmentTrend(NamedTuple):
    """The results of one assessment, each side for itself."""

    assessment: Assessment
    sides: tuple[SideTrend, ...]

    @property
    def is_answered(self) -> bool:
        """Whether its values are grades of answers."""
        return bool(self.assessment.answers)

    @property
    def real_change(self) -> int | None:
        """The smallest change that is more than measuring varies; None where no figure is known."""
        return self.assessment.real_change

    def is_real(self, change: Fraction) -> bool | None:
        """Return whether a change is real; None where no figure says so."""
        return is_real_change(self.assessment, change)


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
        for side, value in _values(assessments[row.assessment], result).items():
            sides[row.assessment].setdefault(side, []).append(Measured(row.at, value))
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
