"""Runs the sessions that the coach chooses: what is due, suited to the runner, and the one that was interrupted."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.authoring.resolve import is_file
from leanbreath.cli.report import print_message
from leanbreath.cli.session import run_named, run_routine, source_of
from leanbreath.coach.choice import Choice, before_run, home_session
from leanbreath.coach.day_so_far import before, day_so_far, is_beginner
from leanbreath.coach_loader import CoachData, load_coach
from leanbreath.playback.resume_options import resume_options
from leanbreath.playback.session_options import SessionOptions
from leanbreath.presentation.fit_text import does_not_fit_text
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.library import load_library

if TYPE_CHECKING:
    from leanbreath.coach.plan_state import PlanState


def run_daily(options: SessionOptions) -> int:
    """Run the home session that is due, or the usual one, and return the exit code."""
    library = load_library()
    coach = _loaded(library)
    state = _state(coach)
    if "daily" in day_so_far(coach.content.sessions, coach.now, coach.material.kind_of).kinds:
        print_message("today's home session is done; this one is extra")
    elif state and not any(slot.kind == "daily" and slot.done is None for slot in state.slots):
        print_message("this week's home sessions are done; this one is extra")
    return _run(library, coach, home_session(state), options)


def run_warmup(options: SessionOptions) -> int:
    """Run the warm-up before a run that suits now, and return the exit code."""
    library = load_library()
    coach = _loaded(library)
    return _run(library, coach, before_run(_state(coach), is_beginner(coach.content.sessions)), options)


def run_prescribed(routine: str, options: SessionOptions) -> int:
    """Run a routine as it suits the runner now, in the time there is, and return the exit code."""
    library = load_library()
    return _run(library, _loaded(library), Choice("plan", routine, ""), options)


def run_interrupted(name: str | None, options: SessionOptions) -> int:
    """Resume the last interrupted session, with a name only one of that routine, and return the exit code."""
    library = load_library()
    coach = _loaded(library)
    latest, resumed = resume_options(coach.content.sessions, name and source_of(name), options)
    source = latest.source or ""
    if is_file(source) and not Path(source).exists():
        raise InvalidRequest(f"the file of that session is gone: {source}")
    if latest.plan is None:
        return run_named(source, resumed)
    then = replace(coach, content=before(coach.content, latest), now=latest.started)
    return _run(library, then, Choice("plan", source, ""), resumed)


def _loaded(library: Library) -> CoachData:
    coach = load_coach(library)
    for warning in coach.warnings:
        print_message(warning)
    return coach


def _state(coach: CoachData) -> "PlanState | None":
    if not coach.content.plan_events:
        return None
    from leanbreath.coach.replay import plan_state  # here, since without a plan there is nothing to replay

    return plan_state(coach.content, coach.material, coach.now)


def _run(library: Library, coach: CoachData, choice: Choice, options: SessionOptions) -> int:
    """Run a choice: prescribed in a plan, else as it is written. Raise `InvalidRequest` if it doesn't fit."""
    asked = options.fit if options.resumed_seconds is None else None
    options = replace(options, source=choice.routine, fit=options.fit or choice.fit)
    state = _state(coach)
    if state is None or coach.material.kind_of(choice.routine) is None:
        return run_named(choice.routine, options)
    from leanbreath.coach.prescribe import prescribe

    prescriber = partial(prescribe, state, coach.material, coach.content, coach.now, choice.routine)
    if asked and (shortest := prescriber(asked).seconds) > asked:
        raise InvalidRequest(does_not_fit_text(choice.routine, asked, shortest))
    return run_routine(library, coach.material.routine(choice.routine), replace(options, prescribe=prescriber))
