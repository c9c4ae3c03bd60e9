"""The shots that tell a movement on paper: its start, and the farthest point."""

from leanbreath.figure.motion import complete_frames
from leanbreath.figure.pose_scene import Shot, shot_at


def key_shots(start: Shot) -> tuple[Shot, ...]:
    """Return the start of a movement and its farthest point, or the only shot of a still pose."""
    return (start,) if len(start.pose.frames) == 1 else (start, _farthest(start))


def _farthest(start: Shot) -> Shot:
    """Return a pose at its last frame, halfway if it comes back, or at its second frame if it cycles."""
    frames = complete_frames(start.pose)
    part = 0.5 if frames[0] == frames[-1] else 1.0
    part = 1 / len(frames) if start.pose.moves.name == "cycle" else part
    return shot_at(start.pose, part, start.mirrored, False, start.targets)
