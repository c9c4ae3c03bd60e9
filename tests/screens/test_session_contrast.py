"""What is written during a session can be read in every theme, light or dark."""

from leanbreath.score.snapshot import snapshot_at
from leanbreath.screens.end import EndScreen
from leanbreath.session.status import Status
from tests.screens.session_app import laid_out, score, session_app
from tests.screens.test_contrast import in_each_theme
from tests.screens.test_session_screen import begun
from tests.screens.waiting import until


async def test_everything_written_during_a_session_stands_out():
    made, routine = session_app("daily-12"), score("daily-12")
    shown = Status("playing", snapshot_at(routine, 654 * 48_000), 0, "Belly soft, tail free.", 0, routine)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await laid_out(made, pilot)
        made.screen.show(shown)
        assert await in_each_theme(pilot) == {}


async def test_everything_written_during_a_pause_stands_out():
    made, routine = session_app("daily-12"), score("daily-12")
    kneeling = next(each.start for each in routine.segments if each.drill == "half-kneel-breath" and each.rep == 2)
    paused = Status("paused", snapshot_at(routine, kneeling), 0, "", 0, routine)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await laid_out(made, pilot)
        made.session.status = lambda now: paused  # type: ignore[method-assign]
        made.screen.show(paused)
        assert await in_each_theme(pilot) == {}


async def test_the_keys_over_a_session_stand_out():
    made = session_app("daily-12")
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: made.app.screen is not made.screen)
        assert await in_each_theme(pilot, HELP) == {}


async def test_the_questions_at_the_end_stand_out():
    made = session_app("daily-12")
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        made.screen._end()
        await until(pilot, lambda: isinstance(made.app.screen, EndScreen))
        assert await in_each_theme(pilot, ("How hard", "Leaning", "A note")) == {}


async def test_the_question_where_it_hurts_stands_out():
    made = session_app("daily-12")
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await pilot.press("h")
        await until(pilot, lambda: made.app.screen is not made.screen)
        assert await in_each_theme(pilot, ("Stopped.", "Leave it out", "That was a slip", "1, 2, 3")) == {}


HELP = ("Keys (the session keeps running)", "At other times:")
"""Lines of the dialog; what lies dimmed behind it is not meant to be read."""
