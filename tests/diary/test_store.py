"""The diary keeps what was written, whatever happens around it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from leanbreath.diary.events import WorkRow
from leanbreath.diary.store import Diary, DiaryError

STARTED = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
ENDED = datetime(2026, 3, 1, 7, 36, 24, tzinfo=UTC)


def row(place: int, done: float) -> WorkRow:
    return WorkRow(place, str(place + 1), "march", "March", None, 1, 60.0, 0.0, done)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "diary.sqlite3"


def test_a_session_comes_back_as_it_was_written(path):
    diary = Diary(path)
    session = diary.begin_session(STARTED, "pre-run-6", "Primer", 384)
    diary.save_progress(session, [row(0, 60), row(1, 12.5)])
    diary.end_session(session, ENDED, "left")
    (found,) = Diary(path).sessions()
    assert (found.started, found.ended, found.ending) == (STARTED, ENDED, "left")
    assert (found.routine, found.title, found.planned_seconds, found.done_seconds) == ("pre-run-6", "Primer", 384, 72.5)
    assert found.work == (row(0, 60), row(1, 12.5))


def test_progress_saved_again_replaces_what_was_saved_before(path):
    diary = Diary(path)
    session = diary.begin_session(STARTED, None, "Primer", 384)
    diary.save_progress(session, [row(0, 10), row(1, 0)])
    diary.save_progress(session, [row(0, 60), row(1, 5)])
    assert [each.done_seconds for each in diary.sessions()[0].work] == [60, 5]


def test_a_session_that_never_ended_is_still_listed(path):
    Diary(path).begin_session(STARTED, None, "Primer", 384)
    (found,) = Diary(path).sessions()
    assert (found.ended, found.ending, found.work) == (None, None, ())


def test_the_latest_session_comes_first(path):
    diary = Diary(path)
    for day in (2, 4, 3):
        diary.begin_session(STARTED.replace(day=day), None, str(day), 1)
    assert [session.title for session in diary.sessions()] == ["4", "3", "2"]


def test_reading_a_missing_diary_does_not_create_it(path):
    assert Diary(path).sessions() == ()
    assert Diary(path).count_sessions("pre-run-6") == 0
    assert not path.exists()


def test_only_sessions_of_one_routine_are_counted(path):
    diary = Diary(path)
    for routine in ("one", "two", "one"):
        diary.begin_session(STARTED, routine, "Title", 1)
    assert diary.count_sessions("one") == 2


def test_sessions_begun_at_the_same_moment_in_a_new_diary_are_all_kept(path):
    threads = [Thread(target=lambda: Diary(path).begin_session(STARTED, None, "Title", 1)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Diary(path).sessions()) == 8


def test_a_diary_of_a_newer_program_is_left_alone(path):
    Diary(path).begin_session(STARTED, None, "Title", 1)
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(DiaryError, match="newer leanbreath"):
        Diary(path).sessions()


def test_a_folder_where_the_diary_should_be_is_named_in_the_error(tmp_path):
    with pytest.raises(DiaryError, match=r"the diary .* cannot be used"):
        Diary(tmp_path).begin_session(STARTED, None, "Title", 1)


def test_a_diary_of_the_first_version_is_brought_up_to_date_and_loses_nothing(path):
    old = """
        CREATE TABLE session (id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, ending TEXT, routine TEXT,
            title TEXT NOT NULL, planned_seconds REAL NOT NULL);
        CREATE TABLE work (session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE, place INTEGER NOT NULL,
            step TEXT NOT NULL, drill TEXT, title TEXT NOT NULL, side TEXT, number INTEGER NOT NULL,
            planned_seconds REAL NOT NULL, extra_seconds REAL NOT NULL, done_seconds REAL NOT NULL,
            PRIMARY KEY (session, place));
        INSERT INTO session VALUES (1, '2026-01-02T07:00:00+00:00', NULL, 'left', 'pre-run-6', 'Primer', 384.0);
        INSERT INTO work VALUES (1, 0, '1', 'march', 'March', NULL, 1, 60.0, 0.0, 42.0);
        PRAGMA user_version = 1;
    """
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as base:
        base.executescript(old)
    [session] = Diary(path).sessions()
    assert (session.routine, session.done_seconds, session.work[0].hurt) == ("pre-run-6", 42.0, False)
    assert (session.source, session.effort, session.lean, session.note) == (None, None, None, None)


def test_feedback_pain_and_the_place_reached_come_back_as_they_were_written(path):
    diary = Diary(path)
    number = diary.begin_session(STARTED, "daily-12", "Daily", 694.0, "daily-12")
    hurt = WorkRow(3, "4", "half-kneel-breath", "Kneel", "left", 1, 50.0, 0.0, 12.0, hurt=True)
    diary.save_progress(number, [hurt], 401.5)
    diary.save_feedback(number, 3, "easier", "Left hip first.")
    [session] = diary.sessions()
    assert session.work == (hurt,) and session.place_seconds == 401.5
    assert (session.effort, session.lean, session.note) == (3, "easier", "Left hip first.")


def test_work_that_is_no_longer_part_of_the_session_is_removed(path):
    diary = Diary(path)
    number = diary.begin_session(STARTED, None, "Own", 60.0)
    diary.save_progress(number, [row(0, 4.0), row(1, 0.0)])
    diary.save_progress(number, [row(0, 4.0)])
    assert diary.sessions()[0].work == (row(0, 4.0),)
