"""The outline of a body: from its joints to the layers it is drawn in."""

from collections.abc import Iterator
from math import hypot

from leanbreath.figure.muscles import muscles
from leanbreath.figure.shapes import Capsule, Layer, disc, point_beside
from leanbreath.figure.skeleton import ArmJoints, Body, LegJoints
from leanbreath.figure.trunk import air, trunk
from leanbreath.routine.pose import Point
from leanbreath.routine.vocabulary import Muscle

HALO = 2.2
"""The gap in centimetres that sets a limb off from what lies behind it."""


def body_layers(body: Body, targets: tuple[Muscle, ...] = ()) -> Iterator[Layer]:
    """Yield the layers of a body from back to front; the breath shows through all of them."""
    yield Layer("far", _arm(body.far_arm))
    yield Layer("far", _leg(body.far_leg), HALO)
    yield Layer("body", (*trunk(body), *_head(body)), HALO)
    yield Layer("near", _leg(body.near_leg), HALO)
    yield Layer("muscle", muscles(body, targets))
    yield Layer("near", _arm(body.near_arm), HALO)
    yield Layer("breath", tuple(air(body)))


def gaze_point(body: Body, away: float = 0.0) -> Point:
    """Return the near eye, or the point it looks at, `away` centimetres ahead."""
    return point_beside(body.neck, body.head, 1.15, 5.5 + away)


def _leg(leg: LegJoints) -> tuple[Capsule, ...]:
    heel, ball, toe = (
        _sole_disc_centre(leg.heel, leg.ankle, 2.6),
        _sole_disc_centre(leg.ball, leg.ankle, 2.4),
        _toe_disc_centre(leg),
    )
    return (
        Capsule(leg.hip, 8.5, leg.knee, 6.0),
        Capsule(leg.knee, 6.0, leg.ankle, 3.6),
        Capsule(leg.ankle, 3.6, heel, 2.6),
        Capsule(heel, 2.6, ball, 2.4),
        Capsule(leg.ankle, 3.6, ball, 2.4),
        Capsule(ball, 2.4, toe, 2.0),
    )


def _sole_disc_centre(sole: Point, ankle: Point, radius: float) -> Point:
    """Return the centre of a disc that touches the sole at a point, on the ankle's side."""
    away = max(hypot(ankle.x - sole.x, ankle.y - sole.y), 1e-6)
    up = Point((ankle.x - sole.x) / away, (ankle.y - sole.y) / away)
    return Point(sole.x + up.x * radius, sole.y + up.y * radius)


def _toe_disc_centre(leg: LegJoints) -> Point:
    """Return the centre of the disc at the tip of the toes, above their sole."""
    length = hypot(leg.toe.x - leg.ball.x, leg.toe.y - leg.ball.y)
    x, y = (leg.toe.x - leg.ball.x) / length, (leg.toe.y - leg.ball.y) / length
    return Point(leg.toe.x - y * 2.0, leg.toe.y + x * 2.0)


def _arm(arm: ArmJoints) -> tuple[Capsule, ...]:
    return (Capsule(arm.shoulder, 4.2, arm.elbow, 3.4), Capsule(arm.elbow, 3.4, arm.hand, 3.0))


def _head(body: Body) -> tuple[Capsule, ...]:
    brow, nose = point_beside(body.neck, body.head, 1.2, 7.0), point_beside(body.neck, body.head, 0.8, 11.0)
    jaw, chin = point_beside(body.neck, body.head, 0.6, 2.5), point_beside(body.neck, body.head, 0.15, 7.5)
    return (
        Capsule(body.shoulder, 5.0, body.neck, 5.0),
        disc(body.head, 10.0),
        Capsule(brow, 2.5, nose, 1.5),
        Capsule(jaw, 6.5, chin, 2.5),
    )
