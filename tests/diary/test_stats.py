"""Sessions of a week and days in a row add up, one cut short can be resumed, and pain is remembered for the day."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from leanbreath.diary.events import SessionRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.stats import Week, streak, week
from tests.diary.making import HONOLULU, TOKYO, clock, session, utc, work

WEDNESDAY = date(2026, 3, 4)


def trained(at: Moment, seconds: float = 600) -> SessionRow:
    return session(at, work(seconds, at), ended=at, ending="done")


def test_a_week_begins_on_monday_and_ends_today():
    sessions = [trained(utc(1)), trained(utc(2)), trained(utc(4), 660), trained(utc(5))]
    assert week(sessions, WEDNESDAY) == Week(2, 21)


def test_a_session_that_was_merely_begun_does_not_count():
    assert week([trained(utc(4), 20)], WEDNESDAY).summary == "nothing yet"
    assert streak([trained(utc(4), 20)], utc(4)) == 0


def test_one_session_and_one_minute_are_singular():
    assert week([trained(utc(4), 60)], WEDNESDAY).summary == "1 session, 1 minute"
    assert week([trained(utc(3)), trained(utc(4))], WEDNESDAY).summary == "2 sessions, 20 minutes"


def test_a_session_over_the_start_of_a_day_is_one_session_whose_minutes_count_where_they_were_done():
    sunday, monday = utc(9, 3, 58), utc(9, 4, 6)
    over = session(utc(9, 3, 55), work(120, sunday), work(360, monday, place=1), ended=utc(9, 4, 8), ending="done")
    assert week([over], date(2026, 3, 8)) == Week(0, 2)
    assert week([over], date(2026, 3, 9)) == Week(1, 6)
    assert streak([over], utc(9, 4, 10)) == 2


@pytest.mark.parametrize(
    ("days", "now", "expected"),
    [
        ([], utc(4), 0),
        ([4], utc(4), 1),
        ([3, 4], utc(4), 2),
        ([2, 3], utc(4), 2),
        ([2, 3], utc(5), 0),
        ([1, 3, 4], utc(4), 2),
        ([3, 3, 4, 4], utc(4), 2),
    ],
)
def test_a_streak_counts_days_in_a_row_and_today_is_not_missed_until_it_is_over(days, now, expected):
    assert streak([trained(utc(day)) for day in days], now) == expected


def test_a_date_lost_at_the_date_line_does_not_break_a_streak():
    sessions = [trained(clock(HONOLULU, 1, 10)), trained(clock(TOKYO, 3, 6))]
    assert (sessions[1].started.at - sessions[0].started.at).total_seconds() == 25 * 3600
    assert streak(sessions, clock(TOKYO, 3, 7)) == 2
    assert streak(sessions[:1], clock(TOKYO, 3, 7)) == 1
    assert streak([trained(clock(TOKYO, 1, 10)), trained(clock(TOKYO, 3, 6))], clock(TOKYO, 3, 7)) == 1


def test_a_date_lived_twice_counts_once():
    sessions = [trained(clock(TOKYO, 2, 7)), trained(clock(HONOLULU, 1, 20)), trained(clock(HONOLULU, 2, 7))]
    assert streak(sessions, clock(HONOLULU, 2, 8)) == 2


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
    latest = session(utc(4), ending=ending, source=source, place_seconds=place)
    assert interrupted_session([trained(utc(1)), latest]) == (latest if resumable else None)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            datetime(2026, 10, 25, 2, 55, tzinfo=timezone(timedelta(hours=2))),
            datetime(2026, 10, 25, 2, 10, tzinfo=timezone(timedelta(hours=1))),
        ),
        (datetime(2026, 3, 2, 7, 0, tzinfo=TOKYO), datetime(2026, 3, 1, 20, 0, tzinfo=HONOLULU)),
        (datetime(2026, 3, 2, 7, 0, tzinfo=UTC), datetime(2026, 3, 2, 7, 0, 0, 1, tzinfo=UTC)),
    ],
    ids=["summer time ends", "Tokyo then Honolulu", "a microsecond"],
)
def test_the_latest_session_is_the_latest_instant_whatever_the_clock_said(earlier, later):
    sessions = [session(moment(at), place_seconds=5.0, ending="left") for at in (earlier, later)]
    assert interrupted_session(sessions) == interrupted_session(sessions[::-1]) == sessions[1]


def test_without_sessions_there_is_none_to_resume():
    assert interrupted_session([]) is None


@pytest.mark.parametrize(
    ("hour", "minute", "starts", "day"),
    [
        (3, 59, time(4), 1),
        (4, 0, time(4), 2),
        (0, 0, time(0), 2),
        (23, 59, time(4), 2),
        (1, 29, time(1, 30), 1),
    ],
)
def test_a_training_day_starts_when_the_settings_say_so(hour, minute, starts, day):
    at = datetime(2026, 3, 2, hour, minute, tzinfo=TOKYO)
    assert moment(at, starts).day == date(2026, 3, day)


def test_an_offset_of_odd_seconds_is_rounded_and_the_instant_kept():
    odd = datetime(2026, 3, 2, 7, 0, tzinfo=timezone(timedelta(hours=1, seconds=40)))
    found = moment(odd).at
    assert found == odd and found.utcoffset() == timedelta(hours=1, minutes=1)
