"""The figure of a drill as shapes on a card: dark on white, told apart by shade and texture rather than by colour."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from leanbreath.export.card.arrangement import ARROW, Arrangement, arrange_shots
from leanbreath.export.card.textures import dots, stripes
from leanbreath.figure.pose_scene import Shot, scene_layers
from leanbreath.figure.shapes import Box, Capsule, Tag
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.figure.svg import EDGED
from leanbreath.routine.pose import Point

GREYS: dict[Tag, float] = {
    "surroundings": 0.5,
    "far": 0.72,
    "body": 0.35,
    "near": 0.0,
    "guide": 0.0,
    "muscle": 1.0,
    "breath": 1.0,
}
"""How light each kind is, from black to white; muscles are striped and breath is dotted in black."""

EDGE = 2.4
"""The thickness of the white edge around a shape in front of others, in centimetres of the body."""

TEXTURES: dict[Tag, Callable[[Sequence[Capsule]], Iterator[Capsule]]] = {"muscle": stripes, "breath": dots}
"""What tells a light shape from the paper."""


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


class Picture(NamedTuple):
    """The figure of a drill and its box, in millimetres."""

    left: float
    top: float
    width: float
    height: float
    arrangement: Arrangement

    def moved(self, right: float, down: float) -> "Picture":
        """Return the picture elsewhere."""
        return self._replace(left=self.left + right, top=self.top + down)


def picture_of(figure: DrillFigure, left: float, top: float, width: float, most_height: float) -> Picture:
    """Return the picture of a figure, as large as can be, and as high as it needs."""
    arrangement = arrange_shots(figure, width, most_height)
    return Picture(left, top, width, arrangement.height, arrangement)


def panels(picture: Picture) -> Iterator[Panel]:
    """Yield a panel for each shot in a picture, and one for the arrow between them."""
    shots, boxes, scale, is_column = picture.arrangement
    places = list(picture.arrangement.places(picture.left, picture.top, picture.width))
    for shot, box, place in zip(shots, boxes, places, strict=True):
        size = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
        yield Panel(*place, *size, tuple(_layers(shot, box, place, scale)))
    for box, place in zip(boxes[1:], places[1:], strict=True):
        arrow = Layer(tuple(_arrow(place, box, scale, is_column)), 0.0)
        yield Panel(*picture[:4], (arrow,))


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
