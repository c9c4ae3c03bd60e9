"""How results changed, per side, since the first check-up and since the last, and whether a change is real."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.assessments import Result, is_real_change
from leanbreath.coach.material import Material
from leanbreath.coach.results import TimedResult, checkup_rows, latest_results
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment
from leanbreath.routine.assessment import Assessment


class Change(NamedTuple):
    """A value before and now; `is_real` is None where no figure says how much is more than measuring varies."""

    before: Fraction
    now: Fraction
    is_real: bool | None

    @property
    def difference(self) -> Fraction:
        """How much larger it is now."""
        return self.now - self.before


class AssessmentChange(NamedTuple):
    """The result of an assessment now, and in an earlier check-up; `sides` has the changes of measured ones."""

    assessment: str
    before: Result
    now: Result
    since: Moment
    sides: tuple[Change, ...]


class Progress(NamedTuple):
    """What changed in an assessment since the first check-up, and since the last; the same if there are only two."""

    since_first: AssessmentChange
    since_last: AssessmentChange


def assessment_progress(rows: Iterable[AssessmentRow], material: Material) -> dict[str, Progress]:
    """Return what changed in each assessment of the latest check-up that was done in an earlier one too, by its id."""
    checkups = [latest_results(each, material.assessments) for each in checkup_rows(rows)]
    if not checkups:
        return {}
    *earlier, latest = checkups
    return dict(_progress(latest, earlier, material))


def _progress(
    latest: dict[str, TimedResult], earlier: list[dict[str, TimedResult]], material: Material
) -> Iterator[tuple[str, Progress]]:
    for id, now in latest.items():
        found = [each[id] for each in earlier if id in each and each[id].assessment == id]
        if found and now.assessment == id:
            assessment = material.assessments[id]
            yield id, Progress(_change(assessment, found[0], now), _change(assessment, found[-1], now))


def _change(assessment: Assessment, before: TimedResult, now: TimedResult) -> AssessmentChange:
    sides: tuple[Change, ...] = ()
    if isinstance(before.result, tuple) and isinstance(now.result, tuple):
        pairs = enumerate(zip(before.result, now.result, strict=True))
        measured = [(before.real_change(side), now.real_change(side)) for side in range(len(now.result))]
        sides = tuple(
            Change(first, last, is_real_change(assessment, last - first, measured[side]))
            for side, (first, last) in pairs
        )
    return AssessmentChange(now.assessment, before.result, now.result, before.at, sides)
