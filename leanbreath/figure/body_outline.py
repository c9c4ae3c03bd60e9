"""The flesh: from the joints of a body to the layers it is drawn in."""

from collections.abc import Iterator
from math import hypot

from leanbreath.figure.muscles import muscles
from leanbreath.figure.shapes import Capsule, Layer, disc, offset_point
from leanbreath.figure.skeleton import ArmJoints, Body, LegJoints
from leanbreath.figure.trunk import air, trunk
from leanbreath.routine.pose import Point
from leanbreath.routine.vocabulary import Muscle

HALO = 2.2


def body_layers(body: Body, targets: tuple[Muscle, ...] = ()) -> Iterator[Layer]:
    """Yield what is drawn of a body, from the back to the front; the breath is seen through all of it."""
    yield Layer("far", _arm(body.far_arm))
    yield Layer("far", _leg(body.far_leg), HALO)
    yield Layer("body", (*trunk(body), *_head(body)), HALO)
    yield Layer("near", _leg(body.near_leg), HALO)
    yield Layer("muscle", muscles(body, targets))
    yield Layer("near", _arm(body.near_arm), HALO)
    yield Layer("breath", tuple(air(body)))


def gaze_point(body: Body, away: float = 0.0) -> Point:
    """Return where the near eye is, or what it looks at so many centimetres away."""
    return offset_point(body.neck, body.head, 1.15, 5.5 + away)


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
    brow, nose = offset_point(body.neck, body.head, 1.2, 7.0), offset_point(body.neck, body.head, 0.8, 11.0)
    jaw, chin = offset_point(body.neck, body.head, 0.6, 2.5), offset_point(body.neck, body.head, 0.15, 7.5)
    return (
        Capsule(body.shoulder, 5.0, body.neck, 5.0),
        disc(body.head, 10.0),
        Capsule(brow, 2.5, nose, 1.5),
        Capsule(jaw, 6.5, chin, 2.5),
    )
