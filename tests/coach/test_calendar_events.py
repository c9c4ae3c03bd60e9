"""The sessions to come: on the days that suit, none twice, and never in an hour that a clock skips."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from leanbreath.coach.calendar_events import CalendarEvent, calendar_events
from leanbreath.coach.plan_state import PlanState
from leanbreath.diary.moment import training_day
from tests.coach.bundled import MATERIAL
from tests.coach.test_replay import FIRST, at, dailies, plan, state
from tests.strategies import few

MORNING, FOUR = time(7, 30), time(4)
BERLIN = ZoneInfo("Europe/Berlin")


def events(now: float, *done, start=None, hour: time = MORNING, day_starts: time = FOUR) -> tuple[CalendarEvent, ...]:
    """Return the events on a day of the plan, half past the hour of its start, on a clock that skips nothing."""
    return calendar_events(state(now, *done, start=start), MATERIAL, at(now), hour, day_starts, lambda wall: wall)


def days(found: tuple[CalendarEvent, ...], week: int = 1) -> list[int]:
    """Return the days of the plan, from 0, on which the sessions of a week are."""
    return [(each.start.date() - FIRST.date()).days for each in found if f"-week-{week}-" in each.uid]


def test_three_sessions_are_spread_over_their_week_from_today_on():
    assert days(events(0)) == [0, 2, 4] and days(events(0), 2) == [7, 9, 11]


def test_a_session_of_another_kind_has_a_day_of_its_own():
    found = [each for each in events(0) if "-week-3-" in each.uid]
    assert [(each.start.date() - FIRST.date()).days - 14 for each in found] == [0, 1, 2, 3, 5]
    assert [each.title for each in found if "lean-lab" in each.uid] == [MATERIAL.routine("lean-lab-8").title]


def test_every_week_until_the_last_has_its_sessions():
    found = events(0)
    asked = [week.sessions for week in MATERIAL.plans["eight-weeks"].weeks]
    assert len(found) == sum(each.times for sessions in asked for each in sessions)
    assert {each.uid.split("-week-")[1].split("-")[0] for each in found} == set("12345678")


def test_an_event_lasts_as_long_as_its_plan_says_and_tells_where_it_stands():
    first, lab = events(0)[0], next(each for each in events(0) if "lean-lab" in each.uid)
    assert (first.minutes, first.start) == (10, datetime(2026, 3, 4, 7, 30))
    assert first.text == "Eight weeks of lean practice. Week 1 of 8, session 1 of 3."
    assert lab.minutes == 9  # 8:08 as it is written
    assert events(0, start=plan("start", 0, "maintenance"))[0].text == "Keep what you have. Session 1 of 2."


def test_what_is_done_is_left_out_and_the_rest_moves_under_the_same_id():
    before, after = events(0), events(1, *dailies(1))
    assert days(after)[0] == 2  # not again on the day of a session
    assert {each.uid for each in after} == {each.uid for each in before} - {before[0].uid}


def test_when_the_time_of_the_day_is_past_the_next_day_is_the_first():
    assert days(events(0, hour=time(6)))[0] == 1


def test_a_time_after_midnight_belongs_to_the_evening_before():
    assert events(0, hour=time(1))[0].start == datetime(2026, 3, 5, 1)
    assert events(0, hour=time(1), day_starts=time(0))[0].start.date() == date(2026, 3, 5)


def test_a_plan_that_repeats_has_weeks_ahead_with_ids_of_their_own():
    found = events(0, start=plan("start", 0, "maintenance"))
    assert len({each.uid for each in found}) == len(found)
    assert (found[-1].start - found[0].start) > timedelta(days=49)
    later = events(7, start=plan("start", 0, "maintenance"))
    assert {each.uid for each in later} & {each.uid for each in found}


def test_sessions_on_the_same_day_follow_each_other():
    full = replace(state(0), slots=tuple(slot._replace(due=FIRST.date()) for slot in state(0).slots))
    found = calendar_events(full, MATERIAL, at(0), MORNING, FOUR, lambda wall: wall)
    today = [each for each in found if each.start.date() == FIRST.date()]
    assert len(today) == 3
    assert all(one.start + timedelta(minutes=one.minutes) == other.start for one, other in pairwise(today))


def test_no_session_begins_in_the_hour_that_a_clock_skips():
    found = calendar_events(state(0), MATERIAL, at(0), time(2, 30), time(0), _in_berlin)
    assert all(_in_berlin(each.start) == each.start for each in found)
    later = [each for each in found if each.start.date() == date(2026, 3, 29)]
    assert [each.start.time() for each in later] == [time(3, 30)]


def _in_berlin(wall: datetime) -> datetime:
    return wall.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None)


@few
@given(
    st.integers(0, 60),
    st.sets(st.integers(0, 60), max_size=25),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
    st.sampled_from(("eight-weeks", "maintenance")),
)
def test_sessions_are_never_late_never_past_and_never_twice(now, done, hour, name):
    start = plan("start", 0, name)
    stands: PlanState = state(now, *dailies(*(day for day in done if day < now)), start=start)
    found = calendar_events(stands, MATERIAL, at(now), hour, FOUR, lambda wall: wall)
    assert len({each.uid for each in found}) == len(found)
    assert all(each.start >= at(now).at.replace(tzinfo=None) for each in found)
    open_ids = {f"-{slot.kind}-{slot.number}@leanbreath": slot.due for slot in stands.slots if slot.done is None}
    for each in found:
        if f"-week-{stands.week_number}-" in each.uid:
            due = next(due for end, due in open_ids.items() if each.uid.endswith(end))
            assert training_day(each.start, FOUR) <= due
