"""The trunk: a back, a front that belly and chest push forward as they fill, and the breath within."""

from collections.abc import Iterator
from itertools import pairwise

from leanbreath.figure.shapes import Capsule, interpolate, offset_point
from leanbreath.figure.skeleton import Body
from leanbreath.routine.pose import Point
from leanbreath.score.easing import ease

STEPS = 8
BACK, PELVIS_FRONT, CHEST_FRONT = 8.0, 9.0, 10.0
BELLY_SWELLS, CHEST_SWELLS = 10.0, 5.0
BELLY_AT, CHEST_AT, SWELL_WIDTH = 0.3, 0.74, 0.3
"""Along the trunk from hip (0) to shoulder (1)."""

BELLY_AIR, CHEST_AIR = 10.0, 7.5
"""How thick the breath is in a full belly and a full chest, to either side of its middle."""
AIR_REACHES = 0.13
"""How far the breath reaches along the trunk, up and down from its middle."""


def trunk(body: Body) -> tuple[Capsule, ...]:
    """Return what the trunk is drawn of."""
    discs = [_disc(body, step / STEPS) for step in range(STEPS + 1)]
    return tuple(Capsule(*one, *other) for one, other in pairwise(discs))


def air(body: Body) -> Iterator[Capsule]:
    """Yield what fills belly and chest, each by itself, up to their front; without any it has no thickness."""
    yield from _air(body, BELLY_AT, BELLY_AIR * body.belly)
    yield from _air(body, CHEST_AT, CHEST_AIR * body.chest)


def point_before(body: Body, along: float, before: float) -> Point:
    """Return a point so far along the trunk's curve and so many centimetres before it."""
    one, two = interpolate(body.hip, body.waist, along), interpolate(body.waist, body.shoulder, along)
    return offset_point(one, two, along, before)


def _air(body: Body, at: float, radius: float) -> Iterator[Capsule]:
    ends = ((at - AIR_REACHES, 0.7 * radius), (at, radius), (at + AIR_REACHES, 0.7 * radius))
    discs = [(point_before(body, along, _front(body, along) - thick), thick) for along, thick in ends]
    for one, other in pairwise(discs):
        yield Capsule(*one, *other)


def _disc(body: Body, along: float) -> tuple[Point, float]:
    """Return the disc of the trunk at a height, between back and front."""
    radius = (BACK + _front(body, along)) / 2
    return point_before(body, along, radius - BACK), radius


def _front(body: Body, along: float) -> float:
    """Return how far the front is before the trunk's curve, pushed out by what fills it there."""
    fill = _swell(along, BELLY_AT, BELLY_SWELLS * body.belly) + _swell(along, CHEST_AT, CHEST_SWELLS * body.chest)
    return PELVIS_FRONT - (CHEST_FRONT - PELVIS_FRONT) * (1 - 2 * along) / 2 + fill


def _swell(along: float, at: float, most: float) -> float:
    """Return a bump of a height, a raised cosine wide, around a place of the trunk."""
    away = abs(along - at) / SWELL_WIDTH
    return most * ease(1.0 - away)
