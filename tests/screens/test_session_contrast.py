"""What is written during a session can be read in every theme, light or dark."""

import pytest

from leanbreath.score.snapshot import snapshot_at
from leanbreath.session.session import Status
from tests.screens.session_app import laid_out, score, session_app
from tests.screens.test_contrast import THEMES, faint
from tests.screens.test_session_screen import begun


@pytest.mark.parametrize("theme", THEMES)
async def test_everything_written_during_a_session_stands_out(theme):
    made, routine = session_app("daily-12"), score("daily-12")
    made.app.theme = theme
    async with made.app.run_test(size=(80, 24)) as pilot:
        await begun(made, pilot)
        await laid_out(made, pilot)
        shown = Status("playing", snapshot_at(routine, 654 * 48_000), 0, "Belly soft, tail free.", 0, routine)
        made.screen.show(shown)
        await pilot.pause()
        found = {"session": faint(made.app)}
        await pilot.press("question_mark")
        await pilot.pause()
        found["keys"] = [text for text in faint(made.app) if text[0] in HELP]
        await pilot.press("escape")
        made.screen._end()
        await pilot.pause(0.2)
        found["end"] = [text for text in faint(made.app) if text[0].startswith(("Effort", "Leaning", "A note"))]
    assert {screen: texts for screen, texts in found.items() if texts} == {}


HELP = ("Keys. The session goes on meanwhile.",)
"""A line of the dialog; what lies dimmed behind it is not meant to be read."""
