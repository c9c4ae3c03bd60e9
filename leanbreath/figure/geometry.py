"""What cannot be: points in the floor or in the wall, limbs that are too short, a body where there is no room."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.muscles import MUSCLES
from leanbreath.figure.scene import posed_body
from leanbreath.figure.skeleton import Body
from leanbreath.routine.pose import Arm, Leg, Point, Pose

LOOKS = 24
"""A movement is looked at so many times."""

SLACK = 1.5
"""Centimetres that are not seen."""

LIMBS = {"near_leg": "foot", "far_leg": "foot", "near_arm": "hand", "far_arm": "hand"}
"""Each limb with what lies at its point."""

HAND, TOES, HEEL = 3.0, 8.0, 23.0
"""How far flesh reaches beyond the point of a hand, or of a foot that is flat: to the front, and to the back."""

STEEP = 45
"""Degrees of the toes from which on a sole can lie on a wall."""

MIXED = (
    "one frame puts a foot or a hand at a point where another gives angles",
    "write both in the same way, so that there is something between them",
)

Owner = tuple[int, str]
"""A frame and a limb that is written in it."""


class PoseFault(NamedTuple):
    """What is wrong with a frame, or with what `key` leads to in it, and its fix."""

    frame: int
    message: str
    fix: str
    key: tuple[str, ...] = ()


def pose_faults(pose: Pose) -> tuple[PoseFault, ...]:
    """Return what cannot be in a movement, each mistake once and where it is written."""
    written = [(index, name) for index, frame in enumerate(pose.frames) for name in LIMBS if getattr(frame, name)]
    points = {owner: fault for owner in written if (fault := _misplaced(pose, *owner))}
    mixed = [owner for owner in written if _mixes(pose, *owner)]
    told = (PoseFault(index, *MIXED, (_key(name),)) for index, name in dict(reversed(mixed)).items())
    bodies = tuple(_bodies(pose))
    moving = (*_reach(pose, bodies, {*points, *mixed}), *_room(pose, () if points else bodies))
    return tuple(sorted((*points.values(), *told, *moving)))


def _bodies(pose: Pose) -> Iterator[tuple[int, Body]]:
    """Yield bodies with the frames they are nearest to: those of the frames themselves, then those between."""
    count = max(len(pose.frames) - (pose.moves.name != "cycle"), 1)
    for index in range(len(pose.frames)):
        yield index, posed_body(pose, index / count)
    for look in range(LOOKS + 1):
        yield round(look / LOOKS * count) % len(pose.frames), posed_body(pose, look / LOOKS)


def _misplaced(pose: Pose, index: int, name: str) -> PoseFault | None:
    """Return what is wrong with a point that lies in the floor or in the wall, and where it should lie."""
    limb, what = getattr(pose.frames[index], name), LIMBS[name]
    point = limb.hand if isinstance(limb, Arm) else limb.foot
    if point is None:
        return None
    flesh = HAND if what == "hand" else 0.0
    in_wall = 0.0 if pose.wall is None else flesh + (point.x - pose.wall) * (1 if pose.wall > 0 else -1)
    if pose.view == "side" and flesh - point.y > SLACK:
        where, deep, right = "floor", flesh - point.y, Point(point.x, flesh)
    elif pose.wall is not None and in_wall > SLACK:
        where, deep, right = "wall", in_wall, Point(pose.wall - _before(pose.wall, limb), point.y)
    else:
        return None
    message = f"the {_called(name)} is {deep:.0f} cm in the {where}"
    return PoseFault(index, message, f"write {what}: {right.x:.0f} {right.y:.0f}", (_key(name), what))


def _before(wall: float, limb: Leg | Arm) -> float:
    """Return how far before a wall the point of a hand or foot can be; none where the sole lies on it."""
    if isinstance(limb, Arm):
        return HAND if wall > 0 else -HAND
    return 0.0 if abs(limb.toes) >= STEEP else TOES if wall > 0 else -HEEL


def _mixes(pose: Pose, index: int, name: str) -> bool:
    """Return whether a later frame has a point where the first gives angles, or the other way round."""
    one, other = getattr(pose.frames[0], name), getattr(pose.frames[index], name)
    what = LIMBS[name]
    return bool(one and other) and (getattr(one, what) is None) != (getattr(other, what) is None)


def _reach(pose: Pose, bodies: tuple[tuple[int, Body], ...], known: Set[Owner]) -> Iterator[PoseFault]:
    """Yield the points that limbs are too short for, but for those that are `known` to be wrong.

    Between two frames nothing is told of a limb of which something is told already.
    """
    told = set(known)
    for number, (near, posed) in enumerate(bodies):
        for name, what in LIMBS.items():
            owner, short = _owner(pose, near, name), getattr(posed, name).reach
            limb = getattr(pose.frames[owner[0]], owner[1])
            silent = told if number < len(pose.frames) else {(owner[0], each) for _, each in told}
            if short > SLACK and limb and getattr(limb, what) and owner not in silent:
                told.add(owner)
                message = f"the {_called(owner[1])} is {short:.0f} cm out of reach"
                yield PoseFault(near, message, "move its point, or the hip", (_key(owner[1]), what))


def _owner(pose: Pose, index: int, name: str) -> Owner:
    """Return where it is written how a limb is in a frame: there, in the first, or at the near limb it follows."""
    for frame in (index, 0):
        if getattr(pose.frames[frame], name):
            return frame, name
    near = name.replace("far", "near")
    return (index if getattr(pose.frames[index], near) else 0), near


def _room(pose: Pose, bodies: tuple[tuple[int, Body], ...]) -> Iterator[PoseFault]:
    """Yield where a body is in the floor or in the wall: once, and again in a frame with a hip of its own."""
    told: dict[str, set[int]] = {}
    for number, (near, posed) in enumerate(bodies):
        for where, message, fix in _no_room(pose, posed):
            again = number < len(pose.frames) and pose.frames[near].hip and near not in told.get(where, ())
            if where not in told or again:
                told.setdefault(where, set()).add(near)
                yield PoseFault(near, message, fix)


def _no_room(pose: Pose, posed: Body) -> Iterator[tuple[str, str, str]]:
    boxes = [shape.box for layer in body_layers(posed, tuple(MUSCLES)) for shape in layer.shapes]
    lowest = min(box[1] for box in boxes)
    if pose.view == "side" and lowest < -SLACK:
        yield "floor", f"the body is {-lowest:.0f} cm in the floor", "raise the hip, or bend what is lowest"
    if pose.wall is not None:
        deep = max(box[2] for box in boxes) - pose.wall if pose.wall > 0 else pose.wall - min(box[0] for box in boxes)
        if deep > SLACK:
            yield "wall", f"the body is {deep:.0f} cm in the wall", "move the wall or the body"


def _key(name: str) -> str:
    return name.replace("_", "-")


def _called(name: str) -> str:
    return f"{name.partition('_')[0]} {LIMBS[name]}"
