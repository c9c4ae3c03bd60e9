"""Standard output and standard error made safe: whatever they lead to, writing to them never ends a session.

A closed stream leads nowhere. What an encoding doesn't have is replaced by something similar. On a full disk output is
dropped, and the error is kept for the end. A reader or a terminal that has gone stops the program, as a signal would.
"""

import errno
import os
import sys
from contextlib import suppress
from io import BufferedWriter, FileIO, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from leanbreath.playback.interrupts import SIGHUP, SIGPIPE, Stopped
from leanbreath.presentation.character_fallback import FALLBACK

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STOPPING = {errno.EPIPE: SIGPIPE, errno.EIO: SIGHUP}
"""The errors of a stream whose reader, or whose terminal, has gone, and the signals that say so."""

DESCRIPTORS = (0, 1, 2)


class SafeOutput(RawIOBase):
    """Writes to another stream until that fails; `failure` is the first error, after which everything is dropped."""

    def __init__(self, stream: RawIOBase, stops: bool) -> None:
        self._stream, self._stops = stream, stops
        self.failure: OSError | None = None

    def write(self, block: "ReadableBuffer") -> int | None:
        """Write a block; raise `Stopped` if this stream stops the program and nobody reads it any more."""
        if self.failure is None:
            try:
                return self._stream.write(block)
            except OSError as error:
                self.failure = error
                if self._stops and error.errno in STOPPING:
                    raise Stopped(STOPPING[error.errno]) from error
        return memoryview(block).nbytes

    def writable(self) -> bool:
        """Return True, as any stream that is written to."""
        return True

    def isatty(self) -> bool:
        """Return whether this is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._stream.fileno()


def make_streams_safe() -> None:
    """Replace the program's standard streams, unless they have been replaced already."""
    _open_descriptors()
    if sys.stdout is sys.__stdout__:
        sys.stdout = _safe(sys.stdout, 1, stops=True)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _safe(sys.stderr, 2, stops=False)


def output_failure() -> OSError | None:
    """Return why standard output could not be written, if it could not."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return raw.failure if isinstance(raw, SafeOutput) else None


def _open_descriptors() -> None:
    """Let closed descriptors lead nowhere, else the next file that is opened takes the place of a stream."""
    for descriptor in DESCRIPTORS:
        try:
            os.fstat(descriptor)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def _safe(stream: TextIO | None, descriptor: int, stops: bool) -> TextIO:
    raw: Any = FileIO(descriptor, "w", closefd=False) if stream is None else stream.buffer
    encoding, is_terminal = ("utf-8", False) if stream is None else (stream.encoding, stream.isatty())
    buffer = BufferedWriter(SafeOutput(getattr(raw, "raw", raw), stops))  # with `python -u`, there is no buffer to pass
    return TextIOWrapper(buffer, encoding, FALLBACK, line_buffering=is_terminal or not stops)
