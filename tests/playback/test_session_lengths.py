"""The length of a session is chosen before it begins, and is kept when it is resumed."""

from dataclasses import replace

import pytest

from leanbreath.diary.store import Diary
from leanbreath.playback.audio_setup import AudioOptions
from leanbreath.playback.resume_options import resume_options
from leanbreath.playback.session_options import SessionOptions
from leanbreath.playback.session_setup import PreparedSession, prepare_session
from leanbreath.routine.problems import InvalidRequest
from leanbreath.score.score import RATE
from leanbreath.userdata.settings import Settings
from tests.diary.making import session, utc, work
from tests.playback.fake_time import NO_WAITING, FakeTime
from tests.score.making import LIBRARY

OPTIONS = SessionOptions(audio=AudioOptions(output="silent"))


def prepared(routine: str, minutes: int | None = None, diary: Diary | None = None) -> PreparedSession:
    value, options = LIBRARY.routine(routine).value, replace(OPTIONS, fit=minutes and minutes * 60)
    assert value
    return prepare_session(LIBRARY, value, options, Settings(), diary, True, FakeTime().source, NO_WAITING)


def minutes(made: PreparedSession) -> float:
    return made.controller.session.timeline.splices[0].score.total / RATE / 60


def test_the_arrows_go_from_the_written_length_through_all_that_are_offered():
    made = prepared("daily-12")
    assert made.lengths.offered == (7, 8, 9, 10, 11, 12, 13)
    assert [made.lengths.change(-1) for _ in range(2)] == [True, True] and round(minutes(made)) == 10
    assert made.draft.changes_text.startswith("Left out: ")
    assert [made.lengths.change(1) for _ in range(4)] == [True, True, True, False] and round(minutes(made)) == 13


def test_a_routine_with_one_length_offers_no_choice():
    assert prepared("focus-core").lengths.offered == (4, 5)
    made = prepared("lean-lab-8", 8)
    assert made.lengths.offered[:2] == (8, 9) and not made.lengths.change(-1)


def test_what_does_not_fit_is_refused_with_the_shortest_length():
    with pytest.raises(InvalidRequest, match="daily-12 doesn't fit into 2:00; its shortest form takes 6:25"):
        prepared("daily-12", 2)


def test_the_diary_knows_the_length_by_which_a_session_is_resumed(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    made = prepared("daily-12", 9, diary)
    made.lengths.change(1)
    made.recorder.record((), 10 * RATE)
    made.recorder.end("left")
    made.recorder.close(5)
    [row] = diary.read().sessions
    assert (row.fit_seconds, row.kind) == (600, "daily")
    latest = session(utc(2), work(5, utc(2)), ending="left", routine="daily-12", source="daily-12", place_seconds=5.0)
    row, options = resume_options([replace(latest, fit_seconds=600.0)], None, OPTIONS)
    assert (row.source, options.fit) == ("daily-12", 600)


def test_a_longer_length_brings_no_drill_back_that_hurts(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    hurt = work(20, utc(1), drill="sphinx-breath", title="Sphinx breath", hurt_at=utc(1))
    diary.save(session(utc(1), hurt, routine="daily-12"))
    value = LIBRARY.routine("daily-12").value
    assert value
    time = FakeTime()
    time.local = lambda: utc(2).at  # type: ignore[method-assign]
    made = prepare_session(LIBRARY, value, replace(OPTIONS, fit=480), Settings(), diary, True, time.source, NO_WAITING)
    while made.lengths.change(1):
        score = made.controller.session.timeline.splices[0].score
        assert "sphinx-breath" not in {each.drill for each in score.passages}
