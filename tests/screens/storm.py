"""A session at high speed under random keys and sizes, driven without a terminal."""

from dataclasses import dataclass, field
from random import Random
from time import monotonic
from traceback import format_exception

from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from leanbreath.app import Leanbreath
from leanbreath.playback.painful_drills import find_substitute
from leanbreath.screens.session import SessionScreen
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.keys import KEYS as ALL
from leanbreath.session.progress import WorkDone
from leanbreath.session.session import Session
from tests.screens.session_app import FIGURES, LIBRARY, Noted, score

SPEED = 60.0
KEYS = tuple((key.action, key.names.split(",")[0]) for key in ALL)
QUIET = ("leave",)
"""Pressed and taken back: a storm that leaves is soon over."""

SIZES = ((80, 24), (40, 12), (120, 40), (30, 8), (200, 60), (60, 16), (1, 1))


@dataclass
class Storm:
    """What came of it: faults, events, every account that was kept, and how many frames were heard in all."""

    faults: list[str] = field(default_factory=list)
    events: int = 0
    kept: list[tuple[WorkDone, ...]] = field(default_factory=list)
    heard: int = 0


async def storm(chance: Random, events: int, name: str = "daily-12") -> Storm:
    """Return what comes of so many random keys and sizes; a session that is over begins anew."""
    made = Storm()
    while made.events < events:
        await _session(chance, events, name, made)
    return made


async def _session(chance: Random, events: int, name: str, made: Storm) -> None:
    routine = LIBRARY.routine(name).value
    assert routine is not None
    session = Session(
        score(name), SilentClock(monotonic(), SPEED), substitute=lambda drill: find_substitute(LIBRARY, routine, drill)
    )
    controller = SessionController(session, Noted(), lambda done, _: made.kept.append(done), SPEED)
    app = Leanbreath(SessionScreen(controller, lambda: FIGURES))
    async with app.run_test(size=(80, 24)) as pilot:
        while made.events < events and app.is_running and not session.is_over(monotonic()):
            made.events += 1
            if chance.random() < 0.15:
                await _resize(pilot, Size(*chance.choice(SIZES)))
            else:
                action, key = chance.choice(KEYS)
                await _press(pilot, key, *(["n"] if action in QUIET else []))
            await pilot.pause(chance.random() * 0.02)
        made.kept.append(session.progress(monotonic()))
        made.heard += session.clock.heard_frame(monotonic())
    if app.fault:
        made.faults.append("".join(format_exception(app.fault)))


async def _press(pilot: Pilot[str], *keys: str) -> None:
    """Press keys as fast as the screen takes them, without waiting for it to come to rest."""
    for key in keys:
        pilot.app.simulate_key(key)
        await pilot.pause(0)


async def _resize(pilot: Pilot[str], size: Size) -> None:
    pilot.app._driver._size = size  # type: ignore[union-attr]
    pilot.app.post_message(Resize(size, size))
    await pilot.pause(0)
