"""Letters and digits that can be read from three metres: strokes drawn at any size, in half blocks."""

from functools import lru_cache
from itertools import pairwise
from math import floor
from typing import NamedTuple

from leanbreath.figure.camera import Camera
from leanbreath.figure.raster import half_block_rows, rasterise
from leanbreath.figure.shapes import Capsule
from leanbreath.routine.pose import Point
from leanbreath.text_width import centred

LETTER_WIDTH, LETTER_HEIGHT, LETTER_GAP, LINE_GAP, STROKE_RADIUS = 4.0, 6.0, 2.0, 3.0, 0.62
"""In units of the grid on which letters are drawn."""
PITCH = LETTER_WIDTH + LETTER_GAP
"""From one letter to the next."""

MIN_DOTS_HIGH, MIN_DOTS_WIDE = 4.9, 3.0
"""The fewest dots that make a legible letter."""

MIN_TALL, MAX_TALL = 0.8, 1.7
"""How much taller than on its grid a letter may be, so that a word fills the room that it is given."""

STROKES = {
    "0": "1.2,6 2.8,6 4,4.6 4,1.4 2.8,0 1.2,0 0,1.4 0,4.6 1.2,6",
    "1": "0.8,4.8 2.2,6 2.2,0 0.8,0 3.6,0",
    "2": "0,4.8 1.1,6 2.9,6 4,4.9 4,3.8 0,0 4,0",
    "3": "0,5.1 1.1,6 2.9,6 4,5 4,4 3,3.1 1.6,3.1 3,3.1 4,2.1 4,1 2.9,0 1.1,0 0,0.9",
    "4": "3.1,0 3.1,6 0,1.7 4.2,1.7",
    "5": "3.8,6 0.4,6 0.2,3.4 2.7,3.6 4,2.5 4,1.2 2.8,0 1.1,0 0,0.9",
    "6": "3.6,5.6 2.6,6 1.3,6 0,4.4 0,1.4 1.2,0 2.8,0 4,1.2 4,2.2 2.8,3.4 1.2,3.4 0,2.2",
    "7": "0,6 4,6 1.5,0",
    "8": "1,3 0,4 0,5.2 1,6 3,6 4,5.2 4,4 3,3 1,3 0,2 0,0.8 1,0 3,0 4,0.8 4,2 3,3",
    "9": "0.4,0.4 1.4,0 2.7,0 4,1.6 4,4.6 2.8,6 1.2,6 0,4.8 0,3.8 1.2,2.6 2.8,2.6 4,3.8",
    ":": "2,4.2 2,4.2;2,1.4 2,1.4",
    "-": "0.6,3 3.4,3",
    "'": "2,6 2,4.6",
    ".": "2,0 2,0",
    "/": "0.3,-0.3 3.7,6.3",
    "A": "0,0 2,6 4,0;0.8,2 3.2,2",
    "B": "0,0 0,6 2.7,6 3.7,5.2 3.7,4 2.7,3.2 0,3.2 2.9,3.2 4,2.2 4,1 2.9,0 0,0",
    "C": "4,4.9 2.9,6 1.3,6 0,4.6 0,1.4 1.3,0 2.9,0 4,1.1",
    "D": "0,0 0,6 2.4,6 4,4.4 4,1.6 2.4,0 0,0",
    "E": "4,6 0,6 0,0 4,0;0,3.1 3.2,3.1",
    "F": "4,6 0,6 0,0;0,3.1 3.2,3.1",
    "G": "4,4.9 2.9,6 1.3,6 0,4.6 0,1.4 1.3,0 2.9,0 4,1 4,2.8 2.4,2.8",
    "H": "0,0 0,6;4,0 4,6;0,3.1 4,3.1",
    "I": "2,0 2,6;0.8,0 3.2,0;0.8,6 3.2,6",
    "J": "3.4,6 3.4,1.3 2.3,0 1.2,0 0.2,1.1",
    "K": "0,0 0,6;4,6 0,2.4;1.3,3.5 4,0",
    "L": "0,6 0,0 4,0",
    "M": "0,0 0,6 2,2.8 4,6 4,0",
    "N": "0,0 0,6 4,0 4,6",
    "O": "1.2,6 2.8,6 4,4.6 4,1.4 2.8,0 1.2,0 0,1.4 0,4.6 1.2,6",
    "P": "0,0 0,6 2.8,6 4,5 4,3.8 2.8,2.8 0,2.8",
    "Q": "1.2,6 2.8,6 4,4.6 4,1.4 2.8,0 1.2,0 0,1.4 0,4.6 1.2,6;2.4,1.6 4.2,-0.4",
    "R": "0,0 0,6 2.8,6 4,5 4,3.8 2.8,2.8 0,2.8;1.9,2.8 4,0",
    "S": "3.9,5.1 2.9,6 1.1,6 0.1,5 0.1,4.1 1.1,3.3 2.9,2.8 4,1.9 4,1 2.9,0 1.1,0 0,0.9",
    "T": "0,6 4,6;2,6 2,0",
    "U": "0,6 0,1.4 1.2,0 2.8,0 4,1.4 4,6",
    "V": "0,6 2,0 4,6",
    "W": "0,6 0.9,0 2,4 3.1,0 4,6",
    "X": "0,0 4,6;0,6 4,0",
    "Y": "0,6 2,3 4,6;2,3 2,0",
    "Z": "0,6 4,6 0,0 4,0",
}
"""Each letter as lines through points; `;` lifts the pen."""


