"""The grade of an assessment, from what was measured or answered."""

from collections.abc import Iterable
from fractions import Fraction
from math import asin, degrees

from leanbreath.routine.assessment import Assessment, Grade

POINTS: dict[Grade, int] = {"pass": 0, "borderline": 1, "limited": 2}

Result = tuple[Fraction, ...] | str
"""The measured values, one or one a side; or the id of an answer."""


def grade(assessment: Assessment, result: Result) -> Grade:
    """Return the grade of a result; the worse side counts."""
    if isinstance(result, str):
        return next(answer.grade for answer in assessment.answers if answer.answer == result)
    if assessment.sides_differ is not None and max(result) - min(result) > assessment.sides_differ:
        return "limited"
    return max((_value_grade(assessment, value) for value in result), key=POINTS.__getitem__)


def _value_grade(assessment: Assessment, value: Fraction) -> Grade:
    assert assessment.pass_ and assessment.borderline
    if assessment.pass_.contains(value):
        return "pass"
    return "borderline" if assessment.borderline.contains(value) else "limited"


def is_real_change(assessment: Assessment, change: Fraction, measured: Iterable[Fraction | None]) -> bool | None:
    """Return whether a change of a side is more than measuring varies; None where no figure says how much that is.

    `measured` are the real changes that its two results came with, of an assessment whose results have some: then the
    figure of the assessment is the least.
    """
    if assessment.real_change is None:
        return None
    if assessment.measured_by is None or abs(change) < assessment.real_change:
        return abs(change) >= assessment.real_change
    known = [each for each in measured if each is not None]
    return abs(change) >= max(known) if len(known) == 2 else None


def side_difference(sides: tuple[Fraction, Fraction]) -> Fraction:
    """Return the difference between two sides."""
    return abs(sides[0] - sides[1])


def thigh_angle(knee_cm: float, hip_cm: float, thigh_cm: float) -> float:
    """Return how many degrees a thigh rises above level, from the heights of knee and hip and its length."""
    return degrees(asin((knee_cm - hip_cm) / thigh_cm))
