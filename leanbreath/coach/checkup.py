"""A check-up that is going on, as a value that moves change.

What was entered is only ever added to, so no move loses a value.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.assessments import Result
from leanbreath.coach.checkup_form import Form, Tries, alternative, side_count, tries_of
from leanbreath.coach.material import Material
from leanbreath.routine.assessment import Assessment


class Entry(NamedTuple):
    """A value of a side (from 0), or an answer; None says that the tries of a side so far are enough.

    Whoever returns to a finished assessment and enters something begins a new `attempt`.
    """

    item: str
    attempt: int
    side: int
    value: Fraction | str | None


@dataclass(frozen=True)
class Checkup:
    """A check-up that is going on: `index` is the item it is at, `entries` everything that was entered, in order.

    `practised` counts the practice tries of the current side. It is over after the last item or when it is `stopped`.
    """

    id: str
    form: Form
    items: tuple[str, ...]
    index: int = 0
    entries: tuple[Entry, ...] = ()
    practised: int = 0
    stopped: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.stopped or self.index >= len(self.items)

    @property
    def item(self) -> str:
        """The id of the current assessment or report, empty when it is over."""
        return "" if self.is_over else self.items[self.index]


class Step(NamedTuple):
    """What is asked now: a practice try or a measured one, of a side (None if there is only one), `number` of `of`.

    `done` says that the item has its result already; `tried` are the values of this side so far.
    """

    is_practice: bool
    side: int | None
    number: int
    of: int
    done: bool
    tried: tuple[Fraction, ...]


def current_step(checkup: Checkup, material: Material) -> Step:
    """Return what a check-up that isn't over asks now."""
    assessment = material.assessments.get(checkup.item)
    sides = side_count(assessment) if assessment else 1
    practice, tries = tries_of(assessment, checkup.form, material) if assessment else Tries(0, 1)
    values = _values(checkup, checkup.item, _attempt(checkup, checkup.item))
    open_side = next((side for side in range(sides) if not _is_complete(values[side], tries)), None)
    side = open_side or 0
    tried = tuple(value for value in values[side] if isinstance(value, Fraction))
    is_practice = open_side is not None and not tried and checkup.practised < practice
    number = checkup.practised + 1 if is_practice else len(tried) + 1
    return Step(
        is_practice, side if sides == 2 else None, number, practice if is_practice else tries, open_side is None, tried
    )


