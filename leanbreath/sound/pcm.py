"""What every output and every file is given: 16 bits a sample."""

import numpy as np
from numpy.typing import NDArray

from leanbreath.sound.mixer import Block


def sixteen_bits(block: Block) -> NDArray[np.int16]:
    """Return a block as signed 16-bit samples; what would not fit is cut off."""
    return np.clip(np.rint(block * 32_768), -32_768, 32_767).astype(np.int16)
