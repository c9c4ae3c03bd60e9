"""The command palette: it finds what the home screen and those behind it hold, and is not there during a session."""

from fractions import Fraction

import pytest
from textual.command import CommandPalette
from textual.widgets import Markdown, OptionList

from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.history import HistoryScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.messages import RoutineChosen
from leanbreath.screens.palette import commands
from leanbreath.screens.settings import SettingsScreen
from tests.quick_cases import quick_cases
from tests.screens.home_app import ROUTINES, drawn, home, loaded, text
from tests.screens.session_app import session_app
from tests.screens.waiting import last_key, settled

SCREENS = [("Open: drills", DrillsScreen), ("Open: history", HistoryScreen), ("Open: settings", SettingsScreen)]


async def find(pilot, name: str, starts_session: bool = False) -> None:
    """Do the first thing that the palette finds; a session that it starts ends the home screen."""
    await pilot.press("ctrl+p")
    await settled(pilot)
    assert CommandPalette.is_open(pilot.app)
    pilot.app.screen.query_one("CommandInput").value = name
    await pilot.app.workers.wait_for_complete()
    await settled(pilot)
    if starts_session:
        await last_key(pilot, "enter")
    else:
        await pilot.press("enter")
        await settled(pilot)


async def test_todays_session_is_started():
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        await find(pilot, "Today:", starts_session=True)
    assert app.return_value == RoutineChosen("daily-12", "prescribed", Fraction(660))


async def test_a_routine_is_started():
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        await find(pilot, "Start: Six-minute lean primer", starts_session=True)
    assert app.return_value == RoutineChosen("pre-run-6")


@pytest.mark.parametrize(
    ("name", "screen"),
    quick_cases(SCREENS, SCREENS[:1]),
)
async def test_a_screen_is_opened_and_left_to_the_home_screen(name, screen):
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        await pilot.press("l")
        await find(pilot, name)
        assert isinstance(app.screen, screen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_drill_and_a_lesson_are_opened_at_their_page():
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        await find(pilot, "Drill: Easy jog")
        assert isinstance(app.screen, DrillsScreen) and "Easy jog (jog)" in text(app, "#text")
        await find(pilot, "Lesson: Calves")
        assert isinstance(app.screen, LessonsScreen)
        assert app.screen.query_one(Markdown).source.startswith("# Calves")


async def test_a_theme_is_applied_and_saved():
    kept = []
    app = home(save=lambda *change: kept.append(change) or "")
    async with app.run_test() as pilot:
        await loaded(pilot)
        await find(pilot, "Theme: gruvbox")
        assert app.theme == "gruvbox"
    assert kept == [(("screen", "theme"), "gruvbox")]


async def test_titles_are_text_and_no_markup(tmp_path):
    (tmp_path / "routines").mkdir()
    mine = "routine: mine\ntitle: '[red]Mine[/]'\nsteps:\n  - {title: Sway, hold: 20s}\n"
    (tmp_path / "routines" / "mine.yaml").write_text(mine)
    app = home(tmp_path)
    async with app.run_test(size=(80, 60)) as pilot:
        await loaded(pilot)
        await pilot.press("ctrl+p")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert "Start: [red]Mine[/]" in "\n".join(drawn(app))


async def test_every_command_is_listed_before_anything_is_typed():
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        names = [each.name for each in commands(app, app.screen.data)]
        await pilot.press("ctrl+p")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert app.screen.query_one(OptionList).option_count == len(names)
    assert sum(name.startswith("Start: ") for name in names) == len(ROUTINES)


async def test_a_session_has_no_palette():
    app = session_app().app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await settled(pilot)
        assert not CommandPalette.is_open(app)
