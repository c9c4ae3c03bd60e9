"""The history as a whole: the weeks it shows, and the build weeks of plans among them."""

from datetime import date

from leanbreath.coach.history import first_shown_day, history
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.training_totals import training_totals
from tests.coach.material import bundled_material
from tests.diary.making import session, utc, work


def of(*sessions):
    totals = training_totals(DiaryContent(sessions), first_shown_day(utc(4).day))
    return history(totals, bundled_material(), utc(4))


def trained(day: int, **changes):
    return session(utc(day), work(90, utc(day)), ended=utc(day), **changes)


def test_a_year_of_weeks_is_shown_and_this_week_is_the_last():
    found = of(trained(2), trained(3))
    assert len(found.weeks) == 53 and found.weeks[0].monday == first_shown_day(utc(4).day) == date(2025, 3, 3)
    assert found.weeks[-1] == (date(2026, 3, 2), 2, 180, 2) and not found.is_empty


def test_only_weeks_with_a_session_of_a_build_week_are_build_weeks():
    sessions = [trained(2, plan="eight-weeks", week=5), trained(9, plan="eight-weeks", week=4)]
    sessions += [trained(16, plan="gone", week=5), trained(23, plan="eight-weeks", week=9)]
    assert of(*sessions).build_weeks == {date(2026, 3, 2)}


def test_an_empty_diary_has_an_empty_history():
    assert of().is_empty
