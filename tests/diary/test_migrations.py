"""Diaries of older versions are brought up to date, and lose nothing."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from leanbreath.diary.migrations import STEPS
from leanbreath.diary.moment import Moment
from leanbreath.diary.store import Diary
from tests.diary.making import session, utc

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
NIGHT = Moment(datetime(2026, 10, 25, 2, 55, tzinfo=SUMMER), date(2026, 10, 25))
LATER = Moment(datetime(2026, 10, 25, 2, 10, 0, 5, tzinfo=WINTER), date(2026, 10, 25))

SESSIONS = """
    (1, '2026-01-02T07:00:00+00:00', NULL, 'left', 'pre-run-6', 'Primer', 384.0{}),
    (2, '2026-10-25T02:55:00+02:00', '2026-10-25T03:01:00+02:00', 'done', 'daily-12', 'Daily', 694.0{}),
    (3, '2026-10-25T02:10:00.000005+01:00', NULL, NULL, NULL, 'Own', 60.0{})
"""
WORK = """
    (1, 0, '1', 'march', 'March', NULL, 1, 60.0, 0.0, 42.0{}),
    (2, 0, '1', 'kneel', 'Kneel', 'left', 1, 30.0, 0.0, 30.0{}),
    (2, 1, '1', 'kneel', 'Kneel', 'right', 1, 30.0, 0.0, 0.0{})
"""
VERSIONS = {1: ("", ""), 2: (", 'own.yaml', 12.5, 4, 'easier', 'Windy.'", ", 1")}


@pytest.fixture(params=VERSIONS)
def version(request) -> int:
    return request.param


@pytest.fixture
def path(tmp_path, version) -> Path:
    """Return a diary of an older version."""
    path = tmp_path / "diary.sqlite3"
    sessions, work = (text.replace("{}", more) for text, more in zip((SESSIONS, WORK), VERSIONS[version], strict=True))
    rows = f"INSERT INTO session VALUES {sessions}; INSERT INTO work VALUES {work};"  # noqa: S608 - the test's own rows
    with closing(sqlite3.connect(path)) as base:
        base.executescript(f"{';'.join(STEPS[:version])}; {rows} PRAGMA user_version = {version};")
        base.execute("PRAGMA journal_mode = WAL")
    return path


def test_an_older_diary_is_read_with_everything_in_it_and_not_changed(path, version):
    before = path.read_bytes()
    content = Diary(path).read()
    sessions, bad_rows = content.sessions, content.bad_rows
    assert bad_rows == 0 and path.read_bytes() == before
    assert [each.started for each in sessions] == [LATER, NIGHT, Moment(utc(2, month=1).at, date(2026, 1, 2))]
    own, daily, primer = sessions
    assert (own.ending, own.routine, own.title, own.work) == (None, None, "Own", ())
    assert (daily.ended, daily.ending) == (
        Moment(datetime(2026, 10, 25, 3, 1, tzinfo=SUMMER), date(2026, 10, 25)),
        "done",
    )
    assert [(row.side, row.done_seconds, row.at) for row in daily.work] == [("left", 30.0, NIGHT), ("right", 0.0, None)]
    assert [row.hurt_at for row in daily.work] == [NIGHT if version == 2 else None] * 2
    told = ("own.yaml", 12.5, 4, "easier", "Windy.") if version == 2 else (None,) * 5
    assert (primer.source, primer.place_seconds, primer.effort, primer.lean, primer.note) == told


def test_writing_brings_an_older_diary_up_to_date_and_it_reads_the_same(path):
    before = Diary(path).read()
    Diary(path).save(new := session(utc(1, month=12)))
    assert Diary(path).read().sessions == (new, *before.sessions)


def test_two_copies_of_an_older_diary_give_its_sessions_the_same_ids(path, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    shutil.copyfile(path, copy)
    Diary(copy).save(session(utc(1, month=12)))
    ids = [{each.id for each in Diary(file).read().sessions} for file in (path, copy)]
    assert len(ids[0]) == 3 and ids[0] < ids[1]


def test_rows_of_an_older_diary_that_cannot_be_read_are_counted_and_kept(path):
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE session SET started = 'yesterday' WHERE id = 3")
        base.execute("UPDATE work SET done_seconds = -1 WHERE place = 1")
    assert (len(Diary(path).read().sessions), Diary(path).read().bad_rows) == (2, 2)
    Diary(path).save(session(utc(1, month=12)))
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT count(*) FROM session WHERE started = 'yesterday'").fetchone() == (1,)
    assert Diary(path).read().bad_rows == 2


def test_the_past_keeps_the_day_it_had(path):
    assert Diary(path).read().sessions[0].started.day == date(2026, 10, 25)
    assert Diary(path).read().sessions[-1].started.at == datetime(2026, 1, 2, 7, tzinfo=UTC)
