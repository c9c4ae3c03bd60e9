"""The volume: louder, quieter and mute, faded so that nothing clicks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leanbreath.sound.volume_range import LOUDEST_DB, SOFTEST_DB, STEP_DB

if TYPE_CHECKING:
    from leanbreath.sound.mixer import Block


@dataclass
class Fader:
    """A volume in dB and a mute; `apply` reaches them within one block."""

    volume_db: int = 0
    muted: bool = False
    _gain: float = 1.0

    def __post_init__(self) -> None:
        self._gain = self.gain

    def louder(self) -> None:
        """Go one step up and unmute."""
        self.muted = False
        self.volume_db = min(self.volume_db + STEP_DB, LOUDEST_DB)

    def quieter(self) -> None:
        """Go one step down."""
        self.volume_db = max(self.volume_db - STEP_DB, SOFTEST_DB)

    def mute(self) -> None:
        """Mute or unmute."""
        self.muted = not self.muted

    @property
    def gain(self) -> float:
        """The factor of volume and mute."""
        return 0.0 if self.muted else float(10 ** (self.volume_db / 20))

    def at_volume(self, block: Block) -> Block:
        """Return a block at the current volume, without a fade."""
        import numpy as np

        return block if self.gain == 1.0 else block * np.float32(self.gain)

    def apply(self, block: Block) -> Block:
        """Return a block faded to the current volume; at 0 dB the block itself."""
        before, self._gain = self._gain, self.gain
        if before == self._gain == 1.0:
            return block
        return block * _ramp(before, self._gain, block)


def _ramp(before: float, after: float, block: Block) -> Block:
    """Return a gain for each frame of a block, linear from one value to the other."""
    import numpy as np  # imported here so that the first frame does not wait for numpy

    return np.linspace(before, after, len(block), dtype=np.float32)[:, None]
