"""`leanbreath figure`: what a drill looks like to do."""

import os
import shutil
from pathlib import Path

import click

from leanbreath.authoring.pose_check import pose_problems
from leanbreath.authoring.resolve import file_of_kind, is_file, kind_of_file, valid
from leanbreath.figure.motion import complete_frames
from leanbreath.figure.raster import Run
from leanbreath.figure.scene import Shot, draw_shot, shot_at
from leanbreath.figure.shapes import Tag
from leanbreath.figure.svg import svg
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import InvalidRequest, Problems, suggestion, with_list_command
from leanbreath.userdata.library import load_library

WIDEST, HIGHEST = 46, 20
TINTS: dict[Tag | None, str] = {"breath": "green", "muscle": "yellow"}
"""What stands out where a terminal shows colours."""


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--svg", "as_svg", is_flag=True, help="Print a moving picture as SVG.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="The side that works.")
def figure(name: str, as_svg: bool, side: str) -> None:
    """Draw a drill or a pose: where it begins and where it goes."""
    drill, poses = _poses(load_library(), name)
    targets = drill.targets if drill else ()
    shots = [(each, shot_at(pose, 0.0, side == "left", False, targets)) for each, pose in poses]
    if as_svg:
        click.echo(svg(shots, drill.title if drill else name), nl=False)
        return
    for _, first in shots:
        click.echo("\n".join(_drawn(first)))
        click.echo(first.pose.about)


def _poses(found: Library, name: str) -> tuple[Drill | None, list[tuple[str, Pose]]]:
    """Return the drill of a name, where it is one, and the poses it is drawn by, each with the phases it is of."""
    if is_file(name):
        path = file_of_kind(found, name, "drill", "pose")
        if kind_of_file(path) == "pose":
            return None, [("", _pose(found, path))]
        name = path.stem
    drill = valid(found.drill(name)) if name in found.drill_files else None
    if drill and not drill.poses:
        raise InvalidRequest(f'the drill "{name}" names no figure; write  figure: ID  into it')
    phases = drill.figure if drill and isinstance(drill.figure, dict) else {"": drill.poses[0] if drill else name}
    if unknown := next((id for id in phases.values() if id not in found.pose_files), None):
        fix = with_list_command(suggestion(unknown, {**found.drill_files, **found.pose_files}), "figure")
        raise InvalidRequest(f'there is no drill or pose "{unknown}"; {fix}')
    names = {id: [phase.replace("-", " ") for phase in phases if phases[phase] == id] for id in phases.values()}
    return drill, [(", ".join(each), _pose(found, found.pose_files[id])) for id, each in names.items()]


def _pose(found: Library, path: Path) -> Pose:
    reading = found.pose_at(path)
    problems = pose_problems(reading)
    if reading.value is None or problems:
        raise Problems(problems)
    return reading.value


def _drawn(first: Shot) -> tuple[str, ...]:
    """Return a pose where it begins and where it has gone farthest beside each other, as far as there is room."""
    shots = (first,) if len(first.pose.frames) == 1 else (first, _farthest(first))
    columns = min(WIDEST, (shutil.get_terminal_size().columns - 3) // len(shots))
    pictures = [draw_shot(each, columns, HIGHEST) for each in shots]
    rows = ("   ".join("".join(map(_tinted, row)) for row in pair).rstrip() for pair in zip(*pictures, strict=True))
    lines = list(rows)
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines[next((index for index, line in enumerate(lines) if line), 0) :])


def _farthest(first: Shot) -> Shot:
    """Return a pose at its last frame; at its second where it goes round, half way where it comes back."""
    frames = complete_frames(first.pose)
    way = 0.5 if frames[0] == frames[-1] else 1.0
    way = 1 / len(frames) if first.pose.moves.name == "cycle" else way
    return shot_at(first.pose, way, first.mirrored, False, first.targets)


def _tinted(run: Run) -> str:
    """Return characters as they are shown: in their colour in a terminal, plain wherever else they go."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or run.tag not in TINTS
    return run.text if plain else click.style(run.text, fg=TINTS[run.tag])
