"""Weeks as columns of eighths, against a band."""

from datetime import date

import pytest

from leanbreath.presentation.charts.drawing import plain
from leanbreath.presentation.charts.week_columns import Band, WeekBars, shown_weeks, week_columns

MONDAYS = (date(2026, 2, 16), date(2026, 2, 23), date(2026, 3, 2))


def bars(*minutes: float | tuple[float, float]) -> list[WeekBars]:
    values = (each if isinstance(each, tuple) else (each,) for each in minutes)
    return [WeekBars(monday, value) for monday, value in zip(MONDAYS, values, strict=True)]


def test_a_column_is_as_high_as_its_minutes_to_an_eighth_of_a_row():
    assert plain(week_columns(bars(5, 10, 12.5), 4)) == (
        "  15┤    ▄",
        "  10┤  █ █",
        "   5┤█ █ █",
        "     16 Feb",
    )


def test_the_band_is_shaded_and_its_edges_are_numbered():
    assert plain(week_columns(bars((2.5, 5), (7.5, 10), (0, 0.1)), 4, Band(5, 10))) == (
        "  10┤░░░░█░░░░",
        "    ┤░░░██░░░░",
        "   5┤ █ ██",
        "    ┤██ ██  ▁",
        "     16 Feb",
    )


def test_what_is_above_the_band_is_drawn_to_scale():
    assert plain(week_columns(bars((2.5, 5), (7.5, 20), (0, 0)), 4, Band(5, 10))) == (
        "    ┤    █",
        "    ┤    █",
        "  10┤░░░▄█░░░░",
        "   5┤▄█ ██",
        "     16 Feb",
    )


def test_weeks_without_anything_are_empty_columns():
    assert plain(week_columns(bars(0, 0, 0), 3))[-2].strip() == "0.5┤"


@pytest.mark.parametrize("minutes", [3.0, 700.0, 90_000.0])
def test_no_chart_is_higher_than_it_may_be(minutes):
    assert len(week_columns(bars(minutes, 0, 0), 6)) <= 7


@pytest.mark.parametrize(("columns", "sides", "weeks"), [(80, 1, 37), (37, 2, 10), (1, 2, 1)])
def test_as_many_weeks_are_shown_as_fit(columns, sides, weeks):
    assert shown_weeks(columns, sides) == weeks


def test_dates_stand_under_their_weeks_as_many_as_fit():
    weeks = [WeekBars(date(2026, 1, 5 + 7 * number), (1.0,)) for number in range(4)]
    weeks += [WeekBars(date(2026, 2, 2 + 7 * number), (1.0,)) for number in range(4)]
    dates = plain(week_columns(weeks, 1))[-1]
    assert dates == "     5 Jan   2 Feb"
