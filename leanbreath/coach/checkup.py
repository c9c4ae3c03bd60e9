"""What a assessment-up finds: the grade of each assessment, and the points of each limiter."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import asin, degrees

from leanbreath.routine.assessment import Assessment, Grade, Limiters, LimiterSpec, Sign
from leanbreath.routine.vocabulary import Limiter

POINTS: dict[Grade, int] = {"pass": 0, "borderline": 1, "limited": 2}

Found = tuple[Fraction, ...] | str
"""What was measured, one value or one a side; or the id of the answer."""


def grade(assessment: Assessment, found: Found) -> Grade:
    """Return the grade of an assessment: of the worse side, where it has two."""
    if isinstance(found, str):
        return next(answer.grade for answer in assessment.answers if answer.answer == found)
    if assessment.sides_differ is not None and max(found) - min(found) > assessment.sides_differ:
        return "limited"
    return max((_graded(assessment, value) for value in found), key=POINTS.__getitem__)


def _graded(assessment: Assessment, value: Fraction) -> Grade:
    assert assessment.pass_ and assessment.borderline
    return (
        "pass"
        if assessment.pass_.contains(value)
        else "borderline"
        if assessment.borderline.contains(value)
        else "limited"
    )


def difference(sides: tuple[Fraction, Fraction]) -> Fraction:
    """Return by how much two sides differ."""
    return abs(sides[0] - sides[1])


def thigh_angle(knee_cm: float, hip_cm: float, thigh_cm: float) -> float:
    """Return the degrees by which a thigh rises above level, from two heights and its length."""
    return degrees(asin((knee_cm - hip_cm) / thigh_cm))


def points(
    limiters: Limiters, assessments: Mapping[str, Assessment], found: Mapping[str, Found], reports: Collection[str]
) -> dict[Limiter, int]:
    """Return the points of each limiter, most first; what was not assessed has none."""
    each = {name: _points(form, assessments, found, reports) for name, form in limiters.limiters.items()}
    return dict(sorted(each.items(), key=lambda item: -item[1]))


def _points(
    form: LimiterSpec, assessments: Mapping[str, Assessment], found: Mapping[str, Found], reports: Collection[str]
) -> int:
    graded = sum(POINTS[grade(assessments[name], found[name])] for name in form.assessments if name in found)
    signs = sum(sign.points for sign in form.signs if sign.assessment in found and _shows(sign, assessments, found))
    return graded + signs + sum(report in reports for report in form.reports)


def _shows(sign: Sign, assessments: Mapping[str, Assessment], found: Mapping[str, Found]) -> bool:
    if sign.answer is not None:
        return found[sign.assessment] == sign.answer
    return grade(assessments[sign.assessment], found[sign.assessment]) == sign.grade
