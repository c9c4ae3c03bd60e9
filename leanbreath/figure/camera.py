"""The camera: from centimetres to the dots of a picture."""

from typing import NamedTuple

from leanbreath.figure.shapes import Box
from leanbreath.routine.pose import Point

DOTS = 4
"""The height of a character in dots."""

BOTTOM_SHARE = 0.4
"""The share of the spare height that lies below a picture."""


class Camera(NamedTuple):
    """A mapping from centimetres to `width` by `height` dots: the middle, the lower edge, and dots per centimetre.

    A character is `cell` dots high and half as wide.
    """

    middle: float
    low: float
    scale: float
    width: int
    height: int
    cell: int = DOTS

    def with_cell(self, cell: int) -> "Camera":
        """Return the camera for the same picture in characters of so many dots."""
        width, height = self.width * cell // self.cell, self.height * cell // self.cell
        return Camera(self.middle, self.low, self.scale * cell / self.cell, width, height, cell)

    def dot(self, point: Point) -> Point:
        """Return a point in dots from the upper left corner."""
        return Point(
            self.width / 2 + (point.x - self.middle) * self.scale, self.height - (point.y - self.low) * self.scale
        )


def fit_camera(box: Box, columns: int, rows: int, cell: int = DOTS, floor: int = 0) -> Camera:
    """Return the camera that shows a box of centimetres, `floor` dots above the bottom, as large as it fits."""
    left, low, right, high = box
    width, height = columns * cell // 2, rows * cell
    scale = min(width / max(right - left, 1.0), (height - floor) / max(high - low, 1.0))
    below = floor + round((height - floor - (high - low) * scale) * BOTTOM_SHARE / cell) * cell
    return Camera((left + right) / 2, low - below / scale, scale, width, height, cell)
