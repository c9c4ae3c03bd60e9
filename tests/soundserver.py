"""A private PulseAudio server, with a null sink whose monitor records what is played."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
FRAME_BYTES = 4


class Recording:
    """What the monitor heard, and how many frames had arrived at which second."""

    def __init__(self, environment: dict[str, str], sink: str) -> None:
        command = ["parec", f"--device={sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=2"]
        self._process = subprocess.Popen([*command, "--latency-msec=10"], env=environment, stdout=subprocess.PIPE)
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


@dataclass
class SoundServer:
    """A running server; programs started with `environment` use it."""

    folder: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--log-target=null",
            "--disable-shm=yes",
        ]
        modules = ["-L", f"module-null-sink sink_name=cap rate={RATE}", "-L", "module-native-protocol-unix"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen([*command, *modules], env=self.environment, **quiet)
        deadline = monotonic() + 10
        while subprocess.run(["pactl", "info"], env=self.environment, check=False, **quiet).returncode:
            if monotonic() > deadline:
                raise RuntimeError("PulseAudio did not start")
            sleep(0.05)

    def stop(self) -> None:
        """Kill the server."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def control(self, *words: str) -> str:
        """Run a `pactl` command at the server; return what it prints."""
        done = subprocess.run(["pactl", *words], env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def record(self, sink: str = "cap") -> Recording:
        """Start to record the monitor of a null sink."""
        return Recording(self.environment, sink)


@contextmanager
def sound_server() -> Iterator[SoundServer]:
    """Run a server in a folder of its own while the block runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            **os.environ,
            "HOME": name,
            "XDG_RUNTIME_DIR": name,
            "PULSE_RUNTIME_PATH": name,
            "XDG_CONFIG_HOME": name,
            "XDG_DATA_HOME": name,
            "XDG_STATE_HOME": name,
            "XDG_CACHE_HOME": name,
        }
        server = SoundServer(folder, environment)
        server.start()
        try:
            yield server
        finally:
            server.stop()
