"""`leanbreath list`: every routine, drill or pose, one a line."""

import json
from collections.abc import Callable
from typing import Any, get_args

import click

from leanbreath.authoring.catalogue import list_drills, list_poses, list_routines
from leanbreath.cli.report import print_message, print_problems, print_table
from leanbreath.presentation.drill_summary import DrillSummary, PoseSummary
from leanbreath.presentation.listing import Listing
from leanbreath.presentation.routine_summary import Owner, RoutineSummary
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.routine.library import Library
from leanbreath.routine.vocabulary import SessionType
from leanbreath.score.time_format import format_seconds
from leanbreath.userdata.library import load_library

Row = RoutineSummary | DrillSummary | PoseSummary

LISTS: dict[str, Callable[[Library], Listing[Any]]] = {"drills": list_drills, "poses": list_poses}


@click.command("list")
@click.option("--for", "kind", metavar="KIND", type=click.Choice(get_args(SessionType)), help="Only routines for this.")
@click.option("--drills", "what", flag_value="drills", help="List drills instead of routines.")
@click.option("--poses", "what", flag_value="poses", help="List the poses that drills are drawn by.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as data.")
def list_(kind: str | None, what: str | None, as_json: bool) -> int:
    """List routines with their lengths, drills or poses; yours are marked."""
    if what and kind:
        raise click.UsageError(f"--for filters routines; --{what} lists {what}")
    found, problems = LISTS.get(what or "", list_routines)(load_library())
    rows: list[Row] = [row for row in found if kind is None or (isinstance(row, RoutineSummary) and row.kind == kind)]
    print_problems(problems)
    if as_json:
        click.echo(json.dumps([row.data() for row in rows], indent=2))
        return 0
    print_table(align_columns([_cells(row) for row in rows]))
    if not rows:
        print_message(f'no routine is for "{kind}"' if kind else f"no {what or 'routines'} yet")
    return 0 if rows else 1


def _cells(row: Row) -> tuple[str, ...]:
    match row:
        case RoutineSummary():
            return row.id, f"{format_seconds(row.seconds):>6}", row.kind, row.title + _mark(row.owner)
        case DrillSummary():
            return row.id, row.position or "", row.goal or "", row.title + _mark(row.owner)
    return row.id, row.about + _mark(row.owner)


def _mark(owner: Owner) -> str:
    return "  (yours)" if owner == "yours" else ""
