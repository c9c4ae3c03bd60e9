"""The diary keeps what was written, whatever happens around it."""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from leanbreath.diary.connection import DiaryError, writing
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.row_values import session_data, session_from_data
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep, unsaved_file
from leanbreath.unsafe_characters import without_unsafe
from tests.diary.making import session, utc, work
from tests.hostile import SHORT, hostile

ROWS = (
    work(60, utc(1, 7, 2)),
    work(12.5, utc(1, 7, 6), place=3, side="left", drill=None, hurt_at=utc(1, 7, 6)),
    work(0, place=4),
)
WHOLE = session(
    utc(1),
    *ROWS,
    place_seconds=401.5,
    ended=utc(1, 7, 7),
    ending="left",
    effort=3,
    lean="easier",
    note="Left hip first.",
    felt=utc(1, 7, 8),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "diary.sqlite3"


def test_a_session_comes_back_as_it_was_written(path):
    Diary(path).save(WHOLE)
    assert Diary(path).read() == DiaryContent((WHOLE,))


def test_a_session_in_json_comes_back_as_it_was_written():
    assert session_from_data(json.loads(json.dumps(session_data(WHOLE)))) == WHOLE


def test_what_controls_a_terminal_is_not_written(path):
    diary = Diary(path)
    diary.save(replace(hostile(WHOLE, SHORT), id="1"))
    assert diary.read().sessions == (replace(hostile(WHOLE, without_unsafe(SHORT)), id="1"),)
    assert b"\x1b]52" not in path.read_bytes()


def test_a_session_saved_again_replaces_what_was_saved_before(path):
    diary = Diary(path)
    diary.save(WHOLE)
    again = replace(WHOLE, work=(work(60, utc(1)),), revision=2)
    diary.save(again)
    diary.save(WHOLE)
    assert diary.read().sessions == (again,)


def test_a_session_that_never_ended_is_still_listed(path):
    Diary(path).save(session(utc(1)))
    (found,) = Diary(path).read().sessions
    assert (found.ended, found.ending, found.work, found.last) == (None, None, (), utc(1))


def test_the_latest_session_comes_first(path):
    diary = Diary(path)
    for day in (2, 4, 3):
        diary.save(session(utc(day), title=str(day)))
    assert [each.title for each in diary.read().sessions] == ["4", "3", "2"]


def test_reading_a_missing_diary_does_not_create_it(path):
    assert Diary(path).read() == DiaryContent()
    assert Diary(path).prior_sessions("pre-run-6", utc(1).at) == (True, 0, ())
    assert not path.exists()


def test_a_new_session_learns_how_often_its_routine_was_begun_and_what_was_lately(path):
    diary = Diary(path)
    for day, routine in ((1, "one"), (2, "two"), (9, "one")):
        diary.save(session(utc(day), routine=routine))
    keep(path, waiting := session(utc(10), routine="one", id="waits"))
    found = diary.prior_sessions("one", utc(8).at)
    assert (found.is_first, found.begun_count) == (False, 3)
    assert [each.started for each in found.recent] == [waiting.started, utc(9)]


def test_pain_is_remembered_until_the_runner_is_asked_however_long_ago_it_was(path):
    diary = Diary(path)
    diary.save(session(utc(1), work(9, utc(1), hurt_at=utc(1))), session(utc(2), work(60, utc(2))))
    (found,) = diary.prior_sessions("daily-12", utc(1, month=12).at).recent
    assert found.started == utc(1)


def test_sessions_begun_at_the_same_moment_in_a_new_diary_are_all_kept(path):
    rows = [session(utc(1), id=str(number)) for number in range(8)]
    threads = [Thread(target=Diary(path).save, args=(row,)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Diary(path).read().sessions) == 8
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_diary_is_read_while_another_program_writes_to_it(path):
    diary = Diary(path)
    diary.save(WHOLE)
    with writing(path) as base:
        base.execute("DELETE FROM session")
        assert diary.read().sessions == (WHOLE,)
    assert diary.read().sessions == ()


def test_a_diary_of_a_newer_program_is_left_alone(path):
    Diary(path).save(session(utc(1)))
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(DiaryError, match="newer leanbreath"):
        Diary(path).read()
    with pytest.raises(DiaryError, match="newer leanbreath"):
        Diary(path).save(WHOLE)


def test_a_folder_where_the_diary_should_be_is_named_in_the_error(tmp_path):
    with pytest.raises(DiaryError, match=r"the diary .* cannot be used"):
        Diary(tmp_path).save(session(utc(1)))


def test_a_pipe_where_the_diary_should_be_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "diary.sqlite3")
    os.mkfifo(tmp_path / "unsaved-x.json")
    for use in (Diary.read, Diary.save, lambda diary: check_diary(diary.path, utc(1).at) or diary.read()):
        with pytest.raises(DiaryError, match="it is not a file"):
            use(Diary(tmp_path / "diary.sqlite3"))


def test_a_diary_behind_a_link_is_used_where_it_is(tmp_path):
    path, real = tmp_path / "diary.sqlite3", tmp_path / "elsewhere" / "real.sqlite3"
    path.symlink_to(real)
    Diary(path).save(WHOLE)
    assert path.is_symlink() and Diary(path).read().sessions == Diary(real).read().sessions == (WHOLE,)
    real.write_bytes(b"damaged" * 99)
    check_diary(path, utc(1).at)
    assert path.is_symlink() and Diary(real).read().sessions == ()
    assert len(list(real.parent.glob("real.damaged-*.sqlite3"))) == 1


def test_the_name_of_a_file_that_is_not_utf_8_does_not_keep_a_session_from_the_diary(path):
    Diary(path).save(replace(WHOLE, source="/caf\udce9.yaml"))
    assert [each.source for each in Diary(path).read().sessions] == ["/caf.yaml"]


def test_a_diary_that_is_locked_says_so(path):
    Diary(path).save(session(utc(1)))
    with writing(path), pytest.raises(DiaryError, match="another program has locked it"):
        Diary(path).save(WHOLE)


def test_sessions_that_wait_next_to_the_diary_are_read_with_it_and_moved_into_it_once(path):
    diary = Diary(path)
    diary.save(replace(WHOLE, work=()))
    keep(path, later := replace(WHOLE, revision=2))
    keep(path, other := session(utc(2)))
    assert diary.read().sessions == (other, later)
    diary.import_unsaved()
    diary.import_unsaved()
    assert diary.read().sessions == (other, later)
    assert list(path.parent.glob("unsaved-*")) == []


def test_an_older_state_that_waits_does_not_undo_a_later_one(path):
    diary = Diary(path)
    keep(path, WHOLE)
    diary.save(later := replace(WHOLE, revision=5, note="Later."))
    assert diary.read().sessions == (later,)
    diary.import_unsaved()
    assert diary.read().sessions == (later,)


def test_numbers_larger_than_a_column_are_seconds_or_nothing(path):
    keep(path, replace(WHOLE, planned_seconds=10**300))
    keep(path, replace(WHOLE, id="other", revision=10**300))
    Diary(path).import_unsaved()
    assert [each.planned_seconds for each in Diary(path).read().sessions] == [1e300]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"work": 3}', '{"work": [3]}', '{"id": "x", "work": []}', "[" * 100_000, "\udcff"],
    ids=["empty", "cut", "list", "null", "number", "numbers", "few", "deep", "bytes"],
)
def test_a_file_next_to_the_diary_that_holds_no_session_is_left_alone(path, content):
    path.parent.mkdir(parents=True)
    file = unsaved_file(path, "x")
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    Diary(path).import_unsaved()
    assert Diary(path).read() == DiaryContent() and file.exists()
