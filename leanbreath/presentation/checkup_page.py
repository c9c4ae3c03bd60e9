"""One assessment of a check-up as text: how to do it, what is asked now, and what was entered."""

from dataclasses import dataclass
from fractions import Fraction

from leanbreath.coach.assessments import Result
from leanbreath.coach.checkup import Checkup, Step, current_step, results, side_values
from leanbreath.coach.material import Material
from leanbreath.coach.number_entry import number_text
from leanbreath.coach.value_entry import answers_of
from leanbreath.presentation.plain_words import need_words
from leanbreath.presentation.result_text import result_text
from leanbreath.routine.assessment import Assessment, Unit

UNITS: dict[Unit, str] = {
    "cm": "centimetres",
    "degrees": "degrees",
    "hours": "hours",
    "seconds": "seconds",
    "breaths": "breaths",
}
SIDES = ("Left", "Right")
REPORT_TITLE, REPORT_QUESTION = "About you", "Is that true of you?"


@dataclass(frozen=True)
class CheckupPage:
    """What is shown of an assessment or a report: `answers` are texts to choose from, `timer` counts down in a try.

    `has_stopwatch` says that the value is a time that the runner may take here, `example` what may be typed.
    """

    progress: str
    title: str
    how: tuple[str, ...]
    prompt: str
    entered: str
    answers: tuple[tuple[str, str], ...] = ()
    timer: Fraction | None = None
    has_stopwatch: bool = False
    example: str = ""
    figure: str | None = None
    is_left: bool = False

    @property
    def has_clock(self) -> bool:
        """Whether something is timed."""
        return self.timer is not None or self.has_stopwatch


def checkup_page(checkup: Checkup, material: Material) -> CheckupPage:
    """Return the page of the current item of a check-up that isn't over."""
    step = current_step(checkup, material)
    progress = f"{checkup.index + 1} of {len(checkup.items)}"
    assessment = material.assessments.get(checkup.item)
    answers = tuple(answers_of(assessment).items()) if assessment is None or assessment.answers else ()
    found = entered_text(checkup, material)
    if assessment is None:
        statement = material.limiters.reports.get(checkup.item, checkup.item)
        return CheckupPage(progress, REPORT_TITLE, (statement,), _kept(step) or REPORT_QUESTION, found, answers)
    needs = f"Needs: {', '.join(map(need_words, assessment.needs))}." if assessment.needs else ""
    return CheckupPage(
        progress,
        assessment.title,
        tuple(filter(None, (*assessment.how, needs))),
        _kept(step) or prompt(assessment, step),
        found,
        answers,
        assessment.timer,
        assessment.unit == "seconds",
        _example(assessment, step),
        assessment.figure,
        step.side == 0,
    )


def _kept(step: Step) -> str:
    return "Press Enter to keep this, or enter it again." if step.done else ""


def prompt(assessment: Assessment, step: Step) -> str:
    """Return what is asked now."""
    if assessment.answers:
        return "What did you find?"
    side = f"{SIDES[step.side]} side" if step.side is not None else ""
    if step.is_practice and step.of == 1:
        return f"{side or 'Now'}: practise once, then press Enter."
    if step.is_practice:
        return f"{side or 'Now'}, practice {step.number} of {step.of}: press Enter after it."
    number = f", try {step.number} of {step.of}" if step.of > 1 else ""
    again = " Enter alone: that's enough." if step.tried else ""
    wanted = f"{', '.join(map(_input_words, assessment.inputs))} in centimetres" if assessment.inputs else ""
    question = wanted or f"how many {UNITS[assessment.unit or 'cm']}?"
    return f"{side}{number}: {question}{again}" if side else f"{question[:1].upper()}{question[1:]}{again}"


def _input_words(id: str) -> str:
    """Return what is measured in words: `knee height`."""
    return id.removesuffix("-cm").replace("-", " ")


def _example(assessment: Assessment, step: Step) -> str:
    """Return what may be typed where a value is asked for."""
    if step.is_practice:
        return "Enter"
    if assessment.inputs:
        return "such as 52 50 44"
    if assessment.pass_ is None:
        return ""
    value = next(number_text(bound) for bound in assessment.pass_ if bound is not None)
    both = f", or {value}/{value} for left and right" if step.side is not None else ""
    return f"such as {value}{both}"


def saved_text(before: Checkup, now: Checkup, material: Material) -> str:
    """Return what a move has saved, in words; empty if it was nothing."""
    known = results(before, material)
    fresh = {id: result for id, result in results(now, material).items() if known.get(id) != result}
    return " ".join(f"Saved: {_saved_name(id, result, material)}." for id, result in fresh.items())


def _saved_name(id: str, result: Result, material: Material) -> str:
    assessment = material.assessments.get(id)
    if assessment is None or isinstance(result, str):
        return f"{assessment.title if assessment else REPORT_TITLE}"
    return f"{assessment.title}, {result_text(assessment, result)}"


def entered_text(checkup: Checkup, material: Material) -> str:
    """Return what was entered for the current item: every try, or the answer."""
    assessment = material.assessments.get(checkup.item)
    if assessment is None or assessment.answers:
        answer = results(checkup, material).get(checkup.item)
        return f"Entered: {answers_of(assessment).get(str(answer), answer)}" if answer else ""
    tries = [" · ".join(map(number_text, values)) for values in side_values(checkup, material)]
    if not any(tries):
        return ""
    if assessment.sides == "none":
        return f"Entered: {tries[0]} {assessment.unit}"
    sides = (f"{side}: {values or '–'}" for side, values in zip(SIDES, tries, strict=True))
    return f"{'   '.join(sides)}   {assessment.unit}"


def missing_side(checkup: Checkup, material: Material) -> str:
    """Return the side of the current item that has no value while the other has: `right`; empty if there is none."""
    sides = side_values(checkup, material)
    if checkup.item in results(checkup, material) or not any(sides):
        return ""
    return next((name.lower() for name, values in zip(SIDES, sides, strict=False) if not values), "")
