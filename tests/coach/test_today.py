"""What suits today, from little diaries."""

import pytest

from leanbreath.coach.today import DAILY, TOUR, WARMUP, Today, today
from leanbreath.diary.events import AssessmentRow, DiaryContent, SessionRow
from tests.coach.material import bundled_material
from tests.diary.making import session, utc, work

NOW = utc(4, 12)


def on(*sessions: SessionRow, **events) -> Today:
    return today(DiaryContent(sessions, **events), bundled_material(), NOW)


def done(routine: str = DAILY, day: int = 4, seconds: float = 60) -> SessionRow:
    at = utc(day)
    return session(at, work(seconds, at), routine=routine, ending="done")


def left(day: int = 4, hour: int = 11, place: float = 334.0, **changes) -> SessionRow:
    at = utc(day, hour)
    return session(at, work(20, at), ending="left", place_seconds=place, **changes)


def test_the_very_first_time_offers_the_tour_and_the_checkup():
    first = on()
    assert (first.kind, first.routine, first.why) == (
        "first",
        TOUR,
        "Get to know it, then take the five-minute check-up.",
    )


@pytest.mark.parametrize("events", [{"assessments": (AssessmentRow("a", NOW, "sit-hours", (9,)),)}, {"bad_rows": 1}])
def test_a_runner_who_only_measured_or_whose_diary_cannot_be_read_is_not_new(events):
    assert on(**events).routine == DAILY


def test_without_a_plan_the_home_session_is_suggested_until_it_is_done_then_a_warm_up():
    assert on(done(day=3)).routine == DAILY
    assert on(done(WARMUP)).routine == DAILY
    assert on(done(seconds=5)).routine == DAILY
    assert on(done()).routine == WARMUP
    assert on(done("daily-floor-free")).routine == WARMUP


def test_an_interrupted_session_of_this_training_day_is_offered_first():
    offered = on(left(), done(day=3))
    assert (offered.kind, offered.routine, offered.seconds) == ("continue", DAILY, 360)


@pytest.mark.parametrize(
    "interrupted",
    [
        left(day=3),
        left(place=690.0),
        left(source="gone"),
        session(utc(4), work(55, utc(4)), ending="left", place_seconds=300.0),
    ],
    ids=["of yesterday", "almost over", "of a routine that is gone", "that counts already"],
)
def test_an_interrupted_session_is_not_offered(interrupted):
    assert on(interrupted).kind != "continue"


def test_a_session_that_was_done_since_then_takes_the_place_of_an_interrupted_one():
    assert on(done(), left(hour=6)).kind != "continue"
