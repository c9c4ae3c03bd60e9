"""The screens: what the session costs, how it stands a slow link, whether pictures are stable, and a storm of keys."""

import asyncio
import json
import os
import random
import select
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

import numpy as np
from rich.cells import cell_len
from textual.screen import Screen
from textual.widgets import Static

from leanbreath.app import Home, Leanbreath
from leanbreath.playback.safety_text import load_safety
from leanbreath.presentation.end_card import EndCard
from leanbreath.presentation.home_data import HomeData
from leanbreath.presentation.preparation_card import PreparationCard, preparation_card
from leanbreath.presentation.settings_page import SettingsPage
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import snapshot_at
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.end import EndScreen
from leanbreath.screens.help import HelpScreen, session_keys
from leanbreath.screens.history import HistoryScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.leave import LeaveScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.session import SessionScreen
from leanbreath.screens.settings import SettingsScreen
from leanbreath.screens.start import StartScreen
from leanbreath.session.status import Status
from leanbreath.widgets.plain_text import PlainText
from tests.bench.sound import perform, screen, value
from tests.bench.table import Row
from tests.home import environment
from tests.screens.home_app import STATUS, TODAY, home
from tests.screens.session_app import session_app
from tests.screens.storm import storm
from tests.terminal import Terminal

GAP_MILLISECONDS = 45
SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))
RUNS = 5
LINK_BYTES, LINK_SECONDS = 100_000, 0.08
LATE_MILLISECONDS = 300
"""Of which the link itself takes 80, and the frame that is drawn next 34."""


def rows(seconds: float) -> list[Row]:
    """Measure everything that is seen."""
    return [*cost(seconds), *calm(seconds), slow(seconds), *pictures(), keys()]


def cost(seconds: float) -> Iterator[Row]:
    """Measure the session screen with figure, pacer and sound, one core kept busy."""
    done = perform(seconds)
    yield from screen(done)
    drawn = [second for second, _, state, _ in done.looks if state == "playing"]
    gap = float(np.percentile(np.diff(drawn), 99)) * 1000
    text = f"99th percentile {gap:.0f} ms, median {np.median(np.diff(drawn)) * 1000:.0f} ms"
    yield Row("session screen 120x40, frame gap", text, f"≤ {GAP_MILLISECONDS} ms", gap <= GAP_MILLISECONDS)


def calm(seconds: float) -> Iterator[Row]:
    """Measure what the calm screen costs."""
    done = perform(seconds, "--calm", "--output", "silent")
    yield Row("calm screen 120x40, processor", f"{done.processor:.1%} of a core", "≤ 1.5 %", done.processor <= 0.015)


class SlowTerminal(Terminal):
    """A terminal at the end of a slow link."""

    def _read(self) -> None:
        while not self._closing:
            ready, _, _ = select.select([self._ours], [], [], 0.05)
            try:
                block = os.read(self._ours, 2048) if ready else None
            except OSError:
                return
            if block:
                sleep(len(block) / LINK_BYTES)
                self.chunks.append((monotonic() + LINK_SECONDS, block))


