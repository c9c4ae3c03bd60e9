"""Sound through simpleaudio: it plays whole buffers, so it is pushed chunks, each exact to the sample."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from threading import Event, Thread
from typing import Any, Literal

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.comfort_noise import comfort_noise
from leanbreath.sound.outputs import NoDevice, OutputName, PushSource
from leanbreath.sound.outputs.chunks import Samples, can_restart, next_chunk
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.stderr import silence_stderr

PACKAGES = ("simpleaudio", "simpleaudio-patched")

MIXING_SECONDS = 0.05
"""How long after a change the changed frames begin: mixing them takes that long."""

OPENING_FRAMES = RATE // 800
"""How many frames pass while a device is opened; it plays from their end on."""

TOLERANCE_FRAMES = RATE // 400
"""How early or late a chunk may begin."""

STARTS = 3
"""How often a chunk that begins late is started again, at most."""

SHORTEST_SECONDS = 0.1
AHEAD_SECONDS = 1.0
POLL_SECONDS = 0.005


class Simpleaudio:
    """The output of the package simpleaudio; it plays in time with the session, after `pre_roll_seconds`."""

    kind: Literal["push"] = "push"
    name: OutputName = "simpleaudio"
    description = "simpleaudio"

    def __init__(self, pre_roll_seconds: float = 0.0) -> None:
        self._pre_roll_seconds = max(pre_roll_seconds, SHORTEST_SECONDS)
        self._closed = Event()
        self._thread: Thread | None = None
        self._player: _ChunkPlayer | None = None

    def start(self, source: PushSource) -> None:
        """Try the device, and begin to play; raise `NoDevice` if simpleaudio or a device is missing."""
        module = _module()
        noise = to_pcm16(comfort_noise(round(self._pre_roll_seconds * RATE)))
        try:
            with silence_stderr():
                module.play_buffer(noise, 2, 2, RATE).wait_done()
        except Exception as error:  # it raises an exception of its C part, which has no name outside of it
            raise NoDevice(f"simpleaudio found no device: {error}") from error
        self._player = _ChunkPlayer(module, source, self._closed)
        self._thread = Thread(target=self._player.run, name="simpleaudio", daemon=True)
        self._thread.start()

    @property
    def is_lost(self) -> bool:
        """Whether the device is lost."""
        return self._player is not None and self._player.is_lost

    def close(self) -> None:
        """Stop playing."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join(timeout=1)


class _ChunkPlayer:
    """Keeps the chunk playing that should be heard."""

    def __init__(self, module: Any, source: PushSource, closed: Event) -> None:
        self._module, self._source, self._closed = module, source, closed
        self._samples: Samples = np.zeros((0, 2), np.int16)
        self._first = 0
        self._playing: Any = None
        self.is_lost = False

    def run(self) -> None:
        """Play until the output is closed or the device is lost."""
        version = None
        while not self._closed.wait(POLL_SECONDS) and not self.is_lost:
            end = self._first + len(self._samples)
            left = end - self._source.heard_frame()
            if (now := self._source.version()) != version:
                version = now
                self._replace(self._source.heard_frame() + round(MIXING_SECONDS * RATE))
            elif left < AHEAD_SECONDS * RATE:
                self._play(end, next_chunk(self._source, end), stop=False)
            elif self._playing is not None and not self._playing.is_playing():
                self.is_lost = True
        self._stop()

    def _replace(self, first: int) -> None:
        """Play what should be heard from a frame on, unless it is playing already."""
        samples = next_chunk(self._source, first, least=0)  # a short chunk is mixed in time; longer ones follow
        rest = self._samples[max(first - self._first, 0) :]
        if first >= self._first and len(rest) and np.array_equal(rest, samples[: len(rest)]):
            return
        self._play(first, samples, stop=True)

    def _play(self, first: int, samples: Samples, stop: bool) -> None:
        """Play a chunk so that its first frame is heard in time; frames that come too late are left out."""
        version = self._source.version()
        while (early := first - OPENING_FRAMES - self._source.heard_frame()) > 0:
            if self._closed.is_set() or self._source.version() != version:
                return
            self._closed.wait(min(early / RATE / 2, POLL_SECONDS) if early > RATE // 500 else 0)
        if stop:
            self._stop()
        self._first, self._samples = first, samples
        for _ in range(STARTS):
            if self._starts_in_time(first, samples):
                return
            self._stop()
        self._starts_in_time(first, samples)

    def _starts_in_time(self, first: int, samples: Samples) -> bool:
        """Start a chunk at what should be heard now; return False if it began late and can be restarted."""
        skipped = max(self._source.heard_frame() - first + OPENING_FRAMES, 0)
        left = samples[skipped:]
        if not left.any():
            if not self._source.stands_still(first + skipped):
                self._playing = None
                return True
            left = to_pcm16(comfort_noise(len(left)))
        self._playing = self._start(left)
        late = self._source.heard_frame() - first - skipped
        return abs(late) <= TOLERANCE_FRAMES or self.is_lost or not can_restart(left)

    def _start(self, samples: Samples) -> Any:
        try:
            with silence_stderr():
                return self._module.play_buffer(np.ascontiguousarray(samples), 2, 2, RATE)
        except Exception:  # it raises an exception of its C part, which has no name outside of it
            self.is_lost = True
            return None

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None


def _module() -> Any:
    """Return the module simpleaudio; raise `NoDevice` if it is missing or would crash this Python."""
    if reason := unusable_reason(sys.version_info[:2], installed()):
        raise NoDevice(reason)
    return import_module("simpleaudio")


def unusable_reason(python: tuple[int, int], installed: Mapping[str, str]) -> str:
    """Return why simpleaudio cannot be used on a Python and how to fix that, or an empty text.

    `installed` maps its packages to their versions.
    """
    original = installed.get("simpleaudio")
    if original and python >= (3, 12):
        return (
            f"simpleaudio {original} crashes Python {python[0]}.{python[1]}; replace it with  "
            "pip uninstall simpleaudio  and  pip install 'leanbreath[simpleaudio]'"
        )
    if not installed:
        return "simpleaudio is missing; install it with  pip install 'leanbreath[simpleaudio]'"
    return ""


def installed() -> dict[str, str]:
    """Return the versions of the packages of simpleaudio that are installed."""
    found = {}
    for package in PACKAGES:
        with suppress(PackageNotFoundError):
            found[package] = version(package)
    return found
