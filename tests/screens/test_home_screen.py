"""The home screen: every routine with what it takes, ready to start."""

from textual.widgets import OptionList

from leanbreath.app import Leanbreath
from leanbreath.cli.folders import bundled
from leanbreath.cli.listing import rows
from leanbreath.routine.library import Library
from leanbreath.screens.home import HomeScreen
from leanbreath.widgets.words import Words


def home() -> Leanbreath:
    return Leanbreath(HomeScreen(lambda: rows(Library((bundled("drills"),)))))


async def test_every_routine_is_listed_with_its_length_and_what_it_needs():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        shown = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
    assert len(shown) == 5
    assert "6:24  Six-minute lean primer\n        pre-run · needs shoes, space, wall" in "\n".join(shown)


async def test_entering_a_routine_ends_the_screen_with_its_id():
    app = home()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
    assert app.return_value == "desk-reset-4"


async def test_q_ends_the_screen_with_nothing():
    app = home()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_value is None


async def test_a_routine_of_one_s_own_with_a_mistake_is_named_not_dropped(tmp_path):
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.yaml").write_text("routine: mine\ntitle: Mine\nsteps:\n  - {drill: marhc}\n")
    app = Leanbreath(HomeScreen(lambda: rows(Library((bundled("drills"), tmp_path)))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = app.screen.query_one("#unlisted", Words).text
        safety = app.screen.query_one("#safety", Words).text
    assert shown == "1 file is not shown: leanbreath check tells why."
    assert safety.startswith("Not medical advice.")
