"""`leanbreath show`: a page about anything there is."""

import sys
from dataclasses import asdict

import click

from leanbreath.authoring.page_lookup import page_lines, resolve_shown
from leanbreath.cli.report import print_data, print_problems, print_prose
from leanbreath.presentation.lesson_page import paragraphs, with_commands
from leanbreath.presentation.table_lists import with_lists
from leanbreath.routine.lesson import Lesson
from leanbreath.userdata.library import load_library


@click.command()
@click.argument("name", metavar="NAME|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
def show(name: str, as_json: bool) -> None:
    """Describe a routine, drill, plan, assessment or lesson.

    A drill comes with its set-up, cues, mistakes, cautions and sources.
    """
    library = load_library()
    shown, warnings = resolve_shown(library, name)
    print_problems(warnings)
    if as_json:
        data = shown._asdict() if isinstance(shown, Lesson) else asdict(shown)
        print_data(data, 2)
    elif isinstance(shown, Lesson) and sys.stdout.isatty():
        print_prose(paragraphs(with_lists(with_commands(shown.text))))
    else:
        print_prose(page_lines(library, shown))
