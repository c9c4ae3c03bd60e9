"""A calendar file as other programs read it."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from leanbreath.coach.calendar_events import CalendarEvent
from leanbreath.export.calendar import calendar_file

WRITTEN = datetime(2026, 3, 4, 7, 12, 30, tzinfo=UTC)
EVENTS = (
    CalendarEvent(
        "20260304-mine-week-1-daily-1@leanbreath", datetime(2026, 3, 4, 7, 30), 10, "Hips; belly, 1", "A, b."
    ),
    CalendarEvent("20260304-mine-week-1-daily-2@leanbreath", datetime(2026, 3, 6, 7, 30), 9, "Hüfte" * 30, "x\ny"),
)


def test_a_calendar_is_read_back_as_it_was():
    calendar = Calendar.from_ical(calendar_file(EVENTS, WRITTEN, 12))
    found = [
        CalendarEvent(
            str(each["uid"]),
            each.decoded("dtstart"),
            each.decoded("duration") // timedelta(minutes=1),
            str(each["summary"]),
            str(each["description"]),
        )
        for each in calendar.walk("VEVENT")
    ]
    assert tuple(found) == EVENTS
    assert {each["sequence"] for each in calendar.walk("VEVENT")} == {12}


def test_times_are_by_the_clock_of_whoever_reads_them():
    text = calendar_file(EVENTS, WRITTEN, 12).decode()
    assert "DTSTART:20260304T073000\r\n" in text and "TZID" not in text
    assert "DTSTAMP:20260304T071200Z\r\n" in text


def test_every_line_is_as_long_as_the_standard_allows():
    lines = calendar_file(EVENTS, WRITTEN, 12).split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_the_same_calendar_is_the_same_file():
    assert calendar_file(EVENTS, WRITTEN, 12) == calendar_file(EVENTS, WRITTEN.replace(second=59), 12)
