"""The check-up on screen: a value is kept or asked again, and the result starts what it names."""

from dataclasses import replace

from textual.widgets import Input, OptionList

from leanbreath.app import Home
from leanbreath.diary.store import Diary
from leanbreath.home_loader import load_home_data
from leanbreath.playback.checkup_session import CheckupSession
from leanbreath.screens.assessment import AssessmentScreen
from leanbreath.screens.checkup import CheckupScreen
from leanbreath.screens.lessons import LessonsScreen
from tests.coach.bundled import MATERIAL, rows
from tests.diary.making import utc
from tests.screens.home_app import LIBRARY, drawn, text
from tests.screens.waiting import settled, until


def checkup_app(folder, *there, form=None):
    """Return the check-up over results, with a diary of the test's own."""
    diary = Diary(folder / "diary.sqlite3")
    load = lambda wanted: CheckupSession(there, MATERIAL, diary, lambda: utc(20), wanted)  # noqa: E731
    data = replace(load_home_data(LIBRARY), checkup=load, is_calm=lambda: True)
    return Home(lambda: data, first=CheckupScreen(data, form))


async def found(pilot):
    """Wait until the results are shown."""
    await until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count)
    await settled(pilot)


async def asking(pilot):
    """Wait until an assessment is asked for, and return its screen."""
    await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen) and pilot.app.screen.query(Input))
    await settled(pilot)
    return pilot.app.screen


def go_to(screen, item):
    """Ask for an item of the full form."""
    checkup = screen._session.checkup
    items = checkup.items if item in checkup.items else (*checkup.items, item)
    screen._session.checkup = replace(checkup, items=items, index=items.index(item))
    screen._show()


async def test_the_check_up_looks_the_same_when_it_is_the_first_screen(tmp_path):
    app = checkup_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await found(pilot)
        assert app.screen.query_one(OptionList).styles.border_top[0] == ""
        assert drawn(app)[1].startswith("  Check-up")


async def test_the_check_up_offers_to_scroll_only_where_something_is_out_of_sight(tmp_path):
    app = checkup_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await found(pilot)
        assert not any("more" in line for line in drawn(app))
        await pilot.resize_terminal(80, 10)
        await settled(pilot)
        assert "space more" in drawn(app)[-1]


async def test_a_value_that_cannot_be_right_stays_and_is_asked_again(tmp_path):
    app = checkup_app(tmp_path, form="short")
    async with app.run_test(size=(80, 24)) as pilot:
        await asking(pilot)
        await pilot.press("enter", "9", "5", "enter")
        await settled(pilot)
        assert text(app, "#message") == '95 cm can\'t be right for "Knee to wall". Did you mean 9.5?'
        assert app.screen.query_one(Input).value == "95"
        await pilot.press("backspace", "backspace", "9", "comma", "5", "enter")
        await settled(pilot)
        await pilot.press("enter", "7", "enter")
        await settled(pilot)
        assert text(app, "#message") == "Saved: Knee to wall, left 9.5 cm, right 7 cm."
        assert text(app, "#progress") == "2 of 8"
        await pilot.press("tab", "3")
        await settled(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CheckupScreen))
    kept = {row.assessment: row.values or row.answer for row in Diary(tmp_path / "diary.sqlite3").read().assessments}
    assert kept == {"knee-to-wall-cm": (9.5, 7.0), "grip-release": "no"}


async def test_the_result_starts_the_routine_and_opens_the_lesson_that_it_names(tmp_path):
    app = checkup_app(tmp_path, *rows("knee-to-wall-cm=7/9.5 hands-low=no", utc(4), "a"))
    async with app.run_test(size=(80, 24)) as pilot:
        await found(pilot)
        assert "Calves" in text(app, "#text")
        await pilot.press("a")
        await settled(pilot)
        assert "(limited, 2 points)" in text(app, "#text")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonsScreen))
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("up", "enter")
        await until(pilot, lambda: not app.is_running)
    assert app.return_value.routine == "focus-calves"


async def test_the_longest_assessments_fit_an_80x24_terminal(tmp_path):
    app = checkup_app(tmp_path, form="full")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asking(pilot)
        for item in ("straight-knee-calf-deg", "wall-lean-line", "seated-rotation-deg", "bed-edge-trig"):
            go_to(screen, item)
            await settled(pilot)
            assert screen.query_one("#how").max_scroll_y == 0, item
            last = MATERIAL.assessments[item].how[-1].split()[-1]
            assert any(last in line for line in drawn(app)), item


async def test_leaving_with_one_side_missing_is_confirmed_and_the_clock_stops_first(tmp_path):
    app = checkup_app(tmp_path, form="short")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await asking(pilot)
        go_to(screen, "bridge-hold-s")
        await settled(pilot)
        await pilot.press("space")
        assert screen._timer.is_running
        await pilot.press("escape")
        assert not screen._timer.is_running
        await pilot.press("1", "2", "enter")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "right side is missing" in text(app, "#message") and isinstance(app.screen, AssessmentScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CheckupScreen))
