"""Motion: from a pose and its progress to one frame."""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from leanbreath.routine.pose import Arm, Frame, Leg, Point, Pose
from leanbreath.score.easing import ease
from leanbreath.score.work.cadence import stepped_lung_level

SETTLED_SECONDS = 3.0
"""How long it takes to move into a position that is then held."""

STEPS_IN, STEPS_OUT = 3, 4
"""The default number of steps to breathe in and out for while walking; a round of the movement is two steps."""

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
    """Return how far a movement has come, given the pacer's level and the seconds since it began.

    That is 0 to 1; a cycle adds 1 with each round.
    """
    match pose.moves.name:
        case "cycle":
            return seconds / float(pose.moves.seconds)
        case "settle":
            return ease(seconds / SETTLED_SECONDS)
    return min(max(level, 0.0), 1.0)


def is_breathing(pose: Pose) -> bool:
    """Return whether belly or chest change from frame to frame."""
    return len({(each.belly, each.chest) for each in complete_frames(pose)}) > 1


def unpaced_belly(pose: Pose, progress: float) -> float | None:
    """Return how full the belly is when a cycle breathes at its own pace; None if the pose shows no such breath."""
    full = complete_frames(pose)[0].belly
    if pose.moves.name != "cycle" or is_breathing(pose) or not full:
        return None
    return full * stepped_lung_level(2 * progress, STEPS_IN, STEPS_OUT)


def frame_at(pose: Pose, progress: float, swapped: bool = False, belly: float | None = None) -> Frame:
    """Return the frame at some progress through a pose, perhaps with near and far limbs swapped or the belly given."""
    frames = complete_frames(pose)
    if pose.moves.name == "cycle":
        frames, progress = (*frames, frames[0]), progress % 1.0
    place = progress * (len(frames) - 1)
    index = min(int(place), max(len(frames) - 2, 0))
    shown: Frame = _interpolated(frames[index], frames[min(index + 1, len(frames) - 1)], place - index)
    if belly is not None:
        shown = replace(shown, belly=belly)
    return _swapped(shown) if swapped else shown


@lru_cache(maxsize=256)
def complete_frames(pose: Pose) -> tuple[Frame, ...]:
    """Return the frames of a pose with every omitted value filled in."""
    first = _filled(pose.frames[0], STANDING)
    return (_sided(first), *(_sided(_filled(each, first)) for each in pose.frames[1:]))


def _filled(frame: Frame, other: Frame) -> Frame:
    """Return a frame with its omitted values taken from another."""
    omitted = {each.name: getattr(other, each.name) for each in fields(frame) if getattr(frame, each.name) is None}
    return replace(frame, **omitted)


def _sided(frame: Frame) -> Frame:
    """Return a frame whose omitted far limbs follow the near ones."""
    return replace(frame, **{far: getattr(frame, far) or getattr(frame, near) for near, far in SIDES})


def _swapped(frame: Frame) -> Frame:
    return replace(frame, **{a: getattr(frame, b) for pair in SIDES for a, b in (pair, pair[::-1])})


def _interpolated(one: Any, other: Any, part: float) -> Any:
    """Return the interpolation between two frames, limbs, points or numbers; `part` goes from 0 to 1."""
    if one == other or part <= 0:
        return one
    if one is None or other is None:
        return one if part < 0.5 else other
    if isinstance(one, Point):
        return Point(*(_interpolated(a, b, part) for a, b in zip(one, other, strict=True)))
    if isinstance(one, Frame | Leg | Arm):
        changed = {
            each.name: _interpolated(getattr(one, each.name), getattr(other, each.name), part) for each in fields(one)
        }
        return replace(one, **changed)
    return one + (other - one) * part
