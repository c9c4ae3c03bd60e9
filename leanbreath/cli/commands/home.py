"""The home screen, which opens when no command is given.

Only what its first frame needs is imported at once; routines, diary and settings are read behind it.
"""

import sys
from typing import TYPE_CHECKING

import click

from leanbreath.cli.report import print_lines
from leanbreath.playback.terminal import has_screen
from leanbreath.userdata.paths import settings_file

if TYPE_CHECKING:
    from leanbreath.presentation.home_data import HomeData
    from leanbreath.screens.messages import RoutineChosen


def home(ctx: click.Context) -> int:
    """Open the home screen and run each routine that is chosen there; without a terminal, print the help."""
    if not has_screen(sys.stdin, sys.stdout):
        print_lines(ctx.get_help().splitlines())
        return 0
    from leanbreath.app import choose_routine

    while (chosen := choose_routine(_load, _theme())) is not None:
        if code := _run(chosen):
            return code
    return 0


def _load() -> "HomeData":
    from leanbreath.home_loader import load_home_data
    from leanbreath.userdata.library import load_library

    return load_home_data(load_library())


def _theme() -> str:
    """Return the user's theme; where there is no settings file, nothing is imported to find that out."""
    from leanbreath.app import THEME

    if not settings_file().exists():
        return THEME
    from leanbreath.userdata.settings_file import load_settings_or_defaults

    return load_settings_or_defaults()[0].screen.theme


def _run(chosen: "RoutineChosen") -> int:
    from leanbreath.cli.prescribed_session import run_interrupted, run_prescribed
    from leanbreath.cli.session import run_named
    from leanbreath.playback.session_options import SessionOptions

    match chosen.start:
        case "continued":
            return run_interrupted(None, SessionOptions())
        case "prescribed":
            return run_prescribed(chosen.routine, SessionOptions(fit=chosen.seconds))
    return run_named(chosen.routine, SessionOptions(fit=chosen.seconds))
