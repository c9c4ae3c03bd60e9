"""`leanbreath figure`: what a drill looks like to do."""

import shutil
from pathlib import Path

import click

from leanbreath.authoring.examine import pose_problems
from leanbreath.cli import finding
from leanbreath.cli.faults import Mistake
from leanbreath.cli.folders import library
from leanbreath.figure.scene import STEPS, Shot, draw
from leanbreath.figure.svg import svg
from leanbreath.routine.library import Library
from leanbreath.routine.model import Drill
from leanbreath.routine.pose import Pose
from leanbreath.routine.problems import Problems, choice

WIDEST, HIGHEST = 46, 20


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--svg", "as_svg", is_flag=True, help="Print a moving picture as SVG.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", help="The side that works.")
def figure(name: str, as_svg: bool, side: str) -> None:
    """Draw a drill or a pose: where it begins and where it goes."""
    found = library()
    drill, poses = _poses(found, name)
    targets = drill.targets if drill else ()
    mirrored = side == "left"
    if as_svg:
        click.echo(svg(Shot(poses[0], mirrored=mirrored, targets=targets), drill.title if drill else name), nl=False)
        return
    for pose in poses:
        click.echo("\n".join(_drawn(pose, mirrored)))
        click.echo(pose.about)


def _poses(found: Library, name: str) -> tuple[Drill | None, tuple[Pose, ...]]:
    """Return the drill of a name, where it is one, and the poses it is drawn by."""
    if finding.is_file(name):
        return None, (_pose(found, Path(name)),)
    drill = found.drill(name).value if name in found.drill_files else None
    ids = drill.poses if drill else (name,)
    if drill and not ids:
        raise Mistake(f'the drill "{name}" names no figure; write  figure: ID  into it')
    if unknown := next((id for id in ids if id not in found.pose_files), None):
        raise Mistake(
            f'there is no drill or pose "{unknown}"; {choice(unknown, {**found.drill_files, **found.pose_files})}'
        )
    return drill, tuple(_pose(found, found.pose_files[id]) for id in dict.fromkeys(ids))


def _pose(found: Library, path: Path) -> Pose:
    reading = found.pose(path)
    problems = pose_problems(reading)
    if reading.value is None or problems:
        raise Problems(problems)
    return reading.value


def _drawn(pose: Pose, mirrored: bool) -> tuple[str, ...]:
    """Return the first and the last picture of a pose beside each other, as far as there is room."""
    still = len(pose.frames) == 1
    columns = min(WIDEST, (shutil.get_terminal_size().columns - 3) // (1 if still else 2))
    last = STEPS // 2 if pose.moves.name == "cycle" else STEPS
    steps = (0,) if still else (0, last)
    pictures = [draw(Shot(pose, step, mirrored), columns, HIGHEST) for step in steps]
    rows = (["".join(run.text for run in row) for row in pair] for pair in zip(*pictures, strict=True))
    lines = ["   ".join(pair).rstrip() for pair in rows]
    return tuple(lines[next((index for index, line in enumerate(lines) if line), 0) :])
