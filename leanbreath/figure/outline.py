"""The outline of a capsule: two straight sides and an arc at either end."""

from math import hypot
from typing import NamedTuple

from leanbreath.figure.shapes import Capsule
from leanbreath.routine.pose import Point


class Outline(NamedTuple):
    """A way round a capsule: from `start` by an arc to `near`, straight to `far`, by an arc to `end`, and back.

    Both arcs turn the same way: clockwise where y points down.
    """

    start: Point
    near_radius: float
    near: Point
    far: Point
    far_radius: float
    end: Point


def outline(shape: Capsule) -> Outline:
    """Return the outline of a capsule; a point if it has no radius."""
    a, b, one, other = shape.a, shape.b, shape.a_radius, shape.b_radius
    if not one and not other:
        b = a
    length = hypot(b.x - a.x, b.y - a.y)
    x, y = ((a.y - b.y) / length, (b.x - a.x) / length) if length > 1e-6 else (0.0, 1.0)
    return Outline(
        Point(a.x + x * one, a.y + y * one),
        one,
        Point(a.x - x * one, a.y - y * one),
        Point(b.x - x * other, b.y - y * other),
        other,
        Point(b.x + x * other, b.y + y * other),
    )
