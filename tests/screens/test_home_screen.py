"""The home screen: what suits today, and every routine with what it takes, ready to start."""

from dataclasses import replace
from fractions import Fraction
from threading import Event

import pytest
from textual.widgets import Input

from leanbreath.presentation.home_rows import Target
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.help import HelpScreen
from leanbreath.screens.history import HistoryScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.messages import RoutineChosen
from leanbreath.screens.registry import SCREENS
from leanbreath.widgets.routine_browser import RoutineBrowser
from tests.quick_cases import quick_values
from tests.screens.home_app import ROUTINES, STATUS, TODAY, drawn, home, loaded, shown_list, text, titles
from tests.screens.waiting import last_key, settled, until

WARMUP = replace(TODAY, kind="extra", routine="pre-run-6", title="Six-minute lean primer", week=None, day=None)
WHY = "your daily practice is done; this warms you up for a run"
BROKEN = 'settings.yaml:2:11: "volume": expected -36 to 6 decibels, not "99"; write -36 to 6. Settings ignored.'


async def test_every_routine_is_listed_with_its_length_below_what_it_is_for():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        shown = titles(app)
        headings = [each for each in shown if each.isupper()]
        assert headings == ["BEFORE A RUN", "AT HOME", "AT THE DESK", "AFTER A RUN", "IN A RUN", "ONE THING"]
        assert len(shown) == len(ROUTINES) + len(headings)
        assert "6:28  Six-minute lean primer" in shown[: shown.index("AT HOME")]


@pytest.mark.parametrize("size", quick_values([(80, 24), (120, 40)], (80, 24)))
async def test_the_highlighted_routine_shows_its_length_what_it_needs_and_its_steps(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await loaded(pilot)
        await pilot.press("tab", *["tab"] * (size[0] == 120), "down")
        await until(pilot, lambda: "6:28 · before a run · shoes, space, wall" in text(app, "#preview"))
        assert "▇▇▇" in text(app, "#preview")


async def test_entering_a_routine_ends_the_screen_with_its_id():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("down", "down", "enter")
    assert app.return_value == RoutineChosen("pre-run-6")


async def test_q_ends_the_screen_with_nothing():
    app = home()
    async with app.run_test() as pilot:
        await last_key(pilot, "q")
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


async def test_the_card_of_today_says_what_why_and_how_long_and_enter_starts_it_at_the_chosen_length():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        assert text(app, "#today").splitlines() == [
            "Today: week 3 of 8, day 2 of 4",
            "Home session for the lower belly and hips",
            "Calves first: your knee-to-wall is 7 cm.",
            "I have 8 · 9 · 10 · [11] · 12 min",
            "Enter: start · ← →: time",
        ]
        await pilot.press("left", "left")
        await settled(pilot)
        assert "I have 8 · [9] · 10 · 11 · 12 min" in text(app, "#today")
        await last_key(pilot, "enter")
    assert app.return_value == RoutineChosen("daily-12", "prescribed", Fraction(540))


async def test_t_starts_today_from_the_list_and_the_arrow_keys_choose_its_length_there_too():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("down", "right")
        await last_key(pilot, "t")
    assert app.return_value == RoutineChosen("daily-12", "prescribed", Fraction(720))


@pytest.mark.parametrize(
    ("kind", "start"), [("continue", "continued"), ("first", "as-written"), ("rest", "prescribed")]
)
async def test_an_interrupted_session_continues_and_the_tour_starts_as_it_is_written(kind, start):
    app = home(status=lambda: STATUS._replace(today=replace(TODAY, kind=kind, minutes=())))
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await last_key(pilot, "enter")
    assert app.return_value == RoutineChosen("daily-12", start)


async def test_at_120_by_40_the_week_the_plan_and_the_limiters_stand_below_the_card_with_its_figure():
    app = home()
    async with app.run_test(size=(120, 40)) as pilot:
        await loaded(pilot)
        await until(pilot, lambda: app.screen.query("#figure"))
        shown = "\n".join(drawn(app))
    for part in (
        "●    ·   [·]",
        "This week: 3 sessions, 31 minutes.",
        "Week 3 of 8  ■■■□□□□□",
        "Calves           ■■■□□□  3 points",
    ):
        assert part in shown


async def test_a_diary_that_does_not_answer_keeps_nobody_from_choosing_a_routine():
    free = Event()
    app = home(status=lambda: STATUS._replace(done=str(free.wait(30))))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown_list(app).option_count)
        await pilot.press("slash", *"kneel")
        await until(pilot, lambda: "ROUTINES" in titles(app))
        assert text(app, "#today") == ""
        free.set()
        await until(pilot, lambda: text(app, "#today"))


