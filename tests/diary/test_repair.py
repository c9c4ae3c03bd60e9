"""A diary is checked without a change, and repaired without a loss."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leanbreath.diary.backup import backups
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.inspection import inspect
from leanbreath.diary.queries import read_totals
from leanbreath.diary.repair import repair
from leanbreath.diary.store import Diary
from leanbreath.diary.training_totals import training_totals
from leanbreath.diary.unsaved import keep, unsaved_file
from leanbreath.playback.diary_check import check_lines, problems
from tests.diary.making import session, utc, work
from tests.diary.test_events import CALVES, CHOSEN, EVENTS, MARCHED
from tests.diary.test_versions import FILES, made

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
WHOLE = (*EVENTS, MARCHED)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "diary.sqlite3"
    Diary(path).merge(WHOLE)
    return path


def change(path: Path, statements: str) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.executescript(statements)


def wrong(path: Path) -> list[str]:
    before = path.read_bytes() if path.is_file() else b""
    found = list(problems(inspect(path)))
    assert (path.read_bytes() if path.is_file() else b"") == before
    return found


BAD = {
    "a result": ("UPDATE assessment SET at = 'noon' WHERE id = 'calves'", {CALVES}, 1, "1 row can't be read"),
    "a session": ("UPDATE session SET title = x'00ff'", {MARCHED}, 2, "2 rows can't be read"),
    "work of no session": ("INSERT INTO work SELECT 'gone', 7, step, drill, title, side, number, planned_seconds, "
        "extra_seconds, done_seconds, at, at_offset, at_day, hurt_at, hurt_at_offset, hurt_at_day, ended_by, reps, "
        "stretch, level, muscles FROM work", set(), 1, "1 row can't be read or belong to no session"),
    "a level": ("UPDATE level SET level = -1", {CHOSEN}, 1, "1 row can't be read"),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "gone", "count", "said"), BAD.values(), ids=BAD)
def test_rows_that_cannot_be_read_are_moved_to_a_file_after_a_backup(path, statement, gone, count, said):
    change(path, statement)
    [problem] = wrong(path)
    assert problem.startswith(said) and problem.endswith("to move them to a file, run: leanbreath diary repair")
    first, second = repair(path, NOW)
    [backup] = backups(path)
    assert first == f"made the backup {backup.name}" and len(list(inspect(backup).unreadable_rows)) == count
    [file] = path.parent.glob("diary.unreadable-20260305-120000-*.jsonl")
    assert second == f"moved {count} row{'s' * (count > 1)} that can't be read to {file.name}"
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    assert len(rows) == count and all(row["table"] in ("assessment", "session", "work", "level") for row in rows)
    assert wrong(path) == [] and set(Diary(path).read().events) == set(WHOLE) - gone
    assert repair(path, NOW) == ()


def test_what_a_session_comes_to_is_right_after_a_repair_too(path):
    Diary(path).save(both := session(utc(3), work(60, utc(3)), work(90, utc(3), place=1), id="both"))
    change(path, "UPDATE work SET title = NULL WHERE session = 'both' AND place = 1")
    repair(path, NOW)
    assert Diary(path).read().sessions[0].work == both.work[:1]
    assert read_totals(path, NOW.date()) == training_totals(Diary(path).read(), NOW.date())


def test_a_damaged_diary_is_set_aside(path):
    path.write_bytes(b"oops" + path.read_bytes()[4:])
    assert wrong(path) == [
        "It is damaged (file is not a database); to set it aside and keep what can be read, "
        "run: leanbreath diary repair"
    ]
    [done] = repair(path, NOW)
    assert done.startswith("the diary was damaged (file is not a database); it is kept as ")
    assert wrong(path) == [] and len(inspect(path).set_aside) == 1


def test_a_table_without_a_column_is_damage_and_the_rest_is_kept(path):
    change(path, "ALTER TABLE level DROP COLUMN drill")
    assert "the table level lacks drill" in wrong(path)[0]
    repair(path, NOW)
    assert set(Diary(path).read().events) == set(WHOLE) - {CHOSEN}


def test_what_waits_next_to_the_diary_is_read_in_and_what_is_no_record_is_named(path):
    keep(path, late := session(utc(4), id="late"))
    unsaved_file(path, "odd").write_text("{")
    [problem] = wrong(path)
    assert problem.startswith("unsaved-odd.json should hold a record")
    assert "1 record kept next to it, read in at the next session." in check_lines(inspect(path))
    assert repair(path, NOW) == ("read in 1 record that waited next to the diary",)
    assert late in Diary(path).read().sessions and inspect(path).waiting == 0


def test_an_older_diary_is_brought_up_to_date_after_a_backup(tmp_path):
    path = made(tmp_path / "diary.sqlite3", FILES[1])
    lines = list(check_lines(inspect(path)))
    assert lines[1].startswith("Version 2; 1 session.") and lines[3].startswith("An older leanbreath wrote it")
    assert repair(path, NOW) == ("brought the diary from version 2 to version 7, after a backup",)
    assert [inspect(copy).version for copy in backups(path)] == [2]


def test_where_there_is_no_diary_nothing_is_wrong_and_nothing_is_made(tmp_path):
    path = tmp_path / "none" / "diary.sqlite3"
    assert list(check_lines(inspect(path))) == [f"No diary yet; it will be in {path}", "Nothing is wrong."]
    assert repair(path, NOW) == () and not path.parent.exists()


def test_a_session_without_work_is_told(path):
    Diary(path).save(session(utc(4)))
    assert wrong(path) == []
    assert any(line.startswith("1 session with no work, cut off at the start") for line in check_lines(inspect(path)))


def test_a_pipe_or_a_locked_diary_is_a_clear_message(path, tmp_path):
    pipe = tmp_path / "pipe.sqlite3"
    os.mkfifo(pipe)
    assert wrong(pipe) == ["It can't be read: it is not a file."]
    with pytest.raises(DiaryError, match="it is not a file"):
        repair(pipe, NOW)
    change(path, "UPDATE level SET level = -1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiaryError, match="another program has locked it"):
            repair(path, NOW)
        other.execute("ROLLBACK")
    assert inspect(path).unreadable_rows and list(path.parent.glob("*.unreadable-*")) == []


def test_rows_stay_where_they_are_if_the_file_for_them_cannot_be_written(path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    change(path, "UPDATE level SET level = -1")
    monkeypatch.setattr("leanbreath.diary.repair.write", refuse)
    with pytest.raises(DiaryError, match="No space left on device"):
        repair(path, NOW)
    assert len(inspect(path).unreadable_rows) == 1 and len(backups(path)) == 1
