"""The home screen: every routine with what it takes, ready to start."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table
from textual.content import Content
from textual.widgets import Input, Markdown, OptionList, Select, Static

from leanbreath.app import HOME_STYLES, Leanbreath
from leanbreath.cli.folders import bundled
from leanbreath.cli.shelf import shelf
from leanbreath.routine.library import Library
from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.settings import SettingsScreen
from leanbreath.screens.shelf import Setting
from leanbreath.settings import Settings
from leanbreath.settings_fields import FIELDS, shown
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.words import Words

ROUTINES = Library((bundled("drills"),)).routine_files


def home(*folders: Path, save=lambda *_: "") -> Leanbreath:
    found = Library((bundled("drills"), *folders))
    made = replace(shelf(found), today=lambda: ("daily-12", "Not done yet today."), settings=defaults, save=save)
    return Leanbreath(HomeScreen(made), HOME_STYLES)


def defaults() -> tuple[Setting, ...]:
    return tuple(Setting(*field, value) for field, value in shown(Settings()))


async def test_every_routine_is_listed_with_its_length_and_what_it_needs():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = shown_rows(app)
    assert len(shown) == len(ROUTINES)
    assert "  6:24  Six-minute lean primer\n        pre-run · standing · shoes, space, wall" in shown


async def test_what_is_too_long_for_its_line_goes_on_below_its_title():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (long,) = (row for row in shown_rows(app) if "Eight-minute" in row)
    _, second, third = long.split("\n")
    assert second.startswith("        pre-run · walking, lying") and third == "        wall"


async def test_entering_a_routine_ends_the_screen_with_its_id():
    app = home()
    async with app.run_test() as pilot:
        await pilot.pause()
        second = app.screen.query_one(OptionList).get_option_at_index(1).id
        await pilot.press("down", "enter")
    assert app.return_value == second and second in ROUTINES


async def test_q_ends_the_screen_with_nothing():
    app = home()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_value is None


async def test_a_routine_of_one_s_own_with_a_mistake_is_named_not_dropped(tmp_path):
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "mine.yaml").write_text("routine: mine\ntitle: Mine\nsteps:\n  - {drill: marhc}\n")
    app = home(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = app.screen.query_one("#unlisted", Words).text
        safety = app.screen.query_one("#safety", Words).text
    assert shown == "1 file is not shown: leanbreath check tells why."
    assert safety.startswith("Not medical advice.")


def shown_rows(app: Leanbreath) -> list[str]:
    options = app.screen.query_one(OptionList)
    return [lines(options.get_option_at_index(index).prompt, 76) for index in range(options.option_count)]


def lines(row: Table | Content, width: int) -> str:
    console = Console(width=width)
    with console.capture() as captured:
        console.print(row)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def titles(app: Leanbreath) -> list[str]:
    return [each.split("\n")[0].strip() for each in shown_rows(app)]


async def test_what_suits_today_is_told_with_its_reason_and_t_starts_it():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = app.screen.query_one("#today", Words).text
        await pilot.press("t")
    assert told == "Today: Home session for low belly and hips. Not done yet today. Press t."
    assert app.return_value == "daily-12"


@pytest.mark.parametrize(
    ("written", "among", "not_among"),
    [
        ("kneel", "Home session for low belly and hips", "Undo sitting"),
        ("SIX", "Six-minute lean primer", "Eight-minute lean primer"),
        ("chair", "Home session without the floor", "Six-minute lean primer"),
    ],
)
async def test_the_search_finds_titles_places_and_needs_as_it_is_written(written, among, not_among):
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *written)
        await pilot.pause()
        found = [title.partition("  ")[2] for title in titles(app)]
        assert among in found and not_among not in found
        await pilot.press("escape")
        assert len(titles(app)) == len(ROUTINES)


async def test_a_search_for_what_is_not_there_says_so():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"nowhere")
        await pilot.pause()
        assert titles(app) == ["Nothing fits; escape shows all of them."]


async def test_f_shows_one_kind_after_the_other_and_escape_all():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        assert len(titles(app)) == 4
        assert all("pre-run" in row for row in shown_rows(app))
        await pilot.press("escape")
        assert len(titles(app)) == len(ROUTINES)
        await pilot.press("escape")
    assert app.return_value is None


async def test_every_drill_is_shown_with_its_figure_and_all_there_is_to_know():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("d")
        assert isinstance(app.screen, DrillsScreen)
        await pilot.pause(0.2)
        options = app.screen.query_one(OptionList)
        names = {options.get_option_at_index(index).id for index in range(options.option_count)} - {None}
        assert len(names) == len(Library((bundled("drills"),)).drill_files)
        text = str(app.screen.query_one("#text", Static).content)
        for part in ("Set-up", "Cues", "Mistakes", "Take care", "Evidence", "Sources"):
            assert part in text
        assert app.screen.query_one(Canvas).display and app.screen.query_one(Canvas)._rows
        await pilot.press("down", "pagedown", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_l_leads_from_a_drill_to_the_lesson_about_what_it_helps_and_back():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        options.highlighted = titles(app).index("Calf stretch, knee straight")
        await pilot.pause()
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, LessonsScreen)
        assert app.screen.query_one(Markdown).source.startswith("# Calves")
        await pilot.press("escape")
        assert isinstance(app.screen, DrillsScreen)


async def test_a_drill_that_helps_nothing_in_particular_leads_to_no_lesson():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        app.screen.query_one(OptionList).highlighted = titles(app).index("Easy jog")
        await pilot.pause()
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, DrillsScreen)
        assert "lesson" not in {binding.description for _, binding, on, _ in app.screen.active_bindings.values() if on}


async def test_the_lessons_are_there_to_read():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("l")
        assert isinstance(app.screen, LessonsScreen)
        await pilot.pause()
        assert titles(app)[:2] == ["Why can't I lean forward?", "How to practise safely"] and len(titles(app)) == 8
        assert "What others say" in app.screen.query_one(Markdown).source
        await pilot.press("down")
        await pilot.pause()
        assert "Getting up" in app.screen.query_one(Markdown).source


async def test_a_setting_that_is_changed_is_kept_and_told():
    kept = []
    app = home(save=lambda *change: kept.append(change) or "")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        assert isinstance(app.screen, SettingsScreen)
        await pilot.pause()
        app.screen.query_one("#screen-calm", Select).value = "true"
        await pilot.pause()
        volume = app.screen.query_one("#sound-volume", Input)
        volume.focus()
        volume.value = "-6"
        await pilot.press("enter")
        assert app.screen.query_one("#told", Words).text == "Kept: sound volume is -6."
    assert kept == [("screen", "calm", "true"), ("sound", "volume", "-6")]


async def test_a_setting_that_cannot_be_says_why():
    app = home(save=lambda *_: '"volume": "99" is no number of decibels here; write -36 to 6')
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        volume = app.screen.query_one("#sound-volume", Input)
        volume.focus()
        volume.value = "99"
        await pilot.press("enter")
        assert "write -36 to 6" in app.screen.query_one("#told", Words).text


def test_every_setting_has_a_sentence_and_a_value_it_can_have():
    for field, value in shown(Settings()):
        assert field.words.endswith(".") and (not field.choices or value in field.choices), field
    assert len(FIELDS) >= 15
