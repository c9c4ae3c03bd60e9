"""The easing curve of everything that moves."""

from math import cos, pi


def ease(progress: float) -> float:
    """Return a raised cosine from 0 to 1, slow at either end, as progress goes from 0 to 1."""
    return (1.0 - cos(pi * min(max(progress, 0.0), 1.0))) / 2.0


def ease_there_and_back(progress: float) -> float:
    """Return the same curve from 0 to 1 and back to 0."""
    return ease(1.0 - abs(2.0 * progress - 1.0))
