"""Thirteen small sounds that differ in every sample, so that no two mixes agree by chance."""

from typing import get_args

import numpy as np

from leanbreath.score.score import Sound
from leanbreath.sound.sound_bank import SoundBank

LONGEST = 30_000


def _noise(number: int, name: str) -> np.ndarray:
    random = np.random.default_rng(number)
    length = LONGEST if name == "inhale" else int(random.integers(200, LONGEST))
    return (random.integers(-999, 999, (length, 2)) / np.float32(9999)).astype(np.float32)


NOISES = {name: _noise(number, name) for number, name in enumerate(get_args(Sound))}
KIT = SoundBank(NOISES)
