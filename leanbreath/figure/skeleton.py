"""The skeleton: from a frame to the joints of a body with bones of fixed length, in centimetres and degrees."""

from math import acos, atan2, cos, degrees, dist, radians, sin
from typing import NamedTuple

from leanbreath.routine.pose import Arm, Frame, Leg, Point

PELVIS, CHEST, NECK, HEAD = 20.0, 30.0, 9.0, 9.0
THIGH, SHANK, SOLE, BALL, HEEL, TOES = 44.0, 43.0, 7.0, 14.0, -6.0, 6.0
UPPER_ARM, FOREARM = 29.0, 33.0
"""Lengths. The foot is measured from the ankle: down to the sole, along it to ball and heel; toes from the ball."""


class LegJoints(NamedTuple):
    """A leg from the hip down; `reach` is how many centimetres its foot falls short of its point."""

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point
    reach: float = 0.0


class ArmJoints(NamedTuple):
    """An arm from the shoulder down; `reach` is how many centimetres its hand falls short of its point."""

    shoulder: Point
    elbow: Point
    hand: Point
    reach: float = 0.0


class Body(NamedTuple):
    """Every joint of a body, and how full belly and chest are (0 to 1)."""

    hip: Point
    waist: Point
    shoulder: Point
    neck: Point
    head: Point
    near_leg: LegJoints
    far_leg: LegJoints
    near_arm: ArmJoints
    far_arm: ArmJoints
    belly: float
    chest: float

    @property
    def standing(self) -> Point:
        """The ankle of the standing leg."""
        return min(self.near_leg.ankle, self.far_leg.ankle, key=lambda ankle: ankle.y)

    @property
    def lean(self) -> float:
        """The forward lean, in degrees, of the line from the standing ankle to the shoulder."""
        ankle = self.standing
        return degrees(atan2(self.shoulder.x - ankle.x, self.shoulder.y - ankle.y))


def joints(frame: Frame) -> Body:
    """Return the joints of a complete frame."""
    assert frame.hip is not None and frame.near_leg and frame.far_leg and frame.near_arm and frame.far_arm
    lean, upper = frame.lean or 0, (frame.lean or 0) + (frame.spine or 0)
    top = upper + (frame.neck or 0)
    waist = _up(frame.hip, lean, PELVIS)
    shoulder = _up(waist, upper, CHEST)
    neck = _up(_up(shoulder, top, NECK), top + 90, frame.face or 0)
    return Body(
        frame.hip,
        waist,
        shoulder,
        neck,
        _up(neck, top, HEAD),
        _leg(frame.hip, lean, frame.near_leg),
        _leg(frame.hip, lean, frame.far_leg),
        _arm(shoulder, upper, frame.near_arm),
        _arm(shoulder, upper, frame.far_arm),
        frame.belly or 0.0,
        frame.chest or 0.0,
    )


def _up(start: Point, angle: float, length: float) -> Point:
    """Return the point `length` away, at an angle from straight up towards the front."""
    return Point(start.x + length * sin(radians(angle)), start.y + length * cos(radians(angle)))


def _down(start: Point, angle: float, length: float) -> Point:
    """Return the point `length` away, at an angle from straight down towards the front."""
    return Point(start.x + length * sin(radians(angle)), start.y - length * cos(radians(angle)))


def _leg(hip: Point, lean: float, leg: Leg) -> LegJoints:
    if leg.foot is None:
        thigh, knee_angle = leg.hip - lean, float(leg.knee)
        foot, reach = thigh - knee_angle + leg.ankle, 0.0
    else:
        foot = float(leg.toes)
        thigh, knee_angle, reach = _solve_joint(hip, _on_foot(leg.foot, foot, -BALL, SOLE), THIGH, SHANK)
        thigh += _first_bone_angle(hip, _on_foot(leg.foot, foot, -BALL, SOLE), THIGH, SHANK)
    knee = _down(hip, thigh, THIGH)
    ankle = _down(knee, thigh - knee_angle, SHANK)
    ball = _on_foot(ankle, foot, BALL, -SOLE)
    standing = leg.foot is not None and foot < 0
    toe = _on_foot(ball, 0.0 if standing else foot, TOES, 0.0)
    return LegJoints(hip, knee, ankle, _on_foot(ankle, foot, HEEL, -SOLE), ball, toe, reach)


def _arm(shoulder: Point, lean: float, arm: Arm) -> ArmJoints:
    if arm.hand is None:
        upper, elbow_angle, reach = arm.shoulder - lean, float(arm.elbow), 0.0
    else:
        upper, elbow_angle, reach = _solve_joint(shoulder, arm.hand, UPPER_ARM, FOREARM)
        upper -= _first_bone_angle(shoulder, arm.hand, UPPER_ARM, FOREARM)
    elbow = _down(shoulder, upper, UPPER_ARM)
    return ArmJoints(shoulder, elbow, _down(elbow, upper + elbow_angle, FOREARM), reach)


def _on_foot(start: Point, toes: float, along: float, up: float) -> Point:
    """Return the point `along` a foot and `up` from its sole, with the toes raised by an angle."""
    x, y = cos(radians(toes)), sin(radians(toes))
    return Point(start.x + along * x - up * y, start.y + along * y + up * x)


def _solve_joint(start: Point, end: Point, first: float, second: float) -> tuple[float, float, float]:
    """Return the direction from start to end, the bend of the joint between two bones, and how far they fall short."""
    away = dist(start, end)
    between = _clamped((first**2 + second**2 - away**2) / (2 * first * second))
    shortfall = max(away - first - second, abs(first - second) - away, 0.0)
    return degrees(atan2(end.x - start.x, start.y - end.y)), 180 - degrees(acos(between)), shortfall


def _first_bone_angle(start: Point, end: Point, first: float, second: float) -> float:
    """Return the angle between the first of two bones and the straight line to their end."""
    away = max(dist(start, end), 1e-6)
    return degrees(acos(_clamped((first**2 + away**2 - second**2) / (2 * first * away))))


def _clamped(cosine: float) -> float:
    return min(max(cosine, -1.0), 1.0)
