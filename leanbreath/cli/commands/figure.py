"""`leanbreath figure`: draws a drill."""

import shutil
import sys
from collections.abc import Iterable

import click

from leanbreath.authoring.drawing_lookup import resolve_drawing
from leanbreath.cli.report import print_prose, print_styled, print_text, shows_colours, shows_every_colour
from leanbreath.figure.colours import DARK, mixed
from leanbreath.figure.picture import EMPTY, Blend, Run
from leanbreath.figure.pose_scene import Shot, shot_at
from leanbreath.figure.shapes import Tag
from leanbreath.figure.svg import render_svg
from leanbreath.presentation.pose_picture import picture_lines
from leanbreath.routine.problems import Problems
from leanbreath.unsafe_characters import escaped
from leanbreath.userdata.library import load_library

COLOURS: dict[Tag | None, str] = {"breath": "green", "muscle": "yellow"}


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--svg", "as_svg", is_flag=True, help="Print an animated picture as SVG.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="The working side.")
def figure(name: str, as_svg: bool, side: str) -> None:
    """Draw a drill or a pose: where it starts and how far it goes."""
    title, targets, poses, problems = resolve_drawing(load_library(), name)
    shots = [(phases, shot_at(pose, 0.0, side == "left", False, targets)) for phases, pose in poses]
    if as_svg:
        print_text(render_svg(shots, title))
    else:
        print_pictures([shot for _, shot in shots])
    if problems:
        raise Problems(problems)


def print_pictures(shots: Iterable[Shot]) -> None:
    """Print a picture of each pose, and what it is about."""
    is_blended = shows_every_colour(sys.stdout)
    for shot in shots:
        print_styled(picture_lines(shot, shutil.get_terminal_size().columns, _tint, is_blended))
        print_prose([shot.pose.about])


def _tint(run: Run) -> str:
    """Return characters in their colour, or plain if the terminal shows none; empty paper is left as it is."""
    text = escaped(run.text)
    if isinstance(run.look, Blend):
        ink, paper = (mixed(mix, DARK) if mix != EMPTY else None for mix in run.look)
        return click.style(text, fg=ink, bg=paper)
    return click.style(text, fg=COLOURS[run.look]) if run.look in COLOURS and shows_colours() else text
