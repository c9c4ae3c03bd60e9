"""`leanbreath watch`: what a file comes to, while it is being written."""

from pathlib import Path
from typing import Any

import click

from leanbreath.authoring.figures import load_figures
from leanbreath.authoring.lint_files import lint_file
from leanbreath.authoring.linter import Linter
from leanbreath.authoring.neighbours import register_files, sibling_files
from leanbreath.authoring.preview import preview_routine
from leanbreath.figure.shot_selection import DrillFigure
from leanbreath.playback.audio_setup import phrases
from leanbreath.routine.problems import InvalidRequest, Problem
from leanbreath.score.compose import compose
from leanbreath.score.score import Score
from leanbreath.userdata.library import load_library
from leanbreath.userdata.settings_file import load_rules, load_settings_or_defaults

MOST_WATCHED = 100
"""So many files beside the one that is written are looked at."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--speed", type=click.FloatRange(0.1, 100), default=1.0, help="How fast the preview plays.")
@click.option("--from", "from_step", metavar="STEP", help="Where the preview begins: a step's number, or its drill.")
def watch(file: Path, speed: float, from_step: str | None) -> None:
    """Show a file beside your editor: its problems, its time line, and a preview; again after each save.

    It may be a routine, a drill, or a pose.
    """
    from leanbreath.playback.runner import has_screen, start_frame

    if not file.exists():
        raise InvalidRequest(f"there is no file {file}; leanbreath new makes one")
    if not has_screen():
        raise InvalidRequest("watch needs a terminal; leanbreath check tells the problems without one")
    routine = preview_routine(file, linter_for(file).library) if from_step else None
    _show(file, speed, start_frame(compose(routine), from_step) if routine else 0)


def linter_for(file: Path) -> Linter:
    """Return who reads a file, and knows what lies beside it."""
    found = load_library()
    register_files(found, (file, *sibling_files(file)))
    return Linter(found, load_rules())


def _show(file: Path, speed: float, start: int) -> None:
    from leanbreath.app import show_watch
    from leanbreath.screens.watch import WatchScreen

    spoken = phrases(load_settings_or_defaults()[0].language)

    def read() -> tuple[tuple[Problem, ...], Score | None, dict[str, DrillFigure]]:
        linter = linter_for(file)
        routine, found = preview_routine(file, linter.library), lint_file(linter, file)
        if routine is None:
            return found, None, {}
        return found, compose(routine, phrases=spoken), load_figures(linter.library, routine.drills())

    show_watch(WatchScreen(file.name, lambda: _signature(file), read, speed, start))


def _signature(file: Path) -> Any:
    """Return what changes when a file, or one beside it, is saved; None for one that is not there."""
    return [_stat(each) for each in (file, *sibling_files(file)[:MOST_WATCHED])]


def _stat(file: Path) -> Any:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino
