from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leanbreath.advice.breathing import dose_findings
from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.routine.model import BothSides, Repeat, Routine
from leanbreath.routine.work import Breath
from leanbreath.score.compose import compose
from leanbreath.score.own_breath import has_paced_breath, with_own_breath
from leanbreath.score.score import Score
from tests.score.making import ALL, bundled_routine, bundled_score, routine, step
from tests.strategies import few, routines

own_breaths = st.integers(15, 200).map(lambda tenths: Fraction(tenths, 10))


def test_a_quick_breath_slows_down_from_ten_a_minute():
    assert _cycles(_begun("4-0-6-0 x 5", "5.2")) == [[6, 7, 8, 9, 10]]


def test_a_breath_slows_down_from_where_it_is():
    assert _cycles(_begun("4-0-6-0 x 5", "7")) == [[7, 7.75, 8.5, 9.25, 10]]


def test_a_breath_keeps_the_proportions_of_its_pattern():
    [first, *_] = _works(_begun("3-0-6-3 x 4", "6"))[0].breaths
    assert (first.inhale, first.hold, first.exhale, first.rest) == (Fraction(3, 2), 0, 3, Fraction(3, 2))


@pytest.mark.parametrize(("own"), ["10", "10.1", "20"])
def test_a_breath_as_slow_as_the_pattern_changes_nothing(own: str):
    score = compose(routine(step("Rest", "breath", "4-0-6-0 x 5")))
    assert with_own_breath(score, Fraction(own)) is score


def test_without_an_own_breath_nothing_changes():
    assert with_own_breath(bundled_score("daily-12"), None) is bundled_score("daily-12")


UNCHANGED = ["4-0-6-0 x 1", "2-0-3-0 x 6"]


@pytest.mark.parametrize("written", UNCHANGED)
def test_a_single_breath_and_one_that_is_quick_as_written_stay(written: str):
    assert _works(_begun(written, "5")) == _works(compose(routine(step("Rest", "breath", written))))


def test_a_ramp_begins_earlier_and_ends_as_written():
    assert _cycles(_begun("4-0-4-0 to 4-0-6-0 x 3", "5")) == [[6, 8, 10]]


def test_breaths_for_a_length_keep_their_number():
    assert _cycles(_begun("4-0-6-0 for 50s", "5")) == [[6, 7, 8, 9, 10]]


def test_the_next_drill_begins_where_the_one_before_ended():
    steps = (
        step("One", "breath", "3-0-4-0 x 2"),
        step("Two", "breath", "4-0-6-0 x 4"),
        step("Three", "breath", "4-0-4-0 x 2"),
    )
    assert _cycles(_from(routine(*steps), "5")) == [[6, 7], [7, 8, 9, 10], [8, 8]]


def test_only_the_first_set_slows_down_and_both_sides_do():
    sided = step("Hip", "breath", "4-0-6-0 x 3", sides="each", sets=2)
    assert _cycles(_from(routine(sided), "5")) == [[6, 8, 10], [10, 10, 10]] * 2


def test_both_sides_slow_down_equally_with_another_drill_between_them():
    left, right = (step("Hip", "breath", "4-0-6-0 x 3", sides=side) for side in ("left", "right"))
    between = step("Belly", "breath", "5-0-7-0 x 3")
    assert _cycles(_from(routine(left, between, right), "5")) == [[6, 8, 10], [10, 11, 12], [6, 8, 10]]


def test_only_the_first_round_slows_down():
    sided = step("Hip", "breath", "4-0-6-0 x 3", sides="each")
    rounds = Repeat(2, Fraction(10), (sided,))
    assert _cycles(_from(routine(rounds), "5")) == [[6, 8, 10], [6, 8, 10], [10, 10, 10], [10, 10, 10]]


def test_both_turns_of_a_block_slow_down_equally():
    one, two = (step(title, "breath", "4-0-6-0 x 2", sides="each") for title in ("One", "Two"))
    assert _cycles(_from(routine(BothSides((one, two), Fraction(5))), "5")) == [[6, 10], [10, 10]] * 2


def test_only_a_routine_with_paced_breaths_has_them():
    assert has_paced_breath(_begun("4-0-6-0 x 5", "5"))
    assert not has_paced_breath(compose(routine(step("Rock", "reps", "5 @ 2s"))))


@few
@given(routines(), own_breaths)
def test_a_score_never_breathes_faster_than_written_or_ten_times_a_minute(drawn: Routine, own: Fraction):
    written = compose(drawn)
    begun = with_own_breath(written, own)
    assert begun.total <= written.total
    for before, after in zip(_works(written), _works(begun), strict=True):
        assert after.repetitions == before.repetitions
        assert after.breaths[-1] == before.breaths[-1]
        assert after.breaths[0].seconds >= min(max(own, 6), before.breaths[0].seconds)
        assert all(
            min(one.seconds, 6) <= other.seconds <= one.seconds
            for one, other in zip(before.breaths, after.breaths, strict=True)
        )


@few
@given(routines(), own_breaths)
def test_sides_that_were_equal_stay_equal(drawn: Routine, own: Fraction):
    written = compose(drawn)
    if _side_seconds(written, "left") == _side_seconds(written, "right"):
        begun = with_own_breath(written, own)
        assert _side_seconds(begun, "left") == _side_seconds(begun, "right")


@pytest.mark.parametrize("own", ["1.5", "6", "6.7", "9"])
def test_every_bundled_routine_keeps_the_rules_of_breathing(own: str):
    rules = bundled_rules()
    for name in ALL:
        drills = bundled_routine(name).named_drills()
        for passage in with_own_breath(bundled_score(name), Fraction(own)).passages:
            if isinstance(passage.work, Breath) and passage.drill:
                doses = iter([(("breath",), passage.work)])
                assert not list(dose_findings(drills[passage.drill], doses, rules)), (name, passage.title)


def _begun(written: str, own: str) -> Score:
    return _from(routine(step("Rest", "breath", written)), own)


def _from(written: Routine, own: str) -> Score:
    return with_own_breath(compose(written), Fraction(own))


def _works(score: Score) -> list[Breath]:
    return [passage.work for passage in score.passages if isinstance(passage.work, Breath)]


def _cycles(score: Score) -> list[list[Fraction]]:
    return [[breath.seconds for breath in work.breaths] for work in _works(score)]


def _side_seconds(score: Score, side: str) -> list[tuple[str, Fraction]]:
    works = ((each.title, each.work.seconds) for each in score.passages if each.side == side and each.work)
    return sorted(works)
