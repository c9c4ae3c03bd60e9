"""One picture of a pose: a body in its surroundings, seen by a camera that stands still."""

from collections.abc import Iterator
from functools import lru_cache
from math import atan2, degrees
from typing import NamedTuple

from leanbreath.figure.body_outline import body_layers
from leanbreath.figure.motion import frame_at, rhythm
from leanbreath.figure.raster import Camera, Rows, Run, draw_layers, fit_camera
from leanbreath.figure.shapes import Capsule, Layer
from leanbreath.figure.skeleton import SOLE, Body, joints
from leanbreath.figure.surroundings import Box, line_of_sight, plumb_line, surroundings
from leanbreath.routine.pose import Point, Pose
from leanbreath.routine.vocabulary import Muscle

STEPS = 48
"""So many different pictures of a movement, or of a round, are drawn; more could not be told apart."""

BREATHS = 12
"""So many different fills of a belly are drawn where the breath goes its own way."""

LOOKS = 12
"""So many of them tell how much room a movement takes."""

MARGIN, FLOOR_MARGIN, MAT_MARGIN = 4.0, 10.0, 12.0
"""Above a body that is seen from the side, on the floor beside it, and on the mat it is seen on from above."""

WRITTEN_HIGH, WRITTEN_BESIDE, WRITTEN_ROOM = 150.0, 20.0, 60.0
"""Where the degrees of a lean are written: over the foot, behind its plumb line, and how much room that takes."""


class Shot(NamedTuple):
    """What is seen of a pose: step `step` of `STEPS`; `mirrored` faces left, `swapped` works with the far limbs.

    The belly is as full as its frame, or `breath` of `BREATHS` parts.
    """

    pose: Pose
    step: int = 0
    mirrored: bool = False
    swapped: bool = False
    targets: tuple[Muscle, ...] = ()
    breath: int | None = None

    @property
    def body(self) -> Body:
        """The joints of what is seen."""
        belly = None if self.breath is None else self.breath / BREATHS
        return posed_body(self.pose, self.step / STEPS, self.swapped, belly)


def shot_at(
    pose: Pose, way: float, mirrored: bool, swapped: bool, targets: tuple[Muscle, ...], belly: float | None = None
) -> Shot:
    """Return the shot nearest to a way through the frames of a pose, with the belly as full as is given."""
    step = round(way * STEPS) % (STEPS if pose.moves.name == "cycle" else STEPS + 1)
    fill = rhythm(pose, way) if belly is None else belly
    return Shot(pose, step, mirrored, swapped, targets, None if fill is None else round(fill * BREATHS))


@lru_cache(maxsize=512)
def draw_shot(shot: Shot, columns: int, rows: int) -> Rows:
    """Return a shot as rows of characters; the lean, where the pose says so, is written beside it."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    seen = scene_layers(shot)
    camera = fit_camera(extent(shot.pose, shot.mirrored), columns, rows)
    drawn = draw_layers(seen, camera)
    if not shot.pose.angle:
        return drawn
    foot, lean = lean_of(shot)
    return _written(drawn, camera, foot, f"{abs(round(lean))}°", shot.mirrored)


def scene_layers(shot: Shot) -> tuple[Layer, ...]:
    """Return everything that is seen of a shot, from the back to the front."""
    posed = shot.body
    seen = [surroundings(shot.pose, extent(shot.pose, False)), *body_layers(posed, shot.targets)]
    if shot.pose.angle:
        seen.insert(1, plumb_line(_leaning(shot.pose, posed)[0]))
    if shot.pose.shows:
        seen += line_of_sight(posed)
    return tuple(map(_mirror, seen)) if shot.mirrored else tuple(seen)


def lean_of(shot: Shot) -> tuple[Point, float]:
    """Return what a body leans over, and by how many degrees it leans."""
    foot, lean = _leaning(shot.pose, shot.body)
    return (_flipped(foot) if shot.mirrored else foot), lean


def _leaning(pose: Pose, posed: Body) -> tuple[Point, float]:
    """Return the ankle that carries a body and the lean over it; for one who runs, the lean of the trunk alone."""
    if pose.moves.name != "cycle":
        return posed.standing, posed.lean
    return Point(posed.hip.x, SOLE), degrees(atan2(posed.shoulder.x - posed.hip.x, posed.shoulder.y - posed.hip.y))


@lru_cache(maxsize=1024)
def posed_body(pose: Pose, way: float, swapped: bool = False, belly: float | None = None) -> Body:
    """Return the joints of a pose so far through its frames."""
    return joints(frame_at(pose, way, swapped, belly))


@lru_cache(maxsize=128)
def extent(pose: Pose, mirrored: bool) -> Box:
    """Return the box in centimetres that a movement takes with all that stands around it, whatever way it faces."""
    left, low, right, high = _shown(pose)
    return (-right, low, -left, high) if mirrored else (left, low, right, high)


def _shown(pose: Pose) -> Box:
    if pose.shows:
        (left, right), (low, high) = (sorted(pair) for pair in zip(pose.shows.from_, pose.shows.to, strict=True))
        return left, low, right, high
    bodies = [posed_body(pose, look / LOOKS) for look in range(LOOKS + 1)]
    boxes = [box for posed in bodies for box in _boxes(posed)]
    boxes += [shape.box for shape in surroundings(pose, (0, 0, 0, 0)).shapes]
    left, low, right, high = (limit(box[edge] for box in boxes) for edge, limit in enumerate((min, min, max, max)))
    if pose.view == "above":
        return left - MAT_MARGIN, low - MAT_MARGIN, right + MAT_MARGIN, high + MAT_MARGIN
    if pose.angle:
        left = min(left, _leaning(pose, bodies[0])[0].x - WRITTEN_BESIDE - WRITTEN_ROOM)
    return left - FLOOR_MARGIN, min(low, -2.0), right + FLOOR_MARGIN, high + MARGIN


def _boxes(posed: Body) -> Iterator[Box]:
    return (shape.box for layer in body_layers(posed) for shape in layer.shapes)


def _mirror(layer: Layer) -> Layer:
    flipped = (Capsule(_flipped(each.a), each.a_radius, _flipped(each.b), each.b_radius) for each in layer.shapes)
    return layer._replace(shapes=tuple(flipped))


def _flipped(point: Point) -> Point:
    return Point(-point.x, point.y)


def written_at(foot: Point, mirrored: bool) -> Point:
    """Return the end of a text about a lean that is next to the body, on the side it leans away from."""
    return Point(foot.x + (WRITTEN_BESIDE if mirrored else -WRITTEN_BESIDE), foot.y + WRITTEN_HIGH)


def _written(drawn: Rows, camera: Camera, foot: Point, text: str, mirrored: bool) -> Rows:
    """Return rows with a text about the lean laid over them."""
    end = camera.dot(written_at(foot, mirrored))
    row = min(max(int(end.y) // 4, 0), len(drawn) - 1)
    column = int(end.x) // 2 - (0 if mirrored else len(text))
    return tuple(_overlaid(runs, text, column) if index == row else runs for index, runs in enumerate(drawn))


def _overlaid(runs: tuple[Run, ...], text: str, column: int) -> tuple[Run, ...]:
    """Return a row with a text laid over its characters from a column on."""
    cells = [(letter, run.tag) for run in runs for letter in run.text]
    column = min(max(column, 0), max(len(cells) - len(text), 0))
    cells[column : column + len(text)] = [(letter, "angle") for letter in text]
    return tuple(Run(letter, tag) for letter, tag in cells)
