"""Runs a session until it ends, and returns how it ended; the diary is written whatever happens."""

from collections.abc import Callable
from dataclasses import dataclass

from leanbreath.diary.events import Ending
from leanbreath.playback.awake import keep_awake
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.interrupts import Stopped, ignore_signals, signal_number
from leanbreath.playback.time_source import TimeLimits, TimeSource
from leanbreath.session.controller import BACK, SessionController
from leanbreath.session.progress import SessionResult


@dataclass(frozen=True)
class Outcome:
    """How a session ended, and what to tell the runner about it.

    `result` is what was done, None if the session never began; `notices` are about its sound, `warnings` about its
    diary. `signal` is the number of the signal that stopped it, `error` an internal error.
    """

    ending: Ending
    result: SessionResult | None
    notices: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    signal: int | None = None
    error: BaseException | None = None


def run_session(
    controller: SessionController,
    recorder: DiaryRecorder,
    show: Callable[[], None],
    time: TimeSource | None = None,
    limits: TimeLimits | None = None,
) -> Outcome:
    """Run a session for as long as it is shown, and return its outcome; signals are ignored from its end on."""
    time, limits = time or TimeSource(), limits or TimeLimits()
    with keep_awake(limits.awake):
        error = _error_while(show)
        is_over = error is None and controller.session.is_over(time.now())
        ignore_signals()
        signal = None if error is None else signal_number(error)
        ending = _ending(error, signal, is_over)
        result = controller.close(time.now())
        recorder.end(ending)
        if controller.feedback:
            recorder.record_feedback(controller.feedback)
        diary_error = _error_while(lambda: recorder.close(limits.diary))
    notices = tuple(notice for notice in controller.notices if notice != BACK)
    fault = error if ending == "fault" else diary_error
    return Outcome(ending, result, notices, recorder.warnings, signal, fault)


def _error_while(run: Callable[[], None]) -> BaseException | None:
    """Run a part of a session, and return the exception that ended it, if any."""
    try:
        run()
    except (Exception, KeyboardInterrupt, Stopped) as error:
        return error
    return None


def _ending(error: BaseException | None, signal: int | None, is_over: bool) -> Ending:
    if error is None:
        return "done" if is_over else "left"
    return "fault" if signal is None else "stopped"
