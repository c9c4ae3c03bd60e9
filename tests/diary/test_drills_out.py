"""Which drills stay out because they hurt, and when the runner is asked about them."""

from dataclasses import replace

import pytest

from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import ReturnRow
from leanbreath.diary.row_values import session_data, session_from_data
from leanbreath.diary.store import Diary
from tests.diary.making import HONOLULU, TOKYO, clock, session, utc, work

PAIN = session(utc(2), work(20, utc(2), hurt_at=utc(2)))


def asked(day: int, answer: str | None, hour: int = 7):
    """Return a session before which it was asked whether the drill comes back."""
    return session(utc(day, hour), returns=(ReturnRow("march", "March", utc(day, hour), answer),))


def done(day: int):
    return session(utc(day), work(60, utc(day)))


OUT, ASKS, IN = "out", "asks", "in"


@pytest.mark.parametrize(
    ("history", "now", "expected"),
    [
        ([PAIN], utc(2, 20), OUT),  # the same day
        ([PAIN], utc(3), OUT),
        ([PAIN], utc(9, 3), OUT),  # a night belongs to the day before
        ([PAIN], utc(9), ASKS),  # seven training days later
        ([PAIN], utc(29), ASKS),
        ([PAIN, asked(9, "yes")], utc(9), IN),
        ([PAIN, asked(9, "yes")], utc(20), IN),
        ([PAIN, asked(9, "no")], utc(9, 20), OUT),  # never twice on a day
        ([PAIN, asked(9, "no")], utc(15), OUT),
        ([PAIN, asked(9, "no")], utc(16), ASKS),  # a week later
        ([PAIN, asked(9, "no"), asked(16, "no")], utc(18), OUT),
        ([PAIN, asked(9, "no"), asked(16, "no")], utc(23), ASKS),
        ([PAIN, asked(9, "no"), asked(16, "yes")], utc(17), IN),
        ([PAIN, asked(9, "no"), asked(16, None)], utc(17), ASKS),
        ([PAIN, asked(9, None)], utc(9, 20), OUT),
        ([PAIN, asked(9, None)], utc(10), ASKS),
        ([PAIN, done(4)], utc(5), OUT),  # on another machine, which didn't know that it hurt
        ([PAIN, done(4)], utc(9), ASKS),
        ([PAIN, done(10)], utc(11), IN),  # done without pain
        ([done(1), PAIN], utc(9), ASKS),
        ([PAIN, asked(9, "yes"), session(utc(10), work(9, utc(10), hurt_at=utc(10)))], utc(11), OUT),
        ([PAIN, asked(9, "yes"), session(utc(10), work(9, utc(10), hurt_at=utc(10)))], utc(17), ASKS),
        ([asked(3, "no")], utc(5), OUT),  # the pain itself is too long ago to be read
        ([asked(3, "no")], utc(10), ASKS),
        ([session(utc(2), work(9, utc(2), hurt_at=utc(2, month=9)))], utc(5), IN),  # a clock that was wrong
        ([], utc(2), IN),
    ],
)
def test_a_drill_that_hurt_stays_out_until_the_runner_wants_it_back(history, now, expected):
    found = drills_out(history, now, "daily-12")
    assert {OUT: [False], ASKS: [True], IN: []}[expected] == [each.asks for each in found]
    assert all((each.drill, each.title) == ("march", "March") for each in found)


def test_a_week_ends_on_the_same_weekday():
    (found,) = drills_out([PAIN, asked(9, "no")], utc(10))
    assert (found.hurt, found.until) == (utc(2), utc(16).day)


def test_pain_counts_for_the_moment_it_was_felt_and_not_for_the_start_of_its_session():
    over = session(utc(9, 3, 55), work(60, utc(9, 3, 57)), work(20, utc(9, 4, 2), hurt_at=utc(9, 4, 2)))
    assert [each.until for each in drills_out([over], utc(9, 23))] == [utc(16).day]


def test_a_drill_is_out_at_once_when_the_calendar_goes_back():
    felt = session(clock(TOKYO, 2, 7), work(20, clock(TOKYO, 2, 7), hurt_at=clock(TOKYO, 2, 7)))
    assert [each.asks for each in drills_out([felt], clock(HONOLULU, 1, 20))] == [False]
    assert [each.asks for each in drills_out([felt], clock(HONOLULU, 9, 5))] == [True]


def test_an_inline_drill_is_known_in_its_own_routine_only():
    inline = session(utc(2), work(20, utc(2), drill=None, title="Own", hurt_at=utc(2)))
    assert [each.drill for each in drills_out([inline], utc(3), "daily-12")] == ["1 Own"]
    assert drills_out([inline], utc(3), "another") == ()
    kept = replace(inline, returns=(ReturnRow("1 Own", "Own", utc(9), "yes"),))
    assert drills_out([kept], utc(10), "daily-12") == ()


def test_answers_are_kept_by_the_diary_and_travel_with_their_session(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    saved = replace(asked(3, "no"), pain="none")
    diary.save(PAIN, saved)
    assert set(diary.read().sessions) == {PAIN, saved}
    assert session_from_data(session_data(saved)) == saved
    other = Diary(tmp_path / "other.sqlite3")
    other.save(*diary.read().sessions)
    assert set(other.read().sessions) == {PAIN, saved}


def test_an_answer_that_changes_takes_the_place_of_the_first(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    first = asked(3, None)
    later = replace(first, revision=2, returns=(replace(first.returns[0], answer="yes"),))
    diary.save(first)
    diary.save(later)
    assert diary.read().sessions == (later,)


def test_questions_without_a_session_count_for_nothing(tmp_path):
    diary = Diary(tmp_path / "diary.sqlite3")
    diary.save(replace(asked(3, "no"), routine="own"))
    assert diary.prior_sessions("own", utc(1).at).begun_count == 0
    diary.save(replace(done(4), routine="own"))
    assert diary.prior_sessions("own", utc(1).at).begun_count == 1
