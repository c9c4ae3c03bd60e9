"""The points of each limiter, from assessments and from what the runner reports."""

from collections.abc import Collection, Mapping

from leanbreath.coach.assessments import POINTS, Result, grade
from leanbreath.routine.assessment import Assessment, Limiters, LimiterSpec, Sign
from leanbreath.routine.vocabulary import Limiter

Assessments = Mapping[str, Assessment]
Results = Mapping[str, Result]


def limiter_points(
    limiters: Limiters, assessments: Assessments, results: Results, reports: Collection[str]
) -> dict[Limiter, int]:
    """Return the points of each limiter, most first, in the order of the file where they are equal."""
    points = {name: _points(limiter, assessments, results, reports) for name, limiter in limiters.limiters.items()}
    return dict(sorted(points.items(), key=lambda item: -item[1]))


def _points(limiter: LimiterSpec, assessments: Assessments, results: Results, reports: Collection[str]) -> int:
    """Return the points of a limiter; an assessment without a result adds none."""
    graded = sum(POINTS[grade(assessments[name], results[name])] for name in limiter.assessments if name in results)
    signs = sum(sign.points for sign in limiter.signs if _is_present(sign, assessments, results))
    return graded + signs + sum(report in reports for report in limiter.reports)


def _is_present(sign: Sign, assessments: Assessments, results: Results) -> bool:
    if sign.assessment not in results:
        return False
    result = results[sign.assessment]
    if sign.answer is not None:
        return result == sign.answer
    return grade(assessments[sign.assessment], result) == sign.grade
