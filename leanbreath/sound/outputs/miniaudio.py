"""Sound through miniaudio: the system's own sound server or device, which pulls frames in a callback."""

import os
from collections.abc import Generator
from typing import Any, Literal

from leanbreath.score.score import RATE
from leanbreath.sound.outputs import MISSING_FIX, NoDevice, OutputName, PullSource
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.stderr import silence_stderr

try:
    import miniaudio
except (ImportError, OSError) as error:  # on processors without a ready-made package it may not be installed
    raise NoDevice(f"the package miniaudio can't be used ({error}); {MISSING_FIX}") from error

BLOCK_MILLISECONDS = 40
BLOCKS = 10
"""So many blocks are buffered: a shorter stall of the process is not heard, and a pause is heard that much later."""

LATENCY_SECONDS = {"PulseAudio": 0.22}
"""What a sound system still holds when it asks for a block, as recorded at its monitor (`tests/bench`)."""


class Miniaudio:
    """The default output; `device` is part of the name of the device to use, empty for the system's default."""

    kind: Literal["pull"] = "pull"
    name: OutputName = "miniaudio"
    underruns = 0  # it doesn't say

    def __init__(self, device: str = "") -> None:
        self._device_name = device
        self._device: miniaudio.PlaybackDevice | None = None
        self.latency_seconds = 0.0
        self.description = "miniaudio"

    def start(self, source: PullSource) -> None:
        """Open the device and begin to play; raise `NoDevice` if there is none."""
        try:
            with silence_stderr():
                self._device = _open(_device_id(self._device_name))
                feeder = _feed(source)
                next(feeder)
                self._device.start(feeder)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoDevice("no sound device was found") from error
        self.description = f"miniaudio via {self._device.backend}"
        self.latency_seconds = LATENCY_SECONDS.get(self._device.backend, (BLOCKS - 1) * BLOCK_MILLISECONDS / 1000)

    def close(self) -> None:
        """Stop and close the device."""
        if self._device is not None:
            self._device.close()
            self._device = None


def device_names() -> list[str]:
    """Return the names of the devices; raise `NoDevice` if there is no sound system."""
    try:
        with silence_stderr():
            return [each["name"] for each in _playbacks() if each["name"] != "NULL Playback Device"]
    except miniaudio.MiniaudioError as error:
        raise NoDevice("no sound system was found") from error


def _playbacks() -> list[dict[str, Any]]:
    return list(miniaudio.Devices().get_playbacks())


def _device_id(name: str) -> Any:
    """Return the id of the first device whose name contains `name`; None for the default."""
    if not name:
        return None
    devices = _playbacks()
    for device in devices:
        if name.lower() in device["name"].lower():
            return device["id"]
    names = ", ".join(device["name"] for device in devices)
    raise NoDevice(f'no device "{name}"; devices: {names}')


def _open(device_id: Any) -> miniaudio.PlaybackDevice:
    """Open a device; raise `MiniaudioError` if there is only the null device.

    PulseAudio's library reads the length of its buffer from the environment, and would buffer a single block otherwise.
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
        raise miniaudio.MiniaudioError("there is only the null device")
    return device


def _feed(source: PullSource) -> Generator[bytes, int, None]:
    """Yield the signed 16-bit samples of each block asked for."""
    count = yield b""
    while True:
        count = yield to_pcm16(source.pull(count)).tobytes()
