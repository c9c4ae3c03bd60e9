"""Shapes: tapered capsules in layers, and points on or beside the line between two others."""

from math import hypot
from typing import Literal, NamedTuple

from leanbreath.routine.pose import Point

Box = tuple[float, float, float, float]
"""Left, low, right and high edge, in centimetres."""

Tag = Literal[
    "surroundings", "hill", "far", "body", "near", "breath", "muscle", "guide", "word", "number", "pacer", "track"
]


class Capsule(NamedTuple):
    """Two discs and everything between them."""

    a: Point
    a_radius: float
    b: Point
    b_radius: float

    @property
    def box(self) -> Box:
        """The bounding box."""
        return (
            min(self.a.x - self.a_radius, self.b.x - self.b_radius),
            min(self.a.y - self.a_radius, self.b.y - self.b_radius),
            max(self.a.x + self.a_radius, self.b.x + self.b_radius),
            max(self.a.y + self.a_radius, self.b.y + self.b_radius),
        )


class Layer(NamedTuple):
    """Shapes with one tag; around them, `halo` centimetres of the layers behind are cut away."""

    tag: Tag
    shapes: tuple[Capsule, ...]
    halo: float = 0.0


def disc(middle: Point, radius: float) -> Capsule:
    """Return a disc as a capsule without length."""
    return Capsule(middle, radius, middle, radius)


def interpolate(one: Point, two: Point, part: float) -> Point:
    """Return the point at a part (0 to 1) of the line from one point to another."""
    return Point(one.x + (two.x - one.x) * part, one.y + (two.y - one.y) * part)


def point_beside(one: Point, two: Point, along: float, forward: float) -> Point:
    """Return the point at `along` (0 to 1) of the line between two, moved `forward` to its right."""
    length = max(hypot(two.x - one.x, two.y - one.y), 1e-6)
    at = interpolate(one, two, along)
    return Point(at.x + (two.y - one.y) / length * forward, at.y - (two.x - one.x) / length * forward)
