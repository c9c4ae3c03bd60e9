"""The week in seven marks: what was done, what is due, what was missed, and rest that is allowed."""

from datetime import date

import pytest

from leanbreath.coach.plan_state import Slot
from leanbreath.presentation.week_marks import week_lines, week_marks, week_words

MONDAY = 2
"""The day of March 2026 on which the week begins."""


def day(number: int) -> date:
    return date(2026, 3, number)


def slot(due: int, done: int | None = None) -> Slot:
    return Slot("daily", "daily-12", None, 1, 3, day(due), day(done) if done else None)


def drawn(today: int, done: set[int], *slots: Slot, is_paused: bool = False) -> str:
    marks = week_marks(slots, {day(each) for each in done}, day(MONDAY), day(today), is_paused)
    return week_lines(marks)[1]


@pytest.mark.parametrize(
    ("today", "done", "slots", "marks"),
    [
        (2, set(), (), "[·]   ·    ·    ·    ·    ·    ·"),
        (4, {2}, (slot(6, 2), slot(7), slot(8)), " ●    ·   [·]   ·    ·    ○    ○"),
        (7, {2}, (slot(6, 2), slot(7), slot(8)), " ●    ·    ·    ·    ·   [○]   ○"),
        (7, {2, 7}, (slot(6, 2), slot(7, 7), slot(8)), " ●    ·    ·    ·    ·   [●]   ○"),
        (8, {2}, (slot(6, 2), slot(7), slot(8)), " ●    ·    ·    ·    ·    ×   [○]"),
        (8, {8}, (slot(6, 8), slot(7), slot(8)), " ·    ·    ·    ·    ×    ×   [●]"),
    ],
)
def test_a_day_is_missed_only_when_it_is_over_and_nothing_was_due_at_the_latest_on_a_day_of_rest(
    today, done, slots, marks
):
    assert drawn(today, done, *slots) == marks


def test_in_a_pause_nothing_is_due_or_missed():
    assert drawn(8, {2}, slot(7), slot(8), is_paused=True) == " ●    ·    ·    ·    ·    ·   [·]"


def test_a_week_that_starts_on_a_thursday_begins_with_it():
    marks = week_marks((), (), day(5), day(6))
    assert week_lines(marks) == (" Th   Fr   Sa   Su   Mo   Tu   We", " ·   [·]   ·    ·    ·    ·    ·")


def test_in_one_line_each_day_stands_before_its_mark():
    marks = week_marks((slot(8),), {day(2)}, day(MONDAY), day(3))
    assert week_words(marks) == "Mo ●  Tu [·]  We ·  Th ·  Fr ·  Sa ·  Su ○"
