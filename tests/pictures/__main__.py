"""Makes the pictures of the README again: `python -m tests.pictures`."""

import asyncio
import os
import re
from pathlib import Path

from leanbreath.authoring.figures import load_figures
from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.svg import render_svg
from leanbreath.score.compose import compose
from leanbreath.score.score import Score
from leanbreath.score.snapshot import snapshot_at
from leanbreath.session.status import Status
from leanbreath.widgets.today_panel import TodayPanel
from tests.pictures.terminal import picture
from tests.screens.home_app import home, loaded
from tests.screens.session_app import LIBRARY, laid_out, session_app_for
from tests.screens.waiting import settled, until

HERE = Path(__file__).parent
ROUTINE, DRILL, BREATH, SIZE = "daily-12", "wall-lean-breath", 2, (100, 32)
"""The moment that is shown: the middle of an exhale in a lean on the wall."""

DESK_SIZE = (120, 36)

DRILLS = (
    "hooklying-low-belly",
    "all-fours-belly-hang",
    "half-kneel-breath",
    "gastroc-wall-stretch",
    "ankle-rock-wall",
    "leg-swing-sagittal",
    "wall-lean-breath",
    "hands-high",
)
COLUMNS, WIDE, HIGH, WORDS = 4, 230, 190, 26


async def screen() -> str:
    """Return the session screen as SVG."""
    os.environ["COLORTERM"] = "truecolor"
    routine = LIBRARY.routine(ROUTINE).value
    assert routine is not None
    score = compose(routine)
    made, shown = session_app_for(score), _status(score)
    made.sound.open = lambda session: ""  # type: ignore[method-assign]
    made.session.status = lambda now: shown  # type: ignore[method-assign]
    async with made.app.run_test(size=SIZE) as pilot:
        await laid_out(made, pilot)
        for _ in range(2):  # once to lay out what it shows, once to draw it there
            made.screen.show(shown)
            await settled(pilot)
        return picture(made.screen._compositor.render_strips(), made.screen.styles.background.hex)


async def desk() -> str:
    """Return the home screen as SVG."""
    os.environ["COLORTERM"] = "truecolor"
    app = home()
    async with app.run_test(size=DESK_SIZE) as pilot:
        await loaded(pilot)
        await until(pilot, lambda: pilot.app.screen.query_one(TodayPanel).size.height > 0)
        for _ in range(4):  # the figure and the preview come after the lists
            await settled(pilot)
        return picture(app.screen._compositor.render_strips(), app.screen.styles.background.hex)


def _status(score: Score) -> Status:
    breath = next(each for each in score.segments if (each.drill, each.rep, each.phase) == (DRILL, BREATH, "exhale"))
    snapshot = snapshot_at(score, (breath.start + breath.end) // 2)
    return Status("playing", snapshot, 0, snapshot.line, 0, score)


def sheet() -> str:
    """Return some drills, each moving, on one sheet."""
    rows = -(-len(DRILLS) // COLUMNS)
    parts = [_placed(number, name) for number, name in enumerate(DRILLS)]
    size = f'width="{COLUMNS * WIDE}" height="{rows * (HIGH + WORDS)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<rect width="100%" height="100%" fill="#ffffff"/>\n' + (
        "".join(parts) + "</svg>\n"
    )


def _placed(number: int, name: str) -> str:
    drill = LIBRARY.drill(name).value
    assert drill is not None
    figure = load_figures(LIBRARY, {name: drill})[name]
    drawn = render_svg((("", Shot(figure.poses[0][1], targets=figure.targets)),), drill.title)
    drawn = re.sub(r"<(title|desc)>.*?</\1>\n?", "", drawn)
    drawn = re.sub(r'(?<=values=")[^"]+', _every_second, drawn)
    drawn = re.sub(r'(?<= d=")[^"]+|(?<=values=")[^"]+', _shorter, drawn)
    drawn = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", drawn)
    x, y = number % COLUMNS * WIDE, number // COLUMNS * (HIGH + WORDS)
    place = f'x="{x + 8}" y="{y + 8}" width="{WIDE - 16}" height="{HIGH - 16}"'
    drawn = re.sub(r'width="\d+" height="\d+"', place, drawn, count=1)
    words = (
        f'<text x="{x + WIDE // 2}" y="{y + HIGH + 10}" text-anchor="middle" font-family="sans-serif" font-size="13">'
    )
    return f"{drawn}{words}{drill.title}</text>\n"


def _every_second(values: re.Match[str]) -> str:
    """Return half of the steps of an animation, with its first and its last: enough for small figures."""
    return ";".join(values[0].split(";")[::2])


def _shorter(paths: re.Match[str]) -> str:
    """Return the same paths without what can be left out: `.0`, and the space before a minus."""
    return re.sub(r"\.0(?!\d)", "", paths[0]).replace(" -", "-")


if __name__ == "__main__":
    (HERE / "session.svg").write_text(asyncio.run(screen()))
    (HERE / "home.svg").write_text(asyncio.run(desk()))
    (HERE / "drills.svg").write_text(sheet())
