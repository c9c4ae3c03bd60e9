"""How leaning felt: the mean of the latest ten answers, and nothing from too few."""

from leanbreath.coach.leaning_trend import leaning_trend
from leanbreath.diary.training_totals import LeanAnswer
from tests.diary.making import utc

ANSWERS = {"e": "easier", "s": "same", "h": "harder"}


def trend(letters: str):
    return leaning_trend([LeanAnswer(utc(1 + n // 24, n % 24), ANSWERS[each]) for n, each in enumerate(letters)])


def test_there_is_no_tendency_before_the_fourth_answer():
    assert trend("").tendencies == ()
    assert trend("eee").tendencies == (None, None, None)
    assert trend("hsee").tendencies == (None, None, None, 0.25)


def test_only_the_latest_ten_answers_count():
    found = trend("hhhh" + "eeeeee" + "esss")
    assert found.tendencies[9] == 0.2 and found.tendencies[13] == 0.7
    assert [found.count(each) for each in ("easier", "same", "harder")] == [7, 3, 0]


def test_nothing_but_harder_and_nothing_but_easier_are_the_ends_of_the_scale():
    assert trend("h" * 12).tendencies[-1] == -1 and trend("e" * 12).tendencies[-1] == 1
