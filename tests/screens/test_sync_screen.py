"""Sound and picture compared: the keys change the offset, enter saves it, escape leaves it."""

from dataclasses import dataclass, field
from time import monotonic

import pytest

from leanbreath.app import SYNC_STYLES, Leanbreath
from leanbreath.score.click_track import click_track
from leanbreath.screens.sync import SyncScreen
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from tests.screens.session_app import Noted
from tests.screens.waiting import settled, until


@dataclass
class NotedOffset(Noted):
    """Sound that only notes its offset."""

    offset_milliseconds: int = 0


@dataclass
class Sync:
    """An app that shows the screen; `written` are the offsets it saved, `error` the reason it can't."""

    sound: NotedOffset
    error: str = ""
    speed: float = 1.0
    written: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = Session(click_track(), SilentClock(monotonic(), self.speed))
        controller = SessionController(session, self.sound, lambda *_: None)
        self.screen = SyncScreen(controller, self.sound, self.save)
        self.app = Leanbreath(self.screen, SYNC_STYLES)

    def save(self, milliseconds: int) -> str:
        if not self.error:
            self.written.append(milliseconds)
        return self.error


@pytest.mark.parametrize(
    ("before", "keys", "saved"),
    [
        (0, ["right", "right", "right", "left", "enter"], 20),
        (-30, ["left", "enter"], -40),
        (1995, ["right", "right", "enter"], 2000),
        (-500, ["left", "enter"], -500),
        (70, ["right", "escape"], None),
    ],
)
async def test_enter_saves_what_the_arrows_have_found_and_escape_saves_nothing(before, keys, saved):
    sync = Sync(NotedOffset(offset_milliseconds=before))
    async with sync.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: not sync.app.is_running)
    assert sync.screen.saved == saved
    assert sync.written == ([] if saved is None else [saved])


async def test_an_offset_that_cannot_be_saved_keeps_the_screen_and_says_why():
    sync = Sync(NotedOffset(), error="the settings are read-only")
    async with sync.app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Not saved: the settings are read-only" in str(shown(sync, "#notice")))
        await pilot.press("escape")
    assert sync.screen.saved is None


async def test_it_flashes_and_shows_the_offset_and_its_keys():
    sync = Sync(NotedOffset(offset_milliseconds=120), speed=3)
    async with sync.app.run_test(size=(80, 24)) as pilot:
        flash = sync.screen.query_one("#flash")
        await until(pilot, lambda: flash.has_class("-on"))
        await until(pilot, lambda: not flash.has_class("-on"))
        assert shown(sync, "#offset") == "Offset: 120 ms"
        assert flash.region.height >= 5 and flash.region.width >= 40


def shown(sync: Sync, name: str) -> str:
    return str(sync.screen.query_one(name).render())
