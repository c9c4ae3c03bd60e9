"""Drawing in dots: a row of dots is an integer with a bit per dot; eight dots make a character."""

from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import groupby
from math import ceil, floor, hypot, sqrt
from operator import or_
from typing import NamedTuple

from leanbreath.figure.dot_characters import BRAILLE_CHARACTERS, FULL_BLOCK, characters
from leanbreath.figure.shapes import Capsule, Layer, Tag
from leanbreath.routine.pose import Point

HALVES = (" ▄", "▀█")
"""Half blocks by upper and lower dot."""

ALWAYS_BRAILLE: tuple[Tag | None, ...] = ("guide",)
"""Tags always drawn in braille."""

TEXTURES: dict[Tag | None, str] = {"muscle": "▚", "breath": "▒"}
"""What replaces a full block, so that a tag differs by more than its colour."""

MIN_RADIUS = 0.51
"""The smallest radius in dots, so that no shape vanishes."""

BOTTOM_SHARE = 0.4
"""The share of the spare height that lies below a picture."""


class Camera(NamedTuple):
    """A mapping from centimetres to `width` by `height` dots: the middle, the lower edge, and dots per centimetre."""

    middle: float
    low: float
    scale: float
    width: int
    height: int

    def dot(self, point: Point) -> Point:
        """Return a point in dots from the upper left corner."""
        return Point(
            self.width / 2 + (point.x - self.middle) * self.scale, self.height - (point.y - self.low) * self.scale
        )


class Run(NamedTuple):
    """Adjacent characters with one tag; None is empty space."""

    text: str
    tag: Tag | None


Rows = tuple[tuple[Run, ...], ...]
Dots = tuple[int, ...]
"""Rows of dots, from top to bottom."""


def plain_rows(lines: tuple[str, ...]) -> Rows:
    """Return lines as rows without tags."""
    return tuple((Run(line, None),) for line in lines)


def fit_camera(box: tuple[float, float, float, float], columns: int, rows: int) -> Camera:
    """Return the camera that shows a box of centimetres as large as fits into `columns` by `rows` characters."""
    left, low, right, high = box
    width, height = columns * 2, rows * 4
    scale = min(width / max(right - left, 1.0), height / max(high - low, 1.0))
    below = round((height - (high - low) * scale) * BOTTOM_SHARE / 4) * 4
    return Camera((left + right) / 2, low - below / scale, scale, width, height)


def draw_layers(layers: Iterable[Layer], camera: Camera) -> Rows:
    """Return layers, from back to front, as rows of characters."""
    drawn: list[tuple[Tag, Dots]] = []
    for layer in layers:
        if layer.halo:
            _cut_halo(drawn, rasterise(layer.shapes, camera, layer.halo))
        dots = rasterise(layer.shapes, camera)
        drawn.append((layer.tag, dots))
    return tuple(_characters(drawn, top, camera.width // 2) for top in range(0, camera.height, 4))


def _cut_halo(drawn: list[tuple[Tag, Dots]], halo: Dots) -> None:
    for index, (tag, rows) in enumerate(drawn):
        if tag != "surroundings":
            drawn[index] = tag, tuple(row & ~edge for row, edge in zip(rows, halo, strict=True))


@lru_cache(maxsize=1024)
def rasterise(shapes: tuple[Capsule, ...], camera: Camera, more: float = 0.0) -> Dots:
    """Return rows of dots with capsules filled, each `more` centimetres wider; much of a picture stays the same."""
    rows = [0] * camera.height
    for shape in shapes:
        if shape.a_radius or shape.b_radius:
            a, b = camera.dot(shape.a), camera.dot(shape.b)
            a_radius, b_radius = (
                max((each + more) * camera.scale, MIN_RADIUS) for each in (shape.a_radius, shape.b_radius)
            )
            _fill(rows, a, a_radius, b, b_radius, camera.width)
    return tuple(rows)


def _fill(rows: list[int], a: Point, a_radius: float, b: Point, b_radius: float, width: int) -> None:
    """Set the dots of one capsule, at least one per row."""
    corners = _corners(a, a_radius, b, b_radius)
    top, low = min(a.y - a_radius, b.y - b_radius), max(a.y + a_radius, b.y + b_radius)
    for row in range(max(floor(top), 0), min(ceil(low), len(rows))):
        y = row + 0.5
        ends = _crossings(corners, y)
        ends += _disc_ends(a, a_radius, y)
        ends += _disc_ends(b, b_radius, y)
        if ends:
            left, right = min(ends), max(ends)
            first, last = round(left), round(right)
            if last <= first:
                first = floor((left + right) / 2)
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


def _disc_ends(middle: Point, radius: float, y: float) -> tuple[float, ...]:
    away = abs(y - middle.y)
    if away >= radius:
        return ()
    half = sqrt(radius**2 - away**2)
    return (middle.x - half, middle.x + half)


def _crossings(corners: tuple[Point, ...], y: float) -> list[float]:
    """Return where the edges of a polygon cross a row."""
    found: list[float] = []
    if corners:
        before_x, before_y = corners[-1]
        for x, at in corners:
            if (at > y) != (before_y > y):
                found.append(x + (before_x - x) * (y - at) / (before_y - at))
            before_x, before_y = x, at
    return found


def half_block_rows(dots: Dots, columns: int) -> tuple[str, ...]:
    """Return rows of dots as rows of half blocks, two dots high and one wide."""
    return tuple(
        "".join(HALVES[upper >> column & 1][lower >> column & 1] for column in range(columns))
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    )


def _characters(drawn: list[tuple[Tag, Dots]], top: int, columns: int) -> tuple[Run, ...]:
    """Return four rows of dots as one row of characters, in runs of one tag."""
    lines = [reduce(or_, (rows[row] for _, rows in drawn)) for row in range(top, top + 4)]
    if not any(lines):
        return (Run(" " * columns, None),)
    kinds = [(tag, dots) for tag, rows in reversed(drawn) if (dots := reduce(or_, rows[top : top + 4]))]
    places = groupby(range(columns), key=lambda column: _top_tag(kinds, column))
    letters = characters(lines, columns)
    fine = characters(lines, columns, BRAILLE_CHARACTERS) if any(tag in ALWAYS_BRAILLE for tag, _ in kinds) else letters
    return tuple(_run(fine if tag in ALWAYS_BRAILLE else letters, tag, list(run)) for tag, run in places)


def _run(letters: str, tag: Tag | None, columns: list[int]) -> Run:
    """Return the characters of some columns, in the texture of their tag."""
    return Run(letters[columns[0] : columns[-1] + 1].replace(FULL_BLOCK, TEXTURES.get(tag, FULL_BLOCK)), tag)


def _top_tag(kinds: list[tuple[Tag, int]], column: int) -> Tag | None:
    """Return the front tag in a column, or None if it is empty."""
    mask = 3 << 2 * column
    return next((tag for tag, dots in kinds if dots & mask), None)
