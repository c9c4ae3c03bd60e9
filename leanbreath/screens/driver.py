"""The platform's Textual driver, drawing on a stream it is given."""

import sys
from io import TextIOWrapper
from typing import Any

from textual.driver import Driver

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    from textual.drivers.linux_driver import LinuxDriver as PlatformDriver


def driver_for(stream: TextIOWrapper) -> type[Driver]:
    """Return a driver class that draws on a stream; Textual's own would take one from `sys`."""

    class StreamDriver(PlatformDriver):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._file = stream

    return StreamDriver
