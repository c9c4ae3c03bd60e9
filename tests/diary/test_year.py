"""A year of a runner who travels, through clock changes and another start of the day: order, days and streak are right.

The expectations are made of whole seconds since 1970, offsets and division; the diary compares times and dates.
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import SessionRow
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.stats import streak, week
from leanbreath.diary.store import Diary
from tests.diary.making import session, work

DAY = 24 * 3600
BEGIN = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
EPOCH_DAY = date(1970, 1, 1).toordinal()
ZONES = tuple(
    map(
        ZoneInfo,
        (
            "Europe/Berlin",
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Santiago",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Honolulu",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
        ),
    )
)


def clock_changes() -> tuple[int, ...]:
    """Return the second since 1970 at which each day of the year begins in which a zone's clock changes."""
    days = range(BEGIN, BEGIN + 365 * DAY, DAY)
    return tuple(day for day in days if any(_offset(zone, day) != _offset(zone, day + DAY) for zone in ZONES))


def _offset(zone: ZoneInfo, second: int) -> int:
    found = datetime.fromtimestamp(second, zone).utcoffset()
    assert found is not None
    return int(found.total_seconds())


CHANGES = clock_changes()


@dataclass(frozen=True)
class Event:
    """What happened: the second since 1970, the zone the runner was in, and when her day starts, in seconds."""

    second: int
    zone: ZoneInfo
    starts: int

    @property
    def offset(self) -> int:
        return _offset(self.zone, self.second)

    @property
    def day(self) -> int:
        """The training day, counted from 1970."""
        return (self.second + self.offset - self.starts) // DAY

    @property
    def moment(self) -> Moment:
        hour, minute = divmod(self.starts // 60, 60)
        return moment(datetime.fromtimestamp(self.second, self.zone), time(hour, minute))


@st.composite
def years(draw: st.DrawFn) -> list[Event]:
    """Draw the events of a year in the order of time."""
    legs = draw(st.lists(st.tuples(st.integers(0, 364), st.sampled_from(ZONES)), min_size=1, max_size=20))
    legs = sorted(dict([*legs, (0, legs[0][1])]).items())
    early, late = (60 * draw(st.sampled_from((0, 150, 240, 300, 715))) for _ in range(2))
    changed = draw(st.integers(BEGIN, BEGIN + 365 * DAY))
    anywhere = st.integers(BEGIN, BEGIN + 365 * DAY - 1)
    first = draw(st.integers(0, 300))
    in_a_row = [BEGIN + (first + day) * DAY + draw(st.integers(0, DAY - 1)) for day in range(draw(st.integers(0, 40)))]
    near_a_change = st.builds(lambda at, by: at + by, st.sampled_from(CHANGES), st.integers(0, DAY))
    seconds = draw(st.lists(anywhere | near_a_change, min_size=2, max_size=25, unique=True))
    return [
        Event(
            second,
            [zone for day, zone in legs if BEGIN + day * DAY <= second or day == 0][-1],
            late if second >= changed else early,
        )
        for second in sorted({*seconds, *in_a_row})
    ]


def sessions_of(events: list[Event]) -> list[SessionRow]:
    """Return a session of two minutes for each event, in which a drill named after it hurt."""
    return [
        session(each.moment, work(120, each.moment, drill=f"d{each.second}", hurt_at=each.moment), ended=each.moment)
        for each in events
    ]


def expected_streak(events: list[Event], now: Event) -> int:
    """Return how many days the last row of days without a gap has; a date lost at the date line is no gap."""
    row: set[int] = set()
    for before, after in pairwise([*events, now]):
        row.add(before.day)
        lost = 1 if after.offset - before.offset > DAY // 2 else 0
        if after.day - before.day > 1 + lost:
            row = set()
    return len(row)


def check_year(events: list[Event], seed: int) -> None:
    written = sessions_of(events)
    shuffled = random.Random(seed).sample(written, len(written))  # noqa: S311 - an order that can be repeated
    with TemporaryDirectory() as folder:
        Diary(Path(folder) / "diary.sqlite3").save(*shuffled)
        content = Diary(Path(folder) / "diary.sqlite3").read()
        kept, bad_rows = content.sessions, content.bad_rows
    assert bad_rows == 0
    assert [int(each.started.at.timestamp()) for each in kept] == [each.second for each in events][::-1]
    assert [each.started.day.toordinal() - EPOCH_DAY for each in kept] == [each.day for each in events][::-1]
    assert [each.started.at.utcoffset() for each in kept] == [timedelta(seconds=each.offset) for each in events][::-1]
    assert interrupted_session(shuffled) == interrupted_session(kept)
    for number, now in enumerate(events):
        check_day(events[:number], written[:number], now)


def check_day(events: list[Event], sessions: list[SessionRow], now: Event) -> None:
    """Check what the sessions so far come to at a moment."""
    assert streak(sessions, now.moment) == expected_streak(events, now)
    in_seven_days = {f"d{each.second}" for each in events if now.day - each.day < 7}
    assert {each.drill for each in drills_out(sessions, now.moment) if not each.asks} == in_seven_days
    monday = (now.day + 3) // 7  # 1970 began on a Thursday
    in_week = [each for each in events if (each.day + 3) // 7 == monday and each.day <= now.day]
    assert week(sessions, now.moment.day) == (len(in_week), 2 * len(in_week))


@settings(max_examples=12)
@given(years(), st.integers(0, 99))
def test_in_a_year_of_travel_order_days_and_streak_are_right(events: list[Event], seed: int) -> None:
    check_year(events, seed)


@pytest.mark.slow
@settings(max_examples=300)
@given(years(), st.integers(0, 99))
def test_in_many_years_of_travel_order_days_and_streak_are_right(events: list[Event], seed: int) -> None:
    check_year(events, seed)


def test_the_year_has_clock_changes_in_spring_and_autumn():
    assert len(CHANGES) >= 8
