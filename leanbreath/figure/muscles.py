"""Muscles: a patch for each, inside the outline of the body, on the near side."""

from collections.abc import Callable

from leanbreath.figure.shapes import Capsule, point_beside
from leanbreath.figure.skeleton import Body
from leanbreath.figure.trunk import point_before
from leanbreath.routine.pose import Point
from leanbreath.routine.vocabulary import Muscle

Patch = Callable[[Body], Capsule]


def muscles(body: Body, targets: tuple[Muscle, ...]) -> tuple[Capsule, ...]:
    """Return the patches of the target muscles."""
    return tuple(MUSCLES[target](body) for target in targets if target in MUSCLES)


def _patch(one: Point, two: Point, span: tuple[float, float], before: float, radius: float) -> Capsule:
    first, last = (point_beside(one, two, along, before) for along in span)
    return Capsule(first, radius, last, radius * 0.8)


def _calf(span: tuple[float, float], behind: float, radius: float) -> Patch:
    return lambda body: _patch(body.near_leg.knee, body.near_leg.ankle, span, behind, radius)


def _thigh(body: Body) -> Capsule:
    return _patch(body.near_leg.hip, body.near_leg.knee, (0.2, 0.75), -3.5, 3.6)


def _inner_thigh(body: Body) -> Capsule:
    return _patch(body.near_leg.hip, body.near_leg.knee, (0.1, 0.6), 1.5, 3.4)


def _groin(body: Body) -> Capsule:
    return Capsule(
        point_before(body, 0.24, 4.0), 3.4, point_beside(body.near_leg.hip, body.near_leg.knee, 0.25, -4.0), 3.4
    )


def _trunk(at: float, to: float, before: float, radius: float) -> Patch:
    return lambda body: Capsule(point_before(body, at, before), radius, point_before(body, to, before), radius)


def _neck(body: Body) -> Capsule:
    return _patch(body.shoulder, body.neck, (0.0, 0.8), -2.2, 2.6)


MUSCLES: dict[Muscle, Patch] = {
    "gastrocnemius": _calf((0.12, 0.45), 1.5, 3.9),
    "soleus": _calf((0.45, 0.75), 0.8, 3.4),
    "hip-flexor": _groin,
    "rectus-femoris": _thigh,
    "lower-abdomen": _trunk(0.12, 0.3, 4.8, 3.6),
    "obliques": _trunk(0.35, 0.55, 0.0, 4.0),
    "hip-extensors": _trunk(-0.02, 0.14, -2.5, 5.0),
    "adductors": _inner_thigh,
    "trunk-rotation": _trunk(0.45, 0.75, -1.0, 4.5),
    "neck": _neck,
}
