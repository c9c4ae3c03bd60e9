"""A calendar file of the sessions to come, which any calendar reads."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec

from leanbreath import __version__
from leanbreath.coach.calendar_events import CalendarEvent
from leanbreath.routine.problems import InvalidRequest


def require_calendar() -> None:
    """Raise `InvalidRequest` if the package that writes calendars is missing."""
    if find_spec("icalendar") is None:
        raise InvalidRequest(
            "calendar files need one more package; install it with  pip install 'leanbreath[calendar]'"
        )


def calendar_file(events: Iterable[CalendarEvent], written: datetime, sequence: int) -> bytes:
    """Return a calendar file.

    Its times have no zone, so that they are by the clock of whoever reads it, wherever that is. `sequence` grows with
    each later file, by which a calendar knows the newer version of an event.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//leanbreath//leanbreath {__version__}//EN")
    calendar.add("version", "2.0")
    for each in events:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", written.astimezone(UTC).replace(second=0, microsecond=0))
        event.add("sequence", sequence)
        event.add("dtstart", each.start)
        event.add("duration", timedelta(minutes=each.minutes))
        event.add("summary", each.title)
        event.add("description", each.text)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
