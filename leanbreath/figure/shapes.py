"""What everything is drawn of: tapered capsules in layers, and points beside the way between two others."""

from math import hypot
from typing import Literal, NamedTuple

from leanbreath.routine.pose import Point

Tag = Literal["world", "far", "body", "near", "breath", "muscle", "angle"]


class Capsule(NamedTuple):
    """Two discs and all between them."""

    a: Point
    a_radius: float
    b: Point
    b_radius: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The least and most it reaches: left, low, right, high."""
        return (
            min(self.a.x - self.a_radius, self.b.x - self.b_radius),
            min(self.a.y - self.a_radius, self.b.y - self.b_radius),
            max(self.a.x + self.a_radius, self.b.x + self.b_radius),
            max(self.a.y + self.a_radius, self.b.y + self.b_radius),
        )


class Layer(NamedTuple):
    """Shapes of one kind, drawn over what lies behind them; `halo` centimetres of that are cut away around them."""

    tag: Tag
    shapes: tuple[Capsule, ...]
    halo: float = 0.0


def disc(middle: Point, radius: float) -> Capsule:
    """Return a capsule without length."""
    return Capsule(middle, radius, middle, radius)


def interpolate(one: Point, two: Point, part: float) -> Point:
    """Return a point so far on the way from one to the other."""
    return Point(one.x + (two.x - one.x) * part, one.y + (two.y - one.y) * part)


def offset_point(one: Point, two: Point, along: float, forward: float) -> Point:
    """Return a point between two, moved to the front of the way from one to the other."""
    length = max(hypot(two.x - one.x, two.y - one.y), 1e-6)
    at = interpolate(one, two, along)
    return Point(at.x + (two.y - one.y) / length * forward, at.y - (two.x - one.x) / length * forward)
