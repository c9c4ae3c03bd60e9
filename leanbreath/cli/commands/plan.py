"""`leanbreath plan`: a training plan, week by week."""

import click

from leanbreath.authoring.page_lookup import page_lines
from leanbreath.authoring.resolve import valid
from leanbreath.cli.report import print_lines, print_prose
from leanbreath.presentation.terminal_text import align_columns
from leanbreath.routine.name_suggestions import suggestion
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name", required=False)
def plan(name: str | None) -> None:
    """Show a training plan week by week, or list all plans."""
    library = load_library()
    if name is None:
        plans = ((id, valid(library.plan_at(path)).title) for id, path in library.plan_files.items())
        print_lines(align_columns(list(plans)))
    elif name in library.plan_files:
        print_prose(page_lines(library, valid(library.plan_at(library.plan_files[name]))))
    else:
        fix = suggestion(name, library.plan_files)
        raise InvalidRequest(f'no plan "{name}"; {fix}; for a cue sheet, use  leanbreath cues')
