"""`leanbreath list`: every routine with its length, every drill, every pose."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click

from leanbreath.authoring.chosen_drills import choices
from leanbreath.presentation.report import escaped, problem_lines
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.problems import Problem
from leanbreath.routine.substitution import with_substitutions
from leanbreath.routine.vocabulary import Position, SessionType
from leanbreath.score.compose import place_passages
from leanbreath.score.score import RATE
from leanbreath.score.time_format import format_seconds
from leanbreath.score.unroll import unroll
from leanbreath.userdata.library import load_library
from leanbreath.userdata.messages import say

Rows = Callable[[Library], tuple[list[dict[str, Any]], list[Problem]]]
Columns = Callable[[dict[str, Any]], tuple[str, ...]]

PLACES: dict[Position, str] = {
    "supine": "lying",
    "supine-legs-long": "lying",
    "side-lying": "lying",
    "prone": "lying",
    "prone-elbows": "lying",
    "quadruped": "kneeling",
    "half-kneel": "kneeling",
    "seated": "sitting",
    "standing": "standing",
    "split-stance": "standing",
    "wall-lean": "standing",
    "walk": "walking",
    "jog": "jogging",
}
"""Where a runner is in a position, in a word."""


def rows(found: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return what there is to know of each routine by what it is for, and the problems of those that have mistakes."""
    listed: list[dict[str, Any]] = []
    problems: list[Problem] = []
    chosen, _ = choices(found)
    for name in found.routine_files:
        reading = found.routine(name)
        if reading.value is None or reading.problems:
            problems.extend(reading.problems)
            continue
        routine = with_substitutions(reading.value, chosen)
        spans = place_passages(unroll(routine, "left"))
        places = dict.fromkeys(PLACES[drill.position] for drill in routine.drills() if drill.position)
        needs = sorted({need for drill in routine.drills() for need in drill.needs})
        listed.append(
            {
                "id": name,
                "title": routine.title,
                "for": routine.kind,
                "seconds": spans[-1].end / RATE,
                "waits": sum(span.passage.kind == "wait" for span in spans),
                "needs": needs,
                "places": list(places),
                "about": routine.about,
                "whose": whose(found.routine_files[name]),
            }
        )
    listed.sort(key=lambda row: get_args(SessionType).index(row["for"]))
    return listed, sorted({*found.problems, *problems})


def drill_rows(found: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return what there is to know of each drill, and the problems of those that cannot be listed."""
    listed: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for name, path in sorted(found.drill_files.items()):
        reading = found.drill(name)
        drill = reading.value
        if drill is None or drill.work is None or reading.problems:
            problems.extend(reading.problems)
            continue
        listed.append(
            {
                "id": name,
                "title": drill.title,
                "goal": drill.goal,
                "position": drill.position,
                "dose": {drill.work.kind: drill.work.text()},
                "sides": drill.sides,
                "needs": list(drill.needs),
                "whose": whose(path),
            }
        )
    return listed, sorted({*found.problems, *problems})


def pose_rows(found: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return what there is to know of each pose, and the problems of those that cannot be listed."""
    listed: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for name, path in sorted(found.pose_files.items()):
        reading = found.pose_at(path)
        if reading.value is None or reading.problems:
            problems.extend(reading.problems)
            continue
        listed.append({"id": name, "about": reading.value.about, "whose": whose(path)})
    return listed, sorted({*found.problems, *problems})


def whose(path: Path) -> str:
    """Return whose a file is: `leanbreath` for what comes with it, else `yours`."""
    return "leanbreath" if path.is_relative_to(bundled_folder("drills")) else "yours"


@click.command("list")
@click.option("--for", "kind", metavar="KIND", type=click.Choice(get_args(SessionType)), help="Only routines for this.")
@click.option("--drills", "what", flag_value="drills", help="List the drills instead of the routines.")
@click.option("--poses", "what", flag_value="poses", help="List the poses that drills are drawn by.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as data.")
def listing(kind: str | None, what: str | None, as_json: bool) -> int:
    """List the routines with their lengths, or the drills, or the poses; what is yours is marked."""
    if what and kind:
        raise click.UsageError(f"--for is for routines, and --{what} lists {what}")
    find, columns = LISTS[what]
    listed, problems = find(load_library())
    say(line for problem in problems for line in problem_lines(problem))
    listed = [row for row in listed if kind in (None, row.get("for"))]
    if as_json:
        import json

        click.echo(json.dumps(listed, indent=2))
        return 0
    for line in _columns([columns(row) for row in listed]):
        click.echo(escaped(line))
    if not listed:
        say([f'leanbreath: no routine is for "{kind}"'] if kind else ["leanbreath: there are none"])
        return 1
    return 0


def _routine_columns(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["id"], f"{format_seconds(row['seconds']):>6}", row["for"], _title(row))


def _drill_columns(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["id"], row["position"], row["goal"], _title(row))


def _pose_columns(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["id"], _title(row, "about"))


def _title(row: dict[str, Any], key: str = "title") -> str:
    mine = "  (yours)" if row["whose"] == "yours" else ""
    return f"{row[key]}{mine}"


LISTS: dict[str | None, tuple[Rows, Columns]] = {
    None: (rows, _routine_columns),
    "drills": (drill_rows, _drill_columns),
    "poses": (pose_rows, _pose_columns),
}
"""What can be listed: how it is found, and what is shown of each."""


def _columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with their columns below each other; the last is as long as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip()