def is_drawable(text: str) -> bool:
    """Return whether every character of a text has strokes."""
    return bool(text.strip()) and all(letter == " " or letter in STROKES for letter in text.upper())


class Fit(NamedTuple):
    """How a text fills its room: its lines, the dots per unit of the grid across, and how much taller it is."""

    lines: tuple[str, ...]
    scale: float
    tall: float

    @property
    def is_legible(self) -> bool:
        """Whether its letters can be told apart."""
        wide, high = LETTER_WIDTH * self.scale, LETTER_HEIGHT * self.scale * self.tall
        return wide >= MIN_DOTS_WIDE and high >= MIN_DOTS_HIGH

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, in units of the grid."""
        return (len(self.lines) * (LETTER_HEIGHT + LINE_GAP) - LINE_GAP) * self.tall


@lru_cache(maxsize=256)
def fit_letters(text: str, columns: int, rows: int) -> Fit:
    """Return how a text becomes as large as fits, with one word per line if that is larger."""
    return max((_fit(lines, columns, rows) for lines in ((text,), tuple(text.split()))), key=_size)


def _fit(lines: tuple[str, ...], columns: int, rows: int) -> Fit:
    by_height = 2 * rows / (len(lines) * (LETTER_HEIGHT + LINE_GAP) - LINE_GAP + 2 * STROKE_RADIUS)
    scale = _whole_pitch(min(columns / max(map(letters_width, lines)), by_height / MIN_TALL))
    return Fit(lines, scale, min(by_height / scale, MAX_TALL))


def _whole_pitch(scale: float) -> float:
    """Return the next smaller scale at which letters follow each other by whole dots, so that all are equally sharp."""
    return max(floor(scale * PITCH), 1) / PITCH


def _size(fit: Fit) -> float:
    return fit.scale**2 * fit.tall


def letters_width(text: str) -> float:
    """Return how wide a line of letters is, in units of the grid."""
    return len(text) * PITCH - LETTER_GAP + 2 * STROKE_RADIUS


@lru_cache(maxsize=256)
def draw_letters(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return a text as large as fits; as plain text if it can't be drawn."""
    if columns < 1 or rows < 1:
        return ("",) * max(rows, 0)
    if not is_drawable(text):
        return _plain_text(text, columns, rows)
    fit = fit_letters(text, columns, rows)
    if not fit.is_legible:
        return _plain_text(text, columns, rows)
    camera = Camera(_middle(fit, columns), -fit.height / 2 - rows / fit.scale, fit.scale, columns, 2 * rows)
    strokes = [stroke for place, line in enumerate(fit.lines) for stroke in line_strokes(line.upper(), place, fit.tall)]
    return half_block_rows(rasterise(tuple(strokes), camera), columns)


def _middle(fit: Fit, columns: int) -> float:
    """Return what to look at so that the first stem of the longest line lies in the middle of a column of dots."""
    stem = columns / 2 + (STROKE_RADIUS - max(map(letters_width, fit.lines)) / 2) * fit.scale
    return (stem - floor(stem) - 0.5) / fit.scale


def line_strokes(line: str, place: int, tall: float = 1.0) -> list[Capsule]:
    """Return the strokes of a centred line, `place` lines below the first, in units of the grid."""
    left = STROKE_RADIUS - letters_width(line) / 2
    low = -LETTER_HEIGHT - place * (LETTER_HEIGHT + LINE_GAP)
    return [
        stroke for index, each in enumerate(line) for stroke in _letter_strokes(each, left + index * PITCH, low, tall)
    ]


def _letter_strokes(letter: str, left: float, low: float, tall: float) -> list[Capsule]:
    found = []
    for line in STROKES.get(letter, "").split(";"):
        pairs = (pair.partition(",") for pair in line.split())
        points = [Point(float(x) + left, (float(y) + low) * tall) for x, _, y in pairs]
        found += [Capsule(one, STROKE_RADIUS, other, STROKE_RADIUS) for one, other in pairwise(points)]
    return found


def _plain_text(text: str, columns: int, rows: int) -> tuple[str, ...]:
    middle = (rows - 1) // 2
    return tuple(centred(text if row == middle else "", columns) for row in range(rows))
