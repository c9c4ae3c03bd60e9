"""Real diaries of every earlier version are brought up to date after a backup, and lose nothing."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from leanbreath.diary.backup import MOST_BACKUPS, back_up, backups
from leanbreath.diary.connection import DiaryError, writing
from leanbreath.diary.migrations import STEPS
from leanbreath.diary.store import Diary
from tests.diary.making import session, utc

FILES = sorted((Path(__file__).parent / "versions").glob("*.sql"))
"""Diaries that programs of earlier versions wrote, as SQL."""

LATER = session(utc(1, month=12), id="later")


def made(path: Path, file: Path) -> Path:
    with closing(sqlite3.connect(path)) as base:
        base.executescript(file.read_text("utf-8"))
        base.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.fixture(params=FILES, ids=lambda file: f"version {file.stem}")
def old(request, tmp_path) -> Path:
    """Return a diary of an earlier version."""
    return made(tmp_path / "diary.sqlite3", request.param)


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as base:
        return base.execute("PRAGMA user_version").fetchone()[0]


def test_there_is_a_diary_of_every_earlier_version():
    assert [int(file.stem) for file in FILES] == list(range(1, len(STEPS)))


def test_nothing_in_it_is_lost(old):
    before, dump = Diary(old).read(), everything(old)
    number = version(old)
    assert before.bad_rows == 0 and sum(row.done_seconds for each in before.sessions for row in each.work) > 0
    Diary(old).save(LATER)
    content = Diary(old).read()
    assert set(content.sessions) == {LATER, *before.sessions} and version(old) == len(STEPS)
    [backup] = backups(old)
    assert everything(backup) == dump and version(backup) == number and Diary(backup).read() == before
    assert f"diary.backup-v{number}-20" in backup.name


def test_what_an_earlier_program_wrote_is_in_its_sessions(old):
    latest = Diary(old).read().sessions[0]
    number = version(old)
    told = (4, "easier", "Windy.") if number > 1 else (None, None, None)
    assert (latest.effort, latest.lean, latest.note) == told
    assert [row.hurt for row in latest.work] == ([False, False, True] if number > 1 else [])
    assert latest.started.day == (date(2026, 11, 26) if number > 1 else date(2026, 10, 26))
    assert [each.answer for each in latest.returns] == (["no"] if number >= 5 else [])


def test_a_copy_that_was_migrated_and_one_that_was_not_merge_into_the_same_diary(old, tmp_path):
    copy = back_up(old)
    Diary(old).save(LATER)
    events = Diary(copy).read().events
    assert set(Diary(old).merge(events)) == {"skipped"}
    Diary(tmp_path / "new.sqlite3").merge([LATER, *events])
    assert Diary(tmp_path / "new.sqlite3").read() == Diary(old).read()


def test_without_room_for_a_backup_it_stays_as_it_is_and_says_so(old):
    before = everything(old)
    limits = getrlimit(RLIMIT_FSIZE)
    with closing(sqlite3.connect(old)) as live:  # so that the files next to it exist
        live.execute("SELECT * FROM session").fetchall()
        setrlimit(RLIMIT_FSIZE, (4096, limits[1]))
        try:
            with pytest.raises(
                DiaryError, match="from an older leanbreath and can't be updated, since its backup can't"
            ):
                Diary(old).save(LATER)
        finally:
            setrlimit(RLIMIT_FSIZE, limits)
    assert everything(old) == before and backups(old) == ()
    assert [each.name for each in old.parent.iterdir() if each.name.startswith(".")] == []
    assert Diary(old).read().sessions
    Diary(old).save(LATER)
    assert LATER in Diary(old).read().sessions


def test_a_backup_has_what_a_running_program_has_not_merged_into_the_file_yet(tmp_path):
    path = tmp_path / "diary.sqlite3"
    Diary(path).save(LATER)
    with closing(sqlite3.connect(path)) as live:
        live.execute("UPDATE session SET note = 'Late.'")
        live.commit()
        assert b"Late." not in path.read_bytes()
        assert Diary(back_up(path)).read().sessions[0].note == "Late."


def test_a_few_backups_are_kept_the_latest_ones(tmp_path):
    path = tmp_path / "diary.sqlite3"
    copies = []
    for number in range(MOST_BACKUPS + 2):
        Diary(path).save(session(utc(1), id=str(number)))
        copies.append(back_up(path))
    assert set(backups(path)) == set(copies[-MOST_BACKUPS:])


def test_of_two_programs_that_bring_it_up_to_date_at_once_one_makes_the_backup(tmp_path):
    old = made(tmp_path / "diary.sqlite3", FILES[-1])
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryError, match="another program has locked it"):
            Diary(old).save(LATER)
        other.execute("ROLLBACK")
    for _ in range(2):
        with writing(old):
            pass
    assert len(backups(old)) == 1


def everything(path: Path) -> list[str]:
    """Return all of a file's tables and rows as SQL."""
    with closing(sqlite3.connect(path)) as base:
        return list(base.iterdump())
