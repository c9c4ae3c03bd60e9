"""A session from its setup to its outcome, in time that waits for nothing."""

import signal
from contextlib import closing
from datetime import date
from sqlite3 import connect

import pytest

from leanbreath.diary.store import Diary
from leanbreath.lines import run_lines
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.interrupts import Stopped, TerminalGone, interruptible, signal_number
from leanbreath.playback.runner import Outcome, run_session
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import PreparedSession, prepare_session, start_place, step_ranges
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.routine.model import Wait
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.compose import compose
from leanbreath.score.score import RATE
from leanbreath.session.clock import SilentClock
from leanbreath.session.session import Session
from leanbreath.userdata.settings import Settings
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.score.making import routine, step

LIBRARY = Library((bundled_folder("drills"),))
OWN = routine(step("A", "hold", "10s"), step("B", "hold", "20s", sides="each", switch="5s"))
SILENT = SessionOptions(audio=AudioOptions(output="silent"))


@pytest.fixture
def diary(tmp_path) -> Diary:
    return Diary(tmp_path / "diary.sqlite3")


def prepared(time: FakeTime, diary: Diary | None = None, options: SessionOptions = SILENT) -> PreparedSession:
    return prepare_session(LIBRARY, OWN, options, Settings(), diary, False, time.source, NO_WAITING)


def outcome_of(session: PreparedSession, time: FakeTime, show=None) -> tuple[Outcome, list[str]]:
    """Run a session in lines, or as it is shown; return its outcome and the lines."""
    lines: list[str] = []
    show = show or (lambda: run_lines(session.controller, ["Own"], lines.append, lines.append, time.source))
    with interruptible():
        return run_session(session.controller, session.recorder, show, time.source, NO_WAITING), lines


