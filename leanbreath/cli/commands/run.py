"""`leanbreath run`: a session of any routine."""

import click

from leanbreath.cli.options import session_options
from leanbreath.cli.session import run_named
from leanbreath.playback.session_options import SessionOptions


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
        from leanbreath.cli.prescribed_session import run_interrupted  # here, since it loads what the coach knows

        return run_interrupted(name, options)
    if name is None:
        raise click.UsageError("name a routine or a file; leanbreath list shows all routines")
    return run_named(name, options)
