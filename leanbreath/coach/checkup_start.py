"""The start of a check-up: one that was left unfinished in the last days is continued where it stopped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    rows = [row for row in in_order(rows) if row.assessment not in material.limiters.apart]
    latest = next((row.checkup for row in reversed(rows) if row.checkup and _is_open(row, now)), None)
    done = [row for row in rows if latest and row.checkup == latest]
    left_in = _form(rows, done, material)
    place = _place_after(done, _items(left_in, done, material))
    if latest is None or place is None:
        fresh = form or ("full" if rows else "short")
        return Checkup(id, fresh, checkup_items(fresh, material))
    wanted = form or left_in
    items = _items(wanted, done, material)
    if wanted != left_in:
        place = _first_open(done, items)
    return Checkup(latest, wanted, items, place, tuple(_entries(done, material)))


def _place_after(done: Iterable[AssessmentRow], items: tuple[str, ...]) -> int | None:
    """Return the index after the last item that is done; None if that is the last one, or there is none."""
    reached = {row.assessment for row in done}
    place = max((number for number, item in enumerate(items, 1) if item in reached), default=0)
    return place if 0 < place < len(items) else None


def _first_open(done: Iterable[AssessmentRow], items: tuple[str, ...]) -> int:
    """Return the index of the first item that isn't done, the last if all are."""
    reached = {row.assessment for row in done}
    return next((index for index, item in enumerate(items) if item not in reached), len(items) - 1)


def _is_open(row: AssessmentRow, now: Moment) -> bool:
    return abs((now.day - row.at.day).days) <= DAYS_OPEN


def _form(rows: list[AssessmentRow], done: list[AssessmentRow], material: Material) -> Form:
    """Return the form of an unfinished check-up: the one of which it left out less, else the one that is usual now."""
    reached = {row.assessment for row in done}
    short = checkup_items("short", material)
    if not reached.issubset(short):
        return "full"
    full = _items("full", done, material)
    if _left_out(short, reached) < _left_out(full, reached):
        return "short"
    return "full" if len(rows) > len(done) else "short"


def _left_out(items: tuple[str, ...], reached: set[str]) -> int:
    """Return how many items are not done before the last that is."""
    last = max((number for number, item in enumerate(items) if item in reached), default=0)
    return sum(item not in reached for item in items[:last])


def _items(form: Form, done: list[AssessmentRow], material: Material) -> tuple[str, ...]:
    """Return the items of a form, with the alternatives that were done in their place."""
    reached = {row.assessment for row in done}
    pairs = ((item, alternative(item, material)) for item in checkup_items(form, material))
    return tuple(other if other in reached and item not in reached else item for item, other in pairs)


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
