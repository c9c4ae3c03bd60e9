"""A pose drawn in text: its start, and next to it the farthest point of its movement."""

from collections.abc import Callable, Iterator

from leanbreath.figure.motion import complete_frames
from leanbreath.figure.pose_scene import Shot, draw_shot, shot_at
from leanbreath.figure.raster import Run

MAX_COLUMNS, ROWS = 46, 20
GAP = "   "


def picture_lines(start: Shot, columns: int, tint: Callable[[Run], str]) -> tuple[str, ...]:
    """Return a picture as lines of at most so many columns; `tint` turns characters of one kind into text."""
    shots = (start,) if len(start.pose.frames) == 1 else (start, _farthest(start))
    width = min(MAX_COLUMNS, (columns - len(GAP)) // len(shots))
    pictures = [draw_shot(shot, width, ROWS) for shot in shots]
    lines = [GAP.join("".join(map(tint, row)) for row in rows).rstrip() for rows in zip(*pictures, strict=True)]
    return tuple(_without_margins(lines))


def _farthest(start: Shot) -> Shot:
    """Return a pose at its last frame, halfway if it comes back, or at its second frame if it cycles."""
    frames = complete_frames(start.pose)
    part = 0.5 if frames[0] == frames[-1] else 1.0
    part = 1 / len(frames) if start.pose.moves.name == "cycle" else part
    return shot_at(start.pose, part, start.mirrored, False, start.targets)


def _without_margins(lines: list[str]) -> Iterator[str]:
    """Yield lines without the empty ones above and below."""
    drawn = [index for index, line in enumerate(lines) if line]
    yield from lines[drawn[0] : drawn[-1] + 1] if drawn else ()
