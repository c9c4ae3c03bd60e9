"""The one curve of everything that moves or glides."""

from math import cos, pi


def ease(way: float) -> float:
    """Return the raised cosine of `way`, both from 0 to 1: slow at either end."""
    return (1.0 - cos(pi * min(max(way, 0.0), 1.0))) / 2.0
