"""Which plan suits a runner who starts one."""

from typing import NamedTuple

from leanbreath.coach.limiters import limiter_report, main_limiters
from leanbreath.coach.material import Material
from leanbreath.diary.events import DiaryContent

DEFAULT_PLAN = "eight-weeks"


class PlanChoice(NamedTuple):
    """The id of a plan, and why it suits, in a sentence that may be empty."""

    plan: str
    why: str = ""


def suggested_plan(content: DiaryContent, material: Material) -> PlanChoice:
    """Return the plan for whoever passes everything if the check-up found nothing, else the eight weeks."""
    report = limiter_report(content.assessments, material)
    if any(score.terms for score in report) and not main_limiters(report):
        return PlanChoice(material.limiters.passing, "Your check-up found nothing that holds you back.")
    return PlanChoice(DEFAULT_PLAN)
