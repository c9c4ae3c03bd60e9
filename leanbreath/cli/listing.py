"""`leanbreath list`: every routine with its length."""

from typing import Any

import click

from leanbreath.cli.faults import say
from leanbreath.cli.folders import library
from leanbreath.cli.report import escaped, problem_lines
from leanbreath.routine.library import Library
from leanbreath.routine.problems import Problem
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.score.sheet import clock


def rows(found: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return what there is to know of each routine, and the problems of those that cannot be listed."""
    listed: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for name in found.routine_files:
        reading = found.routine(name)
        if reading.value is None or reading.problems:
            problems.extend(reading.problems)
            continue
        score = compose(reading.value)
        needs = sorted({need for drill in reading.value.drills() for need in drill.needs})
        listed.append(
            {
                "id": name,
                "title": reading.value.title,
                "for": reading.value.kind,
                "seconds": score.total / RATE,
                "waits": score.waits,
                "needs": needs,
                "about": reading.value.about,
            }
        )
    return listed, sorted({*found.problems, *problems})


@click.command("list")
@click.option(
    "--for", "kind", metavar="KIND", help="Only routines for this: pre-run, daily, desk-reset, post-run, lean-lab."
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as data.")
def listing(kind: str | None, as_json: bool) -> int:
    """List the routines with their lengths."""
    listed, problems = rows(library())
    say(line for problem in problems for line in problem_lines(problem))
    listed = [row for row in listed if kind in (None, row["for"])]
    if as_json:
        import json

        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return 0
    width = max((len(row["id"]) for row in listed), default=0)
    for row in listed:
        length = clock(round(row["seconds"] * RATE))
        click.echo(escaped(f"{row['id']:<{width}}  {length:>6}  {row['for']:<10}  {row['title']}"))
    if not listed:
        say([f'leanbreath: no routine is for "{kind}"'] if kind else ["leanbreath: there are no routines"])
        return 1
    return 0
