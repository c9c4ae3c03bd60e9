"""A session that was interrupted and resumed is one session."""

from dataclasses import replace

from leanbreath.coach.resumed_sessions import with_resumed_work
from leanbreath.coach.slots import counts
from tests.diary.making import session, utc, work

PLACES = range(10)


def part(hour: int, done: range, ending: str | None, **changes):
    """Return a session of ten minutes of work, of which some were done."""
    at = utc(4, hour)
    rows = (work(60.0 if place in done else 0.0, at, place=place, step=str(place + 1)) for place in PLACES)
    return session(at, *rows, ending=ending, source="daily-12", ended=at if ending else None, **changes)


KILLED, RESUMED = part(7, range(6), None), part(8, range(6, 10), "done")


def test_a_killed_session_and_its_rest_count_as_one():
    later, earlier = with_resumed_work((RESUMED, KILLED))
    assert (counts(RESUMED), counts(later), counts(earlier)) == (False, True, False)
    assert (later.done_seconds, earlier) == (600, KILLED)
    assert later.work[0].at == utc(4, 7)


def test_it_may_be_interrupted_twice():
    middle, end = part(8, range(6, 8), "left"), part(9, range(8, 10), "done")
    assert [each.done_seconds for each in with_resumed_work((end, middle, KILLED))] == [600, 480, 360]


def test_what_hurt_before_counts_no_more_after_it_was_left_out():
    hurt = replace(KILLED, work=(replace(KILLED.work[0], hurt_at=utc(4, 7)), *KILLED.work[1:]))
    assert with_resumed_work((RESUMED, hurt))[0].done_seconds == 540


def test_another_day_another_routine_another_length_and_a_whole_session_are_not_its_rest():
    for other in (
        replace(KILLED, started=utc(3, 6), work=(work(60, utc(3, 6)),), id="yesterday"),
        replace(KILLED, source="own.yaml"),
        replace(KILLED, fit_seconds=600.0),
        replace(KILLED, ending="done"),
        replace(KILLED, source=None),
    ):
        assert with_resumed_work((RESUMED, other))[0] == RESUMED


def test_beginning_again_adds_nothing_twice():
    again = part(8, range(3), "left")
    assert with_resumed_work((again, KILLED))[0].done_seconds == 360
