"""The settings screen: every setting with a sentence, kept in the file as soon as it is changed."""

from datetime import time

import pytest
from textual.widgets import Input, Select

from leanbreath.app import Home
from leanbreath.home_data import load_home_data
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.settings import SettingsScreen
from leanbreath.userdata.paths import settings_file
from leanbreath.userdata.settings import Settings
from leanbreath.userdata.settings_fields import FIELDS, values
from leanbreath.userdata.settings_file import read_settings
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


def test_every_setting_has_a_sentence_and_a_value_it_can_have():
    for field, value in values(Settings()):
        known = (*field.choices, *([""] if field.unset else []))
        assert field.help.text.endswith(".") and (not field.choices or value in known), field
    assert len({field.path for field in FIELDS}) == len(FIELDS)


async def test_every_setting_of_the_file_is_there_and_where_the_rules_are_is_said():
    before("instead: {half-kneel-breath: half-kneel-breath-tuck}\n")
    app = home()
    async with app.run_test(size=(100, 200)) as pilot:
        await opened(pilot)
        for field in FIELDS:
            assert app.screen.query_one(f"#{'-'.join(field.path)}")
        assert app.screen.query_one("#instead-half-kneel-breath", Select).value == "half-kneel-breath-tuck"
        assert str(settings_file()) in "".join(row.strip() for row in drawn(app))


async def test_a_setting_that_is_changed_is_kept_and_told():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#screen-calm", Select).value = "true"
        await settled(pilot)
        await write(pilot, "#sound-volume", "-6", "enter")
        assert text(app, "#message") == "Saved. sound · volume: -6"
    assert (now().screen.calm, now().sound.volume) == (True, -6)


@pytest.mark.parametrize("key", ["tab", "escape"])
async def test_what_was_written_is_kept_however_it_is_left(key):
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "#night-from", "21:30", key)
    assert now().night.from_ == time(21, 30)


async def test_a_setting_that_cannot_be_says_why_and_stays_to_be_mended():
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


async def test_a_choice_that_cannot_be_yet_is_what_it_was():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#sound-voice-engine", Select).value = "command"
        await settled(pilot)
        assert 'the engine "command" needs a command' in text(app, "#message")
        assert app.screen.query_one("#sound-voice-engine", Select).value == "auto"


async def test_what_is_emptied_is_as_it_comes():
    before("sound: {volume: -6, device: headset}\n")
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await write(pilot, "#sound-volume", "", "enter")
        assert app.screen.query_one("#sound-volume", Input).value == "0"
        await write(pilot, "#sound-device", "", "enter")
        assert text(app, "#message") == "Saved. sound · device: the system's default"
    assert now().sound == Settings().sound


async def test_a_theme_is_put_on_at_once():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#screen-theme", Select).value = "nord"
        await settled(pilot)
        assert app.theme == "nord"
    assert now().screen.theme == "nord"


async def test_packs_are_those_there_are():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        offered = [value for _, value in app.screen.query_one("#sound-pack", Select)._options]
    assert offered == ["bright", "night", "warm"]


async def test_a_drill_gets_another_in_its_place_and_is_done_itself_again():
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


async def test_a_file_with_a_mistake_is_told_with_its_place_and_nothing_is_offered():
    before("screen: {calm: true}\nsound: {volume: 99}\n")
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        assert text(app, "#problems").startswith('settings.yaml:2:17: "volume": expected -36 to 6 decibels, not "99"')
        await opened(pilot)
        message = text(app, "#message")
        assert message.startswith('settings.yaml:2:17: "volume": expected -36 to 6') and str(settings_file()) in message
        assert not app.screen.query(".field")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_no_field_is_cut(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        for field in app.screen.query(".field"):
            field.scroll_visible(animate=False, immediate=True)
            await settled(pilot)
            assert field.region.width >= 30 and field.region.right <= size[0] and field.region.height == 1
