"""The pacer's shapes, as rows of half blocks; the table of kinds gives each kind of work its shape.

No shape looks like a digit, since a number stands near it: a disc breathes, a dot runs along a track, a ring fills.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from math import atan2, floor, hypot, pi, sqrt

from leanbreath.figure.picture import Rows, Run
from leanbreath.figure.raster import HALVES
from leanbreath.score.kinds import PacerShape

Shape = Callable[[float, int, int], Rows]

BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
MIN_RADIUS_SHARE = 0.25
"""The radius of the disc when the lungs are empty, as a share of the largest, so that it never vanishes."""

RING_SHARE, MIN_RING = 0.16, 1.6
"""How thick a ring is, as a share of its radius, and at least, in dots."""

DOT_HIGH, DOT_WIDE = 3, 5
"""The rows and columns of the dot on a track with room for it."""

DOT = (" ▄▄▄ ", "█████", " ▀▀▀ ")
SMALL_DOT = "███"


def draw_pacer(shape: PacerShape, level: float, width: int, height: int) -> Rows:
    """Return a shape as `height` rows of `width` characters; `level` goes from 0 to 1."""
    if width < 1 or height < 1:
        return ((),) * max(height, 0)
    return SHAPES[shape](min(max(level, 0.0), 1.0), width, height)


def disc(level: float, width: int, height: int) -> Rows:
    """Return a disc that grows with the breath."""
    largest = min(width / 2, height)
    radius = largest * (MIN_RADIUS_SHARE + (1 - MIN_RADIUS_SHARE) * level)
    halves = [_half_width(row, height, radius) for row in range(2 * height)]
    return tuple((Run(_row(halves[2 * row], halves[2 * row + 1], width), "pacer"),) for row in range(height))


def _half_width(row: int, height: int, radius: float) -> int:
    """Return how many columns the disc reaches from its centre, on a row of dots."""
    away = abs(row + 0.5 - height)
    return round(sqrt(radius**2 - away**2)) if away < radius else 0


def _row(upper: int, lower: int, width: int) -> str:
    """Return a row of text whose upper and lower dots reach this far from the centre."""
    inner, outer = sorted((upper, lower))
    edge = BLOCKS[(upper > lower, lower > upper)] * (outer - inner)
    return (edge + "█" * (2 * inner) + edge).center(width)


def track(level: float, width: int, height: int) -> Rows:
    """Return a dot on a level track, at the left end at 0 and at the right end at 1."""
    dot = DOT if height >= DOT_HIGH and width > 2 * DOT_WIDE else (SMALL_DOT[:width],)
    free = width - len(dot[0])
    left = round(level * free)
    above = (height - len(dot)) // 2
    rows = [_track_row(each, left, free, is_middle=index == len(dot) // 2) for index, each in enumerate(dot)]
    empty = (Run(" " * width, None),)
    return (*(empty,) * above, *rows, *(empty,) * (height - above - len(dot)))


def _track_row(dot: str, left: int, free: int, is_middle: bool) -> tuple[Run, ...]:
    """Return a row of the dot with the track on either side of it."""
    line = "━" if is_middle else " "
    return Run(line * left, "track"), Run(dot, "pacer"), Run(line * (free - left), "track")


def ring(level: float, width: int, height: int) -> Rows:
    """Return a ring that fills clockwise from its top."""
    return _ring(round(level * ring_steps(width, height)), width, height)


def ring_steps(width: int, height: int) -> int:
    """Return how many pictures of a ring differ."""
    return max(floor(4 * pi * ring_radius(width, height)), 1)


def ring_radius(width: int, height: int) -> float:
    """Return the outer radius of a ring in dots, which are as wide as a character and half as high."""
    return min(width / 2, float(height))


def ring_hole(width: int, height: int) -> float:
    """Return the radius of what a ring leaves free, in dots."""
    radius = ring_radius(width, height)
    return radius - max(radius * RING_SHARE, MIN_RING)


@lru_cache(maxsize=512)
def _ring(step: int, width: int, height: int) -> Rows:
    turns = _ring_turns(width, height)
    passed = step / ring_steps(width, height)
    return tuple(_ring_row(turns[2 * row], turns[2 * row + 1], passed) for row in range(height))


@lru_cache(maxsize=16)
def _ring_turns(width: int, height: int) -> tuple[tuple[float | None, ...], ...]:
    """Return for each dot how far round the ring it lies (0 to 1), None off the ring."""
    outer, inner = ring_radius(width, height), ring_hole(width, height)
    rows = []
    for y in range(2 * height):
        away = [(x + 0.5 - width / 2, y + 0.5 - height) for x in range(width)]
        rows.append(
            tuple(atan2(-dx, dy) / (2 * pi) + 0.5 if inner <= hypot(dx, dy) <= outer else None for dx, dy in away)
        )
    return tuple(rows)


def _ring_row(upper: tuple[float | None, ...], lower: tuple[float | None, ...], passed: float) -> tuple[Run, ...]:
    cells = []
    for pair in zip(upper, lower, strict=True):
        turns = [turn for turn in pair if turn is not None]
        tag = None if not turns else "pacer" if min(turns) < passed else "track"
        cells.append((HALVES[pair[0] is not None][pair[1] is not None], tag))
    return tuple(
        Run("".join(letter for letter, _ in run), tag) for tag, run in groupby(cells, key=lambda cell: cell[1])
    )


def progress_line(level: float, width: int) -> str:
    """Return a thin line whose heavy part reaches to `level` (0 to 1), exact to half a character."""
    full, half = divmod(round(level * width * 2), 2)
    return ("━" * full + "╸" * half).ljust(width, "─")[:width]


SHAPES: dict[PacerShape, Shape] = {"disc": disc, "track": track, "ring": ring}
