"""The flesh: from the joints of a body to what is drawn; every shape is a tapered capsule."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil, cos, hypot, radians
from typing import Literal, NamedTuple

from leanbreath.figure.skeleton import ArmJoints, Body, LegJoints
from leanbreath.routine.pose import Point, Pose, Thing
from leanbreath.routine.vocabulary import Muscle

Tag = Literal["world", "far", "body", "near", "breath", "muscle", "angle"]

STEPS = 8
BACK, PELVIS_FRONT, CHEST_FRONT = 8.0, 9.0, 10.0
BELLY_SWELLS, CHEST_SWELLS = 6.0, 4.5
BELLY_AT, CHEST_AT, SWELL_WIDTH = 0.3, 0.72, 0.2
"""Along the trunk from hip (0) to shoulder (1)."""

CORNER = 3.0
"""How round the corners of a thing are, in centimetres."""


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


def layers(body: Body, targets: tuple[Muscle, ...] = (), halo: float = 2.2) -> Iterator[Layer]:
    """Yield what is drawn of a body, from the back to the front."""
    yield Layer("far", _arm(body.far_arm))
    yield Layer("far", _leg(body.far_leg), halo)
    yield Layer("body", (*_trunk(body), *_head(body)), halo)
    yield Layer("breath", tuple(_breath(body)), halo / 2)
    yield Layer("near", _leg(body.near_leg), halo)
    muscles = tuple(shape for target in targets if target in MUSCLES for shape in MUSCLES[target](body))
    if muscles:
        yield Layer("muscle", muscles, halo / 2)
    yield Layer("near", _arm(body.near_arm), halo)


def world(pose: Pose, box: tuple[float, float, float, float]) -> Layer:
    """Return what a pose stands, leans or lies on, within a box: floor and wall, or the mat seen from above; things."""
    left, _, right, high = box
    floor = Capsule(Point(left, -1.0), 1.0, Point(right, -1.0), 1.0)
    shapes = [*_frame(box, 1.0)] if pose.view == "above" else [floor]
    if pose.wall is not None:
        shapes.append(Capsule(Point(pose.wall + 1.5, 0), 1.5, Point(pose.wall + 1.5, high), 1.5))
    shapes += [shape for thing in pose.things for shape in _thing(thing)]
    return Layer("world", tuple(shapes))


def _thing(thing: Thing) -> Iterator[Capsule]:
    """Yield what fills a box with round corners."""
    (left, right), (low, high) = sorted((thing.from_.x, thing.to.x)), sorted((thing.from_.y, thing.to.y))
    radius = max(min(right - left, high - low, 2 * CORNER) / 2, 0.5)
    yield from _frame((left, low, right, high), radius)
    first, last = low + radius, high - radius
    rows = ceil((last - first) / (1.5 * radius))
    for row in range(1, rows):
        at = first + (last - first) * row / rows
        yield Capsule(Point(left + radius, at), radius, Point(right - radius, at), radius)


def _frame(box: tuple[float, float, float, float], radius: float) -> tuple[Capsule, ...]:
    """Return the edges of a box, from within."""
    left, low, right, high = box[0] + radius, box[1] + radius, box[2] - radius, box[3] - radius
    corners = Point(left, low), Point(right, low), Point(right, high), Point(left, high)
    return tuple(Capsule(one, radius, other, radius) for one, other in pairwise((*corners, corners[0])))


def lean_mark(body: Body) -> Layer:
    """Return the plumb line over the ankle that stands, which the body leans away from."""
    ankle, length = body.standing, 150.0
    dashes = [
        Capsule(Point(ankle.x, ankle.y + start), 0.7, Point(ankle.x, ankle.y + start + 6), 0.7)
        for start in range(20, int(length), 14)
    ]
    return Layer("angle", tuple(dashes))


def _leg(leg: LegJoints) -> tuple[Capsule, ...]:
    heel, ball, toe = _lifted(leg.heel, leg.ankle, 2.6), _lifted(leg.ball, leg.ankle, 2.4), _raised(leg)
    return (
        Capsule(leg.hip, 8.5, leg.knee, 6.0),
        Capsule(leg.knee, 6.0, leg.ankle, 3.6),
        Capsule(leg.ankle, 3.6, heel, 2.6),
        Capsule(heel, 2.6, ball, 2.4),
        Capsule(leg.ankle, 3.6, ball, 2.4),
        Capsule(ball, 2.4, toe, 2.0),
    )


def _lifted(sole: Point, ankle: Point, radius: float) -> Point:
    """Return the middle of a disc that touches the sole at a point, on the side of the ankle."""
    away = max(hypot(ankle.x - sole.x, ankle.y - sole.y), 1e-6)
    up = Point((ankle.x - sole.x) / away, (ankle.y - sole.y) / away)
    return Point(sole.x + up.x * radius, sole.y + up.y * radius)


def _raised(leg: LegJoints) -> Point:
    """Return the middle of the disc at the tip of the toes, above their sole."""
    length = hypot(leg.toe.x - leg.ball.x, leg.toe.y - leg.ball.y)
    x, y = (leg.toe.x - leg.ball.x) / length, (leg.toe.y - leg.ball.y) / length
    return Point(leg.toe.x - y * 2.0, leg.toe.y + x * 2.0)


def _arm(arm: ArmJoints) -> tuple[Capsule, ...]:
    return (Capsule(arm.shoulder, 4.2, arm.elbow, 3.4), Capsule(arm.elbow, 3.4, arm.hand, 3.0))


def _head(body: Body) -> tuple[Capsule, ...]:
    nose = _beside(body.neck, body.head, 1.0, 8.0)
    return (
        Capsule(body.shoulder, 5.0, body.neck, 5.0),
        Capsule(body.head, 10.0, body.head, 10.0),
        Capsule(nose, 3.5, nose, 3.5),
    )


def _trunk(body: Body) -> tuple[Capsule, ...]:
    discs = [_disc(body, step / STEPS) for step in range(STEPS + 1)]
    return tuple(Capsule(*one, *other) for one, other in pairwise(discs))


def _disc(body: Body, along: float) -> tuple[Point, float]:
    """Return the disc of the trunk at a height, pushed forward by what fills it there."""
    fill = _swell(along, BELLY_AT, BELLY_SWELLS * body.belly) + _swell(along, CHEST_AT, CHEST_SWELLS * body.chest)
    deep = PELVIS_FRONT - (CHEST_FRONT - PELVIS_FRONT) * (1 - 2 * along) / 2
    radius = (BACK + deep + fill) / 2
    return _forward(body, along, radius - BACK), radius


def _swell(along: float, at: float, most: float) -> float:
    """Return a bump of a height, a raised cosine wide, around a place of the trunk."""
    away = abs(along - at) / SWELL_WIDTH / 1.5
    return most * (1 + cos(radians(180 * away))) / 2 if away < 1 else 0.0


def _forward(body: Body, along: float, forward: float) -> Point:
    """Return a point so far along the trunk's curve and so many centimetres before it."""
    one, two = _mix(body.hip, body.waist, along), _mix(body.waist, body.shoulder, along)
    return _beside(one, two, along, forward)


