"""Drawing in dots: rows of dots are whole numbers whose bits are set; eight dots make a character."""

from collections.abc import Iterable
from functools import reduce
from itertools import groupby
from math import ceil, floor, hypot, sqrt
from operator import or_
from typing import NamedTuple

from leanbreath.figure.shapes import Capsule, Layer, Tag
from leanbreath.routine.pose import Point

BLANK = 0x2800
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Block characters by which of their quarters are full: upper left, upper right, lower left, lower right."""

FEW, MANY = 3, 5
"""With fewer dots a character is braille, which is fine; with as many, blocks, which are seen from afar."""

BITS = (
    (0, 0x01, 0x08, 0x09),
    (0, 0x02, 0x10, 0x12),
    (0, 0x04, 0x20, 0x24),
    (0, 0x40, 0x80, 0xC0),
)
"""Which bits of a braille character two dots beside each other set, in each of its four rows."""

HALVES = (" ▄", "▀█")
"""Half blocks by whether the upper and the lower dot is set."""

FULL = QUADRANTS[15]
TEXTURES: dict[Tag | None, str] = {"muscle": "▚", "breath": "▒"}
"""What is drawn in the place of a full character, so that a kind is told by more than its colour."""

THINNEST = 0.51
"""Half as thick as the thinnest shape, in dots: none vanishes."""

RAISED = 0.4
"""How much of the room that is left over in height lies below a picture."""


class Camera(NamedTuple):
    """How centimetres become dots: the middle, the low edge, and dots a centimetre, on `width` by `height` dots."""

    middle: float
    low: float
    scale: float
    width: int
    height: int

    def dot(self, point: Point) -> Point:
        """Return where a point lies in dots from the upper left corner."""
        return Point(
            self.width / 2 + (point.x - self.middle) * self.scale, self.height - (point.y - self.low) * self.scale
        )


class Run(NamedTuple):
    """Characters of one kind beside each other; a `tag` of None is empty space."""

    text: str
    tag: Tag | None


Rows = tuple[tuple[Run, ...], ...]


def plain(lines: tuple[str, ...]) -> Rows:
    """Return lines as rows of no kind of their own."""
    return tuple((Run(line, None),) for line in lines)


def aim(box: tuple[float, float, float, float], columns: int, rows: int) -> Camera:
    """Return the camera that shows a box of centimetres as large as it fits into so many characters."""
    left, low, right, high = box
    width, height = columns * 2, rows * 4
    scale = min(width / max(right - left, 1.0), height / max(high - low, 1.0))
    below = round((height - (high - low) * scale) * RAISED / 4) * 4
    return Camera((left + right) / 2, low - below / scale, scale, width, height)


def braille(layers: Iterable[Layer], camera: Camera) -> Rows:
    """Return layers, the hindmost first, as rows of characters."""
    drawn: list[tuple[Tag, list[int]]] = []
    for layer in layers:
        if layer.halo:
            _cut(drawn, spread(layer.shapes, camera, layer.halo))
        dots = spread(layer.shapes, camera)
        drawn.append((layer.tag, dots))
    return tuple(_characters(drawn, top, camera.width // 2) for top in range(0, camera.height, 4))


def _cut(drawn: list[tuple[Tag, list[int]]], halo: list[int]) -> None:
    for index, (tag, rows) in enumerate(drawn):
        if tag != "world":
            drawn[index] = tag, [row & ~edge for row, edge in zip(rows, halo, strict=True)]


def spread(shapes: tuple[Capsule, ...], camera: Camera, more: float = 0.0) -> list[int]:
    """Return rows of dots with capsules set, each `more` centimetres wider."""
    rows = [0] * camera.height
    for shape in shapes:
        if shape.a_radius or shape.b_radius:
            a, b = camera.dot(shape.a), camera.dot(shape.b)
            a_radius, b_radius = (max((each + more) * camera.scale, THINNEST) for each in (shape.a_radius, shape.b_radius))
            _fill(rows, a, a_radius, b, b_radius, camera.width)
    return rows


def _fill(rows: list[int], a: Point, a_radius: float, b: Point, b_radius: float, width: int) -> None:
    """Set the dots of one capsule, row by row, at least one: from the leftmost to the rightmost of its discs and body."""
    corners = _corners(a, a_radius, b, b_radius)
    top, low = min(a.y - a_radius, b.y - b_radius), max(a.y + a_radius, b.y + b_radius)
    for row in range(max(floor(top), 0), min(ceil(low), len(rows))):
        y = row + 0.5
        ends = [*_disc(a, a_radius, y), *_disc(b, b_radius, y), *_crossings(corners, y)]
        if ends:
            first, last = round(min(ends)), round(max(ends))
            if last <= first:
                first = floor((min(ends) + max(ends)) / 2)
                last = first + 1
            first, last = max(first, 0), min(last, width)
            if last > first:
                rows[row] |= ((1 << (last - first)) - 1) << first


def _corners(a: Point, a_radius: float, b: Point, b_radius: float) -> tuple[Point, ...]:
    length = hypot(b.x - a.x, b.y - a.y)
    if length < 1e-6:
        return ()
    x, y = (a.y - b.y) / length, (b.x - a.x) / length
    return (
        Point(a.x + x * a_radius, a.y + y * a_radius),
        Point(b.x + x * b_radius, b.y + y * b_radius),
        Point(b.x - x * b_radius, b.y - y * b_radius),
        Point(a.x - x * a_radius, a.y - y * a_radius),
    )


def _disc(middle: Point, radius: float, y: float) -> tuple[float, ...]:
    away = abs(y - middle.y)
    if away >= radius:
        return ()
    half = sqrt(radius**2 - away**2)
    return (middle.x - half, middle.x + half)


def _crossings(corners: tuple[Point, ...], y: float) -> list[float]:
    """Return where the edges of a polygon cross a row."""
    found = []
    for index, one in enumerate(corners):
        other = corners[index - 1]
        if (one.y > y) != (other.y > y):
            found.append(one.x + (other.x - one.x) * (y - one.y) / (other.y - one.y))
    return found


def halves(dots: list[int], columns: int) -> tuple[str, ...]:
    """Return rows of dots as rows of half blocks, two dots high and one wide."""
    return tuple(
        "".join(HALVES[upper >> column & 1][lower >> column & 1] for column in range(columns))
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    )


def octets(dots: list[int], columns: int) -> tuple[str, ...]:
    """Return rows of dots as rows of characters, each four dots high and two wide."""
    return tuple(_text(dots[top : top + 4], columns) for top in range(0, len(dots), 4))


def _characters(drawn: list[tuple[Tag, list[int]]], top: int, columns: int) -> tuple[Run, ...]:
    """Return four rows of dots as one row of characters, in runs of one kind."""
    text = _text([reduce(or_, (rows[row] for _, rows in drawn)) for row in range(top, top + 4)], columns)
    if not text.strip():
        return (Run(text, None),)
    kinds = [(tag, dots) for tag, rows in reversed(drawn) if (dots := reduce(or_, rows[top : top + 4]))]
    cells = zip(text, (_kind(kinds, column) for column in range(columns)), strict=True)
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Run(_textured("".join(letter for letter, _ in run), tag), tag) for tag, run in runs)


def _textured(text: str, tag: Tag | None) -> str:
    return text.replace(FULL, TEXTURES.get(tag, FULL))


def _kind(kinds: list[tuple[Tag, int]], column: int) -> Tag | None:
    """Return what is foremost in a column, or None where nothing is."""
    mask = 3 << 2 * column
    return next((tag for tag, dots in kinds if dots & mask), None)


def _text(lines: list[int], columns: int) -> str:
    """Return four rows of dots as characters."""
    one, two, three, four = lines
    shown = []
    for _ in range(columns):
        shown.append(CHARACTERS[one & 3 | (two & 3) << 2 | (three & 3) << 4 | (four & 3) << 6])
        one, two, three, four = one >> 2, two >> 2, three >> 2, four >> 2
    return "".join(shown)


def _character(dots: int) -> str:
    """Return the character of eight dots: braille where they are few, else the blocks that are most like them."""
    rows = [dots >> shift & 3 for shift in (0, 2, 4, 6)]
    if dots.bit_count() < FEW:
        return chr(BLANK + sum(BITS[index][row] for index, row in enumerate(rows))) if dots else " "
    upper, lower = rows[0] | rows[1], rows[2] | rows[3]
    if dots.bit_count() < MANY:
        upper, lower = rows[0] & rows[1] or upper, rows[2] & rows[3] or lower
    return QUADRANTS[upper | lower << 2]


CHARACTERS = tuple(map(_character, range(256)))
"""The character of each pattern of eight dots."""
