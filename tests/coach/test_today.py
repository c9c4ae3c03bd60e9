"""The coach suggests the daily practice until it is done, then the warm-up."""

from datetime import date

import pytest

from leanbreath.coach.today import DAILY, WARMUP, suggestion, was_done
from leanbreath.diary.events import SessionRow
from tests.diary.making import session as made
from tests.diary.making import utc, work

TODAY = date(2026, 3, 4)


def session(
    routine: str | None, ending: str | None = "done", planned: float = 100, done: float = 100, day: int = 4
) -> SessionRow:
    row = work(done, utc(day), planned_seconds=planned)
    return made(utc(day), row, ending=ending, routine=routine)


def test_a_session_is_done_on_the_day_on_which_it_ends():
    over = made(utc(4, 3, 55), work(60, utc(4, 3, 59)), ended=utc(4, 4, 8), ending="done")
    assert suggestion([over], date(2026, 3, 3)).routine == DAILY
    assert suggestion([over], TODAY).routine == WARMUP


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
