"""16-bit samples, which every output and every file takes."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.sound.mixer import Block


def to_pcm16(block: Block) -> NDArray[np.int16]:
    """Return a block as signed 16-bit samples, clipped."""
    return np.clip(np.rint(block * 32_768), -32_768, 32_767).astype(np.int16)
