"""`leanbreath watch`: a preview of a file while you edit it."""

import sys
from functools import partial
from pathlib import Path

import click

from leanbreath.authoring.preview import preview_routine
from leanbreath.authoring.watched_file import linter_for, read_preview, signature
from leanbreath.cli.options import SpeedType
from leanbreath.playback.audio_setup import load_phrases
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose
from leanbreath.userdata.settings_file import load_settings_or_defaults


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--speed", type=SpeedType(), default=1.0, help="How fast the preview plays.")
@click.option("--from", "from_step", metavar="STEP", help="Start the preview at a step: its number or its drill.")
def watch(file: Path, speed: float, from_step: str | None) -> None:
    """Preview a file while you edit it.

    It shows the problems, timeline and figure of a routine, drill or pose. Run it beside your editor: it updates after
    each save.
    """
    from leanbreath.app import show_watch
    from leanbreath.playback.session_setup import start_place
    from leanbreath.playback.terminal import has_screen
    from leanbreath.screens.watch import WatchScreen

    if not file.exists():
        raise InvalidRequest(f"no file {file}; create one with  leanbreath new")
    if not has_screen(sys.stdin, sys.stdout):
        raise InvalidRequest("watch needs a terminal; without one, use  leanbreath check")
    routine = preview_routine(file, linter_for(file).library) if from_step else None
    start = start_place(compose(routine), from_step)[0] if routine else 0
    spoken = load_phrases(load_settings_or_defaults()[0].language)
    show_watch(WatchScreen(file.name, partial(signature, file), partial(read_preview, file, spoken), speed, start))
