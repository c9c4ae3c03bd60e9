"""What cannot be: limbs that are too short, a body in the floor or in the wall."""

from collections.abc import Iterator
from typing import NamedTuple

from leanbreath.figure.flesh import layers
from leanbreath.figure.muscles import MUSCLES
from leanbreath.figure.scene import posed_body
from leanbreath.figure.skeleton import ArmJoints, Body, LegJoints
from leanbreath.routine.pose import Frame, Pose

LOOKS = 24
"""A movement is looked at so many times."""

SLACK = 1.5
"""Centimetres that are not seen."""


class Fault(NamedTuple):
    """What is wrong with the frame that a movement is nearest to, and its cure."""

    frame: int
    message: str
    cure: str


def faults(pose: Pose) -> tuple[Fault, ...]:
    """Return what cannot be in a movement, the first of each kind in each frame."""
    found: dict[tuple[int, str], Fault] = {}
    for look in range(LOOKS + 1):
        way = look / LOOKS
        near = round(way * (len(pose.frames) - (pose.moves.name != "cycle"))) % len(pose.frames)
        for kind, message, cure in _wrong(pose, posed_body(pose, way)):
            found.setdefault((near, kind), Fault(near, message, cure))
    mixed = (Fault(index, *MIXED) for index in range(1, len(pose.frames)) if _mixes(pose.frames[0], pose.frames[index]))
    return (*mixed, *(found[key] for key in sorted(found)))


MIXED = (
    "one frame puts a foot or a hand at a point where another gives angles",
    "write both in the same way, so that there is something between them",
)


def _mixes(one: Frame, other: Frame) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in ("near_leg", "far_leg")]
    hands = [(getattr(one, name), getattr(other, name)) for name in ("near_arm", "far_arm")]
    return any(a and b and (a.foot is None) != (b.foot is None) for a, b in pairs) or any(
        a and b and (a.hand is None) != (b.hand is None) for a, b in hands
    )


def _wrong(pose: Pose, posed: Body) -> Iterator[tuple[str, str, str]]:
    for name, limb in _limbs(posed):
        if limb.reach > SLACK:
            yield name, f"the {name} is {limb.reach:.0f} cm out of reach", "move its point, or the hip"
    boxes = [shape.box for layer in layers(posed, tuple(MUSCLES)) for shape in layer.shapes]
    lowest = min(box[1] for box in boxes)
    if pose.view == "side" and lowest < -SLACK:
        yield "floor", f"the body is {-lowest:.0f} cm in the floor", "raise the hip, or bend what is lowest"
    if pose.wall is not None:
        deep = max(box[2] for box in boxes) - pose.wall if pose.wall > 0 else pose.wall - min(box[0] for box in boxes)
        if deep > SLACK:
            yield "wall", f"the body is {deep:.0f} cm in the wall", "move the wall or the body"


def _limbs(posed: Body) -> Iterator[tuple[str, LegJoints | ArmJoints]]:
    for side in ("near", "far"):
        yield f"{side} foot", getattr(posed, f"{side}_leg")
        yield f"{side} hand", getattr(posed, f"{side}_arm")