async def test_at_80_by_24_no_word_of_the_longest_lines_is_cut():
    app = home(
        status=lambda: STATUS._replace(today=replace(WARMUP, why=WHY, minutes=())), settings_problem=lambda: BROKEN
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        shown = " ".join(" ".join(drawn(app)).split())
    for part in (WHY[1:], "Enter: start", BROKEN, "or numbness.", "q quit", "^p find"):
        assert part in shown


async def test_at_40_by_12_the_essentials_are_shown():
    app = home()
    async with app.run_test(size=(40, 12)) as pilot:
        await loaded(pilot)
        shown = " ".join(f"{' '.join(drawn(app))} {text(app, '#today')}".split())
        assert shown_list(app).region.height >= 5
    for part in ("Home session for the lower belly and hips", "Enter: start", "Not medical advice.", "or numbness."):
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
        assert "BEFORE A RUN" in titles(app)


async def test_a_search_without_matches_says_so():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *"nowhere")
        await settled(pilot)
        assert titles(app) == ["No matches. Esc shows everything."]


async def test_a_drill_a_limiter_and_a_muscle_are_found_and_open_what_they_name():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *"calf")
        await settled(pilot)
        assert {"Calves", "DRILLS", "LESSONS", "MUSCLES"} <= {*titles(app)}
        await pilot.press("enter", "down", "down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DrillsScreen) and "calf" in text(app, "#text").lower()


async def test_a_muscle_shows_its_drills():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("slash", *"soleus", "enter")
        shown_list(app).highlighted = titles(app).index("MUSCLES") + 1
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "deep calf (soleus)"
        assert "Calf stretch, knee bent · standing, one foot back" in titles(app)


async def test_p_pins_the_highlighted_routine_to_the_top_and_says_why_it_cannot():
    pins, errors = [], [""]
    app = home(pinned=lambda: tuple(pins[:1]), pin=lambda name: pins.append(name) or errors[-1])
    async with app.run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("down", "down", "p")
        await settled(pilot)
        assert titles(app)[:2] == ["PINNED", "6:28  Six-minute lean primer"] and pins == ["pre-run-6"]
        assert app.screen.query_one(RoutineBrowser).target == Target("routine", "pre-run-6")
        errors.append("the disk is full")
        await pilot.press("p")
        await settled(pilot)
        assert [each.message for each in app._notifications] == ["the disk is full"]


@pytest.mark.parametrize("size", quick_values([(80, 24), (40, 12)], (80, 24)))
async def test_f_shows_one_occasion_after_another_and_escape_shows_all(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await loaded(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert titles(app)[0] == "BEFORE A RUN" and len(titles(app)) == 6
        await pilot.press("escape")
        await settled(pilot)
        assert "AT HOME" in titles(app)
        await last_key(pilot, "escape")
    assert app.return_value is None


async def test_the_help_names_every_key_that_opens_a_screen():
    app = home()
    async with app.run_test(size=(80, 30)) as pilot:
        await loaded(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen)
        shown = "\n".join(drawn(app))
        await pilot.press("escape")
    assert all(f"{each.key}  opens {each.label}" in shown for each in SCREENS.values())


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
