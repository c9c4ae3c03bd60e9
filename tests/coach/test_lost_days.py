"""Dates that a runner never had: those skipped at the date line, and no others."""

from datetime import date

from leanbreath.coach.lost_days import lost_days
from tests.diary.making import HONOLULU, TOKYO, clock, utc


def test_a_date_between_two_moments_across_the_date_line_is_lost():
    assert lost_days([clock(TOKYO, 3, 6), clock(HONOLULU, 1, 10)]) == {date(2026, 3, 2)}


def test_a_date_that_was_merely_missed_is_not_lost():
    assert not lost_days([utc(1), utc(3)])
    assert not lost_days([clock(TOKYO, 1, 10), clock(TOKYO, 3, 6)])
    assert not lost_days([clock(HONOLULU, 1, 10), clock(TOKYO, 9, 6)])
    assert not lost_days([clock(TOKYO, 3, 6), clock(HONOLULU, 2, 10)])
