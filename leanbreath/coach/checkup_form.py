"""The forms of a check-up: what each asks for, how often it is tried, and how long that takes."""

from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.coach.material import Material
from leanbreath.routine.assessment import Assessment

Form = Literal["short", "full"]

MINUTES: dict[Form, int] = {"short": 5, "full": 15}
"""What each form fits into."""

REPORT_SECONDS = Fraction(4)
"""How long it takes to say whether a statement is true."""


def checkup_items(form: Form, material: Material) -> tuple[str, ...]:
    """Return the ids of the assessments, then of the reports, that a check-up asks for, in order."""
    limiters = material.limiters
    asked = [id for id in limiters.order if id in material.assessments and _is_asked(id, material)]
    ids = (*asked, *limiters.reports)
    if form == "full":
        return ids
    short = {limiter.short for limiter in limiters.limiters.values()}
    return tuple(id for id in ids if id in short)


def _is_asked(id: str, material: Material) -> bool:
    assessment = material.assessments[id]
    return not (assessment.computed or assessment.in_place_of or id in material.limiters.apart)


class Tries(NamedTuple):
    """How often each side is practised, and how often it is then tried."""

    practice: int
    tries: int


def tries_of(assessment: Assessment, form: Form, material: Material) -> Tries:
    """Return how often an assessment is practised and tried; once each in the short form."""
    if not assessment.repeated:
        return Tries(0, 1)
    return Tries(material.limiters.practice, material.limiters.tries) if form == "full" else Tries(1, 1)


def item_seconds(id: str, form: Form, material: Material) -> Fraction:
    """Return how long an assessment or a report takes in a check-up, as we estimate it."""
    assessment = material.assessments.get(id)
    if assessment is None:
        return REPORT_SECONDS
    return assessment.set_up + side_count(assessment) * sum(tries_of(assessment, form, material)) * assessment.try_


def form_seconds(form: Form, material: Material) -> Fraction:
    """Return how long a form takes, as we estimate it."""
    return sum((item_seconds(id, form, material) for id in checkup_items(form, material)), Fraction(0))


def side_count(assessment: Assessment) -> int:
    """Return how many sides are measured."""
    return 2 if assessment.sides == "each" else 1


def alternative(item: str, material: Material) -> str:
    """Return the assessment that can take the place of another, or whose place it takes; empty if there is none."""
    assessment = material.assessments.get(item)
    if assessment and assessment.in_place_of:
        return assessment.in_place_of
    return next((id for id, each in material.assessments.items() if item and each.in_place_of == item), "")
