"""What suits today, by what was done today."""

from collections.abc import Iterable
from typing import NamedTuple

WARMUP, DAILY = "pre-run-6", "daily-12"

MOST, ENDED = 0.8, 0.5
"""So much of its work makes a session one that was done: broken off, or gone through to its end."""


class Suggestion(NamedTuple):
    """The id of a routine, and why it."""

    routine: str
    why: str


def counts(ending: str | None, planned_seconds: float, done_seconds: float) -> bool:
    """Return whether a session was done, by how it ended and how much of its work was; skipping through is not."""
    return planned_seconds > 0 and done_seconds >= planned_seconds * (ENDED if ending == "done" else MOST)


def today(done: Iterable[str | None]) -> Suggestion:
    """Return the daily practice until it has been done today, then the warm-up before a run."""
    if DAILY in done:
        return Suggestion(WARMUP, "Your daily practice is done; this is for before a run.")
    return Suggestion(DAILY, "Not done yet today.")
