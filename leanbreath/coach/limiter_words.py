"""Limiters in words."""

from leanbreath.routine.vocabulary import Limiter

LIMITERS: dict[Limiter, str] = {
    "calves": "calves",
    "hip-flexors": "front of the hips",
    "lower-abdomen": "lower belly",
    "core-stiff": "stiff core",
    "head": "head and eyes",
    "hip-extensors": "back of the hips",
    "arms": "arms",
    "lean-skill": "the lean itself",
}


def limiter_words(limiter: Limiter) -> str:
    """Return a limiter in words: `front of the hips`."""
    return LIMITERS[limiter]
