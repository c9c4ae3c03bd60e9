"""What suits today, by what was done today."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leanbreath.diary.events import SessionRow

WARMUP, DAILY = "pre-run-6", "daily-12"

MOST, HALF = 0.8, 0.5
"""The share of its work that makes a session count: one that was cut short, and one that was played to its end."""


class Suggestion(NamedTuple):
    """The id of a routine, and the reason for it."""

    routine: str
    why: str


def was_done(session: SessionRow) -> bool:
    """Return whether enough of a session's work was done; skipping through to the end is not enough."""
    planned = session.planned_work_seconds
    share = HALF if session.ending == "done" else MOST
    return planned > 0 and session.done_seconds >= planned * share


def suggestion(sessions: Iterable[SessionRow], day: date) -> Suggestion:
    """Return the daily practice until it has been done on a training day, then the warm-up before a run.

    A session is done on the day on which it ends.
    """
    done = {each.routine for each in sessions if each.last.day == day and was_done(each)}
    if DAILY in done:
        return Suggestion(WARMUP, "Your daily practice is done; this warms you up for a run.")
    return Suggestion(DAILY, "Not done yet today.")
