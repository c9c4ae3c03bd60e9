"""What suits today, by what was done today."""

from collections.abc import Iterable
from typing import NamedTuple

WARMUP, DAILY = "pre-run-6", "daily-12"


class Suggestion(NamedTuple):
    """The id of a routine, and why it."""

    routine: str
    why: str


def today(done: Iterable[str | None]) -> Suggestion:
    """Return the daily practice until it has been done today, then the warm-up before a run."""
    if DAILY in done:
        return Suggestion(WARMUP, "Your daily practice is done; this is for before a run.")
    return Suggestion(DAILY, "Not done yet today.")
