"""`leanbreath history`: the sessions in the diary."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from leanbreath.diary.store import Diary, DiaryError, SessionRow
from leanbreath.presentation.report import escaped
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.time_format import format_seconds
from leanbreath.userdata.paths import diary_file

ENDINGS = {"done": "to the end", "left": "ended early", "stopped": "stopped", "fault": "ended by a fault"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the sessions as data.")
def history(as_json: bool) -> None:
    """List the sessions that were done, the latest first."""
    try:
        sessions = Diary(diary_file()).sessions()
    except DiaryError as error:
        raise InvalidRequest(str(error)) from error
    if as_json:
        click.echo(json.dumps([asdict(session) for session in sessions], indent=2, default=str))
        return
    for session in sessions:
        click.echo(escaped(_line(session)))
    if not sessions:
        click.echo("No sessions yet. Begin with: leanbreath warmup")


def _line(session: SessionRow) -> str:
    done = format_seconds(session.done_seconds)
    ending = ENDINGS.get(session.ending or "", "cut off, or still under way")
    told = "".join(f"; {each}" for each in felt(session))
    return f"{session.started:%Y-%m-%d %H:%M}  {done:>6} of drills  {session.title} ({ending}{told})"


def felt(session: SessionRow) -> Iterator[str]:
    """Yield how it felt, as far as the runner told."""
    if session.effort is not None:
        yield f"effort {session.effort} of 10"
    if session.lean:
        yield f"leaning felt {session.lean}"
    yield from dict.fromkeys(f"{row.title} hurt" for row in session.work if row.hurt)
    if session.note:
        yield session.note
