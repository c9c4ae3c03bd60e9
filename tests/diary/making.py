"""Rows of a diary for tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from leanbreath.diary.events import SessionRow, WorkRow
from leanbreath.diary.moment import Moment, moment

TOKYO, HONOLULU = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))


def utc(day: int, hour: int = 7, minute: int = 0, month: int = 3) -> Moment:
    """Return a moment of 2026 in UTC."""
    return moment(datetime(2026, month, day, hour, minute, tzinfo=UTC))


def work(done: float, at: Moment | None = None, **changes: Any) -> WorkRow:
    """Return a minute of marching, done for some seconds at a moment."""
    row = WorkRow(0, "1", "march", "March", None, 1, 60.0, 0.0, done, at if done else None)
    return replace(row, **changes)


def session(started: Moment, *rows: WorkRow, id: str = "", **changes: Any) -> SessionRow:
    """Return a session of the daily practice with some rows of work."""
    row = SessionRow(
        id or started.at.isoformat(), started, "daily-12", "Daily", 694.0, "daily-12", revision=1, work=rows
    )
    return replace(row, **changes)


def clock(zone: timezone, day: int, hour: int, minute: int = 0) -> Moment:
    return moment(datetime(2026, 3, day, hour, minute, tzinfo=zone))
