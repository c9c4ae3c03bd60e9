"""When a reminder comes: wall time is kept, and a time that a clock skips comes once, an hour later."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.reminders.occurrences import is_missed, latest_run, next_run
from leanbreath.reminders.reminder import DAYS, Reminder
from tests.reminders.test_reminder import reminders

BERLIN = ZoneInfo("Europe/Berlin")


def local(zone: ZoneInfo):
    """Return what the clock of a zone shows, as `datetime.astimezone` does for that of the machine."""
    return lambda naive: naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


NEXT = [
    ("later the same day", "7:30 daily", "2026-11-26 07:29", "2026-11-26 07:30"),
    ("not again in the same minute", "7:30 daily", "2026-11-26 07:30", "2026-11-27 07:30"),
    ("on the next of its days", "7:30 mon,wed", "2026-11-26 08:00", "2026-11-30 07:30"),
    ("a week later if that's its only day", "7:30 thu", "2026-11-26 07:30", "2026-12-03 07:30"),
    ("at the same wall time after the clock went forward", "7:30 daily", "2026-03-28 08:00", "2026-03-29 07:30"),
    ("at the same wall time after the clock went back", "7:30 daily", "2026-10-24 08:00", "2026-10-25 07:30"),
    ("an hour later where its time is skipped", "2:30 daily", "2026-03-28 12:00", "2026-03-29 03:30"),
    ("as usual on the day after", "2:30 daily", "2026-03-29 03:30", "2026-03-30 02:30"),
    ("once where its time comes twice", "2:30 daily", "2026-10-25 02:30", "2026-10-26 02:30"),
]


def reminder(text: str) -> Reminder:
    at, days = text.split()
    return Reminder(time.fromisoformat(at.zfill(5)), DAYS if days == "daily" else tuple(days.split(",")))


@pytest.mark.parametrize(("written", "now", "then"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT])
def test_a_reminder_comes(written, now, then):
    shown = next_run(reminder(written), datetime.fromisoformat(now).replace(tzinfo=BERLIN), local(BERLIN))
    assert f"{shown:%Y-%m-%d %H:%M}" == then


@pytest.mark.parametrize(
    ("shown", "now", "missed"),
    [
        (None, "2026-11-26 08:00", True),
        ("2026-11-25 07:30", "2026-11-26 07:29", False),
        ("2026-11-25 07:30", "2026-11-26 07:30", True),
        ("2026-11-26 07:30", "2026-11-26 08:30", False),
        ("2026-11-20 07:30", "2026-11-29 22:00", True),  # a machine that was off for days
    ],
)
def test_a_reminder_is_missed_until_it_was_shown(shown, now, missed):
    since = datetime.fromisoformat(shown).replace(tzinfo=BERLIN) if shown else None
    at = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    assert is_missed(reminder("7:30 daily"), since, at, local(BERLIN)) is missed


def test_in_the_hour_that_comes_twice_it_is_shown_once():
    first, again = (datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1))
    assert not is_missed(reminder("2:30 daily"), first, again, local(BERLIN))


ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "America/Havana", "Pacific/Apia")


@given(
    reminders,
    st.sampled_from(ZONES).map(ZoneInfo),
    st.datetimes(datetime(2011, 12, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
def test_it_comes_once_on_each_of_its_days(drawn, zone, instant):
    now = instant.astimezone(zone)
    after, before = next_run(drawn, now, local(zone)), latest_run(drawn, now, local(zone))
    assert before <= now < after
    assert latest_run(drawn, after, local(zone)) == after
    assert next_run(drawn, before, local(zone)) == after
