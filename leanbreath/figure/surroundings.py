"""The surroundings of a body: floor or mat, wall and things, the plumb line of a lean, and the line of sight."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, dist

from leanbreath.figure.body_outline import gaze_point
from leanbreath.figure.shapes import Box, Capsule, Layer, disc, interpolate
from leanbreath.figure.skeleton import Body
from leanbreath.routine.pose import Point, Pose, Rectangle

CORNER_RADIUS = 3.0
"""In centimetres."""

FLOOR_RADIUS, WALL_RADIUS = 1.0, 1.5
"""Half the thickness of a floor and of a wall."""

PLUMB_DISTANCE, PLUMB_HEIGHT = 16.0, 164.0
"""The plumb line hangs behind heel and seat, where the body doesn't hide it."""

SIGHT_START, SIGHT_END = 13.0, 200.0
"""Where the line of sight begins and ends, in centimetres from the eye."""


def surroundings(pose: Pose, box: Box, thickness: float = 0.0) -> Layer:
    """Return the floor (or the mat, seen from above), the wall and the things of a pose, within a box.

    Floor and wall are at least so many centimetres thick.
    """
    left, _, right, high = box
    half, wall = max(FLOOR_RADIUS, thickness / 2), max(WALL_RADIUS, thickness / 2)
    floor = Capsule(Point(left, -half), half, Point(right, -half), half)
    shapes = [*_frame(box, FLOOR_RADIUS)] if pose.view == "above" else [floor]
    if pose.wall is not None:
        at = pose.wall + (wall if pose.wall > 0 else -wall)
        shapes.append(Capsule(Point(at, 0), wall, Point(at, high), wall))
    shapes += [shape for thing in pose.things for shape in _thing(thing)]
    return Layer("surroundings", tuple(shapes))


def plumb_line(foot: Point) -> Layer:
    """Return the plumb line behind the foot of a lean."""
    return Layer(
        "guide",
        tuple(_dashes(Point(foot.x - PLUMB_DISTANCE, 2), Point(foot.x - PLUMB_DISTANCE, PLUMB_HEIGHT), 6, 10, 0.6)),
    )


def line_of_sight(body: Body) -> Iterator[Layer]:
    """Yield the line of sight and the near eye."""
    first, last = (gaze_point(body, away) for away in (SIGHT_START, SIGHT_END))
    yield Layer("guide", tuple(_dashes(first, last, 5, 4, 0.6)))
    yield Layer("guide", (disc(gaze_point(body), 0.6),), 1.8)


def _dashes(first: Point, last: Point, long: int, gap: int, radius: float) -> Iterator[Capsule]:
    """Yield a dashed line."""
    length = dist(first, last)
    for start in range(0, int(length), long + gap):
        one, other = (interpolate(first, last, min(at / length, 1.0)) for at in (start, start + long))
        yield Capsule(one, radius, other, radius)


def _thing(thing: Rectangle) -> Iterator[Capsule]:
    """Yield the shapes that fill a box with round corners."""
    (left, right), (low, high) = sorted((thing.from_.x, thing.to.x)), sorted((thing.from_.y, thing.to.y))
    radius = max(min(right - left, high - low, 2 * CORNER_RADIUS) / 2, 0.5)
    yield from _frame((left, low, right, high), radius)
    first, last = low + radius, high - radius
    rows = ceil((last - first) / (1.5 * radius))
    for row in range(1, rows):
        at = first + (last - first) * row / rows
        yield Capsule(Point(left + radius, at), radius, Point(right - radius, at), radius)


def _frame(box: Box, radius: float) -> tuple[Capsule, ...]:
    """Return the edges of a box, inside it."""
    left, low, right, high = box[0] + radius, box[1] + radius, box[2] - radius, box[3] - radius
    corners = Point(left, low), Point(right, low), Point(right, high), Point(left, high)
    return tuple(Capsule(one, radius, other, radius) for one, other in pairwise((*corners, corners[0])))
