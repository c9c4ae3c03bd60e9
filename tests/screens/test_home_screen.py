"""The home screen: what suits today, and every routine with what it takes, ready to start."""

from threading import Event

import pytest
from textual.widgets import Input, OptionList

from leanbreath.screens.history import HistoryScreen
from leanbreath.screens.home import HomeScreen
from tests.screens.home_app import ROUTINES, STATUS, drawn, home, loaded, shown_rows, text, titles
from tests.screens.waiting import settled, until

DONE = ("pre-run-6", "Your daily practice is done; this warms you up for a run.")
BROKEN = 'settings.yaml:2:11: "volume": expected -36 to 6 decibels, not "99"; write -36 to 6. Settings ignored.'


async def test_every_routine_is_listed_with_its_length_and_what_it_needs():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        shown = shown_rows(app)
    assert len(shown) == len(ROUTINES)
    assert "  6:28  Six-minute lean primer\n        pre-run · standing · shoes, space, wall" in shown


async def test_text_too_long_for_its_line_wraps_under_its_title():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        (long,) = (row for row in shown_rows(app) if "Eight-minute" in row)
    _, second, third = long.split("\n")
    assert second.startswith("        pre-run · walking, lying") and third == "        wall"


async def test_entering_a_routine_ends_the_screen_with_its_id():
    app = home()
    async with app.run_test() as pilot:
        await loaded(pilot)
        second = app.screen.query_one(OptionList).get_option_at_index(1).id
        await pilot.press("down", "enter")
    assert app.return_value == second and second in ROUTINES


async def test_q_ends_the_screen_with_nothing():
    app = home()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_value is None


async def test_an_own_routine_with_an_error_is_reported_not_dropped(tmp_path):
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.yaml").write_text("routine: mine\ntitle: Mine\nsteps:\n  - {drill: marhc}\n")
    app = home(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        assert text(app, "#problems") == "1 file has errors and isn't listed. Run leanbreath check to see why."


async def test_an_error_in_the_settings_is_shown_with_its_place_until_it_is_fixed():
    wrong = [BROKEN]
    app = home(settings_problem=lambda: wrong[-1])
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        assert text(app, "#problems") == BROKEN
        wrong.append("")
        await pilot.press("h", "escape")
        await settled(pilot)
        assert text(app, "#problems") == ""


async def test_todays_suggestion_is_shown_with_its_reason_and_t_starts_it():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        told, week = text(app, "#today"), text(app, "#week")
        await pilot.press("t")
    assert told == "Today: Home session for the lower belly and hips. Press t to start."
    assert week == "Not done yet today. This week: 3 sessions, 31 minutes."
    assert app.return_value == "daily-12"


async def test_a_diary_that_does_not_answer_keeps_nobody_from_choosing_a_routine():
    free = Event()
    app = home(status=lambda: STATUS._replace(done=str(free.wait(30))))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query_one(OptionList).option_count)
        await pilot.press("slash", *"kneel")
        assert titles(app) and text(app, "#today") == ""
        free.set()
        await until(pilot, lambda: text(app, "#today"))


async def test_at_80_by_24_no_word_of_the_longest_lines_is_cut():
    app = home(status=lambda: STATUS._replace(routine=DONE[0], why=DONE[1]), settings_problem=lambda: BROKEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        shown = " ".join(" ".join(drawn(app)).split())
    for part in (*DONE[1:], "Press t to start.", "31 minutes.", BROKEN, "or numbness.", "^p find"):
        assert part in shown


async def test_at_40_by_12_the_essentials_are_shown():
    app = home()
    async with app.run_test(size=(40, 12)) as pilot:
        await loaded(pilot)
        shown = " ".join(" ".join(drawn(app)).split())
        assert app.screen.query_one(OptionList).region.height >= 5
    for part in (
        "Today: Home session for the lower belly and hips. Press t to start.",
        "Not medical advice.",
        "or numbness.",
    ):
        assert part in shown


@pytest.mark.parametrize(
    ("written", "among", "not_among"),
    [
        ("kneel", "Home session for the lower belly and hips", "Undo sitting"),
        ("SIX", "Six-minute lean primer", "Eight-minute lean primer"),
        ("chair", "Home session without the floor", "Six-minute lean primer"),
    ],
)
async def test_the_search_finds_titles_positions_and_equipment_as_you_type(written, among, not_among):
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *written)
        await settled(pilot)
        found = [title.partition("  ")[2] for title in titles(app)]
        assert among in found and not_among not in found
        await pilot.press("escape")
        assert len(titles(app)) == len(ROUTINES)


async def test_a_search_without_matches_says_so():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *"nowhere")
        await settled(pilot)
        assert titles(app) == ["No matches. Esc shows everything."]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_f_shows_one_kind_after_another_and_escape_shows_all(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await loaded(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert len(titles(app)) == 5
        assert all("pre-run" in row for row in shown_rows(app))
        assert "leanbreath · pre-run only" in "\n".join(drawn(app))
        await pilot.press("escape")
        await settled(pilot)
        assert len(titles(app)) == len(ROUTINES) and "· only" not in "\n".join(drawn(app))
        await pilot.press("escape")
    assert app.return_value is None


async def test_h_opens_the_history():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("h")
        await settled(pilot)
        assert isinstance(app.screen, HistoryScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_search_takes_capitals_and_other_scripts_as_they_are_written():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", "H", "й")
        assert app.screen.query_one(Input).value == "Hй"
