"""The question to a runner whom a drill hurts, and its answers, on the session screen."""

import pytest
from textual.widgets import Static

from leanbreath.score.unroll import unroll
from leanbreath.screens.hurt import AnswerRow, HurtScreen
from leanbreath.screens.leave import LeaveScreen
from tests.quick_cases import quick_cases
from tests.score.making import routine, step
from tests.screens.session_app import session_app
from tests.screens.waiting import settled, until

STAND = unroll(routine(step("Stand", "hold", "15s")), "left")


@pytest.mark.parametrize(
    ("key", "painful"),
    quick_cases(
        [("1", ("march",)), ("2", ("march",)), ("3", ()), ("pagedown", ("march",)), ("left", ())],
        [("1", ("march",)), ("3", ())],
    ),
)
async def test_each_answer_is_one_key(key, painful):
    made = session_app()
    made.session._substitute = lambda _: STAND
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        assert isinstance(made.app.screen, HurtScreen) and made.session.is_hurt
        assert made.session.painful == ("march",)
        await pilot.press(key)
        assert made.app.screen is made.screen and not made.session.is_hurt
        assert made.session.painful == painful


async def test_neither_space_nor_a_click_beside_the_answers_does_anything():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        await pilot.press("space", "enter", "2", "h", "n")  # nothing is easier here
        await pilot.click("#heading")
        assert isinstance(made.app.screen, HurtScreen) and made.session.is_hurt


async def test_a_click_on_an_answer_chooses_it():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        await settled(pilot)
        rows = list(made.app.screen.query(AnswerRow))
        await pilot.click(rows[-1])
        assert made.app.screen is made.screen and made.session.painful == ()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_answer_is_in_sight(size):
    made = session_app()
    made.session._substitute = lambda _: STAND
    async with made.app.run_test(size=size) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        await settled(pilot)
        drawn = "\n".join("".join(each.text for each in row) for row in made.app.screen._compositor.render_strips())
        assert all(words in drawn for words in ("Leave it out for a week.", "Stand.", "That was a slip", "q: end"))
        assert len(made.app.screen.query(".words")) == 3


async def test_q_asks_first_and_who_stays_is_asked_again():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h", "q")
        assert isinstance(made.app.screen, LeaveScreen)
        await pilot.press("n")
        assert isinstance(made.app.screen, HurtScreen) and made.session.is_hurt
        await pilot.press("q", "y")
    assert made.app.return_code == 0 and made.session.painful == ("march",)


async def test_u_brings_the_drill_back_and_is_in_the_footer_once_there_is_something_to_bring_back():
    made = session_app()
    async with made.app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        assert not made.screen.active_bindings["u"].binding.show
        await pilot.press("h", "1")
        await until(pilot, lambda: made.screen.active_bindings["u"].binding.show)
        await pilot.press("u")
        await until(pilot, lambda: not made.screen.active_bindings["u"].binding.show)
        assert made.session.painful == ()


async def test_pain_is_recorded_at_the_key_and_taken_back_at_the_key():
    made = session_app()
    recorded = []
    made.screen.controller.record = lambda work, frame: recorded.append([each.title for each in work if each.hurt])
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        assert recorded[-1] == ["March in place"]
        await pilot.press("3")
        assert recorded[-1] == []


async def test_the_question_names_the_drill():
    made = session_app()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.session.has_begun)
        await pilot.press("h")
        heading = made.app.screen.query_one("#heading", Static)
        assert str(heading.content) == "Stopped. Does it hurt? March in place"