def slow(seconds: float) -> Row:
    """Compare the second each phase word comes over a slow link with the second its phase begins."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "looks.json"
        command = [sys.executable, "-m", "tests.bench.probe", str(log), "run", "daily-12", "--at-once"]
        terminal = SlowTerminal([*command, "--output", "silent"], environment(Path(folder)), 120, 40)
        terminal.wait_for(lambda: b"BREATHE IN" in b"".join(block for _, block in terminal.chunks), 60)
        sleep(seconds)
        terminal.send("\x03")
        terminal.end()
        looks = json.loads(log.read_text())
    playing = [(second, frame) for second, _, state, frame in looks if state == "playing"]
    origin = float(np.median([second - frame / RATE for second, frame in playing]))
    starts = [each.start / RATE for each in compose(value("daily-12")).segments if each.phase in ("inhale", "exhale")]
    words = [second - origin for second, block in terminal.chunks if b"BREATHE IN" in block or b"BREATHE OUT" in block]
    late = [min((second - start for start in starts if start <= second), default=0.0) * 1000 for second in words[1:]]
    text = f"{len(late)} phase words, median {np.median(late):.0f} ms late, worst {max(late):.0f} ms"
    name = f"over a link of {LINK_BYTES // 1000} KB/s and {LINK_SECONDS * 1000:.0f} ms"
    return Row(name, text, f"≤ {LATE_MILLISECONDS} ms, never more", max(late) <= LATE_MILLISECONDS)


class StillSession(SessionScreen):
    """A session that stands at one moment."""

    def _tick(self) -> None:
        routine = compose(value("daily-12"))
        self.show(
            Status("playing", snapshot_at(routine, 400 * RATE), 0, "Breathe into the front of that hip.", 0, routine)
        )


class StillDrills(DrillsScreen):
    """The library with a figure that stands."""

    def _tick(self) -> None:
        pass


def _session() -> SessionScreen:
    made = session_app("daily-12").screen
    return StillSession(made.controller, made._figures)


Shown = tuple[Leanbreath, Screen[object] | None]


def _over(make: Callable[[], Screen[object]]) -> Callable[[], Shown]:
    return lambda: (Leanbreath(_session()), make())


def _home() -> Home:
    """Return the home screen with the longest that it says."""
    status = STATUS._replace(
        today=replace(TODAY, why="Back to week 2, lean levels one lower: 8 days missed."),
        done="This week: 14 sessions, 131 minutes. 11 of the last 14 due.",
        warnings=("Skipped 3 rows of the diary that can't be read.",),
    )
    wrong = 'settings.yaml:12:11: "volume": expected -36 to 6 decibels, not "99"; write -36 to 6.'
    return home(status=lambda: status, settings_problem=lambda: wrong)


def _behind(make: Callable[[HomeData], Screen[None]]) -> Callable[[], Shown]:
    def made() -> Shown:
        app = _home()
        assert isinstance(app._first, HomeScreen)
        return app, make(app._first._load_data())

    return made


def _card() -> PreparationCard:
    """Return the longest preparation card: before the very first session."""
    return preparation_card(value("daily-12"), compose(value("daily-12")), load_safety())


def _broken() -> SettingsPage:
    """Return settings that cannot be read, in a file that lies deep."""
    error = _home()._first._load_data().settings_problem()
    return SettingsPage("~/a-runner-of-long-name/.config/leanbreath/settings.yaml", error=error)


END = EndCard(
    "Home session: 9:40 of drills done.",
    "Every drill, both sides, to the end. Well done.",
    ("Half-kneeling breath: left 0:50, right 0:50",),
    "This week: 3 sessions, 29 minutes. 3 days in a row.",
    "the six-minute lean primer, before your next run.",
)


SCREENS: dict[str, Callable[[], Shown]] = {
    "home": lambda: (_home(), None),
    "drills": _behind(StillDrills),
    "lessons": _behind(LessonsScreen),
    "history": _behind(HistoryScreen),
    "settings": _behind(SettingsScreen),
    "broken settings": _behind(lambda data: SettingsScreen(replace(data, settings=_broken))),
    "session": lambda: (Leanbreath(_session()), None),
    "start": _over(lambda: StartScreen(_card)),
    "keys": _over(lambda: HelpScreen(session_keys(()))),
    "leave": _over(LeaveScreen),
    "end": _over(lambda: EndScreen(END)),
}


def pictures() -> Iterator[Row]:
    """Compare the pictures of every screen in every size and two themes over some runs, and look for cut lines."""
    unstable, cut = [], []
    for name in SCREENS:
        for size in SIZES:
            for theme in ("textual-dark", "textual-light"):
                shown = [asyncio.run(_picture(name, size, theme)) for _ in range(RUNS)]
                if len({picture for picture, _ in shown}) > 1:
                    unstable.append(f"{name} {size} {theme}")
                cut += shown[0][1] if size == (80, 24) else []
    many = len(SCREENS) * len(SIZES) * 2
    text = f"{many - len(unstable)} of {many} the same {RUNS} times {' '.join(unstable)}"
    yield Row("pictures of every screen, 4 sizes, dark and light", text, f"stable over {RUNS} runs", not unstable)
    yield Row("lines cut at 80x24", f"{len(cut)} {' '.join(cut)}", "none", not cut)


async def _picture(name: str, size: tuple[int, int], theme: str) -> tuple[str, list[str]]:
    app, second = SCREENS[name]()
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        if second:
            await app.push_screen(second)
        for _ in range(4):
            await pilot.pause(0.05)
        cut = [str(each.render()) for each in app.screen.query(Static) if each.region and _is_cut(each, size[1])]
        return sha256(app.export_screenshot().encode()).hexdigest(), cut


def _is_cut(shown: Static, rows: int) -> bool:
    """Return whether a text has more than is seen of it; what lies on a page that scrolls is only read later."""
    if isinstance(shown, PlainText):
        return cell_len(shown.text) > shown.size.width or shown.region.bottom > rows
    return shown.get_content_height(shown.screen.size, shown.screen.size, shown.size.width) > shown.size.height


def keys() -> Row:
    """Press 500 random keys and change the window at random while a session runs 60 times as fast."""
    made = asyncio.run(storm(random.Random(500), 500))  # noqa: S311 - a storm that can be repeated
    wrong = [row for row in made.kept[-1] if not 0 <= row.done <= row.planned + row.extra]
    text = f"{made.events} events, {len(made.faults)} faults, {len(wrong)} rows of the diary that do not add up"
    return Row("random keys and sizes during a session", text, "no error; the diary adds up", not made.faults + wrong)
