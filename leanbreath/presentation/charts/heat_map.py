"""The calendar: a column for each week, a row for each day, and the minutes of a day as its shade."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from leanbreath.coach.training_weeks import mondays
from leanbreath.presentation.charts.drawing import Piece, Row, Style, row_of, text_row, width

SHADES = "·░▒▓█"
"""The shade of a day without work, then from little to much."""

BOUNDS = (6, 12, 20)
"""The minutes from which a day has the next shade."""

STYLES: tuple[Style, ...] = ("label", "level-1", "level-2", "level-3", "level-4")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL, CELL = 5, 2
YEAR = 53
"""The most weeks that are shown."""


def heat_map(seconds: Mapping[date, float], today: date, columns: int) -> tuple[Row, ...]:
    """Return the weeks up to today that fit into some columns, from seconds of work by training day."""
    weeks = mondays(today, max(1, min(YEAR, (columns - LABEL) // CELL)))
    days = (_day_row(number, weeks, seconds, today) for number in range(7))
    return (_months(weeks), *days, text_row(""), _legend(columns))


def shade(seconds: float) -> int:
    """Return the place of a day's shade: 0 without work, then from 1 to 4."""
    return 0 if seconds <= 0 else 1 + bisect_right(BOUNDS, round(seconds / 60))


def _day_row(number: int, weeks: Sequence[date], seconds: Mapping[date, float], today: date) -> Row:
    days = [monday + timedelta(days=number) for monday in weeks]
    return row_of((Piece(f"{DAYS[number]:<{LABEL}}", "label"), *(_cell(day, seconds, today) for day in days)))


def _cell(day: date, seconds: Mapping[date, float], today: date) -> Piece:
    """Return a day; one that is still to come is empty."""
    done = seconds.get(day, 0.0)
    if day > today and not done:
        return Piece(" " * CELL)
    place = shade(done)
    return Piece(SHADES[place] + (SHADES[place] if place else " "), STYLES[place])


def _months(weeks: Sequence[date]) -> Row:
    """Return the names of the months, each over the first week that begins in it."""
    line = " " * LABEL
    for number, monday in enumerate(weeks):
        at = LABEL + number * CELL
        if len(line) <= at and (number == 0 or monday.month != weeks[number - 1].month):
            line = f"{line:<{at}}{monday:%b} "
    return text_row(line.rstrip(), "label")


def _legend(columns: int) -> Row:
    """Return what the shades mean, in few columns if need be."""
    ranges = tuple((low, high - 1) for low, high in pairwise(BOUNDS))
    words = (f"under {BOUNDS[0]}", *(f"{low} to {high}" for low, high in ranges), f"{BOUNDS[-1]} or more")
    signs = (f"<{BOUNDS[0]}", *(f"{low}-{high}" for low, high in ranges), f"{BOUNDS[-1]}+")
    long = row_of((Piece(" " * LABEL + "Minutes: ", "label"), *_samples(("none", *words), "   ")))
    return long if width(long) - 3 <= columns else row_of(_samples(("none", *signs), " "))


def _samples(names: Sequence[str], gap: str) -> Iterator[Piece]:
    for place, name in enumerate(names):
        yield Piece(SHADES[place] * (CELL if place else 1), STYLES[place])
        yield Piece(f" {name}{gap}", "label")
