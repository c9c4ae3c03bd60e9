"""What suits today."""

from leanbreath.coach.today import DAILY, WARMUP, counts, today


def test_the_daily_practice_suits_until_it_is_done():
    assert today([]).routine == today([WARMUP, None]).routine == DAILY
    assert today([WARMUP, DAILY]).routine == WARMUP


def test_a_session_counts_when_most_of_it_was_done():
    assert counts("left", 100, 80) and not counts("left", 100, 79)
    assert counts("done", 100, 50) and not counts("done", 100, 49)
    assert not counts("done", 0, 0) and not counts(None, 100, 10)
