"""Sessions of a week add up, an interrupted one can be resumed, and drills that hurt are remembered for the day."""

from datetime import UTC, date, datetime

import pytest

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.diary.stats import Week, painful_drills, week

WEDNESDAY = date(2026, 3, 4)


def session(day: int, seconds: float = 600, *work: WorkRow) -> SessionRow:
    started = datetime(2026, 3, day, 7, tzinfo=UTC)
    return SessionRow(day, started, None, "done", "daily-12", "Daily", 694.0, seconds, work)


def test_a_week_begins_on_monday_and_ends_today():
    sessions = [session(1), session(2), session(4, 660), session(5)]
    assert week(sessions, WEDNESDAY) == Week(2, 21)


def test_a_session_that_was_merely_begun_does_not_count():
    assert week([session(4, 20)], WEDNESDAY).summary == "nothing yet"


def test_one_session_and_one_minute_are_singular():
    assert week([session(4, 60)], WEDNESDAY).summary == "1 session, 1 minute"
    assert week([session(3), session(4)], WEDNESDAY).summary == "2 sessions, 20 minutes"


@pytest.mark.parametrize(
    ("ending", "source", "place", "resumable"),
    [
        ("left", "daily-12", 30.0, True),
        (None, "daily-12", 30.0, True),
        ("stopped", "daily-12", 30.0, True),
        ("done", "daily-12", 694.0, False),
        ("left", None, 30.0, False),
        ("left", "daily-12", 0.0, False),
        ("left", "daily-12", None, False),
    ],
)
def test_the_latest_session_can_be_resumed_if_it_was_cut_short(ending, source, place, resumable):
    started = datetime(2026, 3, 4, 7, tzinfo=UTC)
    latest = SessionRow(2, started, None, ending, "daily-12", "Daily", 694.0, 30.0, (), source, place)
    assert interrupted_session([latest, session(1)]) == (latest if resumable else None)


def test_without_sessions_there_is_none_to_resume():
    assert interrupted_session([]) is None


def test_a_drill_that_hurt_is_remembered_for_the_rest_of_its_day():
    def work(drill: str | None, hurt: bool) -> WorkRow:
        return WorkRow(0, "1", drill, "Kneel", None, 1, 50.0, 0.0, 12.0, hurt)

    rows = [(1, work("couch-stretch", True)), (2, work("march", False)), (2, work(None, True)), (2, work(None, True))]
    sessions = [session(day, 12, row) for day, row in rows]
    found = [painful_drills(sessions, date(2026, 3, day)) for day in (1, 2, 3)]
    assert found == [("couch-stretch",), ("Kneel",), ()]
