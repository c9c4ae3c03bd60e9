"""What is around a body: floor or mat, wall and things, the plumb line of a lean, and where the eyes look."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, dist

from leanbreath.figure.body_outline import gaze_point
from leanbreath.figure.shapes import Capsule, Layer, disc, interpolate
from leanbreath.figure.skeleton import Body
from leanbreath.routine.pose import Point, Pose, Rectangle

Box = tuple[float, float, float, float]

CORNER = 3.0
"""How round the corners of a thing are, in centimetres."""

THICK = 1.5
"""Half of how thick a wall is."""

BEHIND, PLUMB_HIGH = 16.0, 164.0
"""A plumb line hangs behind heel and seat, so that it is seen beside the body."""

NEAR, FAR = 13.0, 200.0
"""From where to where, before the eye, its line is drawn."""


def surroundings(pose: Pose, box: Box) -> Layer:
    """Return what a pose stands, leans or lies on, within a box: floor and wall, or the mat seen from above; things."""
    left, _, right, high = box
    floor = Capsule(Point(left, -1.0), 1.0, Point(right, -1.0), 1.0)
    shapes = [*_frame(box, 1.0)] if pose.view == "above" else [floor]
    if pose.wall is not None:
        at = pose.wall + (THICK if pose.wall > 0 else -THICK)
        shapes.append(Capsule(Point(at, 0), THICK, Point(at, high), THICK))
    shapes += [shape for thing in pose.things for shape in _thing(thing)]
    return Layer("world", tuple(shapes))


def plumb_line(foot: Point) -> Layer:
    """Return the plumb line behind the foot of a lean, which the body leans away from."""
    return Layer("angle", tuple(_dashes(Point(foot.x - BEHIND, 2), Point(foot.x - BEHIND, PLUMB_HIGH), 6, 10, 0.6)))


def line_of_sight(body: Body) -> Iterator[Layer]:
    """Yield the line along which the eyes look, and the near eye."""
    first, last = (gaze_point(body, away) for away in (NEAR, FAR))
    yield Layer("angle", tuple(_dashes(first, last, 5, 4, 0.6)))
    yield Layer("angle", (disc(gaze_point(body), 0.6),), 1.8)


def _dashes(first: Point, last: Point, long: int, gap: int, radius: float) -> Iterator[Capsule]:
    """Yield a dashed line."""
    length = dist(first, last)
    for start in range(0, int(length), long + gap):
        one, other = (interpolate(first, last, min(at / length, 1.0)) for at in (start, start + long))
        yield Capsule(one, radius, other, radius)


def _thing(thing: Rectangle) -> Iterator[Capsule]:
    """Yield what fills a box with round corners."""
    (left, right), (low, high) = sorted((thing.from_.x, thing.to.x)), sorted((thing.from_.y, thing.to.y))
    radius = max(min(right - left, high - low, 2 * CORNER) / 2, 0.5)
    yield from _frame((left, low, right, high), radius)
    first, last = low + radius, high - radius
    rows = ceil((last - first) / (1.5 * radius))
    for row in range(1, rows):
        at = first + (last - first) * row / rows
        yield Capsule(Point(left + radius, at), radius, Point(right - radius, at), radius)


def _frame(box: Box, radius: float) -> tuple[Capsule, ...]:
    """Return the edges of a box, from within."""
    left, low, right, high = box[0] + radius, box[1] + radius, box[2] - radius, box[3] - radius
    corners = Point(left, low), Point(right, low), Point(right, high), Point(left, high)
    return tuple(Capsule(one, radius, other, radius) for one, other in pairwise((*corners, corners[0])))
