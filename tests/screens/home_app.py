"""The home screen over the bundled files, with settings and a diary of the test's own."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import OptionList

from leanbreath.app import Home
from leanbreath.authoring.catalogue import list_routines
from leanbreath.coach.today import Today
from leanbreath.home_loader import load_home_data
from leanbreath.presentation.home_status import HomeStatus
from leanbreath.presentation.limiter_bars import LimiterBar
from leanbreath.presentation.settings_page import Choice, SettingsPage, settings_page
from leanbreath.presentation.week_marks import week_marks
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.userdata.settings import Settings
from leanbreath.widgets.routine_browser import RoutineBrowser
from leanbreath.widgets.today_panel import TodayPanel
from tests.history import view
from tests.screens.waiting import settled, until

LIBRARY = Library((bundled_folder("drills"),))
ROUTINES = LIBRARY.routine_files
TODAY = Today(
    kind="plan",
    routine="daily-12",
    title="Home session for the lower belly and hips",
    seconds=Fraction(660),
    week=3,
    weeks=8,
    day=2,
    days=4,
    why="calves first: your knee-to-wall is 7 cm",
    minutes=(8, 9, 10, 11, 12),
    limiter="calves",
    key_drill="wall-lean-hold",
)
STATUS = HomeStatus(
    TODAY,
    week_marks((), {date(2026, 3, 2)}, date(2026, 3, 2), date(2026, 3, 4)),
    ("Eight weeks of lean practice", "Week 3 of 8  ■■■□□□□□"),
    "This week: 3 sessions, 31 minutes.",
    (LimiterBar("calves", 3, True), LimiterBar("lean-skill", 2, True)),
)


def home(*folders: Path, **changes: Any) -> Home:
    """Return the home screen with what a test puts in the place of the user's own."""
    library = Library((bundled_folder("drills"), *folders))
    mine: dict[str, Any] = {
        "routines": lambda: list_routines(library, {}),
        "pinned": lambda: (),
        "pin": lambda _: "",
        "status": lambda: STATUS,
        "history": lambda: (view(),),
        "settings_problem": lambda: "",
        "is_calm": lambda: False,
        "settings": default_settings,
        "save": lambda *_: "",
    }
    data = replace(load_home_data(library), **{**mine, **changes})
    return Home(lambda: data)


async def loaded(pilot: Pilot) -> None:
    """Wait until the home screen has loaded its data and stands still."""
    today, browser = pilot.app.screen.query_one(TodayPanel), pilot.app.screen.query_one(RoutineBrowser)
    await until(pilot, lambda: today.card and browser.contents and browser.contents.entries)
    await settled(pilot)


def default_settings() -> SettingsPage:
    """Return the default settings."""
    known = {"language": ("en",), "pack": ("bright", "night", "warm")}
    drills = (Choice("march", "March"), Choice("easy-jog", "Easy jog"))
    return settings_page("settings.yaml", Settings(), known, drills)


def shown_list(app: Home) -> OptionList:
    """Return the list of the screen; on the home screen that of the routines."""
    lists = app.screen.query(OptionList)
    return next((each for each in lists if each.id == "routines"), lists.first())


def shown_rows(app: Home) -> list[str]:
    """Return what stands in the list."""
    options = shown_list(app)
    return [_lines(options.get_option_at_index(index).prompt, 76) for index in range(options.option_count)]


def _lines(row: Table | Content, width: int) -> str:
    console = Console(width=width, force_terminal=False)
    with console.capture() as captured:
        console.print(row)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def titles(app: Home) -> list[str]:
    """Return the first line of each entry of the list."""
    return [each.split("\n")[0].strip() for each in shown_rows(app)]


def text(app: Home, name: str) -> str:
    """Return what a widget says; nothing where it is not there to be seen."""
    widget = app.screen.query_one(name)
    return "\n".join(str(widget.render()).splitlines()) if widget.display and widget.region else ""


def drawn(app: Home) -> list[str]:
    """Return what stands on the screen, row by row."""
    return ["".join(cell.text for cell in strip) for strip in app.screen._compositor.render_strips()]
