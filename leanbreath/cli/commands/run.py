"""`leanbreath run`, `warmup`, `daily` and the home screen."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from leanbreath.authoring.resolve import is_file, resolve_routine
from leanbreath.cli.options import session_options
from leanbreath.cli.report import print_problems
from leanbreath.cli.session import run_routine
from leanbreath.diary.events import SessionRow
from leanbreath.diary.stats import interrupted_session
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.session_setup import SessionOptions
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import diary_file

WARMUP, DAILY = "pre-run-6", "daily-12"


@click.command()
@click.argument("name", metavar="NAME|FILE", required=False)
@click.option("--resume", is_flag=True, help="Go on with the session that was broken off last, from its step.")
@session_options
def run(name: str | None, resume: bool, **options: Any) -> int:
    """Perform a routine: timed, on screen and by ear."""
    found = load_library()
    if resume:
        return _resume(found, name, _session_options(**options))
    if name is None:
        raise click.UsageError("name a routine or a file; leanbreath list tells what there is")
    source = str(Path(name).resolve()) if is_file(name) else name
    return run_routine(found, _resolve(found, name), replace(_session_options(**options), source=source))


def _resolve(library: Library, name: str) -> Routine:
    routine, warnings = resolve_routine(library, name)
    print_problems(warnings)
    return routine


def _resume(found: Library, name: str | None, options: SessionOptions) -> int:
    """Go on with the latest session, where it was broken off; a name only says which one is meant."""
    latest = interrupted_session(Diary(diary_file()).sessions())
    if latest is None or latest.source is None or name not in (None, latest.source, latest.routine):
        raise InvalidRequest(
            "no session was broken off that could be gone on with; leanbreath history tells what was done"
        )
    routine = _resolve(found, latest.source)
    step = options.from_step or _step(latest)
    resumed = replace(options, source=latest.source, resumed_seconds=latest.place_seconds, from_step=step, at_once=True)
    return run_routine(found, routine, resumed)


def _step(session: SessionRow) -> str | None:
    """Return the last step that was done, where the place is no guide to it, since what hurt is left out now."""
    done = [row.step for row in session.work if row.done_seconds and not row.hurt]
    return done[-1] if done and any(row.hurt for row in session.work) else None


@click.command()
@session_options
def warmup(**options: Any) -> int:
    """Perform the warm-up before a run."""
    found = load_library()
    return run_routine(found, _resolve(found, WARMUP), replace(_session_options(**options), source=WARMUP))


@click.command()
@session_options
def daily(**options: Any) -> int:
    """Perform the daily practice."""
    found = load_library()
    return run_routine(found, _resolve(found, DAILY), replace(_session_options(**options), source=DAILY))


def _session_options(**options: Any) -> SessionOptions:
    audio = AudioOptions(**{each.name: options.pop(each.name) for each in fields(AudioOptions)})
    return SessionOptions(**options, audio=audio)
