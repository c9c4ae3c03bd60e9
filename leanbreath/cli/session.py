"""Runs a session for a command: on screen or in lines, then its outcome as messages and an exit code."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from leanbreath.authoring.resolve import is_file, resolve_routine
from leanbreath.cli.errors import report_outcome
from leanbreath.cli.report import print_lines, print_message, print_problems, print_prose, print_to_stderr
from leanbreath.diary.moment import moment
from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import save_offset
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.interrupts import interruptible
from leanbreath.playback.returning_drills import ReturningDrills
from leanbreath.playback.runner import run_session
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import PreparedSession, prepare_session
from leanbreath.playback.sound_player import SoundPlayer
from leanbreath.playback.terminal import has_keyboard, has_screen
from leanbreath.playback.time_source import TimeSource, local_time
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.score.own_breath import has_paced_breath
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import SessionController
from leanbreath.session.session import Session
from leanbreath.userdata.library import load_library
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings import ScreenSettings, SoundSettings
from leanbreath.userdata.settings_file import load_settings_or_defaults

if TYPE_CHECKING:
    from leanbreath.figure.shot_selection import DrillFigure
    from leanbreath.presentation.end_card import EndCard
    from leanbreath.presentation.preparation_card import PreparationCard
    from leanbreath.session.progress import SessionResult


def run_named(name: str, options: SessionOptions) -> int:
    """Run the routine that a NAME or FILE means, and return the exit code."""
    library = load_library()
    routine, warnings = resolve_routine(library, name)
    print_problems(warnings)
    return run_routine(library, routine, replace(options, source=source_of(name)))


def source_of(name: str) -> str:
    """Return a NAME, or the whole path of a FILE, by which a session is resumed from any folder."""
    return str(Path(name).resolve()) if is_file(name) else name


def run_routine(library: Library, routine: Routine, options: SessionOptions) -> int:
    """Run a routine until it ends or the runner leaves, and return the exit code."""
    settings, problems = load_settings_or_defaults()
    print_problems(problems)
    on_screen = not options.plain and has_screen(sys.stdin, sys.stdout)
    has_keys = not options.is_rehearsal and (on_screen or has_keyboard(sys.stdin))
    prepared = prepare_session(library, routine, options, settings, Diary(diary_file()), has_keys)
    for notice in prepared.recorder.notices:
        print_message(notice)
    for text in prepared.returning.texts:
        print_message(text[:1].lower() + text[1:])
    if on_screen:
        show = session_screen(library, routine, prepared, settings.screen, options.calm)
    else:
        prepared.controller.is_held = prepared.needs_card and has_keys
        show = session_lines(prepared)
    with interruptible():
        outcome = run_session(prepared.controller, prepared.recorder, show)
        code = report_outcome(outcome, on_screen, _end_card(library, routine, prepared))
    prepared.save_sound()
    return code


def session_lines(prepared: PreparedSession) -> Callable[[], None]:
    """Return a function that runs a session in lines on standard output."""
    from leanbreath.presentation.opening_lines import opening_lines

    return lambda: show_lines(
        prepared.controller,
        opening_lines(_card(prepared)),
        questions=prepared.returning,
        begin_breath_at=prepared.begin_breath_at if has_paced_breath(prepared.score) else None,
    )


def show_lines(
    controller: SessionController,
    opening: Iterable[str],
    time: TimeSource | None = None,
    questions: ReturningDrills | None = None,
    begin_breath_at: Callable[[Fraction], str] | None = None,
) -> None:
    """Run a session in lines on standard output; its notices go to standard error."""
    from leanbreath.lines import run_lines

    write, warn = (lambda line: print_prose([line])), (lambda notice: print_to_stderr([notice]))
    run_lines(controller, opening, write, warn, time, questions, begin_breath_at)


def session_screen(
    library: Library, routine: Routine, prepared: PreparedSession, screen: ScreenSettings, is_calm: bool
) -> Callable[[], None]:
    """Return a function that runs a session on screen; figures and card are made when its first frame is drawn."""
    from leanbreath.app import show_session
    from leanbreath.screens.session import SessionScreen

    def figures() -> dict[str, "DrillFigure"]:
        from leanbreath.authoring.figures import load_figures

        return load_figures(library, prepared.draft.named_drills())

    card = (lambda: _card(prepared)) if prepared.needs_card else None
    calm, last = is_calm or screen.calm, _end_card(library, routine, prepared)

    def made(can_draw: Callable[[], bool]) -> SessionScreen:
        returning, breath = prepared.returning, prepared.begin_breath_at if has_paced_breath(prepared.score) else None
        return SessionScreen(
            prepared.controller,
            figures,
            card,
            returning,
            breath,
            prepared.lengths,
            last,
            calm,
            screen.view,
            can_draw,
        )

    return lambda: show_session(made, screen.theme)


def _card(prepared: PreparedSession) -> "PreparationCard":
    from leanbreath.playback.safety_text import load_safety
    from leanbreath.presentation.preparation_card import preparation_card

    safety = load_safety() if prepared.is_first else ()
    score, returning = prepared.controller.session.timeline.splices[0].score, prepared.returning
    is_first, draft = prepared.is_first_of_routine, prepared.draft
    return preparation_card(
        draft.routine, score, safety, returning.texts, is_first, draft.breath_text, draft.changes_text
    )


def _end_card(library: Library, routine: Routine, prepared: PreparedSession) -> "Callable[[SessionResult], EndCard]":
    """Return a function that makes the end card of what was done."""

    def made(result: "SessionResult") -> "EndCard":
        from leanbreath.presentation.end_card import end_card

        recorder = prepared.recorder
        week = _week_line(library, routine, recorder) if recorder.keeps_diary else ""
        return end_card(result, week, routine.kind)

    return made


def _week_line(library: Library, routine: Routine, recorder: DiaryRecorder) -> str:
    """Return what a session did for the week of the plan, or without one for the week."""
    from leanbreath.coach_loader import plan_with
    from leanbreath.presentation.end_card import week_line
    from leanbreath.presentation.plan_line import plan_line

    state = plan_with(library, recorder.session, recorder.now) if recorder.session else None
    return plan_line(state, routine.kind, recorder.now.day) if state else week_line(recorder.sessions, recorder.now)


def show_sound_check(settings: SoundSettings, now: float) -> int:
    """Play every sound once, print how that went, and return the exit code."""
    from leanbreath.score.sound_check import sound_check

    sound = SoundPlayer(settings)
    controller = SessionController(Session(sound_check(), SilentClock(now)), sound, lambda *_: None)
    with interruptible():
        recorder = DiaryRecorder(None, None, lambda: moment(local_time()))
        outcome = run_session(controller, recorder, lambda: show_lines(controller, ["Every sound."]))
        code = report_outcome(outcome, with_notices=False)
    if sound.description:
        print_lines([f"Played by {sound.description}. Underruns: {sound.underruns}. Times lost: {sound.losses}."])
    elif settings.output != "bell":
        print_message("nothing was heard")
    return code


def show_sync_check(settings: SoundSettings, theme: str, now: float) -> int:
    """Compare sound with picture, save the offset that the user finds, and return the exit code."""
    from leanbreath.app import show_sync
    from leanbreath.score.click_track import click_track
    from leanbreath.screens.sync import SyncScreen

    sound = SoundPlayer(replace(settings, cues="tones"))
    controller = SessionController(Session(click_track(), SilentClock(now)), sound, lambda *_: None)
    screen = SyncScreen(controller, sound, save_offset)
    with interruptible():
        recorder = DiaryRecorder(None, None, lambda: moment(local_time()))
        outcome = run_session(controller, recorder, lambda: show_sync(screen, theme))
        code = report_outcome(replace(outcome, result=None), with_notices=True)
    if screen.saved is not None:
        print_lines([f"Saved: sound is heard {screen.saved} ms later than the computer says."])
    return code
