"""Private sound servers, PulseAudio and PipeWire, with a null sink whose monitor records what is played.

Two recorders listen at once where a test compares every frame: on a busy machine a recorder may lose frames, but what
both of them miss was not played.
"""

import os
import signal
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Literal

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
FRAME_BYTES = 4
START_SECONDS = 20
NICE = -11
"""The niceness that PulseAudio asks for; a desktop's sound server has real-time priority on top of that."""

ServerName = Literal["pulseaudio", "pipewire"]
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Recording:
    """What the monitor heard, and how many frames had arrived at which second."""

    def __init__(self, environment: dict[str, str], sink: str, milliseconds: int) -> None:
        command = ["parec", f"--device={sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=2"]
        command += [f"--latency-msec={milliseconds}"]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, preexec_fn=_prefer)
        self._blocks: list[bytes] = []
        self.arrivals: list[tuple[float, int]] = []
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        total = 0
        while block := os.read(self._process.stdout.fileno(), 65536):
            total += len(block)
            self._blocks.append(block)
            self.arrivals.append((monotonic(), total // FRAME_BYTES))

    def stop(self) -> NDArray[np.int16]:
        """Stop recording and return everything: signed 16-bit, shape (frames, 2)."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()
        raw = b"".join(self._blocks)
        return np.frombuffer(raw[: len(raw) // FRAME_BYTES * FRAME_BYTES], dtype="<i2").reshape(-1, 2)


class SoundServer(ABC):
    """A server in a folder of its own; programs started with `environment` use it."""

    name: ServerName

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        homes = ("HOME", "PULSE_RUNTIME_PATH", *(f"XDG_{each}" for each in XDG_FOLDERS))
        self._bus = f"unix:path={folder}/bus"
        ours = {key: value for key, value in os.environ.items() if not key.startswith(("PULSE_", "PIPEWIRE_"))}
        self.environment = {**ours, **dict.fromkeys(homes, str(folder)), "DBUS_SESSION_BUS_ADDRESS": self._bus}
        self._processes: list[subprocess.Popen[bytes]] = []

    @property
    @abstractmethod
    def commands(self) -> tuple[tuple[str, ...], ...]:
        """The programs that make up the server, in the order they start."""

    def start(self) -> None:
        """Start the server, and wait until it has a sink `cap` as its default."""
        for command in self.commands:
            self._processes.append(subprocess.Popen(command, env=self.environment, preexec_fn=_prefer, **QUIET))
        self.add_sink("cap", START_SECONDS)

    def stop(self) -> None:
        """Kill the server."""
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        self._processes.clear()

    def hang(self) -> None:
        """Let the server answer nothing more."""
        for process in self._processes:
            process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a server that hangs answer again."""
        for process in self._processes:
            process.send_signal(signal.SIGCONT)

    def add_sink(self, name: str, seconds: float = 5, description: str = "") -> str:
        """Add a null sink and make it the default; return the number that removes it with `unload-module`."""
        properties = [f"sink_properties=device.description={description}"] * bool(description)
        sink = "module-null-sink", f"sink_name={name}", f"rate={RATE}", "channels=2", *properties
        module = self._retry(seconds, "load-module", *sink)
        self._retry(seconds, "set-default-sink", name)
        return module

    def control(self, *words: str) -> str:
        """Run a `pactl` command at the server; return what it prints."""
        done = subprocess.run(["pactl", *words], env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def _retry(self, seconds: float, *words: str) -> str:
        """Run a `pactl` command until it succeeds: a server that has just started refuses a few."""
        deadline = monotonic() + seconds
        while True:
            try:
                return self.control(*words)
            except subprocess.CalledProcessError as error:
                if monotonic() > deadline:
                    raise RuntimeError(f"{self.name}: {' '.join(words)}: {error.stderr}") from error
                sleep(0.05)

    def log(self) -> str:
        """Return what programs that use the server have written into the log of leanbreath."""
        path = self.folder / "leanbreath" / "log" / "leanbreath.log"
        return path.read_text() if path.exists() else ""

    def record(self, sink: str = "cap", milliseconds: int = 100) -> Recording:
        """Start to record the monitor of a null sink, so many milliseconds at a time.

        A recorder that asks for little at a time knows more exactly when it was played, and loses frames more easily.
        """
        return Recording(self.environment, sink, milliseconds)


XDG_FOLDERS = ("RUNTIME_DIR", "CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME")


class PulseAudio(SoundServer):
    """PulseAudio, with no module but what a test needs."""

    name = "pulseaudio"

    @property
    def commands(self) -> tuple[tuple[str, ...], ...]:
        """The one program."""
        options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--log-target=null", "--disable-shm=yes")
        return (("pulseaudio", *options, "-L", "module-native-protocol-unix"),)


class PipeWire(SoundServer):
    """PipeWire with its session manager, and the server that speaks PulseAudio's protocol."""

    name = "pipewire"

    @property
    def commands(self) -> tuple[tuple[str, ...], ...]:
        """A bus, which the session manager needs, then the three programs."""
        bus = ("dbus-daemon", "--session", "--nofork", f"--address={self._bus}")
        return (bus, ("pipewire",), ("wireplumber",), ("pipewire-pulse",))


SERVERS: dict[ServerName, type[SoundServer]] = {"pulseaudio": PulseAudio, "pipewire": PipeWire}


def _prefer() -> None:
    """Let a process come before the tests that keep the machine busy, where that is allowed."""
    with suppress(PermissionError):
        os.nice(NICE)


@contextmanager
def sound_server(name: ServerName = "pulseaudio") -> Iterator[SoundServer]:
    """Run a server in a folder of its own while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        server = SERVERS[name](Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()
