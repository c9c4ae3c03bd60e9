"""The history on screen: its pages by number, the numbers behind a chart, and the sessions."""

from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from leanbreath.presentation.charts.drawing import plain
from leanbreath.screens.history import TABS, HistoryScreen
from tests.history import view
from tests.screens.home_app import drawn, home, loaded, text, titles
from tests.screens.waiting import settled, until

SNAPSHOTS = Path(__file__).parent / "history_snapshots"


async def opened(pilot) -> HistoryScreen:
    await loaded(pilot)
    await pilot.press("h")
    await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen) and pilot.app.screen._view)
    await settled(pilot)
    return pilot.app.screen


def rows(app) -> list[str]:
    """Return what stands between the names of the pages and the keys."""
    return [row.strip() for row in drawn(app)[1:-1]]


@pytest.mark.parametrize(("size", "page"), [((80, 24), (78, 22)), ((120, 40), (118, 38))])
async def test_each_page_is_shown_whole_and_looks_as_it_did(size, page):
    app = home()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        for number, name in enumerate(TABS[:-1], 1):
            await pilot.press(str(number))
            await settled(pilot)
            expected = [row.strip() for row in plain(view().page(name, *page))]
            assert rows(app)[: len(expected)] == expected and len(expected) <= page[1]
        await pilot.press("1")
        await settled(pilot)
        shown = "\n".join(row.rstrip() for row in drawn(app)) + "\n"
    assert shown == (SNAPSHOTS / f"calendar-{size[0]}x{size[1]}.txt").read_text()


async def test_a_runner_looks_around():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "[1 Calendar]" in text(app, "#tabs")
        await pilot.press("n")
        await settled(pilot)
        assert "Week from" in text(app, "#text") and "5:30" in text(app, "#text")
        await pilot.press("tab", "tab")
        await settled(pilot)
        assert "[3 Assessments]" in text(app, "#tabs") and "1 of 3" in text(app, "#text")
        await pilot.press("left")
        await settled(pilot)
        assert "3 of 3" in text(app, "#text")
        await pilot.press("6")
        await settled(pilot)
        assert titles(app)[0] == "2 Mar 2026, 07:00" and "5:30 of" in text(app, "#text")
        await pilot.press("down")
        await settled(pilot)
        assert "Friday, 27 February 2026" in text(app, "#text")
        await pilot.press("shift+tab")
        await settled(pilot)
        assert not screen.query_one(OptionList).display and "Longest hold" in str(screen._text.render())
        await pilot.press("escape")
        assert not isinstance(app.screen, HistoryScreen)


async def test_only_keys_that_do_something_are_offered():
    app = home()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        offered = {}
        for number in (1, 3, 5):
            await pilot.press(str(number))
            await settled(pilot)
            bindings = app.screen.active_bindings.values()
            offered[number] = {each.binding.description for each in bindings if each.enabled and each.binding.show}
    assert offered[1] - offered[5] == {"numbers"} and offered[3] - offered[1] == {"others"}


async def test_a_page_is_drawn_for_the_size_that_it_has():
    app = home()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        await settled(pilot)
        widest = max(map(len, str(screen.query_one("#text", Static).render()).splitlines()))
        tabs = text(app, "#tabs").strip()
    assert widest <= 58 and tabs == "[1 Calendar] 2  3  4  5  6"
