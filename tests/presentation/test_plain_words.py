"""Ids in words: a runner never reads `quadruped`."""

from typing import get_args

import pytest

from leanbreath.presentation.plain_words import POSITIONS, POSTURES, caution_words, goal_words
from leanbreath.routine.vocabulary import Caution, Goal, Position


def test_every_position_has_words_and_a_posture():
    assert set(POSITIONS) == set(POSTURES) == set(get_args(Position))


@pytest.mark.parametrize("caution", get_args(Caution))
def test_no_caution_is_shown_as_an_id(caution):
    assert "-" not in caution_words(caution)


@pytest.mark.parametrize("goal", get_args(Goal))
def test_no_goal_is_shown_as_an_id(goal):
    assert "-" not in goal_words(goal)
