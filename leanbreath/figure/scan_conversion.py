"""Scan conversion: where the rows of a picture cross a capsule."""

from collections.abc import Iterator
from math import ceil, floor, hypot, sqrt

from leanbreath.figure.camera import Camera
from leanbreath.figure.shapes import Capsule
from leanbreath.routine.pose import Point


def capsule_spans(shape: Capsule, camera: Camera, more: float, min_radius: float) -> Iterator[tuple[int, float, float]]:
    """Yield each row that a capsule, `more` centimetres wider, crosses in the middle, with its left and right edge."""
    if not shape.a_radius and not shape.b_radius:
        return
    a, b = camera.dot(shape.a), camera.dot(shape.b)
    a_radius, b_radius = (max((each + more) * camera.scale, min_radius) for each in (shape.a_radius, shape.b_radius))
    corners = _corners(a, a_radius, b, b_radius)
    top, low = min(a.y - a_radius, b.y - b_radius), max(a.y + a_radius, b.y + b_radius)
    for row in range(max(floor(top), 0), min(ceil(low), camera.height)):
        y = row + 0.5
        ends = _crossings(corners, y)
        ends += _disc_ends(a, a_radius, y)
        ends += _disc_ends(b, b_radius, y)
        if ends:
            yield row, min(ends), max(ends)


def _corners(a: Point, a_radius: float, b: Point, b_radius: float) -> tuple[Point, ...]:
    length = hypot(b.x - a.x, b.y - a.y)
    if length < 1e-6:
        return ()
    x, y = (a.y - b.y) / length, (b.x - a.x) / length
    return (
        Point(a.x + x * a_radius, a.y + y * a_radius),
        Point(b.x + x * b_radius, b.y + y * b_radius),
        Point(b.x - x * b_radius, b.y - y * b_radius),
        Point(a.x - x * a_radius, a.y - y * a_radius),
    )


def _disc_ends(middle: Point, radius: float, y: float) -> tuple[float, ...]:
    away = abs(y - middle.y)
    if away >= radius:
        return ()
    half = sqrt(radius**2 - away**2)
    return (middle.x - half, middle.x + half)


def _crossings(corners: tuple[Point, ...], y: float) -> list[float]:
    """Return where the edges of a polygon cross a row."""
    found: list[float] = []
    if corners:
        before_x, before_y = corners[-1]
        for x, at in corners:
            if (at > y) != (before_y > y):
                found.append(x + (before_x - x) * (y - at) / (before_y - at))
            before_x, before_y = x, at
    return found
