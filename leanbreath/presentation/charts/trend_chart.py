"""Values over time: each as a point, with the band of real change around the first."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import NamedTuple

from leanbreath.presentation.charts.drawing import Piece, Row, row_of, text_row

POINT, FIRST, BAND, LINE, AXIS = "●", "○", "░", "·", "┤"
STEPS = (0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
"""How much a row may be more than the one below it."""

LABEL = 12
"""The columns of the axis with its numbers or words."""


class Point(NamedTuple):
    """A value on a day."""

    day: date
    value: float


class Scale(NamedTuple):
    """The value of the lowest row, how much more each row is, and the words of some values in place of numbers."""

    low: float
    step: float
    words: tuple[tuple[float, str], ...] = ()

    def level(self, value: float) -> int:
        """Return the row of a value, from 0."""
        return floor((value - self.low) / self.step + 0.5)

    def value(self, level: int) -> float:
        """Return the value of a row."""
        return self.low + level * self.step


def scale_of(values: Sequence[float], firsts: Sequence[float], band: float, height: int) -> Scale:
    """Return a scale in round steps for values and for the bands around the first ones, so many rows high."""
    low = min(*values, *(first - band for first in firsts))
    high = max(*values, *(first + band for first in firsts))
    for step in STEPS:
        scale = Scale(floor(low / step) * step, step)
        if scale.level(high) < height:
            return scale
    return Scale(low, (high - low) / (height - 1))


def trend_chart(points: Sequence[Point], scale: Scale, columns: int, height: int, band: float = 0.0) -> tuple[Row, ...]:
    """Return points over time; what is nearer to the first of them than `band` is shaded."""
    wide = columns - LABEL
    places = [_column(point, points, wide) for point in points]
    levels = [min(max(scale.level(point.value), 0), height - 1) for point in points]
    marks = dict(_line(points, places, scale)) | dict.fromkeys(zip(places, levels, strict=True), POINT)
    marks[places[0], levels[0]] = FIRST
    first = points[0].value
    is_band = [bool(band) and abs(scale.value(level) - first) < band - 1e-9 for level in range(height)]
    rows = (_row(level, marks, wide, scale, is_band[level]) for level in reversed(range(height)))
    return (*rows, _dates(points, wide))


def _column(point: Point, points: Sequence[Point], wide: int) -> int:
    days = (points[-1].day - points[0].day).days
    return min(max(round((point.day - points[0].day).days / days * (wide - 1)), 0), wide - 1) if days > 0 else 0


def _line(points: Sequence[Point], places: Sequence[int], scale: Scale) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the cells between points, each with its character."""
    for number in range(len(points) - 1):
        first, last = places[number], places[number + 1]
        for column in range(first + 1, last):
            share = (column - first) / (last - first)
            value = points[number].value + share * (points[number + 1].value - points[number].value)
            yield (column, scale.level(value)), LINE


def _row(level: int, marks: dict[tuple[int, int], str], wide: int, scale: Scale, is_band: bool) -> Row:
    empty = Piece(BAND, "band") if is_band else Piece(" ")
    found = (marks.get((column, level)) for column in range(wide))
    cells = (Piece(mark, "label" if mark == LINE else "point") if mark else empty for mark in found)
    return row_of((Piece(f"{_axis(level, scale):>{LABEL - 1}}{AXIS}", "label"), *cells))


def _axis(level: int, scale: Scale) -> str:
    if scale.words:
        return next((word for value, word in scale.words if scale.level(value) == level), "")
    return f"{round(scale.value(level), 2):g}"


def _dates(points: Sequence[Point], wide: int) -> Row:
    first, last = (f"{day.day} {day:%b %Y}" for day in (points[0].day, points[-1].day))
    gap = wide - len(first) - len(last)
    dates = (
        first
        if points[0].day == points[-1].day
        else f"{first}{' ' * gap}{last}"
        if gap > 0
        else f"{last:>{max(wide, 0)}}"
    )
    return text_row(" " * LABEL + dates, "label")
