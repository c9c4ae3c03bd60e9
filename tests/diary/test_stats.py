"""What a week of sessions comes to."""

from datetime import UTC, date, datetime

from leanbreath.diary.stats import Week, week
from leanbreath.diary.store import SessionRow

WEDNESDAY = date(2026, 3, 4)


def session(day: int, seconds: float) -> SessionRow:
    started = datetime(2026, 3, day, 7, tzinfo=UTC)
    return SessionRow(day, started, None, "done", "daily-12", "Daily", 694.0, seconds, ())


def test_a_week_begins_on_its_monday_and_ends_today():
    sessions = [session(1, 600), session(2, 600), session(4, 660), session(5, 600)]
    assert week(sessions, WEDNESDAY) == Week(2, 21)


def test_what_was_merely_begun_is_no_session():
    assert week([session(4, 20)], WEDNESDAY).words == "nothing yet"


def test_one_is_said_as_one():
    assert week([session(4, 60)], WEDNESDAY).words == "1 session, 1 minute"
    assert week([session(3, 600), session(4, 600)], WEDNESDAY).words == "2 sessions, 20 minutes"
