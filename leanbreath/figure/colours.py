"""Colours of a picture, worked out from one for each kind of thing."""

from collections.abc import Mapping

from leanbreath.figure.picture import LEVELS, Mix
from leanbreath.figure.shapes import Tag

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

Palette = Mapping[Tag | None, Colour]
"""The colour of each kind; None is the background."""

DARK: Palette = {
    None: (18, 18, 18),
    "surroundings": (121, 121, 121),
    "far": (8, 74, 127),
    "body": (1, 120, 212),
    "near": (62, 155, 230),
    "breath": (78, 191, 113),
    "muscle": (255, 166, 43),
    "guide": (224, 224, 224),
}
"""The colours outside of a screen with a theme."""


def mixed(mix: Mix, palette: Palette) -> Colour:
    """Return the colour of a mix."""
    front, back = palette[mix.front], palette[mix.back]
    red, green, blue = (round(b + (f - b) * mix.level / LEVELS) for f, b in zip(front, back, strict=True))
    return red, green, blue
