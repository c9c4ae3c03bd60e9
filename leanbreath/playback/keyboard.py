"""Single keys from a terminal, while the program has it: a shell takes it back for a program in the background."""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from leanbreath.playback.interrupts import TerminalGone
from leanbreath.playback.terminal import is_in_foreground
from leanbreath.session.typed_keys import TypedKeys, typed_keys

PASTES_MARKED, PASTES_UNMARKED = b"\x1b[?2004h", b"\x1b[?2004l"
"""Ask a terminal to mark what is pasted, and to stop that."""

MOST_BYTES = 1024


class Keyboard:
    """Single keys from a terminal; none come if standard input is not a terminal, or while it belongs to another."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep
        self._descriptor: int | None = None
        self._has_modes = self._had_modes = False
        self._typed = TypedKeys()

    @property
    def has_paste(self) -> bool:
        """Whether text was pasted just now, which gave no keys."""
        return self._typed.has_paste

    def is_in_background(self) -> bool:
        """Return whether there is a terminal that belongs to another program now."""
        return self._descriptor is not None and not is_in_foreground(self._descriptor)

    @contextmanager
    def listening(self) -> Iterator["Keyboard"]:
        """Read single keys meanwhile, and restore the terminal at the end."""
        if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
            yield self
            return
        import termios

        self._descriptor = sys.stdin.fileno()
        before = termios.tcgetattr(self._descriptor)
        continued = signal.signal(signal.SIGCONT, self._forget_modes)
        try:
            yield self
        finally:
            signal.signal(signal.SIGCONT, continued)
            if not self.is_in_background():
                self._ask(PASTES_UNMARKED)
                with suppress(termios.error):  # the terminal may be gone
                    termios.tcsetattr(self._descriptor, termios.TCSADRAIN, before)

    def _forget_modes(self, *_: object) -> None:
        """Set the terminal again before the next key: a shell had it meanwhile."""
        self._has_modes = False

    def wait(self, seconds: float) -> Iterator[str]:
        """Wait some seconds or until a key comes, and yield the keys."""
        if not self._take_terminal():
            self._sleep(max(seconds, 0))
            return
        assert self._descriptor is not None
        ready, _, _ = select.select([self._descriptor], [], [], max(seconds, 0))
        self._typed = typed_keys(self._read(self._descriptor) if ready else "", self._typed)
        yield from self._typed.keys

    def _read(self, descriptor: int) -> str:
        if self.is_in_background():  # moved there just now; to read would stop the program
            return ""
        sent = os.read(descriptor, MOST_BYTES)
        if not sent:
            raise TerminalGone
        return sent.decode("utf-8", "replace")

    def _take_terminal(self) -> bool:
        """Have the terminal send single keys; return whether it does."""
        if sys.platform == "win32" or self._descriptor is None or self.is_in_background():
            self._has_modes = False
            return False
        if not self._has_modes:
            import termios
            import tty

            when = termios.TCSANOW if self._had_modes else termios.TCSAFLUSH
            with suppress(termios.error):  # the terminal may be gone, which the next read tells
                tty.setcbreak(self._descriptor, when)
            self._ask(PASTES_MARKED)
            self._has_modes = self._had_modes = True
        return True

    def _ask(self, request: bytes) -> None:
        """Ask something of a terminal that understands it."""
        if self._descriptor is not None and os.environ.get("TERM", "") not in ("", "dumb"):
            with suppress(OSError):
                os.write(self._descriptor, request)
