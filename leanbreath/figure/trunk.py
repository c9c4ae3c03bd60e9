"""The trunk: a back, a front that belly and chest push forward as they fill, and the air inside."""

from collections.abc import Iterator
from itertools import pairwise

from leanbreath.figure.shapes import Capsule, interpolate, point_beside
from leanbreath.figure.skeleton import Body
from leanbreath.routine.pose import Point
from leanbreath.score.easing import ease

DISCS = 8
BACK, PELVIS_FRONT, CHEST_FRONT = 8.0, 9.0, 10.0
BELLY_SWELLS, CHEST_SWELLS = 10.0, 5.0
BELLY_AT, CHEST_AT, SWELL_WIDTH = 0.3, 0.74, 0.3
"""Positions and width along the trunk, from hip (0) to shoulder (1)."""

BELLY_AIR, CHEST_AIR = 10.0, 7.5
"""The radius of the air in a full belly and a full chest."""
AIR_REACH = 0.13
"""How far the air reaches along the trunk, up and down from its middle."""


def trunk(body: Body) -> tuple[Capsule, ...]:
    """Return the shapes of the trunk."""
    discs = [_disc(body, step / DISCS) for step in range(DISCS + 1)]
    return tuple(Capsule(*one, *other) for one, other in pairwise(discs))


def air(body: Body) -> Iterator[Capsule]:
    """Yield the air in belly and chest, up to their front; it has no thickness when they are empty."""
    yield from _air(body, BELLY_AT, BELLY_AIR * body.belly)
    yield from _air(body, CHEST_AT, CHEST_AIR * body.chest)


def point_before(body: Body, along: float, before: float) -> Point:
    """Return the point `along` the trunk's curve and `before` centimetres in front of it."""
    one, two = interpolate(body.hip, body.waist, along), interpolate(body.waist, body.shoulder, along)
    return point_beside(one, two, along, before)


def _air(body: Body, at: float, radius: float) -> Iterator[Capsule]:
    ends = ((at - AIR_REACH, 0.7 * radius), (at, radius), (at + AIR_REACH, 0.7 * radius))
    discs = [(point_before(body, along, _front(body, along) - thick), thick) for along, thick in ends]
    for one, other in pairwise(discs):
        yield Capsule(*one, *other)


def _disc(body: Body, along: float) -> tuple[Point, float]:
    """Return the disc between back and front at a point along the trunk."""
    radius = (BACK + _front(body, along)) / 2
    return point_before(body, along, radius - BACK), radius


def _front(body: Body, along: float) -> float:
    """Return how far the front is from the trunk's curve, pushed out by the air there."""
    fill = _swell(along, BELLY_AT, BELLY_SWELLS * body.belly) + _swell(along, CHEST_AT, CHEST_SWELLS * body.chest)
    return PELVIS_FRONT - (CHEST_FRONT - PELVIS_FRONT) * (1 - 2 * along) / 2 + fill


def _swell(along: float, at: float, most: float) -> float:
    """Return the height of a smooth bump around a point of the trunk."""
    away = abs(along - at) / SWELL_WIDTH
    return most * ease(1.0 - away)
