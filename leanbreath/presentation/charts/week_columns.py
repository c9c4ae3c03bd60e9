"""Columns week by week, against a band: one column a week, or two for left and right."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from leanbreath.presentation.charts.drawing import Piece, Row, row_of, text_row

EIGHTHS = " ▁▂▃▄▅▆▇█"
BAND, AXIS = "░", "┤"
STEPS = (0.5, 1, 1.25, 2, 2.5, 5, 10, 20, 50, 100, 200, 500, 1000)
"""The minutes that a row of a chart may stand for."""

LABEL = 5
"""The columns of the axis with its numbers."""


class WeekBars(NamedTuple):
    """The minutes of a week: one value, or one for each side."""

    monday: date
    minutes: tuple[float, ...]


class Band(NamedTuple):
    """The minutes between which values should lie."""

    least: float
    most: float


def week_columns(weeks: Sequence[WeekBars], height: int, band: Band | None = None) -> tuple[Row, ...]:
    """Return weeks as columns, at most so many rows high, over an axis with their dates."""
    top = max(*(minutes for week in weeks for minutes in week.minutes), band.most if band else 1)
    steps = [each for each in STEPS if not band or not band.least % each] or STEPS  # so that rows end at its edges
    step = next((each for each in steps if each * height >= top), top / height)
    rows = (_row(weeks, number, step, band) for number in reversed(range(ceil(top / step))))
    return (*rows, _dates(weeks))


def shown_weeks(columns: int, sides: int) -> int:
    """Return how many weeks fit into some columns, with so many bars each."""
    return max(1, (columns - LABEL) // (sides + 1))


def _row(weeks: Sequence[WeekBars], number: int, step: float, band: Band | None) -> Row:
    low = number * step
    is_band = band is not None and band.least <= low + step / 2 <= band.most
    empty = Piece(BAND, "band") if is_band else Piece(" ")
    cells = [cell for week in weeks for cell in (*(_cell(each, low, step, empty) for each in week.minutes), empty)]
    return row_of((Piece(_axis(low, step, band), "label"), *cells))


def _cell(minutes: float, low: float, step: float, empty: Piece) -> Piece:
    eighths = round(min(max((minutes - low) / step, 0), 1) * 8)
    if low == 0 and minutes > 0:
        eighths = max(eighths, 1)
    return Piece(EIGHTHS[eighths], "bar") if eighths else empty


def _axis(low: float, step: float, band: Band | None) -> str:
    """Return the axis of a row with the number at its upper edge, if it is an edge of the band or there is none."""
    high = low + step
    number = next((edge for edge in band if low < edge <= high), None) if band else high
    return f"{'' if number is None else f'{number:g}':>{LABEL - 1}}{AXIS}"


def _dates(weeks: Sequence[WeekBars]) -> Row:
    """Return the Mondays under their columns, as many as fit."""
    line = " " * LABEL
    for number, week in enumerate(weeks):
        at = LABEL + number * (len(week.minutes) + 1)
        name = f"{week.monday.day} {week.monday:%b}"
        if len(line) <= at and at + len(name) <= LABEL + len(weeks) * (len(week.minutes) + 1):
            line = f"{line:<{at}}{name}  "
    return text_row(line.rstrip(), "label")
