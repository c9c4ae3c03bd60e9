"""The start of a check-up: one that was left unfinished in the last days is continued where it stopped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leanbreath.coach.checkup import Checkup, Entry
from leanbreath.coach.checkup_form import Form, alternative, checkup_items
from leanbreath.coach.material import Material
from leanbreath.coach.results import in_order, result_of
from leanbreath.diary.events import AssessmentRow
from leanbreath.diary.moment import Moment

DAYS_OPEN = 7
"""For so many training days an unfinished check-up can be continued; later results would tell of another state."""


def begin(rows: Iterable[AssessmentRow], material: Material, now: Moment, id: str, form: Form | None = None) -> Checkup:
    """Return the check-up that was left unfinished in the last days, at the item after those it came to, or a new one.

    The very first is short unless another form is asked for; a new one gets the `id`.
    """
    rows = in_order(rows)
    latest = next((row.checkup for row in reversed(rows) if row.checkup and _is_open(row, now)), None)
    done = [row for row in rows if latest and row.checkup == latest]
    items = checkup_items(form or _form(rows, done, material), material)
    checkup = Checkup(latest or id, form or _form(rows, done, material), items)
    checkup = replace(checkup, items=_as_done(checkup.items, done, material), entries=tuple(_entries(done, material)))
    reached = {row.assessment for row in done}
    index = max((number for number, item in enumerate(checkup.items, 1) if item in reached), default=0)
    if 0 < index < len(checkup.items):
        return replace(checkup, index=index)
    fresh = form or ("full" if rows else "short")
    return Checkup(id, fresh, checkup_items(fresh, material))


def _is_open(row: AssessmentRow, now: Moment) -> bool:
    return abs((now.day - row.at.day).days) <= DAYS_OPEN


def _form(rows: list[AssessmentRow], done: list[AssessmentRow], material: Material) -> Form:
    """Return the form of an unfinished check-up, by what it asked for and by whether there were any before it."""
    short = checkup_items("short", material)
    return "full" if len(rows) > len(done) or any(row.assessment not in short for row in done) else "short"


def _as_done(items: tuple[str, ...], done: list[AssessmentRow], material: Material) -> tuple[str, ...]:
    """Return items with the alternatives that were done in their place."""
    reached = {row.assessment for row in done}
    others = ((item, alternative(item, material)) for item in items)
    return tuple(other if other in reached and item not in reached else item for item, other in others)


def _entries(rows: Iterable[AssessmentRow], material: Material) -> Iterator[Entry]:
    """Yield what was entered in an unfinished check-up."""
    attempts: dict[str, int] = defaultdict(int)
    for row in rows:
        assessment = material.assessments.get(row.assessment)
        result = result_of(row, assessment) if assessment else row.answer
        attempt = attempts[row.assessment]
        attempts[row.assessment] += 1
        if isinstance(result, str):
            yield Entry(row.assessment, attempt, 0, result)
        for side, value in enumerate(result if isinstance(result, tuple) else ()):
            yield from (Entry(row.assessment, attempt, side, each) for each in (value, None))
