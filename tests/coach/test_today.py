"""The coach suggests the daily practice until it is done, then the warm-up."""

from datetime import UTC, date, datetime

import pytest

from leanbreath.coach.today import DAILY, WARMUP, suggestion, was_done
from leanbreath.diary.events import SessionRow, WorkRow

TODAY = date(2026, 3, 4)


def session(
    routine: str | None, ending: str | None = "done", planned: float = 100, done: float = 100, day: int = 4
) -> SessionRow:
    started = datetime(2026, 3, day, 7, tzinfo=UTC)
    work = WorkRow(0, "1", "march", "March", None, 1, planned, 0.0, done)
    return SessionRow(1, started, None, ending, routine, "Title", planned, done, (work,))


def test_the_daily_practice_is_suggested_until_it_is_done():
    assert suggestion([], TODAY).routine == DAILY
    assert suggestion([session(WARMUP), session(None)], TODAY).routine == DAILY
    assert suggestion([session(DAILY, done=5)], TODAY).routine == DAILY
    assert suggestion([session(DAILY, day=3)], TODAY).routine == DAILY
    assert suggestion([session(WARMUP), session(DAILY)], TODAY).routine == WARMUP


@pytest.mark.parametrize(
    ("ending", "planned", "done", "counts"),
    [
        ("left", 100, 80, True),
        ("left", 100, 79, False),
        ("done", 100, 50, True),
        ("done", 100, 49, False),
        ("done", 0, 0, False),
        (None, 100, 10, False),
    ],
)
def test_a_session_counts_if_enough_of_its_work_was_done(ending, planned, done, counts):
    assert was_done(session(DAILY, ending, planned, done)) is counts
