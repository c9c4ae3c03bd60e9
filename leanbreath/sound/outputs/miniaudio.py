"""Sound through miniaudio: the system's own sound server or device, asked in a callback."""

import os
from collections.abc import Generator
from typing import Any

import miniaudio

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import NoDevice, OutputName, Source
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.stderr import silence_stderr

BLOCK_MILLISECONDS = 40
BLOCKS = 10
"""So many blocks lie ready: a process that is stalled for less is not heard, and a pause is heard that much later."""

HELD_SECONDS = {"PulseAudio": 0.2}
"""What a sound system still holds when it asks for a block, as recorded at its monitor (`tests/bench`).

It is set 20 ms short, which is what the picture takes to be drawn.
"""


class Miniaudio:
    """The default output; `device` is a part of the name of the device to use, empty for the system's default."""

    name: OutputName = "miniaudio"
    failed = False

    def __init__(self, device: str = "") -> None:
        self._wish = device
        self._device: miniaudio.PlaybackDevice | None = None
        self.held_seconds: float | None = None
        self.about = "miniaudio"

    def start(self, source: Source) -> None:
        """Open the device and begin; raise `NoDevice` where there is none."""
        try:
            with silence_stderr():
                self._device = _open(_chosen(self._wish))
                feeder = _feed(source)
                next(feeder)
                self._device.start(feeder)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoDevice("no sound device was found") from error
        self.about = f"miniaudio, by {self._device.backend}"
        self.held_seconds = HELD_SECONDS.get(self._device.backend, (BLOCKS - 1) * BLOCK_MILLISECONDS / 1000)

    def close(self) -> None:
        """Stop and let the device go."""
        if self._device is not None:
            self._device.close()
            self._device = None


def devices() -> list[str]:
    """Return the names of the devices there are; raise `NoDevice` where there is no sound system."""
    try:
        with silence_stderr():
            return [each["name"] for each in _playbacks() if each["name"] != "NULL Playback Device"]
    except miniaudio.MiniaudioError as error:
        raise NoDevice("no sound system was found") from error


def _playbacks() -> list[dict[str, Any]]:
    return list(miniaudio.Devices().get_playbacks())


def _chosen(wish: str) -> Any:
    """Return the id of the first device whose name has the wish in it; None for the default."""
    if not wish:
        return None
    found = _playbacks()
    for each in found:
        if wish.lower() in each["name"].lower():
            return each["id"]
    names = ", ".join(each["name"] for each in found)
    raise NoDevice(f'there is no device "{wish}"; there are: {names}')


def _open(device_id: Any) -> miniaudio.PlaybackDevice:
    """Open a device; raise `MiniaudioError` where there is none but the one that plays nothing.

    PulseAudio's library takes the length of its buffer from the environment, and keeps one block otherwise.
    """
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(BLOCKS * BLOCK_MILLISECONDS))
    device = miniaudio.PlaybackDevice(
        miniaudio.SampleFormat.SIGNED16,
        2,
        RATE,
        buffersize_msec=BLOCK_MILLISECONDS,
        device_id=device_id,
        callback_periods=BLOCKS,
        app_name="leanbreath",
    )
    if device.backend == "Null":
        device.close()
        raise miniaudio.MiniaudioError("only the null device is there")
    return device


def _feed(source: Source) -> Generator[bytes, int, None]:
    """Yield the samples of each block asked for, as signed 16-bit numbers."""
    count = yield b""
    while True:
        count = yield to_pcm16(source.pull(count)).tobytes()
