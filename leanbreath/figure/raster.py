"""Drawing in dots: a row of dots is an integer with a bit per dot; eight dots make a character."""

from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import groupby
from math import floor
from operator import or_

from leanbreath.figure.camera import Camera
from leanbreath.figure.dot_characters import BRAILLE_CHARACTERS, FULL_BLOCK, characters
from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.scan_conversion import capsule_spans
from leanbreath.figure.shapes import Capsule, Layer, Tag

HALVES = (" ▄", "▀█")
"""Half blocks by upper and lower dot."""

ALWAYS_BRAILLE: tuple[Tag | None, ...] = ("guide",)
"""Tags always drawn in braille."""

TEXTURES: dict[Tag | None, str] = {"muscle": "▚", "breath": "▒"}
"""What replaces a full block, so that a tag differs by more than its colour."""

MIN_RADIUS = 0.51
"""The smallest radius in dots, so that no shape vanishes."""

Dots = tuple[int, ...]
"""Rows of dots, from top to bottom."""


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
        for row, left, right in capsule_spans(shape, camera, more, MIN_RADIUS):
            rows[row] |= _filled(left, right, camera.width)
    return tuple(rows)


def _filled(left: float, right: float, width: int) -> int:
    """Return the dots from left to right, at least one."""
    first, last = round(left), round(right)
    if last <= first:
        first = floor((left + right) / 2)
        last = first + 1
    first, last = max(first, 0), min(last, width)
    return ((1 << (last - first)) - 1) << first if last > first else 0


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
