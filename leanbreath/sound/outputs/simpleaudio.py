"""Sound through simpleaudio: it plays whole buffers, so the session is played in stretches, each exact in itself."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from threading import Event, Thread
from typing import Any

import numpy as np

from leanbreath.score.score import RATE
from leanbreath.sound.comfort_noise import comfort_noise
from leanbreath.sound.outputs import NoDevice, OutputName, Source
from leanbreath.sound.outputs.chunks import Samples, begins_silent, stretch
from leanbreath.sound.pcm import to_pcm16
from leanbreath.sound.stderr import silence_stderr

PACKAGES = ("simpleaudio", "simpleaudio-patched")

LEAD_SECONDS = 0.05
"""How long after a change the changed frames are begun: so long it takes to mix them."""

OPENING, CLOSE = RATE // 800, RATE // 400
"""How many frames go by while a device is opened, at whose end it plays; and how many more or less are in time."""

TRIES = 3
SHORTEST_SECONDS = 0.1
AHEAD_SECONDS = 1.0
LOOK_SECONDS = 0.005


class Simpleaudio:
    """The output that the package simpleaudio gives; it follows the session's time, after `pre_roll` seconds."""

    name: OutputName = "simpleaudio"
    held_seconds: float | None = None
    about = "simpleaudio"

    def __init__(self, pre_roll: float = 0.0) -> None:
        self._pre_roll = max(pre_roll, SHORTEST_SECONDS)
        self._closed = Event()
        self._thread: Thread | None = None
        self._player: _Player | None = None

    def start(self, source: Source) -> None:
        """Try the device, and begin; raise `NoDevice` where simpleaudio, or a device, is missing."""
        module = _module()
        try:
            with silence_stderr():
                module.play_buffer(to_pcm16(comfort_noise(round(self._pre_roll * RATE))), 2, 2, RATE).wait_done()
        except Exception as error:  # it raises an exception of its C part, which has no name outside of it
            raise NoDevice(f"simpleaudio found no device: {error}") from error
        self._player = _Player(module, source, self._closed)
        self._thread = Thread(target=self._player.run, name="simpleaudio", daemon=True)
        self._thread.start()

    @property
    def failed(self) -> bool:
        """Whether the device has broken off."""
        return self._player is not None and self._player.failed

    def close(self) -> None:
        """Stop playing."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join(timeout=1)


class _Player:
    """Keeps the stretch that is to be heard playing."""

    def __init__(self, module: Any, source: Source, closed: Event) -> None:
        self._module, self._source, self._closed = module, source, closed
        self._samples: Samples = np.zeros((0, 2), np.int16)
        self._first = 0
        self._playing: Any = None
        self.failed = False

    def run(self) -> None:
        """Play until it is closed, or the device breaks off."""
        version = None
        while not self._closed.wait(LOOK_SECONDS) and not self.failed:
            end = self._first + len(self._samples)
            left = end - self._source.heard()
            if (now := self._source.version()) != version:
                version = now
                self._change(self._source.heard() + round(LEAD_SECONDS * RATE))
            elif left < AHEAD_SECONDS * RATE:
                self._follow(end)
            elif self._playing is not None and not self._playing.is_playing():
                self.failed = True
        self._stop()

    def _change(self, first: int) -> None:
        """Play on from a frame what is to be heard now, unless it is what is playing."""
        samples = stretch(self._source, first, least=0)  # in time, and then further
        rest = self._samples[max(first - self._first, 0) :]
        if first >= self._first and len(rest) and np.array_equal(rest, samples[: len(rest)]):
            return
        self._begin(first, samples, stop=True)

    def _follow(self, first: int) -> None:
        self._begin(first, stretch(self._source, first), stop=False)

    def _begin(self, first: int, samples: Samples, stop: bool) -> None:
        """Begin a stretch so that its first frame is heard in its time; what comes too late is left out."""
        version = self._source.version()
        while (early := first - OPENING - self._source.heard()) > 0:
            if self._closed.is_set() or self._source.version() != version:
                return
            self._closed.wait(min(early / RATE / 2, LOOK_SECONDS) if early > RATE // 500 else 0)
        if stop:
            self._stop()
        self._first, self._samples = first, samples
        for _ in range(TRIES):
            if self._in_time(first, samples):
                return
            self._stop()
        self._in_time(first, samples)

    def _in_time(self, first: int, samples: Samples) -> bool:
        """Begin a stretch with what is to be heard now; return False where it came late and can be begun once more."""
        skipped = max(self._source.heard() - first + OPENING, 0)
        left = samples[skipped:]
        if not left.any():
            if not self._source.stands(first + skipped):
                self._playing = None
                return True
            left = to_pcm16(comfort_noise(len(left)))
        self._playing = self._played(left)
        away = self._source.heard() - first - skipped
        return abs(away) <= CLOSE or self.failed or not begins_silent(left)

    def _played(self, samples: Samples) -> Any:
        try:
            with silence_stderr():
                return self._module.play_buffer(np.ascontiguousarray(samples), 2, 2, RATE)
        except Exception:  # it raises an exception of its C part, which has no name outside of it
            self.failed = True
            return None

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None


def _module() -> Any:
    """Return simpleaudio; raise `NoDevice` where it is missing, or would crash this Python."""
    if reason := missing(sys.version_info[:2], installed()):
        raise NoDevice(reason)
    return import_module("simpleaudio")


def missing(python: tuple[int, int], installed: Mapping[str, str]) -> str:
    """Return why simpleaudio cannot be used on a Python and what would help, or an empty text.

    `installed` holds the versions of its packages.
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