def _beside(one: Point, two: Point, along: float, forward: float) -> Point:
    """Return a point between two, moved to the front of the way from one to the other."""
    length = max(hypot(two.x - one.x, two.y - one.y), 1e-6)
    at = _mix(one, two, along)
    return Point(at.x + (two.y - one.y) / length * forward, at.y - (two.x - one.x) / length * forward)


def _mix(one: Point, two: Point, part: float) -> Point:
    return Point(one.x + (two.x - one.x) * part, one.y + (two.y - one.y) * part)


def _breath(body: Body) -> Iterator[Capsule]:
    """Yield what fills belly and chest, each by itself."""
    for fill, at, largest in ((body.belly, BELLY_AT, 7.0), (body.chest, CHEST_AT, 7.0)):
        if fill > 0.05:
            middle = _forward(body, at, 2.0 + 4.0 * fill)
            yield Capsule(middle, largest * fill, middle, largest * fill)


def _patch(one: Point, two: Point, span: tuple[float, float], forward: float, radius: float) -> Capsule:
    first, last = (_beside(one, two, along, forward) for along in span)
    return Capsule(first, radius, last, radius * 0.8)


def _calf(span: tuple[float, float]) -> Callable[[Body], tuple[Capsule, ...]]:
    return lambda body: (_patch(body.near_leg.knee, body.near_leg.ankle, span, 2.5, 4.6),)


def _groin(body: Body) -> tuple[Capsule, ...]:
    low = _beside(body.near_leg.hip, body.near_leg.knee, 0.25, -4.5)
    high = _forward(body, 0.3, 4.0)
    return (Capsule(high, 3.4, low, 3.4),)


def _trunk_patch(at: float, to: float, forward: float, radius: float) -> Callable[[Body], tuple[Capsule, ...]]:
    return lambda body: (Capsule(_forward(body, at, forward), radius, _forward(body, to, forward), radius),)


MUSCLES: dict[Muscle, Callable[[Body], tuple[Capsule, ...]]] = {
    "gastrocnemius": _calf((0.12, 0.42)),
    "soleus": _calf((0.45, 0.75)),
    "hip-flexor": _groin,
    "rectus-femoris": lambda body: (_patch(body.near_leg.hip, body.near_leg.knee, (0.2, 0.75), -4.0, 3.6),),
    "lower-abdomen": _trunk_patch(0.12, 0.3, 5.0, 3.6),
    "obliques": _trunk_patch(0.35, 0.55, 0.0, 4.0),
    "hip-extensors": lambda body: (Capsule(_forward(body, 0.02, -4.5), 5.5, _forward(body, -0.12, -4.5), 4.5),),
    "trunk-rotation": _trunk_patch(0.45, 0.75, -1.0, 4.5),
    "neck": lambda body: (_patch(body.shoulder, body.neck, (0.0, 0.8), -2.5, 2.6),),
}
"""Where each muscle lies, on the near side."""
