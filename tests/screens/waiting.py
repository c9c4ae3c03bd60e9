"""Waiting for what an app comes to show."""

from collections.abc import Callable
from time import monotonic

from textual.pilot import Pilot


async def until(pilot: Pilot, holds: Callable[[], object], seconds: float = 15) -> None:
    """Let the app run until something holds; fail if it never does."""
    deadline = monotonic() + seconds
    while not holds():
        assert monotonic() < deadline, "it never came to hold"
        await pilot.pause(0.01)
