"""A week's sessions fill its slots."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from leanbreath.coach.slots import counts, week_slots
from leanbreath.diary.events import SessionRow
from leanbreath.routine.plan import Sessions
from tests.diary.making import session, utc, work

DAYS = tuple(date(2026, 3, 4) + timedelta(days) for days in range(7))
KINDS = {"daily-12": "daily", "own-home": "daily", "lean-lab-8": "lean-lab", "pre-run-6": "pre-run"}
HOME, LAB = Sessions(routine="daily-12", times=4, fit=Fraction(660)), Sessions(routine="lean-lab-8", times=1)


def done(day: int, routine: str = "daily-12", seconds: float = 60, ending: str = "done", hour: int = 7) -> SessionRow:
    return session(utc(day, hour), work(seconds, utc(day, hour)), routine=routine, ending=ending)


def filled(*sessions: SessionRow, asked: tuple[Sessions, ...] = (HOME, LAB)) -> list[tuple[str, int, int, int | None]]:
    """Return the kind, number and due day of each slot, and the day on which it was done."""
    slots = week_slots(asked, DAYS, sessions, KINDS.get)
    return [(each.kind, each.number, each.due.day, each.done.day if each.done else None) for each in slots]


@pytest.mark.parametrize(
    ("ending", "planned", "seconds", "is_counted"),
    [
        ("left", 100, 80, True),
        ("left", 100, 79, False),
        ("done", 100, 50, True),
        ("done", 100, 49, False),
        ("done", 0, 0, False),
        (None, 100, 10, False),
        (None, 100, 80, True),
        ("stopped", 100, 79, False),
    ],
)
def test_a_session_counts_if_it_ended_with_half_of_its_work_done_or_was_left_after_four_fifths(
    ending, planned, seconds, is_counted
):
    row = session(utc(4), work(seconds, utc(4), planned_seconds=planned), ending=ending)
    assert counts(row) is is_counted


def test_the_last_slot_is_due_on_the_last_day_and_each_one_before_a_day_earlier():
    slots = week_slots((HOME, LAB), DAYS, (), KINDS.get)
    assert [(each.kind, each.number, each.of, each.due.day) for each in slots] == [
        ("daily", 1, 4, 7),
        ("daily", 2, 4, 8),
        ("daily", 3, 4, 9),
        ("daily", 4, 4, 10),
        ("lean-lab", 1, 1, 10),
    ]
    assert (slots[0].routine, slots[0].fit) == ("daily-12", 660)


def test_any_session_for_the_same_moment_fills_a_slot_once_whatever_its_routine():
    week = filled(done(5, "own-home"), done(4), done(9, "lean-lab-8"), done(5, "pre-run-6"))
    assert [day for *_, day in week] == [4, 5, None, None, 9]


def test_sessions_that_do_not_count_or_lie_in_another_week_fill_nothing():
    assert not any(day for *_, day in filled(done(4, seconds=20), done(3), done(11), done(6, "gone")))


def test_more_sessions_than_slots_add_none():
    week = filled(*(done(day) for day in range(4, 11)))
    assert [day for kind, *_, day in week if kind == "daily"] == [4, 5, 6, 7]


def test_two_routines_for_the_same_moment_share_its_slots():
    week = week_slots((HOME, Sessions(routine="own-home", times=2)), DAYS, (), KINDS.get)
    assert [(each.routine, each.number, each.of) for each in week][-2:] == [("own-home", 5, 6), ("own-home", 6, 6)]


def test_more_sessions_than_days_are_due_from_the_first_day_on():
    week = filled(asked=(Sessions(routine="daily-12", times=9),))
    assert [due for _, _, due, _ in week] == [4, 4, 4, 5, 6, 7, 8, 9, 10]


def test_a_session_over_the_start_of_a_training_day_counts_for_the_day_on_which_it_ends():
    over = session(utc(4, 3, 55), work(60, utc(4, 3, 59)), ended=utc(4, 4, 8), ending="done", routine="daily-12")
    assert filled(over)[0] == ("daily", 1, 7, 4)
