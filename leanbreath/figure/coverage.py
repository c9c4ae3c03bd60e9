"""Coverage: how much of each quarter of a character is covered by each kind of thing, counted in samples.

A scan line is an integer with a bit per sample. Eight samples of four scan lines lie in a quarter, so that the bytes of
a scan line are the quarters it crosses, and few operations on whole lines count the samples in all of them.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from leanbreath.figure.camera import Camera
from leanbreath.figure.scan_conversion import capsule_spans
from leanbreath.figure.shapes import Capsule, Layer, Tag

SCAN_LINES, QUARTER_SAMPLES = 4, 32
"""The scan lines and the samples in a quarter of a character, which is twice as high as wide."""

SAMPLES_PER_DOT = 4
"""The samples of a scan line that lie in a square as high as the line."""

MIN_RADIUS = 1.0
"""The smallest radius in scan lines: half a quarter's width, so that no shape fades away."""

Lines = tuple[int, ...]
"""Scan lines from top to bottom."""

QuarterRow = dict[Tag, bytes]
"""For each kind, how many samples of each quarter in a row show it, in front of everything else."""


def coverage(layers: Iterable[Layer], camera: Camera) -> Iterator[QuarterRow]:
    """Yield the rows of quarters from top to bottom; `layers` go from back to front, a scan line is a dot high."""
    drawn = [
        (layer.tag, sample(layer.shapes, camera), sample(layer.shapes, camera, layer.halo) if layer.halo else ())
        for layer in layers
    ]
    columns = camera.width // (SCAN_LINES // 2)
    for top in range(0, camera.height, SCAN_LINES):
        band = slice(top, top + SCAN_LINES)
        yield _quarter_row([(tag, lines[band], halo[band]) for tag, lines, halo in reversed(drawn)], columns)


def _quarter_row(drawn: list[tuple[Tag, Lines, Lines]], columns: int) -> QuarterRow:
    """Return the samples that show each kind in one row; layers go from front to back."""
    counts: dict[Tag, int] = {}
    hidden = halos = (0,) * SCAN_LINES
    for tag, lines, halo in drawn:
        if any(lines):
            behind = hidden if tag == "surroundings" else map(int.__or__, hidden, halos)
            seen = [bits & ~other for bits, other in zip(lines, behind, strict=True)]
            counts[tag] = counts.get(tag, 0) + _count(seen, columns)
            hidden = tuple(map(int.__or__, hidden, lines))
        if halo and any(halo):
            halos = tuple(map(int.__or__, halos, halo))
    return {tag: count.to_bytes(columns, "little") for tag, count in counts.items() if count}


def _count(lines: Iterable[int], columns: int) -> int:
    """Return an integer whose bytes are the numbers of bits in the same byte of all lines together."""
    pairs, fours, eights = _masks(columns)
    total = 0
    for bits in lines:
        if bits:
            by_two = (bits & pairs) + (bits >> 1 & pairs)
            by_four = (by_two & fours) + (by_two >> 2 & fours)
            total += (by_four & eights) + (by_four >> 4 & eights)
    return total


@lru_cache(maxsize=64)
def _masks(columns: int) -> tuple[int, int, int]:
    """Return the masks of every other bit, pair and four bits, so many bytes long."""
    one, two, four = (int.from_bytes(bytes((mask,)) * columns, "little") for mask in (0x55, 0x33, 0x0F))
    return one, two, four


@lru_cache(maxsize=1024)
def sample(shapes: tuple[Capsule, ...], camera: Camera, more: float = 0.0) -> Lines:
    """Return the samples inside capsules that are each `more` centimetres wider; much of a picture stays the same."""
    lines, width = [0] * camera.height, camera.width * SAMPLES_PER_DOT
    for shape in shapes:
        for row, left, right in capsule_spans(shape, camera, more, MIN_RADIUS):
            first, last = max(round(left * SAMPLES_PER_DOT), 0), min(round(right * SAMPLES_PER_DOT), width)
            if last > first:
                lines[row] |= ((1 << (last - first)) - 1) << first
    return tuple(lines)
