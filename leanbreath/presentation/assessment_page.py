"""An assessment's page: how to do it, how it is graded, and how far to trust it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leanbreath.presentation.page_parts import section, source_lines
from leanbreath.presentation.plain_words import need_words
from leanbreath.routine.assessment import Assessment, Grade, Limiters, Sign

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import Sources

SIDES = {"each": "Left and right; the worse side counts.", "none": ""}
UNGRADED_SIDES = {"each": "Left and right.", "none": ""}
ONLY = {
    "trend": "Compare it only with your own earlier results; it isn't graded.",
    "info": "For your information; it isn't graded.",
}


def assessment_lines(assessment: Assessment, sources: "Sources", limiters: Limiters) -> Iterator[str]:
    """Yield the page of an assessment; `limiters` tell which routine is for a runner who is limited in it."""
    yield f"{assessment.title} (assessment {assessment.assessment})"
    sides = UNGRADED_SIDES if assessment.only else SIDES
    yield f"  {assessment.measures} {sides[assessment.sides]}".rstrip()
    if assessment.needs:
        yield f"  Needs: {', '.join(map(need_words, assessment.needs))}"
    yield from section("How", assessment.how)
    yield from section("Grades", _grades(assessment))
    yield f"Thresholds ({assessment.status}): {assessment.thresholds}"
    yield f"Norm: {assessment.norm}"
    if assessment.real_change:
        more = ", and as much as the results ask for" if assessment.measured_by else ""
        yield f"A change counts if it is at least {assessment.real_change} {assessment.unit}{more}."
    yield from section("Sources", source_lines(assessment.sources, sources))
    yield from _next_steps(assessment, limiters)


def _grades(assessment: Assessment) -> Iterator[str]:
    grades: tuple[Grade, ...] = ("pass", "borderline", "limited")
    for grade in grades:
        yield from (f"{grade}: {answer.say}" for answer in assessment.answers if answer.grade == grade)
    if assessment.pass_ and assessment.borderline:
        unit = assessment.unit or ""
        yield f"pass: {assessment.pass_.text(unit)}"
        yield f"borderline: {assessment.borderline.text(unit)}"
        apart = f", or sides {assessment.sides_differ} apart" if assessment.sides_differ else ""
        yield f"limited: anything else{apart}"
    if assessment.only:
        yield ONLY[assessment.only]


def _next_steps(assessment: Assessment, limiters: Limiters) -> Iterator[str]:
    """Yield what to run if limited: the routine of each limiter that the assessment points to."""
    ids = (assessment.assessment, assessment.in_place_of)
    for limiter in limiters.limiters.values():
        whens = ["limited"] if any(id in limiter.assessments for id in ids) else []
        whens += [_sign_text(assessment, sign) for sign in limiter.signs if sign.assessment in ids]
        yield from (f"If {when}: leanbreath run {limiter.routine}" for when in whens)


def _sign_text(assessment: Assessment, sign: Sign) -> str:
    """Return the grade that is a sign of a limiter, or the answer in its own words."""
    answers = (answer.say for answer in assessment.answers if answer.answer == sign.answer)
    return next((f'"{say}"' for say in answers), str(sign.grade))
