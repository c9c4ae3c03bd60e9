"""The timed screen: everything needed is on it whole, and each key does what it says."""

import pytest
from rich.cells import cell_len

from leanbreath.score.moment import look
from leanbreath.screens.end import EndScreen
from leanbreath.screens.help import HelpScreen
from leanbreath.screens.leave import LeaveScreen
from leanbreath.session.session import Status
from leanbreath.widgets.canvas import Canvas
from leanbreath.widgets.words import Words
from tests.screens.staging import Stage, score, stage

ROUTINES = ("pre-run-6", "pre-run-8", "daily-12", "desk-reset-4", "post-run-10")
ESSENTIAL = ("clock", "drill", "place")


def cut(made: Stage, names: tuple[str, ...]) -> list[str]:
    """Return the texts that do not fit, or cannot be seen at all."""
    words = {name: made.screen.query_one(f"#{name}", Words) for name in names}
    height = made.app.size.height
    return [
        each.text
        for each in words.values()
        if cell_len(each.text) > each.size.width or not each.region or each.region.bottom > height
    ]


@pytest.mark.parametrize("name", ROUTINES)
async def test_at_80_by_24_nothing_of_any_passage_is_cut(name):
    made, routine = stage(name), score(name)
    async with made.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for segment in routine.segments:
            made.screen.show(Status("playing", look(routine, segment.start), 0, "", 0, routine))
            assert cut(made, (*ESSENTIAL, "next", "said", "routine")) == []
        assert cut_lines(made, [cue.say for cue in routine.cues if cue.say]) == []


def cut_lines(made: Stage, lines: list[str]) -> list[str]:
    width = made.screen.query_one("#said", Words).size.width
    return [line for line in lines if cell_len(line) > width]


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (80, 24), (120, 40), (250, 70)])
async def test_the_essentials_are_there_at_every_size(size):
    made, routine = stage(), score("pre-run-6")
    async with made.app.run_test(size=size) as pilot:
        await pilot.pause()
        made.screen.show(Status("playing", look(routine, 61 * 48_000), 0, "", 0, routine))
        assert cut(made, ESSENTIAL) == []
        count = made.screen.query_one("#count", Canvas).region
        assert count.height >= size[1] // 3 and count.bottom <= size[1]
        assert bool(made.screen.query_one("#figure", Canvas).region) == (size[0] >= 60)


async def test_the_whole_line_of_keys_is_seen_at_80_columns():
    made = stage()
    async with made.app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: made.screen.query("FooterKey"))
        keys = made.screen.query("FooterKey")
        assert len(keys) == 9
        assert max(key.region.right for key in keys) <= 80


async def test_a_window_that_changes_its_size_keeps_the_essentials():
    made = stage()
    async with made.app.run_test(size=(120, 40)) as pilot:
        for size in ((40, 12), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert cut(made, ("clock", "drill")) == []


@pytest.mark.parametrize(
    ("keys", "state"),
    [(["space"], "paused"), (["space", "space"], "over"), (["right"], "over"), (["plus"], "over"), (["q"], "paused")],
)
async def test_a_key_edits_the_time_line(keys, state):
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        splices = made.session.timeline.splices
        await pilot.press(*keys)
        assert made.session.timeline.splices != splices
        assert made.session.timeline.splices[-1].state == state


async def begun(made: Stage, pilot) -> None:
    """Wait until the session has begun to count in."""
    await until(pilot, lambda: len(made.session.timeline.splices) > 1)


async def until(pilot, holds) -> None:
    """Let the app go on until something holds; fail where it never does."""
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to hold")


async def test_plus_makes_the_step_longer():
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("plus")
        assert made.session.timeline.splices[-1].main.total == (384 + 10) * 48_000


@pytest.mark.parametrize(("key", "asked"), [("up", "louder"), ("down", "quieter"), ("m", "mute")])
async def test_volume_keys_reach_the_sound_and_show_the_level(key, asked):
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press(key)
        assert asked in made.sound.asked
        await until(pilot, lambda: made.screen.query_one("#notice", Words).text == "Volume -3 dB")


async def test_help_opens_over_the_session_and_closes_again():
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("question_mark")
        assert isinstance(made.app.screen, HelpScreen)
        await pilot.press("space")
        assert made.app.screen is made.screen
        assert made.session.timeline.splices[-1].state == "over"


async def test_leaving_is_asked_first_and_can_be_refused():
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        await pilot.press("q")
        assert isinstance(made.app.screen, LeaveScreen)
        await pilot.press("n")
        assert made.app.screen is made.screen
        assert made.session.timeline.splices[-1].state == "over"
        await pilot.press("q", "y")
    assert made.app.return_code == 0


async def test_why_there_is_no_sound_is_on_the_screen():
    made = stage()
    async with made.app.run_test() as pilot:
        notice = made.screen.query_one("#notice", Words)
        await until(pilot, lambda: notice.text.startswith("No sound: none is wanted"))


async def test_the_end_says_what_was_done_and_a_key_leaves():
    made = stage()
    async with made.app.run_test() as pilot:
        await begun(made, pilot)
        for _ in range(40):
            await pilot.press("right")
        await until(pilot, lambda: isinstance(made.app.screen, EndScreen))
        await pilot.press("space")
    assert made.app.return_code == 0


async def test_what_an_author_writes_is_shown_and_never_read_as_markup():
    words = Words("[bold red]not markup[/] [link=x]")
    assert words.text == "[bold red]not markup[/] [link=x]"
    assert str(words.render()) == words.text
