"""Ids in words: a runner never reads `quadruped`."""

from typing import get_args

import pytest

from leanbreath.presentation.plain_words import (
    LIMITERS,
    MUSCLES,
    NEEDS,
    OCCASIONS,
    POSITIONS,
    POSTURES,
    caution_words,
    goal_words,
    need_words,
)
from leanbreath.routine.vocabulary import Caution, Goal, Limiter, Muscle, Need, Position, SessionType


def test_every_position_has_words_and_a_posture():
    assert set(POSITIONS) == set(POSTURES) == set(get_args(Position))


@pytest.mark.parametrize("caution", get_args(Caution))
def test_no_caution_is_shown_as_an_id(caution):
    assert "-" not in caution_words(caution)


@pytest.mark.parametrize("goal", get_args(Goal))
def test_no_goal_is_shown_as_an_id(goal):
    assert "-" not in goal_words(goal)


def test_equipment_that_a_word_leaves_open_is_named_in_full():
    assert set(NEEDS) < set(get_args(Need))
    assert [need_words(need) for need in ("block", "strap", "roller", "mat")] == [
        "yoga block",
        "yoga strap",
        "foam roller",
        "mat",
    ]


@pytest.mark.parametrize(("words", "ids"), [(LIMITERS, Limiter), (MUSCLES, Muscle), (OCCASIONS, SessionType)], ids=str)
def test_limiters_muscles_and_occasions_have_words_and_are_never_shown_as_ids(words, ids):
    assert set(words) == set(get_args(ids))
    assert not any("-" in each for each in words.values())
