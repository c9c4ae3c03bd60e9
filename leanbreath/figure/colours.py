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
    "surroundings": (112, 89, 56),
    "far": (9, 71, 119),
    "body": (1, 120, 212),
    "near": (87, 165, 226),
    "breath": (78, 191, 113),
    "muscle": (254, 166, 43),
    "guide": (224, 224, 224),
}
"""The colours outside of a screen with a theme."""


def mixed(mix: Mix, palette: Palette) -> Colour:
    """Return the colour of a mix."""
    front, back = palette[mix.front], palette[mix.back]
    red, green, blue = (round(b + (f - b) * mix.level / LEVELS) for f, b in zip(front, back, strict=True))
    return red, green, blue
