"""The plan opens where it is named, and a key starts, pauses or resumes it."""

from leanbreath.presentation.plan_view import PlanView
from leanbreath.screens.plan import PlanScreen
from tests.screens.home_app import drawn, home, loaded, text
from tests.screens.waiting import settled, until


async def test_a_plan_is_started_where_it_is_read_and_only_what_is_possible_is_offered():
    done: list[str] = []
    none = PlanView(("No plan is running.",), frozenset({"start"}))
    running = PlanView(("Week 1",), frozenset({"pause"}))
    app = home(plan=lambda: running if done else none, change_plan=lambda action: done.append(action) or "Started: it.")
    async with app.run_test(size=(120, 40)) as pilot:
        await loaded(pilot)
        await pilot.press("tab", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen) and "No plan" in text(app, "#text"))
        await settled(pilot)
        assert "s start this plan" in drawn(app)[-2] and "pause it" not in drawn(app)[-2]
        await pilot.press("p", "r", "s")
        await until(pilot, lambda: text(app, "#message") == "Started: it.")
        await settled(pilot)
        assert done == ["start"] and text(app, "#text") == "Week 1" and "p pause it" in drawn(app)[-2]
