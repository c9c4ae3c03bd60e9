"""One picture of a pose: a body in its surroundings, seen by a camera that stands still."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from leanbreath.figure.motion import frame
from leanbreath.figure.raster import Camera, Rows, Run, aim, braille
from leanbreath.figure.shapes import Capsule, Layer, layers, lean_mark, world
from leanbreath.figure.skeleton import Body, body
from leanbreath.routine.pose import Point, Pose
from leanbreath.routine.vocabulary import Muscle

STEPS = 48
"""So many different pictures of a movement are drawn; more could not be told apart."""

LOOKS = 12
"""So many of them tell how much room a movement takes."""

MARGIN = 4.0
Box = tuple[float, float, float, float]


class Shot(NamedTuple):
    """What is seen of a pose: step `step` of `STEPS`; `mirrored` faces left, `swapped` works with the far limbs."""

    pose: Pose
    step: int = 0
    mirrored: bool = False
    swapped: bool = False
    targets: tuple[Muscle, ...] = ()


def shot(pose: Pose, way: float, mirrored: bool, swapped: bool, targets: tuple[Muscle, ...]) -> Shot:
    """Return the shot nearest to a way through the frames of a pose (0 to 1)."""
    return Shot(
        pose, round(way * STEPS) % (STEPS if pose.moves.name == "cycle" else STEPS + 1), mirrored, swapped, targets
    )


@lru_cache(maxsize=512)
def draw(shot: Shot, columns: int, rows: int) -> Rows:
    """Return a shot as rows of characters; the lean, where the pose says so, is written beside it."""
    if columns < 1 or rows < 1:
        return ((),) * max(rows, 0)
    seen = scene(shot)
    camera = aim(extent(shot.pose, shot.mirrored), columns, rows)
    drawn = braille(seen, camera)
    if not shot.pose.angle:
        return drawn
    ankle, lean = lean_of(shot)
    return _written(drawn, camera, ankle, f"{abs(round(lean))}°", shot.mirrored)


def scene(shot: Shot) -> tuple[Layer, ...]:
    """Return everything that is seen of a shot, from the back to the front."""
    posed = posed_body(shot.pose, shot.step / STEPS, shot.swapped)
    left, _, right, high = extent(shot.pose, False)
    seen = [world(shot.pose, left, right, high), *layers(posed, shot.targets)]
    if shot.pose.angle:
        seen.insert(1, lean_mark(posed))
    return tuple(map(_mirror, seen)) if shot.mirrored else tuple(seen)


def lean_of(shot: Shot) -> tuple[Point, float]:
    """Return the ankle that carries a body and by how many degrees it leans over it."""
    posed = posed_body(shot.pose, shot.step / STEPS, shot.swapped)
    ankle = posed.standing
    return (_flipped(ankle) if shot.mirrored else ankle), posed.lean


@lru_cache(maxsize=1024)
def posed_body(pose: Pose, way: float, swapped: bool = False) -> Body:
    """Return the joints of a pose so far through its frames."""
    return body(frame(pose, way, swapped))


@lru_cache(maxsize=128)
def extent(pose: Pose, mirrored: bool) -> Box:
    """Return the box in centimetres that a movement takes with all that stands around it, whatever way it faces."""
    left, low, right, high = _shown(pose)
    return (-right, low, -left, high) if mirrored else (left, low, right, high)


def _shown(pose: Pose) -> Box:
    if pose.shows:
        (left, right), (low, high) = (sorted(pair) for pair in zip(pose.shows.from_, pose.shows.to, strict=True))
        return left, low, right, high
    boxes = [box for look in range(LOOKS + 1) for box in _boxes(posed_body(pose, look / LOOKS))]
    boxes += [shape.box for shape in world(pose, 0, 0, 0).shapes]
    return (
        min(box[0] for box in boxes) - MARGIN,
        min(min(box[1] for box in boxes), -2.0),
        max(box[2] for box in boxes) + MARGIN,
        max(box[3] for box in boxes) + MARGIN,
    )


def _boxes(posed: Body) -> Iterator[Box]:
    return (shape.box for layer in layers(posed) for shape in layer.shapes)


def _mirror(layer: Layer) -> Layer:
    flipped = (Capsule(_flipped(each.a), each.a_radius, _flipped(each.b), each.b_radius) for each in layer.shapes)
    return layer._replace(shapes=tuple(flipped))


def _flipped(point: Point) -> Point:
    return Point(-point.x, point.y)


def _written(drawn: Rows, camera: Camera, ankle: Point, text: str, mirrored: bool) -> Rows:
    """Return rows with a text at the upper end of the plumb line, on the side the body leans away from."""
    top = camera.dot(Point(ankle.x, ankle.y + 150))
    row = min(max(int(top.y) // 4, 0), len(drawn) - 1)
    column = int(top.x) // 2 + (2 if mirrored else -len(text) - 1)
    return tuple(_overlaid(runs, text, column) if index == row else runs for index, runs in enumerate(drawn))


def _overlaid(runs: tuple[Run, ...], text: str, column: int) -> tuple[Run, ...]:
    """Return a row with a text laid over its characters from a column on."""
    cells = [(letter, run.tag) for run in runs for letter in run.text]
    column = min(max(column, 0), max(len(cells) - len(text), 0))
    cells[column : column + len(text)] = [(letter, "angle") for letter in text]
    return tuple(Run(letter, tag) for letter, tag in cells)
