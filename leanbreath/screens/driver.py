"""The platform's Textual driver, drawing on a stream it is given, in the size and the modes of that terminal.

Textual's own takes its size from `COLUMNS` and `LINES`, which a shell exports once and nobody updates. Woken after a
SIGSTOP, which gives no notice, it starts a second time: the first reader of keys then never ends, and the terminal is
left in raw mode.
"""

import asyncio
import os
import signal
import sys
from io import TextIOWrapper
from typing import Any

from textual.driver import Driver

from leanbreath.playback.terminal import STANDARD_OUTPUT

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    from textual.drivers.linux_driver import LinuxDriver

    class PlatformDriver(LinuxDriver):
        """Suspends and resumes between two events, never within one, and resumes after a stop of any kind."""

        _is_started = False

        def start_application_mode(self) -> None:
            """Take the terminal, and from now on the signals that stop and continue the program."""
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
            loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)
            self._is_started = True
            super().start_application_mode()  # type: ignore[no-untyped-call]

        def stop_application_mode(self) -> None:
            """Give the terminal back."""
            self._is_started = False
            super().stop_application_mode()

        def _sigcont_application(self, *_: Any) -> None:
            """Take the terminal again; whoever had it meanwhile may have changed its modes and drawn on it."""
            if self._is_started:
                if os.getpgrp() != os.tcgetpgrp(self.fileno):
                    os.kill(os.getpid(), signal.SIGSTOP)  # in the background: only `fg` brings the terminal
                    return
                self.suspend_application_mode()
                self._must_signal_resume = True
            if self._must_signal_resume:
                super()._sigcont_application()

        def _get_terminal_size(self) -> tuple[int, int]:
            """Return the columns and rows of the terminal; one that doesn't know them leaves it to the environment."""
            try:
                columns, rows = os.get_terminal_size(STANDARD_OUTPUT)
            except OSError:
                columns = rows = 0
            return (columns, rows) if columns and rows else super()._get_terminal_size()


def driver_for(stream: TextIOWrapper) -> type[Driver]:
    """Return a driver class that draws on a stream; Textual's own would take one from `sys`."""

    class StreamDriver(PlatformDriver):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._file = stream

    return StreamDriver
