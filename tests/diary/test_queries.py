"""What the tables say is what the rows say: each query returns the facts that pure functions take from sessions."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.diary.events import DeletionRow
from leanbreath.diary.queries import read_entries, read_latest, read_session, read_totals
from leanbreath.diary.store import Diary
from leanbreath.diary.training_totals import SessionEntry, TrainingTotals, training_totals
from leanbreath.diary.unsaved import keep
from tests.diary.making import session, utc, work
from tests.diary.random_events import events

SINCE = date(2040, 6, 1)


def check(path: Path) -> None:
    """Compare the queries with the rows."""
    content = Diary(path).read()
    found, expected = read_totals(path, SINCE), training_totals(content, SINCE)
    assert comparable(found) == comparable(expected)
    assert read_latest(path, 3) == content.sessions[:3]
    entries = [SessionEntry(each.id, each.started, each.title) for each in content.sessions]
    assert list(read_entries(path, 4)) == entries[:4]
    for each in content.sessions:
        assert read_session(path, each.id) == each


def comparable(totals: TrainingTotals) -> dict:
    """Return totals with sums that may differ in their last digits, and without an order where there is none."""
    work = {row[:-1]: pytest.approx(row.seconds) for row in totals.side_work}
    seconds = {day: pytest.approx(value, abs=1e-6) for day, value in totals.seconds.items()}
    return {**vars(totals), "side_work": work, "seconds": seconds}


DIARIES = st.lists(events(), max_size=8)


@settings(max_examples=8, deadline=None)
@given(DIARIES)
def test_queries_return_what_the_rows_add_up_to(written) -> None:
    check_written(written)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(DIARIES)
def test_queries_of_many_diaries_return_what_the_rows_add_up_to(written) -> None:
    check_written(written)


def check_written(written) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite3"
        Diary(path).merge(written)
        check(path)


def test_sessions_that_were_cut_off_short_deleted_or_over_midnight_are_counted_alike(tmp_path):
    path = tmp_path / "diary.sqlite3"
    over = session(utc(3, 3, 55), work(100, utc(3, 3, 58)), work(40, utc(3, 4, 1), place=1), ended=utc(3, 4, 2))
    cut_off = session(utc(5), work(70, utc(5, 8)), work(0, place=1))
    short = session(utc(3, 9), work(59, utc(3, 9)), ended=utc(3, 9))
    only_short = session(utc(9), work(20, utc(9)), ended=utc(9))
    deleted = session(utc(6), work(600, utc(6)), id="gone")
    Diary(path).save(over, cut_off, short, only_short, deleted)
    Diary(path).add(DeletionRow("gone", utc(7)))
    totals = read_totals(path, date(2026, 3, 1))
    assert totals.seconds == {date(2026, 3, 2): 100, date(2026, 3, 3): 40, date(2026, 3, 5): 70}
    assert totals.sessions == {date(2026, 3, 3): 1, date(2026, 3, 5): 1}
    check(path)


def test_a_session_that_waits_next_to_the_diary_is_counted(tmp_path):
    path = tmp_path / "diary.sqlite3"
    saved, waiting = session(utc(3), work(90, utc(3)), ended=utc(3)), session(utc(4), work(90, utc(4)), ended=utc(4))
    Diary(path).save(saved)
    keep(path, waiting)
    assert read_totals(path, SINCE).seconds == {date(2026, 3, 3): 90, date(2026, 3, 4): 90}
    assert [each.id for each in read_entries(path, 9)] == [waiting.id, saved.id]
    assert read_session(path, waiting.id) == waiting


def test_a_diary_that_does_not_exist_is_empty(tmp_path):
    path = tmp_path / "diary.sqlite3"
    assert read_totals(path, SINCE).seconds == {} and read_entries(path, 9) == () and read_session(path, "x") is None
    assert not path.exists()


@pytest.mark.parametrize(
    "change",
    [
        "session SET started_day = '2026-02-30'",
        "session SET started = 'yesterday'",
        "session SET started_offset = NULL",
        "session SET title = x'00ff'",
        "session SET lean = 'much'",
        "session SET week = 'x', \"plan\" = 'eight-weeks'",
        "session SET ended_day = 'x'",
        "work SET at_day = 'noon'",
        "work SET muscles = '{'",
        "work SET muscles = '[\"wings\"]'",
        "work SET done_seconds = 9e999",
    ],
)
def test_a_row_that_cannot_be_read_is_skipped_by_the_queries_too(tmp_path, change):
    path = tmp_path / "diary.sqlite3"
    bad = session(utc(3), work(90, utc(3), stretch="static", muscles=("soleus",)), lean="same", ended=utc(3))
    Diary(path).save(bad, session(utc(4), work(90, utc(4)), id="good"))
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"UPDATE {change} WHERE rowid = 1")
    content = Diary(path).read()
    assert content.bad_rows == 1
    assert comparable(read_totals(path, date.min)) == comparable(training_totals(content, date.min))
    assert [each.id for each in read_entries(path, 1)] == ["good"]
