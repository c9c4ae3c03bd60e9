"""Training days in a plan: clock changes, travel, another start of the day and midnight move no session that was done.

Each case is a home session on due days of the first week (Sunday 8, Monday 9 and Tuesday 10 March 2026), as somebody's
clock showed them.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from leanbreath.coach.keeping import due_days, keeping
from leanbreath.coach.replay import plan_state
from leanbreath.coach.today import today
from leanbreath.diary.events import DiaryContent, PlanRow, SessionRow
from leanbreath.diary.moment import Moment, moment
from tests.coach.bundled import MATERIAL
from tests.diary.making import HONOLULU, TOKYO, session, work

NEW_YORK, SYDNEY, BERLIN = (ZoneInfo(name) for name in ("America/New_York", "Australia/Sydney", "Europe/Berlin"))


def at(day: int, hour: float, zone=UTC, starts: time = time(4)) -> Moment:
    """Return a moment of March 2026 as a clock showed it."""
    return moment(datetime(2026, 3, day, int(hour), round(hour % 1 * 60), tzinfo=zone), starts)


def done(start: Moment, minutes: int = 11) -> SessionRow:
    end = at_later(start, minutes)
    return session(start, work(60, end), id=start.at.isoformat(), kind="daily", ended=end, ending="done")


def at_later(start: Moment, minutes: int) -> Moment:
    return moment(start.at + timedelta(minutes=minutes))


def start(zone=UTC) -> PlanRow:
    return PlanRow("start", at(4, 7, zone), "start", "eight-weeks")


def streak(sessions: list[SessionRow], now: Moment, zone=UTC) -> int:
    state = plan_state(DiaryContent(tuple(sessions), plan_events=(start(zone),)), MATERIAL, now)
    assert state is not None
    return keeping(state.all_slots, state.paused_days, now.day).streak


CASES = {
    "at the same time each day": (UTC, [(8, 7, UTC), (9, 7, UTC), (10, 7, UTC)], (11, 5, UTC)),
    "the clock goes forward on Sunday": (
        NEW_YORK,
        [(8, 1.75, NEW_YORK), (8, 7, NEW_YORK), (9, 7, NEW_YORK), (10, 7, NEW_YORK)],
        (11, 5, NEW_YORK),
    ),
    "ten zones further east": (UTC, [(8, 7, UTC), (9, 20, SYDNEY), (10, 7, SYDNEY)], (11, 5, SYDNEY)),
    "ten zones further west": (SYDNEY, [(8, 7, SYDNEY), (9, 21, UTC), (10, 7, UTC)], (11, 5, UTC)),
    "after midnight, before the day is over": (UTC, [(9, 0.5, UTC), (10, 2, UTC), (11, 3.5, UTC)], (11, 5, UTC)),
    "over midnight": (UTC, [(8, 23.92, UTC), (9, 23.92, UTC), (10, 23.92, UTC)], (11, 5, UTC)),
    "home again, where the date comes twice": (
        TOKYO,
        [(8, 7, TOKYO), (9, 7, TOKYO), (9, 7, HONOLULU), (10, 7, HONOLULU)],
        (11, 5, HONOLULU),
    ),
    "across the date line, where Monday is missing": (
        HONOLULU,
        [(8, 20, HONOLULU), (10, 20, TOKYO)],
        (11, 5, TOKYO),
    ),
}


@pytest.mark.parametrize(("zone", "sessions", "now"), CASES.values(), ids=CASES)
def test_whoever_trains_on_every_due_day_keeps_the_streak(zone, sessions, now):
    kept = streak([done(at(*each)) for each in sessions], at(*now), zone)
    assert kept == (2 if now[2] is TOKYO else 3)


def test_a_session_over_midnight_is_one_and_belongs_to_the_evening():
    late = done(at(8, 23.92), minutes=25)
    state = plan_state(DiaryContent((late,), plan_events=(start(),)), MATERIAL, at(9, 8))
    assert [slot.done for slot in state.slots] == [date(2026, 3, 8), None, None]


def test_another_start_of_the_day_leaves_the_past_alone():
    early = [done(at(day, 4.5)) for day in (8, 9, 10)]
    six = time(6)
    assert streak(early, at(11, 5, UTC, six)) == streak(early, at(11, 5)) == 3
    assert at(11, 5, UTC, six).day == date(2026, 3, 10)


def test_past_days_stay_the_same_wherever_the_runner_is_now():
    sessions = [done(at(day, 22, NEW_YORK)) for day in (8, 9, 10)]
    for zone in (NEW_YORK, UTC, BERLIN, TOKYO, HONOLULU):
        now = moment(datetime(2026, 3, 12, 7, tzinfo=NEW_YORK).astimezone(zone))
        assert streak(sessions, now, NEW_YORK) == 3


def test_the_same_diary_on_two_machines_says_the_same_whatever_their_zone():
    content = DiaryContent((done(at(8, 7)),), plan_events=(start(),))
    here = moment(datetime(2026, 3, 9, 12, tzinfo=UTC))
    there = here._replace(at=here.at.astimezone(timezone(timedelta(hours=2))))
    assert today(content, MATERIAL, here) == today(content, MATERIAL, there)


def test_the_skipped_hour_of_spring_and_the_double_hour_of_autumn_have_a_training_day():
    for month, day, hour, minute in ((3, 29, 2, 30), (10, 25, 2, 30)):
        for fold in (0, 1):
            when = datetime(2026, month, day, hour, minute, fold=fold, tzinfo=BERLIN)
            assert moment(when).day == date(2026, month, day - 1)


def test_a_due_day_is_over_when_the_training_day_is_and_not_at_midnight():
    sessions = [done(at(8, 7))]
    state = plan_state(DiaryContent(tuple(sessions), plan_events=(start(),)), MATERIAL, at(10, 3.9))
    assert [each.is_kept for each in due_days(state.slots, at(10, 3.9).day)] == [True]
    assert [each.is_kept for each in due_days(state.slots, at(10, 4).day)] == [True, False]


def test_a_stored_day_is_used_as_it_is():
    odd = done(at(9, 7))
    moved = replace(odd, ended=Moment(odd.last.at, date(2026, 3, 8)))
    state = plan_state(DiaryContent((moved,), plan_events=(start(),)), MATERIAL, at(9, 12))
    assert state.slots[0].done == date(2026, 3, 8)
