"""Poses: a body seen from the side in one or more frames, and how it moves through them.

Points are in centimetres for a person 176 cm tall who faces right: along the floor, then above it.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from leanbreath.routine.basic_notations import LENGTH_PATTERN, Notation, NotationError, parse_positive_length
from leanbreath.routine.field_types import Id

FARTHEST = 400
MOST_FRAMES = 24


class Point(NamedTuple):
    """Centimetres along the floor and above it."""

    x: float
    y: float


def _parse_whole_number(text: str, most: int, called: str, fix: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,3}", text):
        raise NotationError(f'"{text}" is not {called}', fix)
    if abs(int(text)) > most:
        raise NotationError(f'"{text}" is beyond {most}', fix)
    return int(text)


def _parse_point(text: str) -> Point:
    x, between, y = text.partition(" ")
    fix = "write the centimetres along the floor and above it, such as 14 0"
    if not between:
        raise NotationError(f'"{text}" is not a point', fix)
    return Point(
        float(_parse_whole_number(x, FARTHEST, "a point", fix)), float(_parse_whole_number(y, FARTHEST, "a point", fix))
    )


def _parse_angle(text: str) -> int:
    return _parse_whole_number(text, 180, "an angle", "write whole degrees from -180 to 180")


def _parse_centimetres(text: str) -> int:
    return _parse_whole_number(text, FARTHEST, "a number of centimetres", "write a whole number, such as 40")


def _parse_fill(text: str) -> float:
    if not re.fullmatch(r"0|1|0\.[0-9]{1,2}|1\.0", text):
        raise NotationError(f'"{text}" is not a fullness from 0 to 1', "write a number such as 0.5")
    return float(text)


def _parse_movement(text: str) -> "Movement":
    if text in ("level", "settle"):
        return Movement(text)
    try:
        return Movement("cycle", parse_positive_length(text))
    except NotationError as error:
        fix = error.fix if text[:1].isdigit() else "write level, settle, or the length of one cycle"
        raise NotationError(error.message.replace("a length", "a way to move"), fix, error.rule) from error


class Movement(NamedTuple):
    """How a body moves through its frames: with the pacer's level, once and then still, or in a loop."""

    name: str = "level"
    seconds: Fraction = Fraction(0)


WITH_PACER = Movement()

PointText = Annotated[Point, Notation(_parse_point, "a point in centimetres", "-?[0-9]{1,3} -?[0-9]{1,3}", ("14 0",))]
Angle = Annotated[int, Notation(_parse_angle, "degrees of a joint", "-?[0-9]{1,3}", ("20",))]
Centimetres = Annotated[int, Notation(_parse_centimetres, "centimetres", "-?[0-9]{1,3}", ("40",))]
Fill = Annotated[float, Notation(_parse_fill, "how full it is", "0|1|0\\.[0-9]{1,2}|1\\.0", ("0.5",))]
Motion = Annotated[
    Movement,
    Notation(
        _parse_movement, "level, settle or a length", f"level|settle|{LENGTH_PATTERN}", ("level", "settle", "1.2s")
    ),
]


@dataclass(frozen=True, kw_only=True)
class Leg:
    """A leg: the ball of the foot at a point and the angle of the toes, or the angles of its joints."""

    foot: PointText | None = None
    toes: Angle = 0
    hip: Angle = 0
    knee: Angle = 0
    ankle: Angle = 0


@dataclass(frozen=True, kw_only=True)
class Arm:
    """An arm: its hand at a point, or the angles of its joints."""

    hand: PointText | None = None
    shoulder: Angle = 0
    elbow: Angle = 0


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A key frame of a body; what it leaves out is as in the first frame, and a far limb is as the near one."""

    hip: PointText | None = None
    lean: Angle | None = None
    spine: Angle | None = None
    neck: Angle | None = None
    face: Centimetres | None = None
    belly: Fill | None = None
    chest: Fill | None = None
    near_leg: Leg | None = None
    far_leg: Leg | None = None
    near_arm: Arm | None = None
    far_arm: Arm | None = None


@dataclass(frozen=True, kw_only=True)
class Rectangle:
    """A box from one corner to the other, such as a pad that the body lies on."""

    from_: PointText
    to: PointText


@dataclass(frozen=True, kw_only=True)
class Pose:
    """A body in frames; `wall` is the position of a wall, and `angle` whether the lean is drawn and written.

    `shows` is the part that is drawn, if not all of it.
    """

    pose: Id = ""  # required; the reader reports it with the file name as the fix
    about: str = ""
    moves: Motion = WITH_PACER
    view: Literal["side", "above"] = "side"
    shows: Rectangle | None = None
    wall: Centimetres | None = None
    angle: bool = False
    things: tuple[Rectangle, ...] = ()
    frames: tuple[Frame, ...]
