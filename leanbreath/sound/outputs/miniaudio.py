"""Sound through miniaudio: the system's own sound server or device, asked in a callback."""

import os
from collections.abc import Generator

import miniaudio
import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import Fill, NoDevice
from leanbreath.sound.quiet import quiet_errors

BLOCK_MILLISECONDS = 40
BLOCKS = 10
"""So many blocks lie ready: a process that is stalled for less is not heard, and a pause is heard that much later."""

HELD_SECONDS = {"PulseAudio": 0.2}
"""What a sound system still holds when it asks for a block, as recorded at its monitor (`tests/bench`).

It is set 20 ms short, which is what the picture takes to be drawn.
"""


class Miniaudio:
    """The default output."""

    def __init__(self) -> None:
        self._device: miniaudio.PlaybackDevice | None = None
        self.held_seconds = 0.0

    def start(self, fill: Fill) -> None:
        """Open the default device and begin; raise `NoDevice` where there is none."""
        try:
            with quiet_errors():
                self._device = _open()
                feeder = _feed(fill)
                next(feeder)
                self._device.start(feeder)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoDevice("no sound device was found") from error
        self.held_seconds = HELD_SECONDS.get(self._device.backend, (BLOCKS - 1) * BLOCK_MILLISECONDS / 1000)

    def close(self) -> None:
        """Stop and let the device go."""
        if self._device is not None:
            self._device.close()
            self._device = None


def _open() -> miniaudio.PlaybackDevice:
    """Open the default device; raise `MiniaudioError` where there is none but the one that plays nothing.

    PulseAudio's library takes the length of its buffer from the environment, and keeps one block otherwise.
    """
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(BLOCKS * BLOCK_MILLISECONDS))
    device = miniaudio.PlaybackDevice(
        miniaudio.SampleFormat.SIGNED16,
        2,
        RATE,
        buffersize_msec=BLOCK_MILLISECONDS,
        callback_periods=BLOCKS,
        app_name="leanbreath",
    )
    if device.backend == "Null":
        device.close()
        raise miniaudio.MiniaudioError("only the null device is there")
    return device


def _feed(fill: Fill) -> Generator[bytes, int, None]:
    """Yield the samples of each block asked for, as signed 16-bit numbers."""
    count = yield b""
    while True:
        block = fill(count)
        count = yield np.rint(np.clip(block, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
