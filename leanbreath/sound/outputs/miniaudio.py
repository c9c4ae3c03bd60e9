"""Sound through miniaudio: the system's own sound server or device, asked in a callback."""

from collections.abc import Generator

import miniaudio
import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import Fill, NoDevice

BLOCK_MILLISECONDS = 200
"""Half of it can be lost to a stalled process before it is heard; a pause is heard at most so much later."""

BLOCKS = 2
HELD_SECONDS = {"PulseAudio": 0.09}
"""What a sound system still holds when it asks for a block, as recorded at its monitor (`tests/bench`).

It is set 20 ms short, which is what the picture takes to be drawn.
"""


class Miniaudio:
    """The default output."""

    name = "miniaudio"

    def __init__(self) -> None:
        self._device: miniaudio.PlaybackDevice | None = None
        self.held_seconds = 0.0

    def start(self, fill: Fill) -> None:
        """Open the default device and begin; raise `NoDevice` where there is none."""
        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                2,
                RATE,
                buffersize_msec=BLOCK_MILLISECONDS,
                callback_periods=BLOCKS,
                app_name="leanbreath",
            )
        except miniaudio.MiniaudioError as error:
            raise NoDevice("no sound device was found") from error
        if device.backend == "Null":
            device.close()
            raise NoDevice("no sound device was found")
        self.held_seconds = HELD_SECONDS.get(device.backend, (BLOCKS - 1) * BLOCK_MILLISECONDS / 1000)
        feeder = _feed(fill)
        next(feeder)
        self._device = device
        try:
            device.start(feeder)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoDevice("the sound device did not start") from error

    def close(self) -> None:
        """Stop and let the device go."""
        if self._device is not None:
            self._device.close()
            self._device = None


def _feed(fill: Fill) -> Generator[bytes, int, None]:
    """Yield the samples of each block asked for, as signed 16-bit numbers."""
    count = yield b""
    while True:
        block = fill(count)
        count = yield np.rint(np.clip(block, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
