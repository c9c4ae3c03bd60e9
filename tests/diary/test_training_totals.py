"""What sessions add up to by training day: hand-made sums, days as they were stored, and rows of an older program."""

from datetime import UTC, date, datetime, timedelta, timezone

from leanbreath.diary.events import DiaryContent, SessionRow
from leanbreath.diary.moment import Moment, moment
from leanbreath.diary.training_totals import (
    LeanAnswer,
    LongestSet,
    PlanWeekDay,
    SessionLength,
    SideWork,
    lean_answers,
    longest_session,
    longest_sets,
    plan_week_days,
    seconds_by_day,
    sessions_by_day,
    side_work,
    training_totals,
)
from tests.diary.making import session, utc, work

MARCH_2, MARCH_3 = date(2026, 3, 2), date(2026, 3, 3)
TOKYO = timezone(timedelta(hours=9))


def trained(at: Moment, *seconds: float, **changes) -> SessionRow:
    rows = [work(each, at, place=place) for place, each in enumerate(seconds)]
    return session(at, *rows, ended=at, ending="done", **changes)


def test_work_counts_on_the_day_on_which_it_was_done_and_a_session_on_the_day_on_which_it_ended():
    over = session(
        utc(3, 3, 55), work(100, utc(3, 3, 58)), work(40, utc(3, 4, 1), place=1), ended=utc(3, 4, 2), ending="done"
    )
    sessions = [trained(utc(2), 200, 100), over]
    assert seconds_by_day(sessions) == {MARCH_2: 400, MARCH_3: 40}
    assert sessions_by_day(sessions) == {MARCH_2: 1, MARCH_3: 1}


def test_a_session_with_less_than_a_minute_of_work_counts_nowhere():
    short, enough = trained(utc(2), 30, 29.5), trained(utc(3), 30, 30)
    assert seconds_by_day([short, enough]) == {MARCH_3: 60}
    assert sessions_by_day([short, enough]) == {MARCH_3: 1}
    assert longest_session([short]) is None


def test_the_stored_day_counts_whatever_clock_and_zone_say():
    at = Moment(datetime(2026, 3, 3, 23, 30, tzinfo=TOKYO), MARCH_2)
    assert seconds_by_day([trained(at, 90)]) == {MARCH_2: 90}
    assert sessions_by_day([trained(at, 90)]) == {MARCH_2: 1}


def test_static_work_is_summed_by_drill_and_side_and_rows_without_a_stretch_may_have_been_one():
    calf = {"drill": "soleus-wall-stretch", "stretch": "static", "muscles": ("soleus",)}
    rows = (
        work(30, utc(2), side="left", **calf),
        work(35, utc(2), side="left", number=2, place=1, **calf),
        work(30, utc(2), side="right", place=2, **calf),
        work(60, utc(2), place=3, stretch="none", muscles=("neck",)),
        work(20, utc(2), place=4, stretch="dynamic", muscles=("soleus",)),
        work(45, utc(2), place=5, drill="gastroc-wall-stretch"),
    )
    assert set(side_work([session(utc(2), *rows)], MARCH_2)) == {
        SideWork(MARCH_2, "soleus-wall-stretch", "static", ("soleus",), "left", 65),
        SideWork(MARCH_2, "soleus-wall-stretch", "static", ("soleus",), "right", 30),
        SideWork(MARCH_2, "gastroc-wall-stretch", None, (), None, 45),
    }
    assert side_work([session(utc(2), *rows)], MARCH_3) == ()


def test_of_equal_sessions_and_sets_the_first_is_the_longest():
    sessions = [trained(utc(3), 200, title="Late"), trained(utc(2), 80, 120, title="Early"), trained(utc(1), 90, 90)]
    assert longest_session(sessions) == SessionLength(MARCH_2, "Early", 200)
    assert longest_sets(sessions) == (LongestSet(MARCH_3, "march", "March", 200),)
    assert longest_sets(sessions[1:]) == (LongestSet(MARCH_2, "march", "March", 120),)


def test_inline_drills_and_sets_that_were_not_done_are_never_the_longest():
    rows = work(300, utc(2), drill=None), work(0, utc(2), drill="march", place=1)
    assert longest_sets([session(utc(2), *rows)]) == ()


def test_answers_come_in_the_order_of_their_sessions_and_plans_with_their_weeks():
    late = trained(utc(3), 90, lean="easier", plan="eight-weeks", week=5)
    early = trained(utc(2), 90, lean="harder", plan="eight-weeks", week=4)
    assert lean_answers([late, early, trained(utc(1), 90)]) == (
        LeanAnswer(utc(2), "harder"),
        LeanAnswer(utc(3), "easier"),
    )
    assert plan_week_days([late, early], MARCH_2) == {
        PlanWeekDay(MARCH_3, "eight-weeks", 5),
        PlanWeekDay(MARCH_2, "eight-weeks", 4),
    }


def test_sessions_and_plans_are_those_that_began_since_a_day():
    sessions = [trained(utc(3), 90, plan="eight-weeks", week=5), trained(utc(2), 90, plan="eight-weeks", week=5)]
    assert sessions_by_day(sessions, MARCH_3) == {MARCH_3: 1}
    assert plan_week_days(sessions, MARCH_3) == {PlanWeekDay(MARCH_3, "eight-weeks", 5)}


def test_an_empty_diary_adds_up_to_nothing():
    totals = training_totals(DiaryContent(), MARCH_2)
    assert (totals.seconds, totals.sessions, totals.longest_session, totals.longest_sets) == ({}, {}, None, ())


def test_a_moment_without_a_stored_day_of_its_own_has_that_of_its_clock():
    assert moment(datetime(2026, 3, 3, 3, 59, tzinfo=UTC)).day == MARCH_2
