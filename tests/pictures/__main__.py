"""Makes the pictures of the README again: `python -m tests.pictures`."""

import asyncio
import os
import re
from pathlib import Path

from leanbreath.authoring.figures import load_figures
from leanbreath.figure.pose_scene import Shot
from leanbreath.figure.svg import render_svg
from leanbreath.score.score import RATE
from leanbreath.score.snapshot import snapshot_at
from leanbreath.session.session import Status
from tests.pictures.terminal import picture
from tests.screens.session_app import LIBRARY, score, session_app

HERE = Path(__file__).parent
ROUTINE, SECOND, SIZE = "daily-12", 654, (100, 32)
"""The moment that is shown: a breath in a lean on the wall."""

LINE = "Belly soft, tail free."

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
    made, routine = session_app(ROUTINE), score(ROUTINE)
    async with made.app.run_test(size=SIZE) as pilot:
        while not made.screen._panel:
            await pilot.pause(0.05)
        made.sound.open = lambda session: ""  # type: ignore[method-assign]
        made.screen.controller.notice = ""
        shown = Status("playing", snapshot_at(routine, SECOND * RATE), 0, LINE, 0, routine)
        for _ in range(2):  # once laid out, once drawn in its place
            made.screen.show(shown)
            made.screen._panel.show_notice("")
            await pilot.pause()
        made.screen.show(shown)
        background = made.screen.styles.background.hex
        return picture(made.screen._compositor.render_strips(), background)


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
    drawn = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", drawn)
    x, y = number % COLUMNS * WIDE, number // COLUMNS * (HIGH + WORDS)
    place = f'x="{x + 8}" y="{y + 8}" width="{WIDE - 16}" height="{HIGH - 16}"'
    drawn = re.sub(r'width="\d+" height="\d+"', place, drawn, count=1)
    words = (
        f'<text x="{x + WIDE // 2}" y="{y + HIGH + 10}" text-anchor="middle" font-family="sans-serif" font-size="13">'
    )
    return f"{drawn}{words}{drill.title}</text>\n"


if __name__ == "__main__":
    (HERE / "session.svg").write_text(asyncio.run(screen()))
    (HERE / "drills.svg").write_text(sheet())