def practised(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up after a practice try."""
    if checkup.is_over or not current_step(checkup, material).is_practice:
        return checkup
    return replace(checkup, practised=checkup.practised + 1)


def entered(checkup: Checkup, values: Result, material: Material) -> Checkup:
    """Return a check-up after a value of the current side, the values of both sides, or an answer."""
    if checkup.is_over:
        return checkup
    step, attempt = current_step(checkup, material), _attempt(checkup, checkup.item)
    attempt += step.done
    if isinstance(values, str):
        fresh = [Entry(checkup.item, attempt, 0, values)]
    elif len(values) > 1:
        fresh = [Entry(checkup.item, attempt, side, each) for side in (0, 1) for each in (values[side], None)]
    else:
        side = 0 if step.done else step.side or 0
        fresh = [Entry(checkup.item, attempt, side, values[0])]
    return _settled(replace(checkup, entries=(*checkup.entries, *fresh)), step, material)


def enough(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up after the runner has tried a side often enough, or has read a result once more."""
    if checkup.is_over:
        return checkup
    step = current_step(checkup, material)
    if step.done:
        return _at(checkup, checkup.index + 1)
    if not step.tried:
        return checkup
    mark = Entry(checkup.item, _attempt(checkup, checkup.item), step.side or 0, None)
    return _settled(replace(checkup, entries=(*checkup.entries, mark)), step, material)


def _settled(checkup: Checkup, before: Step, material: Material) -> Checkup:
    """Return a check-up at the next item if this one has its result, else with the practice of the next side ahead."""
    step = current_step(checkup, material)
    if step.done:
        return _at(checkup, checkup.index + 1)
    return replace(checkup, practised=0) if step.side != before.side else checkup


def skipped(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up at the next item; what was tried on all sides counts."""
    return checkup if checkup.is_over else _at(_closed(checkup, material), checkup.index + 1)


def back(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up at the item before; the first stays."""
    if checkup.stopped:
        return checkup
    closed = checkup if checkup.is_over else _closed(checkup, material)
    return _at(closed, max(checkup.index - 1, 0))


def stopped(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up that is continued another day."""
    return checkup if checkup.is_over else replace(_closed(checkup, material), stopped=True)


def replaced(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up that asks for the alternative to the current assessment, or for that assessment again."""
    other = alternative(checkup.item, material)
    if not other:
        return checkup
    closed = _closed(checkup, material)
    items = (*checkup.items[: checkup.index], other, *checkup.items[checkup.index + 1 :])
    return replace(closed, items=items, practised=0)


def _at(checkup: Checkup, index: int) -> Checkup:
    return replace(checkup, index=index, practised=0)


def _closed(checkup: Checkup, material: Material) -> Checkup:
    """Return a check-up that has a result of the current item if every side was tried."""
    assessment = material.assessments.get(checkup.item)
    if assessment is None or assessment.answers:
        return checkup
    attempt = _attempt(checkup, checkup.item)
    values = _values(checkup, checkup.item, attempt)
    if not all(values[side] for side in range(side_count(assessment))):
        return checkup
    marks = (Entry(checkup.item, attempt, side, None) for side in range(side_count(assessment)))
    return replace(checkup, entries=(*checkup.entries, *(mark for mark in marks if mark not in checkup.entries)))


def side_values(checkup: Checkup, material: Material) -> tuple[tuple[Fraction, ...], ...]:
    """Return the values that were entered for each side of the current item, in its latest attempt."""
    assessment = material.assessments.get(checkup.item)
    values = _values(checkup, checkup.item, _attempt(checkup, checkup.item))
    sides = range(side_count(assessment) if assessment else 1)
    return tuple(tuple(value for value in values[side] if isinstance(value, Fraction)) for side in sides)


def results(checkup: Checkup, material: Material) -> dict[str, Result]:
    """Return the result of each item that has one: of its latest complete attempt, the best try of each side."""
    found: dict[str, Result] = {}
    for item, attempt in sorted({(entry.item, entry.attempt) for entry in checkup.entries}):
        result = _result(item, _values(checkup, item, attempt), checkup.form, material)
        if result is not None:
            found[item] = result
    return found


def _result(
    item: str, values: Mapping[int, list[Fraction | str | None]], form: Form, material: Material
) -> Result | None:
    assessment = material.assessments.get(item)
    if answers := [value for value in values[0] if isinstance(value, str)]:
        return answers[-1]
    if assessment is None or assessment.answers:
        return None
    sides, tries = range(side_count(assessment)), tries_of(assessment, form, material).tries
    if not all(_is_complete(values[side], tries) for side in sides):
        return None
    return tuple(_best(assessment, [each for each in values[side] if isinstance(each, Fraction)]) for side in sides)


def _best(assessment: Assessment, values: list[Fraction]) -> Fraction:
    """Return the best of several tries: the highest or the lowest, or the last where neither is better."""
    if not assessment.repeated or not assessment.pass_ or None not in assessment.pass_:
        return values[-1]
    return max(values) if assessment.pass_.most is None else min(values)


def _is_complete(values: list[Fraction | str | None], tries: int) -> bool:
    return len([value for value in values if value is not None]) >= tries or (len(values) > 1 and None in values)


def _attempt(checkup: Checkup, item: str) -> int:
    return max((entry.attempt for entry in checkup.entries if entry.item == item), default=0)


def _values(checkup: Checkup, item: str, attempt: int) -> Mapping[int, list[Fraction | str | None]]:
    """Return what was entered for an item in an attempt, by side."""
    found: dict[int, list[Fraction | str | None]] = defaultdict(list)
    for entry in checkup.entries:
        if (entry.item, entry.attempt) == (item, attempt):
            found[entry.side].append(entry.value)
    return found
