"""Moments: the instant at which something happened, the runner's clock then, and the training day it counts for."""

from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

DAY_STARTS = time(4)
"""When a training day begins, unless the settings say otherwise: what is done after midnight belongs to the evening."""

MINUTE = timedelta(minutes=1)


class Moment(NamedTuple):
    """An instant as the runner's clock showed it, and its training day.

    `at` has a fixed offset from UTC, so that moments compare as instants wherever the runner was. `day` is settled when
    something happens and never computed again: neither travel nor another setting rewrites the past.
    """

    at: datetime
    day: date


def moment(at: datetime, day_starts: time = DAY_STARTS) -> Moment:
    """Return the moment of a time with its zone, on the training day that begins at `day_starts`."""
    offset = at.utcoffset()
    assert offset is not None, "a moment needs a time with its zone"
    local = at.astimezone(timezone(round(offset / MINUTE) * MINUTE))
    return Moment(local, training_day(local, day_starts))


def training_day(local: datetime, day_starts: time) -> date:
    """Return the day that a time of the runner's clock counts for: before `day_starts` it is still the day before."""
    return local.date() if local.time() >= day_starts else local.date() - timedelta(days=1)


def is_today(event: Moment, now: Moment) -> bool:
    """Return whether an event counts for the training day of now, also after travelling west, where days come twice."""
    return event.day == now.day or (event.day > now.day and event.at <= now.at)
