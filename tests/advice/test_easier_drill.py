"""What may replace a drill that hurts, without getting up or down."""

from dataclasses import replace

import pytest

from leanbreath.advice.easier_drill import easier_drill, is_easier
from leanbreath.routine.model import Drill

ROCK = Drill(
    title="Rock",
    drill="rock",
    position="split-stance",
    stretch="dynamic",
    helps=("calves",),
    needs=("wall",),
    cautions=("calf-strain-recent",),
    instead={"calf-strain-recent": "march"},
)
PUMP = replace(ROCK, drill="pump", position="standing", cautions=(), needs=(), instead=None)


def test_a_drill_for_the_same_limiter_where_the_runner_stands_is_easier():
    assert is_easier(PUMP, ROCK)


@pytest.mark.parametrize(
    "changes",
    [
        {"position": "half-kneel"},  # down
        {"position": "supine"},
        {"position": None},
        {"position": "wall-lean"},  # the same family, and more
        {"position": "jog"},
        {"cautions": ("fall-risk", "calf-strain-recent")},
        {"needs": ("chair",)},  # nothing is fetched
        {"safety_class": 1},
        {"stretch": "static"},
        {"helps": ("head",)},
        {"drill": "rock"},  # less of the same is no substitute
    ],
)
def test_whatever_asks_for_more_or_may_hurt_the_same_is_not(changes):
    assert not is_easier(replace(PUMP, **changes), ROCK)


def test_what_the_author_names_needs_no_limiter():
    assert is_easier(replace(PUMP, drill="march", helps=()), ROCK)


def test_the_first_that_fits_is_taken():
    kneeling, other = replace(PUMP, position="half-kneel"), replace(PUMP, drill="other")
    assert easier_drill(ROCK, (kneeling, other, PUMP)) is other
    assert easier_drill(ROCK, (kneeling,)) is None
