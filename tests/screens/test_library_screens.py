"""The drills with their figures and pages, and the lessons behind them."""

from itertools import pairwise

import pytest
from textual.widgets import Markdown, OptionList, Static

from leanbreath.screens.drills import DrillsScreen
from leanbreath.screens.home import HomeScreen
from leanbreath.screens.lessons import LessonsScreen
from leanbreath.screens.messages import RoutineChosen
from leanbreath.widgets.canvas import Canvas
from tests.quick_cases import quick_values
from tests.screens.home_app import LIBRARY, home, loaded, text, titles
from tests.screens.waiting import settled


async def opened(pilot, title):
    """Open the library at a drill."""
    await loaded(pilot)
    await pilot.press("d")
    await settled(pilot)
    pilot.app.screen.query_one(OptionList).highlighted = titles(pilot.app).index(title)
    await settled(pilot)


async def test_every_drill_is_shown_with_its_figure_and_everything_about_it():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Half-kneeling breath")
        assert isinstance(app.screen, DrillsScreen)
        app.screen._tick()
        options = app.screen.query_one(OptionList)
        names = {options.get_option_at_index(index).id for index in range(options.option_count)} - {None}
        assert len(names) == len(LIBRARY.drill_files)
        for part in ("Set-up", "Cues", "Mistakes", "Take care", "Instead", "Evidence", "Sources"):
            assert part in text(app, "#text")
        assert app.screen.query_one(Canvas).display and app.screen.query_one(Canvas)._rows
        await pilot.press("down", "pagedown", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_headings_are_bold_and_other_drills_go_by_their_titles():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Half-kneeling breath")
        page = app.screen.query_one("#text", Static).render()
        assert "knee pain when kneeling: Standing hip-flexor breath" in page.plain
        bold = {page.plain[span.start : span.end].partition(":")[0] for span in page.spans if span.style == "bold"}
    assert {"Set-up", "Mistakes", "Instead"} <= bold and {"Evidence B", "Evidence C"} & bold


@pytest.mark.parametrize(("calm", "most"), [(True, 2), (False, 20)])
async def test_the_figure_moves_no_more_often_than_the_runner_wants(calm, most):
    app = home(is_calm=lambda: calm)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Half-kneeling breath")
        steps = [timer._interval for timer in app.screen._timers if timer._callback == app.screen._tick]
    assert steps == [1 / most]


@pytest.mark.parametrize("size", quick_values([(40, 12), (80, 24), (120, 40)], (80, 24)))
async def test_the_figure_leaves_at_least_half_of_the_page_to_the_text(size):
    app = home()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "Half-kneeling breath")
        assert app.screen.query_one(Canvas).size.height <= app.screen.query_one("#page").size.height / 2


async def test_l_leads_from_a_drill_to_the_lesson_about_what_it_helps_and_back():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Calf stretch, knee straight")
        await pilot.press("l")
        await settled(pilot)
        assert isinstance(app.screen, LessonsScreen)
        assert app.screen.query_one(Markdown).source.startswith("# Calves")
        await pilot.press("escape")
        assert isinstance(app.screen, DrillsScreen)


async def test_a_drill_that_helps_nothing_in_particular_leads_to_no_lesson():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Easy jog")
        await pilot.press("l")
        await settled(pilot)
        assert isinstance(app.screen, DrillsScreen)
        assert "lesson" not in {binding.description for _, binding, on, _ in app.screen.active_bindings.values() if on}


async def test_the_lessons_are_there_to_read():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        await pilot.press("l")
        assert isinstance(app.screen, LessonsScreen)
        await settled(pilot)
        assert titles(app)[:2] == ["Why can't I lean forward?", "How to practise safely"] and len(titles(app)) == 8
        assert "Find what holds you" in app.screen.query_one(Markdown).source
        await pilot.press("down")
        await settled(pilot)
        assert "Getting up" in app.screen.query_one(Markdown).source


@pytest.mark.parametrize("key", quick_values(["t", "enter"], "t"))
async def test_a_lesson_ends_with_a_routine_that_a_key_starts(key):
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        await pilot.press("l")
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
    assert app.return_value == RoutineChosen("first-tour-7")


async def test_a_link_leads_to_another_lesson_or_a_drill():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await loaded(pilot)
        await pilot.press("l")
        await settled(pilot)
        page = app.screen.query_one(Markdown)
        page.post_message(Markdown.LinkClicked(page, "lesson:head-and-eyes"))
        await settled(pilot)
        assert app.screen.query_one(Markdown).source.startswith("# Head, eyes and arms")
        page.post_message(Markdown.LinkClicked(page, "drill:head-glide"))
        await settled(pilot)
        assert isinstance(app.screen, DrillsScreen)


async def test_the_drills_are_sorted_by_family_and_title():
    app = home()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, "Easy jog")
        entries = app.screen.data.drills()
    assert all((one.family, one.title) <= (two.family, two.title) for one, two in pairwise(entries))
