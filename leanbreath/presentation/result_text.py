"""The result of an assessment in words."""

from leanbreath.coach.assessments import Result
from leanbreath.coach.number_entry import number_text
from leanbreath.routine.assessment import Assessment

SIDES = ("left", "right")


def result_text(assessment: Assessment, result: Result) -> str:
    """Return a result in words: `left 7 cm, right 9.5 cm`, or the answer."""
    if isinstance(result, str):
        return next((answer.say for answer in assessment.answers if answer.answer == result), result)
    texts = [f"{number_text(value)} {assessment.unit}" for value in result]
    return texts[0] if len(texts) == 1 else ", ".join(f"{side} {text}" for side, text in zip(SIDES, texts, strict=True))
