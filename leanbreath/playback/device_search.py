"""The search for a device in a thread that may hang, so that the program never waits long for a sound system."""

from collections.abc import Callable
from threading import Event as Signal
from threading import Thread

from leanbreath.playback.time_source import TimeLimits
from leanbreath.sound.outputs import Output


class DeviceSearch:
    """Tries to open a device, until one is open or none is wanted; `thread` is that of the latest search."""

    def __init__(self, try_to_open: Callable[[], bool], is_wanted: Callable[[], bool], limits: TimeLimits) -> None:
        self._try_to_open, self._is_wanted, self._limits = try_to_open, is_wanted, limits
        self._is_answered, self._is_stopped = Signal(), Signal()
        self.thread: Thread | None = None

    def begin(self, lost: Output | None = None) -> None:
        """Close a lost output, and look for a device in the background."""
        self.thread = start_thread(lambda: self._search(lost))

    def stop(self) -> None:
        """Make no further try."""
        self._is_stopped.set()

    def wait_for_answer(self, seconds: float) -> bool:
        """Wait for the first answer of the sound system; return whether it came within so many seconds."""
        return self._is_answered.wait(seconds)

    def _search(self, lost: Output | None) -> None:
        if lost is not None:
            start_thread(lost.close).join(self._limits.close)
        while self._is_wanted():
            is_open = self._try_to_open()
            self._is_answered.set()
            if is_open or self._is_stopped.wait(self._limits.retry):
                return


def start_thread(action: Callable[[], None]) -> Thread:
    """Return a thread that does something in the background, and that the program can end without."""
    thread = Thread(target=action, daemon=True)
    thread.start()
    return thread