def test_a_session_is_run_to_its_end_and_recorded_as_planned(diary):
    time = FakeTime()
    outcome, lines = outcome_of(prepared(time, diary), time)
    assert (outcome.ending, outcome.signal, outcome.error, outcome.warnings) == ("done", None, None, ())
    assert outcome.result.played == outcome.result.total == 55 * RATE
    assert [(work.title, work.side, work.done // RATE) for work in outcome.result.work] == [
        ("A", None, 10), ("B", "left", 20), ("B", "right", 20),
    ]  # fmt: skip
    assert lines[0] == "Own" and "3" in lines
    (session,) = diary.read().sessions
    assert (session.ending, session.done_seconds) == ("done", 50.0)


def failing(session: PreparedSession, time: FakeTime, error: BaseException):
    """Return what shows a session for twelve seconds, and then fails."""

    def show() -> None:
        session.controller.open(time.now)
        for _ in range(200):
            session.controller.record_progress(session.controller.tick(time.now(), time.now()), time.now())
            time.sleep(0.1)
        raise error

    return show


@pytest.mark.parametrize(
    ("error", "ending", "number"),
    [
        (Stopped(15), "stopped", 15),
        (KeyboardInterrupt(), "stopped", 2),
        (BrokenPipeError(), "stopped", 13),
        (OSError(5, "Input/output error"), "stopped", 1),
        (TerminalGone(), "stopped", 1),
        (RuntimeError("ours"), "fault", None),
        (OSError(28, "No space left"), "fault", None),
    ],
)
def test_whatever_ends_a_session_what_was_done_is_recorded_and_the_outcome_says_why(diary, error, ending, number):
    time = FakeTime()
    session = prepared(time, diary)
    outcome, _ = outcome_of(session, time, failing(session, time, error))
    assert (outcome.ending, outcome.signal) == (ending, number)
    assert outcome.error is (error if ending == "fault" else None)
    (recorded,) = diary.read().sessions
    assert recorded.ending == ending and recorded.done_seconds > 10
    assert signal_number(error) == number


def test_a_diary_that_another_program_has_locked_delays_nothing_and_loses_nothing(diary):
    diary.save()
    time, free = FakeTime(), FakeTime()
    _, lines = outcome_of(prepared(free), free)
    with closing(connect(diary.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        outcome, beside_a_lock = outcome_of(prepared(time, diary), time)
    assert (beside_a_lock, time.seconds) == (lines, free.seconds)
    assert outcome.ending == "done" and "this session is kept in unsaved-" in outcome.warnings[0]
    (session,) = diary.read().sessions
    assert (session.ending, session.done_seconds) == ("done", 50.0)


def test_work_and_pain_on_both_sides_of_the_start_of_a_day_have_days_of_their_own(diary):
    at_night = FakeTime(seconds=-(8 - 4) * 3600 - 25)  # it plays from 03:59:35 on, after a count-in
    session = prepared(at_night, diary)
    outcome_of(session, at_night)
    (kept,) = diary.read().sessions
    assert (kept.started.day, kept.last.day) == (date(2026, 2, 28), date(2026, 3, 1))
    assert [(row.title, row.at.day.day) for row in kept.work] == [("A", 28), ("B", 1), ("B", 1)]


def test_a_session_that_never_began_has_no_result_and_is_not_recorded(diary):
    time = FakeTime()
    outcome, _ = outcome_of(prepared(time, diary), time, lambda: None)
    assert (outcome.ending, outcome.result, diary.read().sessions) == ("left", None, ())


def test_signals_work_again_after_the_outcome_is_reported():
    before = signal.getsignal(signal.SIGTERM)
    time = FakeTime()
    outcome_of(prepared(time), time, lambda: None)
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_rehearsal_runs_at_its_speed_without_sound_card_or_diary(diary):
    time = FakeTime()
    session = prepared(time, diary, SessionOptions(speed=10.0))
    assert (session.sound.state, session.needs_card) == ("off", False)
    outcome, _ = outcome_of(session, time)
    assert (outcome.ending, diary.read().sessions) == ("done", ())
    assert session.controller.session.clock == SilentClock(1000.0, 10.0)


@pytest.mark.parametrize(("options", "expected"), [({}, True), ({"at_once": True}, False), ({"from_step": "2"}, False)])
def test_the_card_comes_first_unless_the_runner_is_in_a_hurry_or_knows_the_routine(options, expected):
    assert prepared(FakeTime(), None, SessionOptions(**options)).needs_card is expected


def test_the_very_first_session_is_the_one_with_an_empty_diary(diary):
    time = FakeTime()
    first = prepared(time, diary)
    outcome_of(first, time)
    assert (first.is_first, prepared(time, diary).is_first) == (True, False)


@pytest.mark.parametrize("speed", [float("nan"), float("inf")])
def test_a_speed_that_is_not_a_number_is_refused(speed):
    with pytest.raises(InvalidRequest, match="the speed must be a number"):
        prepared(FakeTime(), None, SessionOptions(speed=speed))


def test_an_unknown_step_is_answered_with_the_steps_there_are():
    with pytest.raises(InvalidRequest, match='no step "9"; steps: 1, 2, or name a drill'):
        start_place(compose(OWN), "9")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["1", "2.1", "2.2"], ["1", "2.1", "2.2"]),
        ([str(n) for n in range(1, 4001)], ["1 to 4000"]),
        ([*(str(n) for n in range(1, 12)), "12.1", "12.2", "12.3"], ["1 to 12", "12.1 to 12.3"]),
        (
            [f"{n}.{k}" for n in range(1, 9) for k in (1, 2)],
            ["1 to 8", "1.1 to 1.2", "2.1 to 2.2", "3.1 to 3.2", "4.1 to 4.2", "…"],
        ),
    ],
)
def test_many_steps_are_listed_as_ranges(steps, expected):
    assert step_ranges(tuple(steps)) == expected


WAITING = routine(step("A", "hold", "10s"), Wait("Go there."), step("B", "hold", "20s"))


@pytest.mark.parametrize(("step", "state"), [("1", "counting"), ("2", "waiting"), ("3", "counting")])
def test_a_session_from_a_wait_begins_with_that_wait(step, state):
    start, before = start_place(score := compose(WAITING), step)
    session = Session(score, SilentClock(0.0), start, before=before)
    session.move("begin", 0.0)
    assert session.timeline.splices[1].state == state
