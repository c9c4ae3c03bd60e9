"""The watch screen, driven: saves, broken saves, the preview and its keys; and once at a real terminal."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.app import WATCH_STYLES, Leanbreath
from leanbreath.authoring.figures import load_figures
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.preview import preview_routine
from leanbreath.authoring.watched_file import linter_for
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose
from leanbreath.screens.watch import WatchScreen
from leanbreath.widgets.animation import Animation
from leanbreath.widgets.plain_text import PlainText
from tests.home import at_terminal
from tests.quick_cases import quick_cases
from tests.screens.waiting import until

GOOD = "routine: own\ntitle: Own\nsteps:\n  - {drill: march, time: 60s}\n  - {drill: ankle-rock-wall, switch: 4s}\n"
BROKEN = GOOD.replace("march", "marhc")


class Saved:
    """A file whose saves the test makes."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.number = path, 0
        self.save(text)

    def save(self, text: str) -> None:
        self.path.write_text(text, "utf-8")
        self.number += 1

    def screen(self, speed: float = 1.0) -> WatchScreen:
        def read():
            linter = Linter(Library((bundled_folder("drills"),)), bundled_rules())
            routine = preview_routine(self.path, linter.library)
            return linter.check_file(self.path), compose(routine) if routine else None, {}

        return WatchScreen("own.yaml", lambda: self.number, read, speed, 0)


def options(screen: WatchScreen, name: str) -> list[str]:
    listed = screen.query_one(f"#{name}", OptionList)
    return [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]


def words(screen: WatchScreen, name: str) -> str:
    return screen.query_one(f"#{name}", PlainText).text


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    return Saved(tmp_path / "own.yaml", GOOD)


async def test_a_good_file_shows_its_time_line_and_no_problem_of_form(saved):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "March in place · 1 minute" in "".join(options(screen, "line")))
        assert not any("✗" in each for each in options(screen, "problems"))
        assert words(screen, "state").startswith("1:44")


async def test_a_broken_save_shows_the_problem_and_keeps_the_preview(saved):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(options(screen, "line")) > 3)
        before = options(screen, "line")
        saved.save(BROKEN)
        await until(pilot, lambda: "marhc" in options(screen, "problems")[0])
        assert "✗ 4:13" in options(screen, "problems")[0] and 'did you mean "march"?' in options(screen, "problems")[0]
        assert options(screen, "line") == before and "last good version" in words(screen, "state")
        saved.save(GOOD)
        await until(pilot, lambda: "last good version" not in words(screen, "state"))


async def test_a_save_keeps_the_place_of_the_preview(saved):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(options(screen, "line")) > 3)
        await pilot.press("right")
        await until(pilot, lambda: words(screen, "place").startswith("LEFT SIDE"))
        saved.save(GOOD.replace("60s", "90s"))
        await until(pilot, lambda: words(screen, "state").startswith("2:14"))
        assert words(screen, "place").startswith("LEFT SIDE")
        assert screen.query_one(Animation)._shown[1].number == "1/10"


async def test_space_plays_and_stops_and_plus_plays_faster(saved):
    screen = saved.screen(speed=20.0)
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: words(screen, "drill") == "March in place")
        await pilot.press("minus", "minus", "plus")
        assert words(screen, "state").endswith("10×")
        await pilot.press("plus", "space")
        await until(pilot, lambda: words(screen, "drill") == "Ankle rocks at the wall")
        await pilot.press("space")


async def test_enter_plays_from_the_highlighted_row(saved):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(options(screen, "line")) > 3)
        row = next(index for index, text in enumerate(options(screen, "line")) if "right side · " in text)
        screen.query_one("#line", OptionList).highlighted = row
        await pilot.press("enter")
        await until(pilot, lambda: words(screen, "place").startswith("RIGHT SIDE"))


async def test_markup_in_a_file_is_shown_as_it_stands(saved):
    screen = saved.screen()
    saved.save(GOOD.replace("{drill: march, time: 60s}", '{move: "[bold]Go[/bold] [/]", time: 5s, tim: 5s}'))
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: '"tim"' in "".join(options(screen, "problems")))
        saved.save(GOOD.replace("{drill: march, time: 60s}", '{move: "[bold]Go[/bold] [/]", time: 5s}'))
        await until(pilot, lambda: any("[bold]Go[/bold] [/]" in text for text in options(screen, "line")))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_it_fits_every_size(saved, size):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=size) as pilot:
        await until(pilot, lambda: len(options(screen, "line")) > 3)
        problems, line = screen.query_one("#problems"), screen.query_one("#line")
        assert problems.size.width > 10 and line.size.width > 10
        assert problems.styles.border_top[0] == "round" and line.styles.text_overflow == "ellipsis"


def test_a_pose_that_is_written_is_drawn_and_so_is_one_beside_its_drill(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    pose, drill = tmp_path / "rise.yaml", tmp_path / "own.yaml"
    pose.write_text("pose: rise\nframes:\n  - {near-leg: {foot: 14 0}}\n  - {near-arm: {shoulder: 120}}\n")
    drill.write_text("drill: own\ntitle: Own\ngoal: awareness\nposition: standing\nhold: 20s\nfigure: rise\n")
    for file in (pose, drill):
        linter = linter_for(file)
        routine = preview_routine(file, linter.library)
        assert routine is not None
        (figure,) = load_figures(linter.library, routine.named_drills()).values()
        assert figure.pose(None).pose == "rise"


async def test_at_80_by_24_the_preview_has_more_room_than_the_lists_and_says_each_word_once(saved):
    screen = saved.screen()
    async with Leanbreath(screen, WATCH_STYLES).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(options(screen, "line")) > 3)
        assert screen.query_one("#animation").size.height > screen.query_one("#sheets").size.height
        assert [screen.query_one(f"#animation #{name}").display for name in ("lookahead", "phase")] == [False, False]


@pytest.mark.parametrize(
    ("step", "seen"),
    quick_cases([("2", "LEFT SIDE"), ("ankle-rock-wall", "LEFT SIDE"), ("9", 'no step "9"')], [("2", "LEFT SIDE")]),
)
def test_the_preview_starts_at_the_named_step(tmp_path, step, seen):
    path = tmp_path / "own.yaml"
    path.write_text(GOOD)
    terminal = at_terminal(tmp_path, "watch", str(path), "--from", step)
    try:
        terminal.wait_for(seen)
    finally:
        terminal.kill()


def test_a_save_is_seen_at_a_real_terminal(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(GOOD)
    terminal = at_terminal(tmp_path, "watch", str(path))
    try:
        terminal.wait_for("March in place")
        path.write_text(BROKEN)
        terminal.wait_for("last good version")
        path.unlink()
        terminal.wait_for("1:1 the file cannot be read")
        terminal.send("q")
        assert terminal.end() == 0
    finally:
        terminal.kill()
