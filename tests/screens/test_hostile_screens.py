"""No screen, card or dialog sends the terminal anything of a text but what fills its cells."""

from importlib import import_module
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.screen import Screen

import leanbreath.screens
from tests.hostile import MARK, SHORT, acted_on
from tests.screens.hostile_screens import VIEWS

BASES = {"DataScreen", "Dialog", "HomeReading", "ShortFooterScreen", "MasterDetailScreen", "SessionKeys"}
"""Screens that are never shown themselves."""


@pytest.mark.parametrize("views", VIEWS, ids=lambda views: views.__name__)
async def test_no_text_controls_the_terminal_or_is_read_as_markup(views) -> None:
    drawn = await views(SHORT)
    for name, sent in drawn.views.items():
        assert (name, acted_on(sent)) == (name, set())
        assert f"{MARK}[b]" in sent and "\t" not in sent
    assert drawn.screens == VIEWS[views]


def test_every_screen_is_tried() -> None:
    names = [path.stem for path in Path(leanbreath.screens.__path__[0]).glob("[a-z]*.py")]
    found = [each for name in names for each in vars(import_module(f"leanbreath.screens.{name}")).values()]
    screens = {each for each in found if isinstance(each, type) and issubclass(each, Screen)}
    own = {each for each in screens if each.__module__.startswith("leanbreath") and each.__name__ not in BASES}
    assert own == set().union(*VIEWS.values()) - {CommandPalette}
