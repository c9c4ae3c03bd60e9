"""The figure on screen: its colours in every theme, what a terminal is sent, and when it is drawn in characters."""

from itertools import combinations

import pyte
import pytest
from rich.color import ColorSystem
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from leanbreath.app import Leanbreath
from leanbreath.figure.dot_characters import QUADRANTS
from leanbreath.figure.pose_scene import STEPS, Shot
from leanbreath.figure.shot_picture import blend_shot, draw_shot
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.widgets.colours import KINDS
from leanbreath.widgets.compact_strip import CompactStrip
from leanbreath.widgets.figure_canvas import FigureCanvas
from tests.screens.test_contrast import THEMES, contrast

LIBRARY = Library((bundled_folder("drills"),))
POSE = LIBRARY.pose_at(LIBRARY.pose_files["half-kneel"]).value
SHOT = Shot(POSE, STEPS, targets=("hip-flexor",))

SEEN = tuple(kind for kind in KINDS if kind not in ("word", "number", "pacer", "track"))
"""The kinds of the figure and of the hills below it; those of the readout are in a part of their own."""

LEAST_DISTANCE = 0.055
"""In OKLab, where 0.02 is just told apart side by side."""


class FigureScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield FigureCanvas(id="figure")


def oklab(colour) -> tuple[float, float, float]:
    """Return a colour as lightness, green to red and blue to yellow, by Björn Ottosson's OKLab."""
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def distance(one, other) -> float:
    return sum((a - b) ** 2 for a, b in zip(oklab(one), oklab(other), strict=True)) ** 0.5


def shown(app: Leanbreath) -> FigureCanvas:
    return app.screen.query_one(FigureCanvas)


async def test_no_two_kinds_share_a_colour_in_any_theme():
    app, close, faint = Leanbreath(FigureScreen()), [], []
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            colours = {kind: shown(app).get_component_rich_style(f"canvas--{kind}").color for kind in SEEN}
            background = shown(app).background_colors[1].rich_color
            for one, other in combinations(SEEN, 2):
                if {one, other} != {"hill", "surroundings"} and distance(colours[one], colours[other]) < LEAST_DISTANCE:
                    close.append((theme, one, other))
            faint += [(theme, kind) for kind in SEEN if contrast(colours[kind], background) < 1.25]
    assert close == [] and faint == []


@pytest.mark.parametrize(
    ("environment", "is_blended"),
    [
        ({"COLORTERM": "truecolor"}, True),
        ({"COLORTERM": "24bit"}, True),
        ({"COLORTERM": ""}, False),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, False),
        ({"COLORTERM": "truecolor", "TERM": "dumb"}, False),
    ],
)
async def test_the_figure_is_blended_where_the_terminal_shows_every_colour(monkeypatch, environment, is_blended):
    for name, value in {"TERM": "xterm-256color", "NO_COLOR": "", **environment}.items():
        monkeypatch.setenv(name, value)
        if not value:
            monkeypatch.delenv(name)
    app = Leanbreath(FigureScreen())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown(app).show(SHOT)
        expected = blend_shot if is_blended else draw_shot
        assert shown(app)._rows == expected(SHOT, 80, 24)


async def test_a_theme_of_the_terminals_own_colours_is_not_blended(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Leanbreath(FigureScreen(), theme="ansi-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown(app).show(SHOT)
        assert shown(app)._rows == draw_shot(SHOT, 80, 24)


async def test_on_a_slow_link_the_figure_is_drawn_in_characters_until_it_is_good_again(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Leanbreath(FigureScreen())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for is_slow, expected in ((False, blend_shot), (True, draw_shot), (False, blend_shot)):
            shown(app).is_link_slow = is_slow
            shown(app).show(SHOT)
            assert shown(app)._rows == expected(SHOT, 80, 24)


async def test_a_strip_shows_the_same_in_fewer_bytes(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    app = Leanbreath(FigureScreen())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown(app).show(SHOT)
        compact = list(shown(app)._strips)
    assert all(isinstance(strip, CompactStrip) for strip in compact)
    plain = [Strip(list(strip), strip.cell_length) for strip in compact]
    app.console._color_system = ColorSystem.TRUECOLOR
    sent = [[strip.render(app.console) for strip in strips] for strips in (plain, compact)]
    assert cells(sent[0]) == cells(sent[1])
    assert len("".join(sent[1])) < 0.75 * len("".join(sent[0]))


def cells(rows: list[str]) -> list[list[tuple[str, str, str]]]:
    """Return letter, ink and paper of every character on a terminal that was sent rows; ink shows on letters alone."""
    screen = pyte.Screen(80, len(rows))
    pyte.Stream(screen).feed("\r\n".join(row for row in rows))
    return [
        [(each.data, each.fg if each.data != " " else "", each.bg) for each in (screen.buffer[y][x] for x in range(80))]
        for y in range(len(rows))
    ]


def test_the_blended_figure_is_made_of_blocks():
    assert {letter for row in blend_shot(SHOT, 39, 14) for run in row for letter in run.text} <= set(QUADRANTS)
