"""The points of each limiter with their arithmetic, and what to practise for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from leanbreath.coach.assessments import POINTS, Result, grade
from leanbreath.coach.material import Material
from leanbreath.coach.results import TimedResult, latest_answers, latest_results
from leanbreath.diary.events import AssessmentRow
from leanbreath.routine.assessment import Grade, Limiters, LimiterSpec, Sign
from leanbreath.routine.vocabulary import Limiter, YesOrNo


class Term(NamedTuple):
    """What a result adds to a limiter's points; `assessment` names the one that was done, or the report."""

    assessment: str
    result: Result
    grade: Grade | None
    points: int


@dataclass(frozen=True)
class LimiterScore:
    """A limiter's points, the terms of their sum, and what to practise; `is_main` says whether it gets drills now.

    `first_choice` are those of its `drills` to begin with.
    """

    limiter: Limiter
    points: int
    terms: tuple[Term, ...]
    is_main: bool
    drills: tuple[str, ...]
    first_choice: tuple[str, ...]
    pre_run: tuple[str, ...]
    routine: str
    lesson: str


def limiter_report(rows: Iterable[AssessmentRow], material: Material) -> tuple[LimiterScore, ...]:
    """Return every limiter by the latest results, most points first, in the order of the file where they are equal."""
    rows = tuple(rows)
    answers = latest_answers(rows, material.limiters.reports)
    findings = _Findings(material, latest_results(rows, material.assessments), answers)
    terms = {name: tuple(_terms(spec, findings)) for name, spec in material.limiters.limiters.items()}
    ranked = sorted(terms, key=lambda name: -_sum(terms[name]))
    main = [name for name in ranked if _sum(terms[name])][: material.limiters.prescribed]
    return tuple(_score(name, material.limiters.limiters[name], terms[name], name in main) for name in ranked)


def main_limiters(report: Iterable[LimiterScore]) -> tuple[LimiterScore, ...]:
    """Return the limiters that get drills, most points first; none if everything passed."""
    return tuple(score for score in report if score.is_main)


def prescribed_drills(report: Iterable[LimiterScore], limiters: Limiters) -> tuple[str, ...]:
    """Return the drills to begin with: those for the main limiters, then those that everybody gets."""
    first = [drill for score in main_limiters(report) for drill in score.first_choice]
    always = [drill for drills in limiters.always.values() for drill in drills]
    return tuple(dict.fromkeys(first + always))


class _Findings(NamedTuple):
    material: Material
    results: Mapping[str, TimedResult]
    answers: Mapping[str, YesOrNo]


def _terms(spec: LimiterSpec, findings: _Findings) -> Iterator[Term]:
    """Yield the terms of a limiter; what was not assessed adds none."""
    for name in spec.assessments:
        if found := findings.results.get(name):
            reached = grade(findings.material.assessments[found.assessment], found.result)
            yield Term(found.assessment, found.result, reached, POINTS[reached])
    for sign in spec.signs:
        if found := findings.results.get(sign.assessment):
            reached = grade(findings.material.assessments[found.assessment], found.result)
            yield Term(found.assessment, found.result, reached, sign.points if _applies(sign, found, reached) else 0)
    answers = ((name, findings.answers[name]) for name in spec.reports if name in findings.answers)
    yield from (Term(name, answer, None, int(answer == "yes")) for name, answer in answers)


def _applies(sign: Sign, found: TimedResult, reached: Grade) -> bool:
    return found.result == sign.answer if sign.answer is not None else reached == sign.grade


def _sum(terms: Iterable[Term]) -> int:
    return sum(term.points for term in terms)


def _score(name: Limiter, spec: LimiterSpec, terms: tuple[Term, ...], is_main: bool) -> LimiterScore:
    worst = _worst(terms)
    case = next((case.drills for case in spec.cases if worst.issuperset(case.limited)), ())
    drills = case or spec.drills
    return LimiterScore(
        name, _sum(terms), terms, is_main, drills, case or drills[:1], spec.pre_run, spec.routine, spec.lesson
    )


def _worst(terms: Iterable[Term]) -> frozenset[str]:
    """Return the assessments with the worst grade; none if all passed."""
    grades = {term.assessment: term.grade for term in terms if term.grade not in (None, "pass")}
    worst = "limited" if "limited" in grades.values() else "borderline"
    return frozenset(id for id, reached in grades.items() if reached == worst)
