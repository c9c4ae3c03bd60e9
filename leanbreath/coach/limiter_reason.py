"""Why a limiter comes first: what was measured or answered, in a clause."""

from collections.abc import Iterable
from fractions import Fraction

from leanbreath.coach.assessments import POINTS, grade
from leanbreath.coach.limiter_words import limiter_words
from leanbreath.coach.limiters import LimiterScore, Term
from leanbreath.coach.material import Material
from leanbreath.routine.assessment import Assessment, Unit

MEASURED = {
    "knee-to-wall-cm": "your knee-to-wall is {}",
    "ktw-asymmetry-cm": "your two sides differ by {}",
    "straight-knee-calf-deg": "with a straight knee your shin tips {}",
    "bed-edge-thigh-deg": "at the bed's edge your thigh hangs at {}",
    "bed-edge-trig": "at the bed's edge your thigh hangs at {}",
    "sit-hours": "you sit {} a day",
    "seated-rotation-deg": "sitting, you turn {}",
    "bridge-hold-s": "you hold a one-leg bridge for {}",
    "occiput-wall-cm": "your head stays {} from the wall",
    "video-trunk-deg": "on video you lean {}",
}
"""What was measured, with its value; other assessments are called by their titles."""

ANSWERED = {
    ("grip-release", "partly"): "your lower belly lets go only partly",
    ("grip-release", "no"): "your lower belly doesn't let go",
    ("eyes-level-lean", "with-effort"): "level eyes in a lean cost you effort",
    ("eyes-level-lean", "no"): "you can't keep your eyes level in a lean",
    ("wall-lean-line", "five-degrees"): "you hold one line only half a shoe back",
    ("told-to-tighten", "yes"): "you were told to tighten your abs",
    ("tires-in-lean", "yes"): "you tire in a lean",
    ("hands-low", "yes"): "you carry your hands low",
}
"""Answers that say too little by themselves."""

UNITS: dict[Unit, str] = {
    "cm": " cm",
    "degrees": "°",
    "hours": " hours",
    "seconds": " seconds",
    "breaths": " breaths a minute",
}


def limiter_reason(score: LimiterScore, material: Material) -> str:
    """Return why a limiter comes first, by what adds most to its points: `calves first: your knee-to-wall is 7 cm`."""
    return f"{limiter_words(score.limiter)} first: {_finding(_main_term(score.terms), material)}"


def _main_term(terms: Iterable[Term]) -> Term:
    return max(terms, key=lambda term: term.points)


def _finding(term: Term, material: Material) -> str:
    """Return what an assessment found, or what the runner reported, as a clause."""
    if isinstance(term.result, str):
        known = ANSWERED.get((term.assessment, term.result))
        return known or _clause(_answer(term.assessment, term.result, material))
    assessment = material.assessments[term.assessment]
    value = _value_text(_worse(assessment, term.result), assessment.unit)
    return MEASURED.get(term.assessment, f"{_clause(assessment.title)}: {{}}").format(value)


def _answer(assessment: str, result: str, material: Material) -> str:
    if assessment not in material.assessments:
        return material.limiters.reports.get(assessment, assessment)
    return next(each.say for each in material.assessments[assessment].answers if each.answer == result)


def _worse(assessment: Assessment, values: tuple[Fraction, ...]) -> Fraction:
    """Return the value with the worse grade; of equal grades the one that is further from passing."""
    wants_more = assessment.pass_ is not None and assessment.pass_.least is not None
    return max(values, key=lambda value: (POINTS[grade(assessment, (value,))], -value if wants_more else value))


def _value_text(value: Fraction, unit: Unit | None) -> str:
    text = f"{float(value):g}{UNITS[unit] if unit else ''}"
    return {"1 hours": "1 hour", "1 seconds": "1 second"}.get(text, text)


def _clause(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}".removesuffix(".")
