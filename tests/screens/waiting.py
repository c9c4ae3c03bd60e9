"""Waiting for a screen, by what it shows and never by seconds."""

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

TRIES = 500


async def until(pilot: Pilot, holds: Callable[[], object]) -> None:
    """Let the app run until something holds; fail if it never does."""
    for _ in range(TRIES):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to hold")


async def settled(pilot: Pilot) -> None:
    """Let the app run until its screen has laid out and drawn everything it was told."""
    await pilot.pause()
    await until(pilot, lambda: _is_clean(pilot.app.screen))


def _is_clean(screen: Screen[Any]) -> bool:
    return not (screen._layout_required or screen._repaint_required or screen._dirty_widgets)
