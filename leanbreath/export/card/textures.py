"""Stripes and dots inside shapes, in place of colours that a printer may not have."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import hypot

from leanbreath.figure.shapes import Box, Capsule, disc
from leanbreath.routine.pose import Point

SPACING, THICKNESS = 0.75, 0.28
"""Between two stripes or dots, and their thickness, in millimetres."""

SAMPLE = 0.1
"""How finely a stripe is followed, in millimetres."""


def stripes(shapes: Sequence[Capsule]) -> Iterator[Capsule]:
    """Yield diagonal stripes that lie inside some shapes."""
    if not shapes:
        return
    left, top, right, bottom = _box(shapes)
    count = int((right - left + bottom - top) / (SPACING * 2**0.5)) + 1
    for number in range(count):
        start = left + top + number * SPACING * 2**0.5  # along a stripe, x and y add up to the same
        xs = (max(left, start - bottom) + step * SAMPLE for step in range(int((right - left) / SAMPLE) + 2))
        line = [Point(x, start - x) for x in xs]
        for inside, part in groupby(line, key=lambda point: _is_inside(point, shapes)):
            points = list(part)
            if inside:
                yield Capsule(points[0], THICKNESS / 2, points[-1], THICKNESS / 2)


def dots(shapes: Sequence[Capsule]) -> Iterator[Capsule]:
    """Yield dots that lie inside some shapes."""
    if not shapes:
        return
    left, top, right, bottom = _box(shapes)
    for row in range(int((bottom - top) / SPACING) + 1):
        for column in range(int((right - left) / SPACING) + 1):
            point = Point(left + (column + 0.5 * (row % 2)) * SPACING, top + row * SPACING)
            if _is_inside(point, shapes):
                yield disc(point, THICKNESS / 2)


def _box(shapes: Sequence[Capsule]) -> Box:
    """Return the box around shapes: left, top, right and bottom."""
    boxes = [shape.box for shape in shapes]
    left, top, right, bottom = (limit(box[edge] for box in boxes) for edge, limit in enumerate((min, min, max, max)))
    return left, top, right, bottom


def _is_inside(point: Point, shapes: Sequence[Capsule]) -> bool:
    """Return whether a mark at a point lies inside one of some shapes."""
    return any(_depth(point, shape) > THICKNESS / 2 for shape in shapes)


def _depth(point: Point, shape: Capsule) -> float:
    """Return how far inside a capsule a point is; below 0 if it is outside."""
    x, y = shape.b.x - shape.a.x, shape.b.y - shape.a.y
    length = x * x + y * y
    along = ((point.x - shape.a.x) * x + (point.y - shape.a.y) * y) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    away = hypot(point.x - shape.a.x - along * x, point.y - shape.a.y - along * y)
    return shape.a_radius + along * (shape.b_radius - shape.a_radius) - away
