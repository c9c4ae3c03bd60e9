"""The one or two shots that tell a figure, side by side or one above the other, as large as a box allows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from leanbreath.figure.key_shots import key_shots
from leanbreath.figure.pose_scene import Shot, extent, lean_of, shot_at
from leanbreath.figure.shapes import Box
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.figure.surroundings import PLUMB_DISTANCE
from leanbreath.routine.pose import Point

MOST_SCALE = 0.27
"""The most millimetres on paper for a centimetre of the body, so that a lying body isn't a giant."""

ARROW = 4.5
"""The room for the arrow from one shot to the next, in millimetres."""

WORTH_STACKING = 1.15
"""How much larger shots must be one above the other for that to be worth it."""

BEHIND_PLUMB_LINE = 2.0
"""In centimetres of the body."""


class Arrangement(NamedTuple):
    """Shots, the box of each in centimetres, the millimetres for a centimetre, and whether one is below the other."""

    shots: tuple[Shot, ...]
    boxes: tuple[Box, ...]
    scale: float
    is_column: bool

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each shot in millimetres."""
        return [((box[2] - box[0]) * self.scale, (box[3] - box[1]) * self.scale) for box in self.boxes]

    @property
    def height(self) -> float:
        """The height of all together."""
        high = [size[1] for size in self.sizes]
        return sum(high) + _gaps(self.boxes) if self.is_column else max(high)

    def places(self, left: float, top: float, width: float) -> Iterator[Point]:
        """Yield the upper left corner of each shot, in the middle of a width; in a row they stand on one floor."""
        sizes, high = self.sizes, self.height
        across = [size[0] for size in sizes]
        wide = max(across) if self.is_column else sum(across) + _gaps(self.boxes)
        at = Point(left + (width - wide) / 2, top)
        for one, down in sizes:
            yield Point(at.x + (wide - one) / 2, at.y) if self.is_column else Point(at.x, at.y + high - down)
            at = Point(at.x, at.y + down + ARROW) if self.is_column else Point(at.x + one + ARROW, at.y)


def arrange_shots(figure: DrillFigure, width: float, height: float) -> Arrangement:
    """Return the shots of a figure as large as a box allows."""
    shots = telling_shots(figure)
    boxes = tuple(map(_shown_box, shots))
    row, column = _row_scale(boxes, width, height), _column_scale(boxes, width, height)
    is_column = column > WORTH_STACKING * row
    scale = column if is_column else row
    is_detail = shots[0].pose.shows is not None
    return Arrangement(shots, boxes, scale if is_detail else min(scale, MOST_SCALE), is_column)


def telling_shots(figure: DrillFigure) -> tuple[Shot, ...]:
    """Return the shots that tell a figure: of two poses the end of each, of one pose its start and farthest point."""
    poses = dict.fromkeys(pose for _, pose in figure.poses)
    starts = [shot_at(pose, 0.0, False, False, figure.targets) for pose in poses]
    return key_shots(starts[0]) if len(starts) == 1 else tuple(key_shots(start)[-1] for start in starts[:2])


def _shown_box(shot: Shot) -> Box:
    """Return the box that is shown of a shot, without the room that a screen leaves for the degrees of a lean."""
    if not shot.pose.angle:
        return extent(shot.pose, shot.mirrored)
    left, low, right, high = extent(replace(shot.pose, angle=False), shot.mirrored)
    return min(left, lean_of(shot)[0].x - PLUMB_DISTANCE - BEHIND_PLUMB_LINE), low, right, high


def _row_scale(boxes: Sequence[Box], width: float, height: float) -> float:
    wide, high = [box[2] - box[0] for box in boxes], [box[3] - box[1] for box in boxes]
    return min((width - _gaps(boxes)) / sum(wide), height / max(high))


def _column_scale(boxes: Sequence[Box], width: float, height: float) -> float:
    wide, high = [box[2] - box[0] for box in boxes], [box[3] - box[1] for box in boxes]
    return min(width / max(wide), (height - _gaps(boxes)) / sum(high))


def _gaps(boxes: Sequence[Box]) -> float:
    """Return the room for the arrows."""
    return ARROW * (len(boxes) - 1)
