"""`leanbreath daily`: the home session that is due."""

import click

from leanbreath.cli.options import session_options
from leanbreath.cli.prescribed_session import run_daily
from leanbreath.playback.session_options import SessionOptions


@click.command()
@session_options
def daily(options: SessionOptions) -> int:
    """Do the home session that is due."""
    return run_daily(options)
