"""A routine performed: the parts put together, and put away again however it ends."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from math import isfinite
from threading import Thread
from time import monotonic

from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions, check_pack, keep_volume, phrases
from leanbreath.playback.awake import keep_awake
from leanbreath.playback.diary_recorder import DiaryRecorder
from leanbreath.playback.interrupts import SIGNALS, Stopped, TerminalGone, interruptible
from leanbreath.playback.session_setup import on_stage, safety_lines, spared, substitute
from leanbreath.playback.sound_player import SoundPlayer
from leanbreath.presentation.end_card import end_card
from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.presentation.report import as_shown, problem_lines
from leanbreath.routine.library import Library
from leanbreath.routine.model import Routine
from leanbreath.routine.problems import InvalidRequest
from leanbreath.routine.vocabulary import Side
from leanbreath.score.compose import compose
from leanbreath.score.edit import repeat_step, step_frame
from leanbreath.score.score import RATE, Score, frames
from leanbreath.session.clock import SilentClock
from leanbreath.session.controller import BACK, SessionController
from leanbreath.session.session import Session
from leanbreath.userdata.log import append_to_log
from leanbreath.userdata.messages import fault, say
from leanbreath.userdata.paths import diary_file
from leanbreath.userdata.settings import SoundSettings
from leanbreath.userdata.settings_file import load_settings_or_defaults

SIGHUP, SIGPIPE = 1, 13
"""By number, since not every platform has their names."""


@dataclass(frozen=True)
class Options:
    """How a routine is to be performed."""

    plain: bool = False
    mute: bool = False
    sound: AudioOptions = field(default_factory=AudioOptions)
    from_step: str | None = None
    wait: Fraction = Fraction(10)
    speed: float = 1.0
    calm: bool = False
    at_once: bool = False
    source: str | None = None
    resumed_seconds: float | None = None
    first_side: Side | None = None


def perform(found: Library, routine: Routine, options: Options) -> int:
    """Perform a routine to its end, or as far as the runner goes; return the exit code."""
    if not isfinite(options.speed):
        raise InvalidRequest("a speed is a number, such as 10")
    own, problems = load_settings_or_defaults()
    say(line for problem in problems for line in problem_lines(problem))
    hearing, night = options.sound.hearing(own, datetime.now())
    check_pack(hearing.pack)
    keeper = DiaryRecorder(Diary(diary_file()) if options.speed == 1.0 else None)
    score, without = _score(found, routine, options, keeper, own.language)
    start = start_frame(score, options.from_step, options.resumed_seconds)
    on_screen = not options.plain and has_screen()
    first = keeper.empty
    session = Session(
        score,
        SilentClock(monotonic(), options.speed),
        start,
        None if _has_keys(options, on_screen) else frames(options.wait),
        lambda drill: substitute(found, routine, drill, keeper.hurt()),
    )
    sound = SoundPlayer(hearing, options.mute, is_on=options.speed == 1.0)
    controller = SessionController(session, sound, keeper.keep, options.speed)
    keeper.begin(score, options.source)
    needless = options.at_once or start or options.speed != 1.0 or not own.screen.card
    shown = None if needless else lambda: preparation_card(routine, score, safety_lines() if first else (), without)
    show = on_stage(found, routine, controller, shown, own.screen, options.calm) if on_screen else None
    code = performed(controller, score.title, keeper, show)
    _remember(sound, hearing, night)
    return code


def _score(
    found: Library, routine: Routine, options: Options, keeper: DiaryRecorder, language: str
) -> tuple[Score, tuple[str, ...]]:
    """Return what is to be performed, without the drills that hurt today, and their titles."""
    again = options.resumed_seconds is not None
    first_side = options.first_side or keeper.first_side(routine.id, again)
    score, without = spared(found, routine, compose(routine, first_side, phrases(language)), keeper.hurt())
    say(f"leanbreath: left out today, since it hurt: {title}" for title in without)
    return score, without


def _has_keys(options: Options, on_screen: bool) -> bool:
    """Return whether there is a runner who can press a key."""
    terminal = sys.stdin is not None and sys.stdin.isatty()
    return options.speed == 1.0 and (on_screen or (terminal and os.name == "posix"))


def _remember(sound: SoundPlayer, hearing: SoundSettings, night: bool) -> None:
    """Write into the log how the sound went, and into the settings how loud it was left."""
    if sound.underruns or sound.losses:
        append_to_log(f"sound by {sound.description}: {sound.underruns} underruns, lost {sound.losses} times")
    if sound.fader.volume_db != hearing.volume:
        keep_volume(sound.fader.volume_db, night)


def performed(
    controller: SessionController, title: str, keeper: DiaryRecorder, show: Callable[[], None] | None = None
) -> int:
    """Perform as it is shown, or else in lines, until the end or a stop; return the exit code."""
    with interruptible(), keep_awake():
        return _performed(controller, title, keeper, show)


def _performed(
    controller: SessionController, title: str, keeper: DiaryRecorder, show: Callable[[], None] | None
) -> int:
    """Perform; whatever ends it, the terminal is restored, the diary written, and what was done is said."""
    try:
        if show is None:
            _in_lines(controller, title)
        else:
            _on_screen(controller, show)
        over = controller.session.is_over(monotonic())
        code, ending = 0, "done" if over else "left"
    except (Exception, KeyboardInterrupt, Stopped) as end:
        code, ending = _ended(end)
    _deaf()
    done = controller.close(monotonic())
    keeper.end(ending)
    if controller.feedback:
        keeper.tell(controller.feedback)
    _tell(tuple(end_card(done)) if done else ())
    say(keeper.warnings)
    return code


def _deaf() -> None:
    """Take no further signal while what was done is written and said."""
    for name in SIGNALS:
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)


def _ended(end: BaseException) -> tuple[int, str]:
    """Return the exit code, and how the diary calls it, of a session that was ended from outside or by a fault."""
    match end:
        case Stopped():
            return 128 + end.number, "stopped"
        case KeyboardInterrupt():
            return 128 + signal.SIGINT, "stopped"
        case BrokenPipeError():
            return 128 + SIGPIPE, "stopped"
        case OSError(errno=errno.EIO) | TerminalGone():
            return 128 + SIGHUP, "stopped"
    return fault(end), "fault"


def _on_screen(controller: SessionController, show: Callable[[], None]) -> None:
    try:
        show()
    finally:
        say(notice for notice in controller.notices if notice != BACK)


def _in_lines(controller: SessionController, title: str) -> None:
    from leanbreath.lines import Keyboard, Lines

    write = _writer()
    write(f"{title}. {controller.session.phrases.safety}")
    with Keyboard().listening() as keyboard:
        Thread(target=controller.open, args=(monotonic,), daemon=True).start()
        Lines(controller, write, keyboard).run()


def _writer() -> Callable[[str], None]:
    return lambda line: print(as_shown(line, sys.stdout), flush=True)


def _tell(lines: tuple[str, ...]) -> None:
    """Print what was done, as far as there is still somebody to read it."""
    try:
        for line in lines:
            print(as_shown(line, sys.stdout), flush=True)
    except OSError:
        return


def start_frame(score: Score, step: str | None, resumed_seconds: float | None = None) -> int:
    """Return the frame at which a step begins, by its number or its drill; else where it is to be resumed, or 0."""
    if step is None:
        return repeat_step(score, round((resumed_seconds or 0.0) * RATE))[1]
    frame = step_frame(score, step)
    if frame is None:
        known = list(dict.fromkeys(passage.step for passage in score.passages))
        raise InvalidRequest(f'there is no step "{step}"; the steps are {", ".join(known)}, or name a drill')
    return frame


def has_screen() -> bool:
    """Return whether a screen can be shown."""
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    return terminal and (os.name != "posix" or os.environ.get("TERM", "") not in ("", "dumb"))
