"""`leanbreath run`: a session of any routine."""

from datetime import datetime
from pathlib import Path

import click

from leanbreath.authoring.resolve import is_file
from leanbreath.cli.options import session_options
from leanbreath.cli.report import print_message
from leanbreath.cli.session import run_named, source_of
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.playback.resume_options import resume_options
from leanbreath.playback.session_options import SessionOptions
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.paths import diary_file


@click.command()
@click.argument("name", metavar="NAME|FILE", required=False)
@click.option("--resume", is_flag=True, help="Resume the last interrupted session at its step.")
@session_options
def run(name: str | None, resume: bool, options: SessionOptions) -> int:
    """Run a routine.

    It's a timed session with sound, on screen or in plain lines.
    """
    if resume and options.fit is not None:
        raise click.UsageError("a resumed session keeps its length; leave out --fit, or start it again")
    if resume:
        for warning in check_diary(diary_file(), datetime.now()):
            print_message(warning)
        source, resumed = resume_options(Diary(diary_file()).read().sessions, name and source_of(name), options)
        if is_file(source) and not Path(source).exists():
            raise InvalidRequest(f"the file of that session is gone: {source}")
        return run_named(source, resumed)
    if name is None:
        raise click.UsageError("name a routine or a file; leanbreath list shows all routines")
    return run_named(name, options)
