"""Runs another program with limits on its time, its output and the file it writes; it lies below all other parts."""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO, NamedTuple

POLL_SECONDS = 0.02
CHUNK_BYTES = 65_536
CLOSING_SECONDS = 0.5
"""How long the output of a program that was killed may take to end."""


class ChildFailed(Exception):
    """Says why a program gave no result."""


class ChildTooSlow(ChildFailed):
    """Says how long a program was allowed to take."""


class Limits(NamedTuple):
    """How long a program may take in seconds, and how many bytes it may print, or write into its file."""

    seconds: float
    bytes: int


def run_child(command: Sequence[str], given: bytes, limits: Limits, file: Path | None = None) -> bytes:
    """Return what a program prints for what it is given; raise `ChildFailed` if it fails or exceeds a limit.

    It has a session of its own: it and its children are killed at a limit, and when this program ends. `file` is what
    it writes, if anything.
    """
    with started(command) as process:
        output, errors = Drain(process.stdout, limits.bytes), Drain(process.stderr, CHUNK_BYTES)
        Thread(target=_feed, args=(process.stdin, given), daemon=True).start()
        _wait(process, command[0], output, limits, file)
        errors.is_over(CLOSING_SECONDS)
    if process.returncode:
        raise ChildFailed(ending(command[0], process.returncode, errors))
    return bytes(output.kept)


def ending(name: str, code: int, errors: "Drain") -> str:
    """Return how a program ended, with the last line it wrote to standard error."""
    lines = bytes(errors.kept).decode(errors="replace").strip().splitlines()
    return f"{name} ended with code {code}" + (f": {lines[-1]}" if lines else "")


def _wait(process: subprocess.Popen[bytes], name: str, output: "Drain", limits: Limits, file: Path | None) -> None:
    """Wait until a program has ended and its output is read; raise `ChildFailed` at a limit."""
    end = monotonic() + limits.seconds
    is_over = False
    while not is_over:
        is_over = output.is_over(POLL_SECONDS) and process.poll() is not None
        if len(output.kept) > limits.bytes or (file is not None and _size(file) > limits.bytes):
            raise ChildFailed(f"{name} wrote more than {limits.bytes:,} bytes")
        if not is_over and monotonic() > end:
            raise ChildTooSlow(f"{name} took longer than {limits.seconds:g} seconds")
        with suppress(subprocess.TimeoutExpired):
            process.wait(POLL_SECONDS)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


class Drain:
    """Reads a pipe to its end, so that its writer never waits, and keeps its beginning."""

    def __init__(self, pipe: IO[bytes] | None, most: int) -> None:
        self.kept = bytearray()
        self._thread = Thread(target=self._read, args=(pipe, most), daemon=True)
        self._thread.start()

    def is_over(self, seconds: float) -> bool:
        """Return whether all is read, after waiting for it a moment."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _read(self, pipe: IO[bytes], most: int) -> None:
        with suppress(OSError), pipe:
            while chunk := pipe.read(CHUNK_BYTES):
                if len(self.kept) <= most:
                    self.kept += chunk


def _feed(pipe: IO[bytes] | None, given: bytes) -> None:
    """Write to a program's input and close it; a program that doesn't read it all is no error."""
    assert pipe is not None
    with suppress(OSError), pipe:
        write_all(pipe, given)


def write_all(pipe: IO[bytes], given: bytes) -> None:
    """Write to an unbuffered pipe, which may take less than it is given."""
    remaining = memoryview(given)
    while remaining:
        remaining = remaining[pipe.write(remaining) :]


def read_all(pipe: IO[bytes], count: int) -> bytes:
    """Return so many bytes of an unbuffered pipe, or fewer at its end."""
    found = bytearray()
    while len(found) < count and (chunk := pipe.read(count - len(found))):
        found += chunk
    return bytes(found)


@contextmanager
def started(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program; kill it and its children if the caller stops waiting or this program ends."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own command, without a shell
            command, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, env=environment
        )
    except FileNotFoundError:
        raise ChildFailed(f"the program {command[0]} was not found") from None
    except (OSError, ValueError) as error:
        raise ChildFailed(f"{command[0]} could not be started: {getattr(error, 'strerror', None) or error}") from error
    kill = _killer(process)
    atexit.register(kill)
    try:
        yield process
    except BaseException:
        kill()
        raise
    finally:
        atexit.unregister(kill)
        with suppress(subprocess.TimeoutExpired):
            process.wait(CLOSING_SECONDS)


def _killer(process: subprocess.Popen[bytes]) -> Callable[[], None]:
    def kill() -> None:
        with suppress(OSError):  # it has ended already
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)

    return kill
