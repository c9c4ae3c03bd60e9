"""The movement: from a pose and how far it has come to one frame."""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from leanbreath.routine.pose import Arm, Frame, Leg, Point, Pose
from leanbreath.score.easing import ease
from leanbreath.score.work.cadence import stepped_lung_level

SETTLED_SECONDS = 3.0
"""How long it takes to come into a position that is then held."""

STEPS_IN, STEPS_OUT = 3, 4
"""So many steps does one who walks breathe in, and out, where nothing else is said; a round is two steps."""

STANDING = Frame(
    hip=Point(0, 94),
    lean=0,
    spine=0,
    neck=0,
    face=0,
    belly=0.0,
    chest=0.0,
    near_leg=Leg(),
    near_arm=Arm(),
)
SIDES = (("near_leg", "far_leg"), ("near_arm", "far_arm"))


def movement_progress(pose: Pose, level: float, seconds: float) -> float:
    """Return how far through its frames a body has come at a level of the pacer and after so many seconds.

    That is 0 to 1, and 1 for each round of one that goes round and round.
    """
    match pose.moves.name:
        case "cycle":
            return seconds / float(pose.moves.seconds)
        case "settle":
            return ease(seconds / SETTLED_SECONDS)
    return min(max(level, 0.0), 1.0)


def is_breathing(pose: Pose) -> bool:
    """Return whether belly or chest fill and fall from frame to frame."""
    return len({(each.belly, each.chest) for each in complete_frames(pose)}) > 1


def rhythm(pose: Pose, way: float) -> float | None:
    """Return how full the belly is of one who breathes with each few rounds; None where a pose shows no such breath."""
    full = complete_frames(pose)[0].belly
    if pose.moves.name != "cycle" or is_breathing(pose) or not full:
        return None
    return full * stepped_lung_level(2 * way, STEPS_IN, STEPS_OUT)


def frame_at(pose: Pose, way: float, swapped: bool = False, belly: float | None = None) -> Frame:
    """Return the frame so far through a pose, with near and far limbs swapped, or a belly as full, as asked for."""
    frames = complete_frames(pose)
    if pose.moves.name == "cycle":
        frames, way = (*frames, frames[0]), way % 1.0
    place = way * (len(frames) - 1)
    index = min(int(place), max(len(frames) - 2, 0))
    shown: Frame = _between(frames[index], frames[min(index + 1, len(frames) - 1)], place - index)
    if belly is not None:
        shown = replace(shown, belly=belly)
    return _swapped(shown) if swapped else shown


@lru_cache(maxsize=256)
def complete_frames(pose: Pose) -> tuple[Frame, ...]:
    """Return the frames of a pose with nothing left out."""
    first = _filled(pose.frames[0], STANDING)
    return (_sided(first), *(_sided(_filled(each, first)) for each in pose.frames[1:]))


def _filled(frame: Frame, other: Frame) -> Frame:
    """Return a frame with what it leaves out taken from another."""
    left_out = {each.name: getattr(other, each.name) for each in fields(frame) if getattr(frame, each.name) is None}
    return replace(frame, **left_out)


def _sided(frame: Frame) -> Frame:
    """Return a frame whose far limbs, where they are left out, are as the near ones."""
    return replace(frame, **{far: getattr(frame, far) or getattr(frame, near) for near, far in SIDES})


def _swapped(frame: Frame) -> Frame:
    return replace(frame, **{a: getattr(frame, b) for pair in SIDES for a, b in (pair, pair[::-1])})


def _between(one: Any, other: Any, part: float) -> Any:
    """Return what lies between two frames, limbs, points or numbers."""
    if one == other or part <= 0:
        return one
    if one is None or other is None:
        return one if part < 0.5 else other
    if isinstance(one, Point):
        return Point(*(_between(a, b, part) for a, b in zip(one, other, strict=True)))
    if isinstance(one, Frame | Leg | Arm):
        changed = {
            each.name: _between(getattr(one, each.name), getattr(other, each.name), part) for each in fields(one)
        }
        return replace(one, **changed)
    return one + (other - one) * part
