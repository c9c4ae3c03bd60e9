"""The settings screen shows every setting with its help, and saves what is changed at once."""

from datetime import time

import pytest
from textual.widgets import Input, Select

from leanbreath.app import Home
from leanbreath.home_loader import load_home_data
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.settings import SettingsScreen
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_as_text import FIELDS, values
from leanbreath.userdata.settings_file import read_settings
from tests.quick_cases import quick_values
from tests.screens.home_app import LIBRARY, drawn, loaded, text
from tests.screens.waiting import settled


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def before(text: str) -> None:
    """Write the settings file."""
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text)


def now() -> Settings:
    """Read the settings file."""
    reading = read_settings(settings_file())
    assert reading.problems == () and reading.value is not None
    return reading.value


async def opened(pilot) -> None:
    await loaded(pilot)
    await pilot.press("s")
    await settled(pilot)
    assert isinstance(pilot.app.screen, SettingsScreen)


def home() -> Home:
    return Home(lambda: load_home_data(LIBRARY))


async def write(pilot, name: str, value: str, key: str) -> None:
    field = pilot.app.screen.query_one(name, Input)
    field.focus()
    field.value = value
    await pilot.press(key)
    await settled(pilot)


def test_every_setting_has_help_and_a_default_among_its_choices():
    for field, value in values(Settings()):
        known = (*field.choices, *([""] if field.unset else []))
        assert field.help.text.endswith(".") and (not field.choices or value in known), field
    assert len({field.path for field in FIELDS}) == len(FIELDS)


async def test_every_setting_is_shown_and_the_file_for_the_rules_is_named():
    before("instead: {half-kneel-breath: half-kneel-breath-tuck}\n")
    app = home()
    async with app.run_test(size=(100, 200)) as pilot:
        await opened(pilot)
        for field in FIELDS:
            assert app.screen.query_one(f"#{'-'.join(field.path)}")
        assert app.screen.query_one("#instead-half-kneel-breath", Select).value == "half-kneel-breath-tuck"
        assert str(settings_file()) in "".join(row.strip() for row in drawn(app))


async def test_a_changed_setting_is_saved_and_confirmed():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#screen-calm", Select).value = "true"
        await settled(pilot)
        await write(pilot, "#sound-volume", "-6", "enter")
        assert text(app, "#message") == "Saved. sound · volume: -6"
    assert (now().screen.calm, now().sound.volume) == (True, -6)


@pytest.mark.parametrize("key", quick_values(["tab", "escape"], "tab"))
async def test_text_is_saved_when_its_field_is_left(key):
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "#night-from", "21:30", key)
    assert now().night.from_ == time(21, 30)


async def test_invalid_text_is_explained_and_stays_to_be_corrected():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "#sound-volume", "99", "tab")
        assert "write -36 to 6" in text(app, "#message") and app.screen.query_one("#sound-volume", Input).value == "99"
        app.screen.query_one("#sound-volume", Input).focus()
        await pilot.press("escape")
        assert app.screen.query_one("#sound-volume", Input).value == "0"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    assert not settings_file().exists()


async def test_an_invalid_choice_goes_back_to_the_one_before():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#sound-voice-engine", Select).value = "command"
        await settled(pilot)
        assert 'the engine "command" needs a command' in text(app, "#message")
        assert app.screen.query_one("#sound-voice-engine", Select).value == "auto"


async def test_an_emptied_field_goes_back_to_its_default():
    before("sound: {volume: -6, device: headset}\n")
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "#sound-volume", "", "enter")
        assert app.screen.query_one("#sound-volume", Input).value == "0"
        await write(pilot, "#sound-device", "", "enter")
        assert text(app, "#message") == "Saved. sound · device: the system's default"
    assert now().sound == Settings().sound


async def test_a_theme_is_applied_at_once():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#screen-theme", Select).value = "nord"
        await settled(pilot)
        assert app.theme == "nord"
    assert now().screen.theme == "nord"


async def test_the_packs_that_exist_are_offered():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        offered = [value for _, value in app.screen.query_one("#sound-pack", Select)._options]
    assert offered == ["bright", "night", "warm"]


async def test_a_drill_can_be_replaced_by_another_and_restored():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#replaced", Select).value = "half-kneel-breath"
        await settled(pilot)
        other = app.screen.query_one("#instead-half-kneel-breath", Select)
        assert other.value == "" and other.has_focus
        other.value = "half-kneel-breath-tuck"
        await settled(pilot)
        assert now().instead == {"half-kneel-breath": "half-kneel-breath-tuck"}
        assert text(app, "#message") == "Saved. instead of Half-kneeling breath: Half-kneeling breath, tucked"
        other.value = ""
        await settled(pilot)
    assert now().instead == {}


async def test_a_file_with_an_error_shows_where_it_is_and_no_settings():
    before("screen: {calm: true}\nsound: {volume: 99}\n")
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        assert text(app, "#problems").startswith('settings.yaml:2:17: "volume": expected -36 to 6 decibels, not "99"')
        await opened(pilot)
        message = text(app, "#message")
        assert message.startswith('settings.yaml:2:17: "volume": expected -36 to 6') and str(settings_file()) in message
        assert not app.screen.query(".field")


@pytest.mark.parametrize("size", quick_values([(40, 12), (80, 24)], (40, 12)))
async def test_no_field_is_cut_off(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        fields = app.screen.query(".field")
        assert len(fields) > 20
        for field in fields:
            assert field.region.width >= 30 and field.region.right <= size[0] and field.region.height == 1
