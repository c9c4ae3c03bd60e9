"""An assessment's page: how to do it, how it is graded, and how far to trust it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leanbreath.presentation.page_parts import section, source_lines
from leanbreath.presentation.plain_words import need_words
from leanbreath.routine.assessment import Assessment, Grade

if TYPE_CHECKING:
    from leanbreath.presentation.page_parts import Sources

SIDES = {"each": "Left and right; the worse side counts.", "none": ""}
ONLY = {
    "trend": "Compare it only with your own earlier results; it isn't graded.",
    "info": "For your information; it isn't graded.",
}


def assessment_lines(assessment: Assessment, sources: "Sources") -> Iterator[str]:
    """Yield the page of an assessment."""
    yield f"{assessment.title} (assessment {assessment.assessment})"
    yield f"  {assessment.measures} {SIDES[assessment.sides]}".rstrip()
    if assessment.needs:
        yield f"  Needs: {', '.join(map(need_words, assessment.needs))}"
    yield from section("How", assessment.how)
    yield from section("Grades", _grades(assessment))
    yield f"Thresholds ({assessment.status}): {assessment.thresholds}"
    yield f"Norm: {assessment.norm}"
    if assessment.real_change:
        yield f"A change counts if it is at least {assessment.real_change} {assessment.unit}."
    yield from section("Sources", source_lines(assessment.sources, sources))


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
