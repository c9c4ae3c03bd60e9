"""Waiting for what an app comes to show."""

from asyncio import Event, sleep
from collections.abc import Callable
from time import monotonic

from textual.pilot import Pilot

from leanbreath.app import Leanbreath


async def until(pilot: Pilot, holds: Callable[[], object], seconds: float = 15) -> None:
    """Let the app run until something holds; fail if it never does."""
    deadline = monotonic() + seconds
    while not holds():
        if isinstance(pilot.app, Leanbreath) and pilot.app.fault:
            raise pilot.app.fault
        assert monotonic() < deadline, "it never came to hold"
        await pilot.pause(0.01)


async def last_key(pilot: Pilot, key: str, seconds: float = 15) -> None:
    """Press a key that ends the app; its widgets answer nothing then, so that the pilot's own waiting may never end."""
    deadline = monotonic() + seconds
    pilot.app.simulate_key(key)
    while pilot.app.is_running:
        assert monotonic() < deadline, "it never ended"
        await sleep(0.01)


async def settled(pilot: Pilot) -> None:
    """Let the app run until its screen has been laid out and drawn, and drawn again after what that led to."""
    for _ in range(2):
        await pilot.pause(0)  # not until it is idle, which a session never is
        if not pilot.app.is_running:
            return
        screen, drawn = pilot.app.screen, Event()
        screen.call_after_refresh(drawn.set)
        await until(pilot, lambda: drawn.is_set() or not screen.is_attached or not screen.is_current)  # noqa: B023 - awaited here
