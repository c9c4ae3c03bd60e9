"""`leanbreath warmup`: the warm-up before a run."""

import click

from leanbreath.cli.options import session_options
from leanbreath.cli.prescribed_session import run_warmup
from leanbreath.playback.session_options import SessionOptions


@click.command()
@session_options
def warmup(options: SessionOptions) -> int:
    """Do the warm-up before a run that suits you now."""
    return run_warmup(options)
