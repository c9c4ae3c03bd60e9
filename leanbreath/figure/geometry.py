"""Impossible poses: points inside the floor or wall, limbs that are too short, a body where there is no room."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.muscles import MUSCLES
from leanbreath.figure.pose_scene import posed_body
from leanbreath.figure.skeleton import ArmJoints, Body, LegJoints
from leanbreath.routine.pose import Arm, Leg, Point, Pose

SAMPLES = 24
"""How many moments of a movement are checked."""

TOLERANCE = 1.5
"""Centimetres too small to see."""

LIMBS = {"near_leg": "foot", "far_leg": "foot", "near_arm": "hand", "far_arm": "hand"}
"""Each limb and the part at its end."""

HAND, TOES, HEEL = 3.0, 8.0, 23.0
"""How far a hand reaches beyond its point, and a flat foot to the front and to the back, in centimetres."""

SOLE_ON_WALL_ANGLE = 45
"""The angle of the toes, in degrees, from which a sole lies on the wall."""

MIXED = (
    "one frame puts a foot or a hand at a point where another gives angles",
    "write both the same way, so that the frames between them can be worked out",
)

Owner = tuple[int, str]
"""A frame and a limb written in it."""


class PoseFault(NamedTuple):
    """A fault in a frame, or at `key` within it, and its fix."""

    frame: int
    message: str
    fix: str
    key: tuple[str, ...] = ()


def pose_faults(pose: Pose) -> tuple[PoseFault, ...]:
    """Return the faults of a movement, each once, where it is written."""
    written = [(index, name) for index, frame in enumerate(pose.frames) for name in LIMBS if getattr(frame, name)]
    points = {owner: fault for owner in written if (fault := _point_fault(pose, *owner))}
    mixed = [owner for owner in written if _is_mixed(pose, *owner)]
    unlike = (PoseFault(index, *MIXED, (_key(name),)) for index, name in dict(reversed(mixed)).items())
    bodies = tuple(_sample_bodies(pose))
    moving = (*_reach_faults(pose, bodies, {*points, *mixed}), *_room_faults(pose, () if points else bodies))
    return tuple(sorted((*points.values(), *unlike, *moving)))


def _sample_bodies(pose: Pose) -> Iterator[tuple[int, Body]]:
    """Yield bodies with their nearest frames: first those of the frames, then those between."""
    count = max(len(pose.frames) - (pose.moves.name != "cycle"), 1)
    for index in range(len(pose.frames)):
        yield index, posed_body(pose, index / count)
    for sample in range(SAMPLES + 1):
        yield round(sample / SAMPLES * count) % len(pose.frames), posed_body(pose, sample / SAMPLES)


def _point_fault(pose: Pose, index: int, name: str) -> PoseFault | None:
    """Return the fault of a point inside the floor or the wall, with the point it should be."""
    limb, what = getattr(pose.frames[index], name), LIMBS[name]
    point = limb.hand if isinstance(limb, Arm) else limb.foot
    if point is None:
        return None
    margin = HAND if what == "hand" else 0.0
    in_wall = 0.0 if pose.wall is None else margin + (point.x - pose.wall) * (1 if pose.wall > 0 else -1)
    if pose.view == "side" and margin - point.y > TOLERANCE:
        where, deep, right = "floor", margin - point.y, Point(point.x, margin)
    elif pose.wall is not None and in_wall > TOLERANCE:
        where, deep, right = "wall", in_wall, Point(pose.wall - _wall_distance(pose.wall, limb), point.y)
    else:
        return None
    message = f"the {_limb_name(name)} is {deep:.0f} cm inside the {where}"
    return PoseFault(index, message, f"write {what}: {right.x:.0f} {right.y:.0f}", (_key(name), what))


def _wall_distance(wall: float, limb: Leg | Arm) -> float:
    """Return how far from a wall the point of a hand or foot must stay; 0 if the sole lies on it."""
    if isinstance(limb, Arm):
        return HAND if wall > 0 else -HAND
    return 0.0 if abs(limb.toes) >= SOLE_ON_WALL_ANGLE else TOES if wall > 0 else -HEEL


def _is_mixed(pose: Pose, index: int, name: str) -> bool:
    """Return whether a frame has a point where the first has angles, or the other way round."""
    one, other = getattr(pose.frames[0], name), getattr(pose.frames[index], name)
    what = LIMBS[name]
    return bool(one and other) and (getattr(one, what) is None) != (getattr(other, what) is None)


def _reach_faults(pose: Pose, bodies: tuple[tuple[int, Body], ...], known: Set[Owner]) -> Iterator[PoseFault]:
    """Yield the points that limbs cannot reach, except those `known` to be wrong.

    Between two frames, a limb that has a fault already is skipped.
    """
    reported = set(known)
    for number, (near, posed) in enumerate(bodies):
        for name, what in LIMBS.items():
            owner, short = _owner(pose, near, name), getattr(posed, name).reach
            limb = getattr(pose.frames[owner[0]], owner[1])
            skipped = reported if number < len(pose.frames) else {(owner[0], each) for _, each in reported}
            if short > TOLERANCE and limb and getattr(limb, what) and owner not in skipped:
                reported.add(owner)
                message = f"the {_limb_name(owner[1])} is {short:.0f} cm out of reach"
                is_frame = number < len(pose.frames)
                fix = _nearest_point(getattr(posed, name), what) if is_frame else "move its point, or the hip"
                yield PoseFault(near, message, fix, (_key(owner[1]), what))


def _nearest_point(joints: LegJoints | ArmJoints, what: str) -> str:
    """Return the fix that names where a limb at full reach ends, which is where it is drawn."""
    end = joints.hand if isinstance(joints, ArmJoints) else joints.ball
    return f"write {what}: {end.x:.0f} {end.y:.0f}, the nearest point, or move the hip"


def _owner(pose: Pose, index: int, name: str) -> Owner:
    """Return where a limb of a frame is written: there, in the first frame, or as the near limb it follows."""
    for frame in (index, 0):
        if getattr(pose.frames[frame], name):
            return frame, name
    near = name.replace("far", "near")
    return (index if getattr(pose.frames[index], near) else 0), near


def _room_faults(pose: Pose, bodies: tuple[tuple[int, Body], ...]) -> Iterator[PoseFault]:
    """Yield where a body is inside the floor or the wall: once, and again in a frame with its own hip."""
    reported: dict[str, set[int]] = {}
    for number, (near, posed) in enumerate(bodies):
        for where, message, fix in _collisions(pose, posed):
            again = number < len(pose.frames) and pose.frames[near].hip and near not in reported.get(where, ())
            if where not in reported or again:
                reported.setdefault(where, set()).add(near)
                yield PoseFault(near, message, fix)


def _collisions(pose: Pose, posed: Body) -> Iterator[tuple[str, str, str]]:
    boxes = [shape.box for layer in body_layers(posed, tuple(MUSCLES)) for shape in layer.shapes]
    lowest = min(box[1] for box in boxes)
    if pose.view == "side" and lowest < -TOLERANCE:
        yield "floor", f"the body is {-lowest:.0f} cm inside the floor", "raise the hip, or bend the lowest limb"
    if pose.wall is not None:
        deep = max(box[2] for box in boxes) - pose.wall if pose.wall > 0 else pose.wall - min(box[0] for box in boxes)
        if deep > TOLERANCE:
            yield "wall", f"the body is {deep:.0f} cm inside the wall", "move the wall or the body"


def _key(name: str) -> str:
    return name.replace("_", "-")


def _limb_name(name: str) -> str:
    return f"{name.partition('_')[0]} {LIMBS[name]}"
