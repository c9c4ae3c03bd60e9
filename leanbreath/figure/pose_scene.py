"""The scene: one picture of a pose, a body in its surroundings, seen by a still camera."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, degrees
from typing import NamedTuple

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.motion import frame_at, unpaced_belly
from leanbreath.figure.shapes import Box, Capsule, Layer
from leanbreath.figure.skeleton import SOLE, Body, joints
from leanbreath.figure.surroundings import line_of_sight, plumb_line, surroundings
from leanbreath.routine.pose import Point, Pose
from leanbreath.routine.vocabulary import Muscle

STEPS = 48
"""The number of distinct pictures of a movement, or of a round; more would look the same."""

CYCLE_STEPS, MOST_PER_SECOND = (48, 24, 16, 12), 24
"""The numbers of pictures a cycle can have, and the most that are drawn in a second, as in a film."""

BREATH_STEPS = 12
"""The number of distinct fillings of a belly that moves apart from the pose."""

SAMPLES = 12
"""How many moments of a movement are measured for its extent."""

MARGIN, FLOOR_MARGIN, MAT_MARGIN = 4.0, 10.0, 12.0
"""Centimetres above a body, beside it on the floor, and around it on a mat seen from above."""

LABEL_HEIGHT, LABEL_DISTANCE, LABEL_WIDTH = 150.0, 20.0, 60.0
"""The label with the degrees of a lean: above the foot, away from it, and its width, in centimetres."""


class Shot(NamedTuple):
    """A pose at step `step` of `STEPS`; `mirrored` faces left, `swapped` works with the far limbs.

    The belly is as full as the pose says, or filled by `breath` of `BREATH_STEPS` parts.
    """

    pose: Pose
    step: int = 0
    mirrored: bool = False
    swapped: bool = False
    targets: tuple[Muscle, ...] = ()
    breath: int | None = None

    @property
    def body(self) -> Body:
        """The joints of the body."""
        belly = None if self.breath is None else self.breath / BREATH_STEPS
        return posed_body(self.pose, self.step / STEPS, self.swapped, belly)


def shot_at(
    pose: Pose, progress: float, mirrored: bool, swapped: bool, targets: tuple[Muscle, ...], belly: float | None = None
) -> Shot:
    """Return the shot nearest to some progress through a pose; `belly` is how full it is (0 to 1), if it is given."""
    step = _cycle_step(pose, progress) if pose.moves.name == "cycle" else round(progress * STEPS) % (STEPS + 1)
    fill = unpaced_belly(pose, progress) if belly is None else belly
    return Shot(pose, step, mirrored, swapped, targets, None if fill is None else round(fill * BREATH_STEPS))


def scene_layers(shot: Shot, thickness: float = 0.0) -> tuple[Layer, ...]:
    """Return the layers of a shot, from back to front; floor and wall are at least so many centimetres thick."""
    posed = shot.body
    seen = [surroundings(shot.pose, extent(shot.pose, False), thickness), *body_layers(posed, shot.targets)]
    if shot.pose.angle:
        seen.insert(1, plumb_line(_leaning(shot.pose, posed)[0]))
    if shot.pose.shows:
        seen += line_of_sight(posed)
    return tuple(map(_mirror, seen)) if shot.mirrored else tuple(seen)


def lean_of(shot: Shot) -> tuple[Point, float]:
    """Return the point a body leans over, and its lean in degrees."""
    foot, lean = _leaning(shot.pose, shot.body)
    return (_flipped(foot) if shot.mirrored else foot), lean


def _leaning(pose: Pose, posed: Body) -> tuple[Point, float]:
    """Return the standing ankle and the lean over it; in a cycle such as running, the lean of the trunk alone."""
    if pose.moves.name != "cycle":
        return posed.standing, posed.lean
    return Point(posed.hip.x, SOLE), degrees(atan2(posed.shoulder.x - posed.hip.x, posed.shoulder.y - posed.hip.y))


def _cycle_step(pose: Pose, progress: float) -> int:
    """Return the step nearest to some progress through a cycle; a fast one has fewer."""
    most = MOST_PER_SECOND * pose.moves.seconds
    steps = next((steps for steps in CYCLE_STEPS if steps <= most), CYCLE_STEPS[-1])
    return round(progress * steps) % steps * (STEPS // steps)


@lru_cache(maxsize=1024)
def posed_body(pose: Pose, progress: float, swapped: bool = False, belly: float | None = None) -> Body:
    """Return the joints at some progress through a pose."""
    return joints(frame_at(pose, progress, swapped, belly))


@lru_cache(maxsize=128)
def extent(pose: Pose, mirrored: bool) -> Box:
    """Return the box in centimetres that holds a whole movement and its surroundings."""
    left, low, right, high = _visible_box(pose)
    return (-right, low, -left, high) if mirrored else (left, low, right, high)


def _visible_box(pose: Pose) -> Box:
    if pose.shows:
        (left, right), (low, high) = (sorted(pair) for pair in zip(pose.shows.from_, pose.shows.to, strict=True))
        return left, low, right, high
    bodies = [posed_body(pose, sample / SAMPLES) for sample in range(SAMPLES + 1)]
    boxes = [box for posed in bodies for box in _boxes(posed)]
    boxes += [shape.box for shape in surroundings(pose, (0, 0, 0, 0)).shapes]
    left, low, right, high = (limit(box[edge] for box in boxes) for edge, limit in enumerate((min, min, max, max)))
    if pose.view == "above":
        return left - MAT_MARGIN, low - MAT_MARGIN, right + MAT_MARGIN, high + MAT_MARGIN
    if pose.angle:
        left = min(left, _leaning(pose, bodies[0])[0].x - LABEL_DISTANCE - LABEL_WIDTH)
    return left - FLOOR_MARGIN, min(low, -2.0), right + FLOOR_MARGIN, high + MARGIN


def _boxes(posed: Body) -> Iterator[Box]:
    return (shape.box for layer in body_layers(posed) for shape in layer.shapes)


def _mirror(layer: Layer) -> Layer:
    flipped = (Capsule(_flipped(each.a), each.a_radius, _flipped(each.b), each.b_radius) for each in layer.shapes)
    return layer._replace(shapes=tuple(flipped))


def _flipped(point: Point) -> Point:
    return Point(-point.x, point.y)


def lean_label_at(foot: Point, mirrored: bool) -> Point:
    """Return the end of a lean's label that is nearest to the body, on the side it leans away from."""
    return Point(foot.x + (LABEL_DISTANCE if mirrored else -LABEL_DISTANCE), foot.y + LABEL_HEIGHT)
