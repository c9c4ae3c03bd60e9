"""Results of assessments, from the rows that the diary keeps."""

from collections.abc import Container, Iterable, Iterator, Mapping
from fractions import Fraction
from math import isfinite
from typing import NamedTuple

from leanbreath.coach.assessments import Result, side_difference
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.assessment import Assessment
from leanbreath.routine.vocabulary import YesOrNo

Assessments = Mapping[str, Assessment]


class TimedResult(NamedTuple):
    """The result of an assessment and when it was found; `assessment` is the id of the one that was done.

    `real_changes` says of each value how much it must change to be real, where that was measured too.
    """

    assessment: str
    result: Result
    at: Moment
    real_changes: tuple[Fraction, ...] = ()

    def real_change(self, side: int) -> Fraction | None:
        """Return how much the value of a side, from 0, must change to be real; None where that wasn't measured."""
        return self.real_changes[side] if self.real_changes else None


def result_of(row: AssessmentRow, assessment: Assessment) -> Result | None:
    """Return the result in a row, None if the assessment no longer has such an answer or as many values."""
    if assessment.answers:
        return row.answer if row.answer in {answer.answer for answer in assessment.answers} else None
    count = 2 if assessment.sides == "each" else 1
    if len(row.values) != count or not all(map(isfinite, row.values)):
        return None
    return tuple(Fraction(str(value)) for value in row.values)


def real_changes_of(row: AssessmentRow) -> tuple[Fraction, ...]:
    """Return how much each value of a row must change to be real; empty where that wasn't measured."""
    return tuple(Fraction(str(each)) for each in row.real_changes)


def latest_results(rows: Iterable[AssessmentRow], assessments: Assessments) -> dict[str, TimedResult]:
    """Return the latest result that counts for each assessment, computed ones and replacements included."""
    return {found.counts_for: found.timed for found in _found(in_order(rows), assessments)}


def latest_answers(rows: Iterable[AssessmentRow], reports: Container[str]) -> dict[str, YesOrNo]:
    """Return what the runner last said to each report."""
    answers = ((row.assessment, row.answer) for row in in_order(rows) if row.assessment in reports)
    return {id: "yes" if answer == "yes" else "no" for id, answer in answers}


def in_order(rows: Iterable[AssessmentRow]) -> list[AssessmentRow]:
    """Return rows in the order of their instants."""
    return sorted(rows, key=lambda row: (row.at.at, row.id))


def checkup_rows(rows: Iterable[AssessmentRow]) -> list[list[AssessmentRow]]:
    """Return the rows of each check-up, the earliest first; those that belong to none are one a training day."""
    groups: dict[object, list[AssessmentRow]] = {}
    for row in in_order(rows):
        groups.setdefault(row.checkup or row.at.day, []).append(row)
    return list(groups.values())


def checkup_results(rows: Iterable[AssessmentRow], assessments: Assessments) -> list[tuple[AssessmentRow, Result]]:
    """Return the result of each assessment in each check-up, in order: the last, where one was entered again."""
    found: list[tuple[AssessmentRow, Result]] = []
    for each in checkup_rows(row for row in rows if row.assessment in assessments):
        results = ((row, result_of(row, assessments[row.assessment])) for row in each)
        found += {row.assessment: (row, result) for row, result in results if result is not None}.values()
    return sorted(found, key=lambda each: (each[0].at.at, each[0].id))


class _Found(NamedTuple):
    counts_for: str
    timed: TimedResult


def _found(rows: Iterable[AssessmentRow], assessments: Assessments) -> Iterator[_Found]:
    """Yield each result under every assessment that it counts for."""
    differences = {each.of: id for id, each in assessments.items() if each.computed == "difference"}
    for row in rows:
        assessment = assessments.get(row.assessment)
        result = result_of(row, assessment) if assessment else None
        if assessment is None or result is None:
            continue
        timed = TimedResult(row.assessment, result, row.at, real_changes_of(row))
        yield _Found(row.assessment, timed)
        if assessment.in_place_of:
            yield _Found(assessment.in_place_of, timed)
        if (id := differences.get(row.assessment)) and isinstance(result, tuple) and len(result) == 2:
            yield _Found(id, TimedResult(id, (side_difference(result),), row.at))
