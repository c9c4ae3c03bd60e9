"""What was measured, planned, chosen and deleted is kept like sessions are."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from leanbreath.diary.events import AssessmentRow, DeletionRow, DiaryContent, LevelRow, PlanRow
from leanbreath.diary.recovery import check_diary
from leanbreath.diary.store import Diary
from leanbreath.diary.unsaved import keep
from tests.diary.making import session, utc, work

CALVES = AssessmentRow("calves", utc(2), "knee-to-wall-cm", (7.0, 9.5), checkup="first")
HIPS = AssessmentRow("hips", utc(2), "hip-extension-cm", (-3.5,))
HANDS = AssessmentRow("hands", utc(3), "hands-low", answer="yes")
STARTED = PlanRow("started", utc(3), "start", "eight-weeks")
PAUSED = PlanRow("paused", utc(4), "pause", "eight-weeks")
CHOSEN = LevelRow("chosen", utc(5), "wall-lean", 2)
MARCHED = session(utc(1), work(60, utc(1), muscles=("soleus", "hip-flexor"), stretch="static", level=2), id="march")
EVENTS = (PAUSED, HANDS, CHOSEN, STARTED, CALVES, HIPS)


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "diary.sqlite3")


def test_events_come_back_as_they_were_written_in_the_order_of_their_instants(diary):
    diary.add(*EVENTS)
    diary.save(MARCHED)
    assert diary.read() == DiaryContent((MARCHED,), (CALVES, HIPS, HANDS), (STARTED, PAUSED), (CHOSEN,))


def test_an_event_that_is_written_twice_is_there_once(diary):
    diary.add(*EVENTS, *EVENTS)
    diary.add(CALVES)
    assert len(diary.read().events) == len(EVENTS)


@pytest.mark.parametrize("event", [*EVENTS, MARCHED], ids=lambda event: event.id)
def test_a_deleted_event_stays_deleted_when_a_copy_comes_back(diary, event):
    gone = DeletionRow(event.id, utc(9))
    diary.merge([*EVENTS, MARCHED])
    diary.add(gone)
    diary.merge([event])
    keep(diary.path, event)
    content = diary.read()
    assert set(content.events) == {*EVENTS, MARCHED, gone} - {event} and content.deletions == (gone,)
    diary.import_unsaved()
    assert diary.read() == content
    with closing(sqlite3.connect(diary.path)) as base:
        assert base.execute("SELECT count(*) FROM work WHERE session NOT IN (SELECT id FROM session)").fetchone() == (
            0,
        )


def test_events_that_wait_next_to_the_diary_are_read_with_it_and_moved_into_it(diary):
    diary.save(MARCHED)
    for event in (*EVENTS, gone := DeletionRow("march", utc(9))):
        keep(diary.path, event)
    content = diary.read()
    assert set(content.events) == {*EVENTS, gone}
    diary.import_unsaved()
    assert diary.read() == content and list(diary.path.parent.glob("unsaved-*")) == []


def test_sessions_since_a_training_day_come_with_all_other_events(diary):
    later = replace(MARCHED, id="later", started=utc(3, hour=1))
    assert later.started.day.day == 2
    diary.merge([*EVENTS, MARCHED, later])
    keep(diary.path, replace(MARCHED, id="waits"))
    content = diary.read(since=utc(2).day)
    assert content.sessions == (later,) and len(content.events) == len(EVENTS) + 1


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("assessment", "\"values\" = '[1, 2, 3]'"),
        ("assessment", "\"values\" = '[1e999]'"),
        ("assessment", "\"values\" = '[true]'"),
        ("assessment", "\"values\" = '7'"),
        ("assessment", "\"values\" = 'seven'"),
        ("assessment", "\"values\" = '[]', answer = NULL"),
        ("assessment", "at = NULL"),
        ("assessment", "assessment = NULL"),
        ("plan", "\"action\" = 'skip'"),
        ("plan", '"plan" = NULL'),
        ("level", "level = 0"),
        ("level", "level = 1.5"),
        ("work", "muscles = '[\"wings\"]'"),
        ("work", "muscles = '[[]]'"),
        ("work", "stretch = 'long'"),
    ],
)
def test_a_bad_row_is_skipped_and_counted(diary, table, change):
    diary.merge([*EVENTS, MARCHED])
    with closing(sqlite3.connect(diary.path)) as base, base:
        base.execute(f'UPDATE "{table}" SET {change} WHERE rowid = 1')  # noqa: S608 - the test's own
    content = diary.read()
    assert content.bad_rows == 1 and len(content.events) == len(EVENTS) + 1 - (table != "work")


def test_a_readable_copy_takes_the_place_of_a_row_that_cannot_be_read(diary):
    diary.merge([*EVENTS, MARCHED])
    with closing(sqlite3.connect(diary.path)) as base, base:
        base.execute("UPDATE work SET done_seconds = -1")
        base.execute("UPDATE assessment SET at = 'noon'")
    assert diary.merge([CALVES, MARCHED, CHOSEN]) == ("updated", "updated", "skipped")
    content = diary.read()
    assert CALVES in content.assessments and content.sessions == (MARCHED,)


def test_every_kind_of_event_is_saved_from_a_damaged_diary(diary):
    diary.merge([*EVENTS, MARCHED, gone := DeletionRow("other", utc(9))])
    content = diary.path.read_bytes()
    diary.path.write_bytes(b"oops" + content[4:])
    assert "begins with nothing" in check_diary(diary.path, utc(9).at)[0]
    diary.path.write_bytes(content[:-1000])
    [message] = check_diary(diary.path, utc(9).at)
    assert gone in diary.read().deletions and "could be read" in message
