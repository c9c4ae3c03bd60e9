"""What is written on the screens of the home data can be read in every theme, light or dark."""

import pytest
from rich.color import Color
from textual.widgets import Input

from tests.quick_cases import quick_values
from tests.screens.home_app import home, titles
from tests.screens.waiting import settled, until

THEMES = ("textual-dark", "textual-light", "high-contrast", "nord", "gruvbox", "catppuccin-latte", "solarized-light")
LEAST = 4.5
"""What WCAG 2 asks for (AA)."""


def light(color: Color) -> float:
    """Return the relative luminance of a colour, by WCAG 2."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, two: Color) -> float:
    brighter, darker = sorted((light(one), light(two)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def faint(app) -> list[tuple[str, float]]:
    """Return every piece of text on the screen that stands out too little, as it is drawn."""
    found = {}
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style and any(each.isalnum() for each in text):
                found[text.strip()] = round(contrast(style.color, style.bgcolor), 2)
    return [(text, ratio) for text, ratio in found.items() if ratio < LEAST]


async def in_each_theme(pilot, beginnings: tuple[str, ...] = ("",)) -> dict[str, list[tuple[str, float]]]:
    """Return what stands out too little on the screen, by theme, of the texts that begin so."""
    found = {}
    for theme in THEMES:
        pilot.app.theme = theme
        await settled(pilot)
        found[theme] = [each for each in faint(pilot.app) if each[0].startswith(beginnings)]
    return {theme: texts for theme, texts in found.items() if texts}


@pytest.mark.parametrize(
    "key", quick_values(["", "d", "l", "h", "c"], ""), ids=["home", "drills", "lessons", "history", "check-up"]
)
async def test_everything_written_on_every_screen_stands_out(key):
    app = home(settings_problem=lambda: "settings.yaml:2:11: no")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, key)
        assert await in_each_theme(pilot) == {}


@pytest.mark.slow
async def test_the_settings_and_a_value_that_cannot_be_stand_out():
    app = home(save=lambda *_: "it cannot be")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "s")
        app.screen.query(Input).first().focus()
        await pilot.press("x", "tab")
        await until(pilot, lambda: "-wrong" in app.screen.query(Input).first().classes)
        assert await in_each_theme(pilot) == {}


async def opened(pilot, key: str) -> None:
    """Wait for the home screen to be filled, and open the screen of a key."""
    first = pilot.app.screen
    await until(pilot, lambda: titles(pilot.app))
    await pilot.press(*key)
    await until(pilot, lambda: not key or pilot.app.screen is not first)
    await settled(pilot)
