"""The figure of a drill as shapes on a card: dark on white, told apart by shade and texture rather than by colour."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from leanbreath.export.card.blocks import Picture
from leanbreath.export.card.textures import dots, stripes
from leanbreath.figure.key_shots import key_shots
from leanbreath.figure.pose_scene import Shot, extent, lean_of, scene_layers, shot_at
from leanbreath.figure.shapes import Box, Capsule, Tag
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.figure.surroundings import PLUMB_DISTANCE
from leanbreath.figure.svg import EDGED
from leanbreath.routine.pose import Point

GREYS: dict[Tag, float] = {
    "surroundings": 0.62,
    "far": 0.72,
    "body": 0.32,
    "near": 0.12,
    "guide": 0.35,
    "muscle": 1.0,
    "breath": 1.0,
}
"""How light each kind is, from black to white; muscles are striped and breath is dotted in black."""

EDGE = 2.4
"""The thickness of the white edge around a shape in front of others, in centimetres of the body."""

TEXTURES: dict[Tag, Callable[[Sequence[Capsule]], Iterator[Capsule]]] = {"muscle": stripes, "breath": dots}
"""What tells a light shape from the paper."""

MOST_SCALE = 0.27
"""The most millimetres on paper for a centimetre of the body, so that a lying body isn't a giant."""

ARROW = 4.5
"""The room for the arrow from one shot to the next, in millimetres."""

ARROW_GREY = 0.3


class Layer(NamedTuple):
    """Shapes in millimetres, how light they are, and how thick the white edge around them is."""

    shapes: tuple[Capsule, ...]
    grey: float
    edge: float = 0.0


class Panel(NamedTuple):
    """A box in millimetres (left, top, width and height) and the layers drawn in it; what lies outside is cut off."""

    left: float
    top: float
    width: float
    height: float
    layers: tuple[Layer, ...]


def panels(picture: Picture) -> Iterator[Panel]:
    """Yield a panel for each shot in the box of a picture, and one for the arrow between them."""
    shots = telling_shots(picture.figure)
    boxes = [_shown_box(shot) for shot in shots]
    scales = {is_column: _scale(boxes, picture, is_column) for is_column in (False, True)}
    is_column = scales[True] > 1.15 * scales[False]
    most = MOST_SCALE if shots[0].pose.shows is None else scales[is_column]
    scale = min(scales[is_column], most)
    places = list(_places(boxes, picture, scale, is_column))
    for shot, box, place in zip(shots, boxes, places, strict=True):
        size = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
        yield Panel(*place, *size, tuple(_layers(shot, box, place, scale)))
    for box, place in zip(boxes[1:], places[1:], strict=True):
        arrow = Layer(tuple(_arrow(place, box, scale, is_column)), ARROW_GREY)
        yield Panel(picture.left, picture.top, picture.width, picture.height, (arrow,))


def _shown_box(shot: Shot) -> Box:
    """Return the box that is shown of a shot, without the room that a screen leaves for the degrees of a lean."""
    if not shot.pose.angle:
        return extent(shot.pose, shot.mirrored)
    left, low, right, high = extent(replace(shot.pose, angle=False), shot.mirrored)
    return min(left, lean_of(shot)[0].x - PLUMB_DISTANCE - 2), low, right, high


def telling_shots(figure: DrillFigure) -> tuple[Shot, ...]:
    """Return the one or two shots that tell a figure: of two poses each, of one pose its start and farthest point."""
    poses = dict.fromkeys(pose for _, pose in figure.poses)
    starts = [shot_at(pose, 0.0, False, False, figure.targets) for pose in poses]
    if len(starts) == 1:
        return key_shots(starts[0])
    return tuple(key_shots(start)[-1] for start in starts[:2])


def _scale(boxes: Sequence[Box], picture: Picture, is_column: bool) -> float:
    """Return the millimetres for a centimetre if shots stand in a row, or in a column."""
    wide, high = [box[2] - box[0] for box in boxes], [box[3] - box[1] for box in boxes]
    gaps = ARROW * (len(boxes) - 1)
    if is_column:
        return min(picture.width / max(wide), (picture.height - gaps) / sum(high))
    return min((picture.width - gaps) / sum(wide), picture.height / max(high))


def _places(boxes: Sequence[Box], picture: Picture, scale: float, is_column: bool) -> Iterator[Point]:
    """Yield the upper left corner of each shot; together they stand in the middle of the picture, on one floor."""
    sizes = [((box[2] - box[0]) * scale, (box[3] - box[1]) * scale) for box in boxes]
    gaps = ARROW * (len(boxes) - 1)
    high = sum(size[1] for size in sizes) + gaps if is_column else max(size[1] for size in sizes)
    wide = max(size[0] for size in sizes) if is_column else sum(size[0] for size in sizes) + gaps
    left, top = picture.left + (picture.width - wide) / 2, picture.top
    for across, down in sizes:
        yield Point(left + (wide - across) / 2, top) if is_column else Point(left, top + high - down)
        left, top = (left, top + down + ARROW) if is_column else (left + across + ARROW, top)


def _arrow(place: Point, box: Box, scale: float, is_column: bool) -> Iterator[Capsule]:
    """Yield the shapes of the arrow that leads to a shot."""
    across, down = (box[2] - box[0]) * scale / 2, (box[3] - box[1]) * scale / 2
    tip = Point(place.x + across, place.y - 0.7) if is_column else Point(place.x - 0.7, place.y + down)
    back = ARROW - 1.4
    for away, aside in ((back, 0.0), (1.2, 0.9), (1.2, -0.9)):
        end = Point(tip.x + aside, tip.y - away) if is_column else Point(tip.x - away, tip.y + aside)
        yield Capsule(end, 0.2, tip, 0.2)


def _layers(shot: Shot, box: Box, place: Point, scale: float) -> Iterator[Layer]:
    """Yield the layers of a shot on paper, where y points down."""
    for layer in scene_layers(shot):
        shapes = tuple(_on_paper(shape, box, place, scale) for shape in layer.shapes)
        if shapes:
            yield Layer(shapes, GREYS[layer.tag], EDGE * scale if layer.tag in EDGED else 0.0)
        if layer.tag in TEXTURES:
            yield Layer(tuple(TEXTURES[layer.tag](shapes)), 0.0)


def _on_paper(shape: Capsule, box: Box, place: Point, scale: float) -> Capsule:
    a, b = (Point(place.x + (p.x - box[0]) * scale, place.y + (box[3] - p.y) * scale) for p in (shape.a, shape.b))
    return Capsule(a, shape.a_radius * scale, b, shape.b_radius * scale)
