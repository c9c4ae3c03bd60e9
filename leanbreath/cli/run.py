"""`leanbreath run`, `warmup`, `daily` and the home screen."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from leanbreath.cli import finding
from leanbreath.cli.faults import Mistake
from leanbreath.cli.folders import diary_file, library, settings_or_defaults
from leanbreath.cli.hearing import Wishes, played_options
from leanbreath.cli.lengths import LengthType
from leanbreath.cli.performing import Options, has_screen, perform
from leanbreath.cli.terminal import own_terminal
from leanbreath.diary.store import Diary, SessionRow
from leanbreath.routine.library import Library

WARMUP, DAILY = "pre-run-6", "daily-12"


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a session."""
    for option in reversed(
        (
            click.option("--plain", is_flag=True, help="Print plain lines instead of the screen."),
            click.option("--at-once", is_flag=True, help="Begin without the card that says what is needed."),
            click.option("--calm", is_flag=True, help="Move little: nothing more often than twice a second."),
            click.option("--mute", is_flag=True, help="Begin without sound; m brings it back."),
            click.option(
                "--from", "from_step", metavar="STEP", help="Begin at a step: its number (3, 5.2) or its drill."
            ),
            click.option("--wait", type=LengthType(), default="10s", help="How long a wait lasts without a keyboard."),
            click.option(
                "--speed",
                type=click.FloatRange(0.1, 100),
                default=1.0,
                help="Rehearse faster or slower, without sound.",
            ),
            click.option(
                "--first-side", type=click.Choice(["left", "right"]), help="The side that alternating steps begin with."
            ),
        )
    ):
        command = option(command)
    return played_options(command)


@click.command()
@click.argument("name", metavar="NAME|FILE", required=False)
@click.option("--resume", is_flag=True, help="Go on with the session that was broken off last, from its step.")
@_options
def run(name: str | None, resume: bool, **options: Any) -> int:
    """Perform a routine: timed, on screen and by ear."""
    found = library()
    if resume:
        return _resume(found, name, _wished(**options))
    if name is None:
        raise click.UsageError("name a routine or a file; leanbreath list tells what there is")
    source = str(Path(name).resolve()) if finding.is_file(name) else name
    return perform(found, finding.routine(found, name), replace(_wished(**options), source=source))


def _resume(found: Library, name: str | None, options: Options) -> int:
    """Go on with the latest session, where it was broken off; a name only says which one is meant."""
    latest = Diary(diary_file()).unfinished()
    if latest is None or latest.source is None or name not in (None, latest.source, latest.routine):
        raise Mistake("no session was broken off that could be gone on with; leanbreath history tells what was done")
    routine = finding.routine(found, latest.source)
    step = options.from_step or _step(latest)
    resumed = replace(options, source=latest.source, resumed_seconds=latest.place_seconds, from_step=step, at_once=True)
    return perform(found, routine, resumed)


def _step(session: SessionRow) -> str | None:
    """Return the last step that was done, where the place is no guide to it, since what hurt is left out now."""
    done = [row.step for row in session.work if row.done_seconds and not row.hurt]
    return done[-1] if done and any(row.hurt for row in session.work) else None


@click.command()
@_options
def warmup(**options: Any) -> int:
    """Perform the warm-up before a run."""
    found = library()
    return perform(found, finding.routine(found, WARMUP), replace(_wished(**options), source=WARMUP))


@click.command()
@_options
def daily(**options: Any) -> int:
    """Perform the daily practice."""
    found = library()
    return perform(found, finding.routine(found, DAILY), replace(_wished(**options), source=DAILY))


def _wished(**options: Any) -> Options:
    sound = Wishes(**{each.name: options.pop(each.name) for each in fields(Wishes)})
    return Options(**options, sound=sound)


def home(ctx: click.Context) -> int:
    """Open the home screen, and perform what is chosen there; without a terminal, print the help."""
    if not has_screen():
        click.echo(ctx.get_help())
        return 0
    from leanbreath.app import choose
    from leanbreath.cli.shelf import shelf

    found = library()
    while (name := _chosen(lambda: choose(shelf(found), settings_or_defaults()[0].screen.theme))) is not None:
        code = perform(found, finding.routine(found, name), Options(source=name))
        if code:
            return code
    return 0


def _chosen(choose: Callable[[], str | None]) -> str | None:
    with own_terminal():
        return choose()
