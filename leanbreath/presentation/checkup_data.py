"""What a check-up found, as data for other programs."""

from collections.abc import Iterable
from typing import Any

from leanbreath.coach.assessment_changes import AssessmentChange, assessment_progress
from leanbreath.coach.assessments import Result, grade
from leanbreath.coach.limiters import LimiterScore, limiter_report, main_limiters, prescribed_drills
from leanbreath.coach.material import Material
from leanbreath.coach.results import TimedResult, latest_answers, latest_results
from leanbreath.diary.events import AssessmentRow


def checkup_data(rows: Iterable[AssessmentRow], material: Material) -> dict[str, Any]:
    """Return results with their grades, reports, limiters by points, what to practise, and what has changed."""
    rows = tuple(rows)
    report = limiter_report(rows, material)
    main = main_limiters(report)
    found = latest_results(rows, material.assessments)
    ids = [id for id in (*material.limiters.order, *found) if id in found and found[id].assessment == id]
    return {
        "results": [_result_data(id, found[id], material) for id in dict.fromkeys(ids)],
        "reports": latest_answers(rows, material.limiters.reports),
        "limiters": [_limiter_data(score) for score in report],
        "drills": list(prescribed_drills(report, material.limiters)),
        "routine": main[0].routine if main else None,
        "plan": None if main or not any(score.terms for score in report) else material.limiters.passing,
        "changes": [
            {
                "assessment": id,
                "since_first": _change_data(each.since_first),
                "since_last": _change_data(each.since_last),
            }
            for id, each in assessment_progress(rows, material).items()
        ],
    }


def _result_data(id: str, found: TimedResult, material: Material) -> dict[str, Any]:
    assessment = material.assessments[id]
    return {
        "assessment": id,
        "title": assessment.title,
        "unit": assessment.unit,
        **_value_data(found.result),
        "grade": None if assessment.only else grade(assessment, found.result),
        "at": found.at.at.isoformat(),
        "day": found.at.day.isoformat(),
    }


def _value_data(result: Result) -> dict[str, Any]:
    if isinstance(result, str):
        return {"values": None, "answer": result}
    return {"values": list(map(float, result)), "answer": None}


def _limiter_data(score: LimiterScore) -> dict[str, Any]:
    return {
        "limiter": score.limiter,
        "points": score.points,
        "main": score.is_main,
        "terms": [
            {"assessment": term.assessment, **_value_data(term.result), "grade": term.grade, "points": term.points}
            for term in score.terms
        ],
        "drills": list(score.drills),
        "first_choice": list(score.first_choice),
        "pre_run": list(score.pre_run),
        "routine": score.routine,
        "lesson": score.lesson,
    }


def _change_data(change: AssessmentChange) -> dict[str, Any]:
    return {
        "day": change.since.day.isoformat(),
        "before": _value_data(change.before),
        "now": _value_data(change.now),
        "real": [side.is_real for side in change.sides],
    }
