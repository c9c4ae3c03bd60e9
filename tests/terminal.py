"""A program at a pseudo-terminal: what it draws and when, and the keys it is sent."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pyte

ROOT = Path(__file__).parent.parent


class Terminal:
    """A program at a terminal of `columns` by `rows`; `chunks` holds what it wrote, with the second of each piece."""

    def __init__(
        self, command: list[str], environment: Mapping[str, str] | None = None, columns: int = 80, rows: int = 24
    ) -> None:
        self.columns, self.rows = columns, rows
        self.chunks: list[tuple[float, bytes]] = []
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._shells_modes = termios.tcgetattr(theirs)
        environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or os.environ)}
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=ROOT, preexec_fn=_leader
        )
        os.close(theirs)
        self._ours, self._closing = ours, False
        self._screen, self._drawn = pyte.Screen(columns, rows), 0
        self._stream = pyte.ByteStream(self._screen)
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while not self._closing:
            ready, _, _ = select.select([self._ours], [], [], 0.05)
            try:
                block = os.read(self._ours, 65536) if ready else None
            except OSError:
                return
            if block:
                self.chunks.append((monotonic(), block))

    def send(self, keys: str) -> None:
        """Type keys."""
        os.write(self._ours, keys.encode())

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def resume(self) -> None:
        """Let a program that is being stopped continue, after the shell had the terminal."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        self.wait_for(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T")
        termios.tcsetattr(self._ours, termios.TCSANOW, self._shells_modes)
        self.signal(signal.SIGCONT)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        self.screen()
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        self._closing = True
        self._thread.join()
        os.close(self._ours)

    def screen(self) -> list[str]:
        """Return what the terminal shows."""
        while self._drawn < len(self.chunks):
            self._stream.feed(self.chunks[self._drawn][1])
            self._drawn += 1
        return [line.rstrip() for line in self._screen.display]

    def modes(self) -> int:
        """Return the terminal's local modes, such as echo and waiting for whole lines."""
        return int(termios.tcgetattr(self._ours)[3])

    def text(self) -> str:
        """Return everything that was written."""
        return b"".join(block for _, block in self.chunks).decode("utf-8", "replace")

    def wait_for(self, shown: str | Callable[[], bool], seconds: float = 15) -> None:
        """Wait until a text is on the screen, or a condition holds."""
        deadline = monotonic() + seconds
        holds = shown if callable(shown) else lambda: any(shown in line for line in self.screen())
        while not holds():
            if monotonic() > deadline or (self.process.poll() is not None and not holds()):
                raise AssertionError(f"not within {seconds} s: {shown}\n" + "\n".join(self.screen()))
            sleep(0.05)

    def settle(self, seconds: float = 0.3) -> None:
        """Wait until nothing new was drawn for a while after something was."""
        drawn = len(self.chunks)
        self.wait_for(lambda: len(self.chunks) > drawn and monotonic() - self.chunks[-1][0] > seconds)

    def end(self, seconds: float = 15) -> int:
        """Wait for the program to end; return its exit code."""
        code = self.process.wait(seconds)
        self._thread.join(1)
        return code

    def kill(self) -> None:
        """Kill the program."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def _leader() -> None:
    """Make the program the leader of the terminal's session, so that it gets SIGHUP when the terminal closes."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
