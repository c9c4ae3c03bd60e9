"""The pacer's shapes, as rows of half blocks; the table of kinds gives each kind of work its shape."""

from collections.abc import Callable
from math import ceil, sqrt

from leanbreath.routine.vocabulary import Side
from leanbreath.score.kinds import SEGMENTS, PacerShape
from leanbreath.score.score import SegmentKind

Shape = Callable[[float, int, int, Side | None], tuple[str, ...]]

BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
EIGHTHS = " ▏▎▍▌▋▊▉█"
MIN_RADIUS_SHARE = 0.25
"""The radius of the disc when the lungs are empty, as a share of the largest, so that it never vanishes."""


def draw_pacer(kind: SegmentKind, level: float, width: int, height: int, side: Side | None = None) -> tuple[str, ...]:
    """Return the pacer for a kind of segment as `height` rows of `width` characters; `level` goes from 0 to 1."""
    if width < 1 or height < 1:
        return ("",) * max(height, 0)
    return SHAPES[SEGMENTS[kind].pacer](min(max(level, 0.0), 1.0), width, height, side)


def disc(level: float, width: int, height: int, side: Side | None = None) -> tuple[str, ...]:
    """Return a disc that grows with the breath."""
    largest = min(width / 2, height)
    radius = largest * (MIN_RADIUS_SHARE + (1 - MIN_RADIUS_SHARE) * level)
    halves = [_half_width(row, height, radius) for row in range(2 * height)]
    return tuple(_row(halves[2 * row], halves[2 * row + 1], width) for row in range(height))


def _half_width(row: int, height: int, radius: float) -> int:
    """Return how many columns the disc reaches from its centre, on a row of dots."""
    away = abs(row + 0.5 - height)
    return round(sqrt(radius**2 - away**2)) if away < radius else 0


def _row(upper: int, lower: int, width: int) -> str:
    """Return a row of text whose upper and lower dots reach this far from the centre."""
    inner, outer = sorted((upper, lower))
    edge = BLOCKS[(upper > lower, lower > upper)] * (outer - inner)
    return (edge + "█" * (2 * inner) + edge).center(width)


def column(level: float, width: int, height: int, side: Side | None = None) -> tuple[str, ...]:
    """Return a column that rises on the way there and sinks on the way back."""
    dots = round(level * 2 * height)
    broad = max(width // 3, 1)
    rows = []
    for row in range(height):
        filled = dots - 2 * (height - 1 - row)
        rows.append((BLOCKS[(filled >= 2, filled >= 1)] * broad).center(width))
    return tuple(rows)


def feet(level: float, width: int, height: int, side: Side | None = None) -> tuple[str, ...]:
    """Return two feet, of which the one that steps rises."""
    broad = max(width // 4, 1)
    lifted, standing = _column(level, height), _column(0.0, height)
    pair = [lifted if foot == side else standing for foot in ("left", "right")]
    between = " " * max(width // 8, 1)
    return tuple(
        f"{left * broad}{between}{right * broad}".center(width)[:width] for left, right in zip(*pair, strict=True)
    )


def _column(level: float, height: int) -> tuple[str, ...]:
    """Return a column, top to bottom, filled up to `level` (0 to 1) and never quite empty."""
    dots = ceil(level * 2 * height)
    rows = [BLOCKS[(dots - 2 * row >= 2, dots - 2 * row >= 1)] for row in reversed(range(height))]
    return (*rows[:-1], rows[-1] if dots else "▁")


def bar(level: float, width: int, height: int, side: Side | None = None) -> tuple[str, ...]:
    """Return a bar that fills from the left as time passes."""
    broad = max(width - 4, 1)
    line = bar_line(level, broad)
    thick = range(height // 3, max(height - height // 3, height // 3 + 1))
    return tuple((line if row in thick else "").ljust(broad).center(width)[:width] for row in range(height))


def bar_line(level: float, width: int) -> str:
    """Return a line filled from the left to `level` (0 to 1), exact to an eighth of a character."""
    eighths = round(level * width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (EIGHTHS[rest] if rest else "")).ljust(width)[:width]


def progress_line(level: float, width: int) -> str:
    """Return a thin line whose heavy part reaches to `level` (0 to 1), exact to half a character."""
    full, half = divmod(round(level * width * 2), 2)
    return ("━" * full + "╸" * half).ljust(width, "─")[:width]


SHAPES: dict[PacerShape, Shape] = {"disc": disc, "column": column, "feet": feet, "bar": bar}
