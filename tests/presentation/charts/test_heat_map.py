"""The calendar as text: weeks as columns, days as rows, minutes as shades."""

from datetime import date

import pytest

from leanbreath.presentation.charts.drawing import plain
from leanbreath.presentation.charts.heat_map import heat_map, shade

TODAY = date(2026, 3, 4)
"""A Wednesday."""


def test_each_day_has_the_shade_of_its_minutes_and_days_to_come_are_empty():
    seconds = {
        date(2026, 2, 16): 299.0,
        date(2026, 2, 17): 360.0,
        date(2026, 2, 25): 12 * 60.0,
        date(2026, 3, 1): 20 * 60.0,
        date(2026, 3, 2): 60.0,
    }
    assert plain(heat_map(seconds, TODAY, 11))[:-1] == (
        "     Feb Mar",
        "Mon  ░░· ░░",
        "Tue  ▒▒· ·",
        "Wed  · ▓▓·",
        "Thu  · ·",
        "Fri  · ·",
        "Sat  · ·",
        "Sun  · ██",
        "",
    )


@pytest.mark.parametrize(
    ("columns", "legend"),
    [
        (78, "     Minutes: · none   ░░ under 6   ▒▒ 6 to 11   ▓▓ 12 to 19   ██ 20 or more"),
        (60, "· none ░░ <6 ▒▒ 6-11 ▓▓ 12-19 ██ 20+"),
    ],
)
def test_the_legend_says_what_the_shades_mean_in_the_columns_there_are(columns, legend):
    assert plain(heat_map({}, TODAY, columns))[-1] == legend


def test_months_stand_over_the_first_week_that_begins_in_them():
    months = plain(heat_map({}, TODAY, 40))[0]
    first_weeks = {"Nov": 0, "Dec": 3, "Jan": 8, "Feb": 12, "Mar": 16}
    assert {month: months.index(month) for month in months.split()} == {
        month: 5 + 2 * week for month, week in first_weeks.items()
    }


@pytest.mark.parametrize(("columns", "weeks"), [(7, 1), (0, 1), (80, 37), (300, 53)])
def test_as_many_weeks_are_shown_as_fit_up_to_a_year(columns, weeks):
    monday = plain(heat_map({}, TODAY, columns))[1]
    assert monday.count("·") == weeks


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, 0), (0.1, 1), (5.4, 1), (6, 2), (11.4, 2), (12, 3), (19, 3), (20, 4), (999, 4)]
)
def test_the_shade_grows_with_the_whole_minutes(minutes, expected):
    assert shade(minutes * 60) == expected


def test_every_shade_has_a_style_of_its_own():
    seconds = {date(2026, 3, 2): 60.0, date(2026, 2, 23): 1200.0}
    styles = {piece.text.strip(): piece.style for row in heat_map(seconds, TODAY, 9)[1:2] for piece in row}
    assert styles["░░"] != styles["██"]
