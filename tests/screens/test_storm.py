"""Whatever keys are pressed and however the window changes, a session keeps running and its progress adds up."""

import random

import pytest

from leanbreath.session.keys import KEYS
from tests.quick_cases import quick_values
from tests.screens.storm import KEYS as PRESSED
from tests.screens.storm import storm

EVENTS = 60


@pytest.mark.parametrize("seed", quick_values([1, 2], 1))
async def test_random_keys_and_sizes_cause_no_error_and_the_progress_adds_up(seed):
    made = await storm(random.Random(seed), EVENTS)  # noqa: S311 - a storm that can be repeated
    assert made.faults == []
    assert made.events == EVENTS and made.kept
    for row in made.kept[-1]:
        assert 0 <= row.done <= row.planned + row.extra
    numbers = [row.passage for row in made.kept[-1]]
    assert len(numbers) == len(set(numbers))
    assert sum(row.done for row in made.kept[-1]) <= made.heard


def test_the_storm_presses_every_key_of_a_session():
    assert {key.action for key in KEYS} == {action for action, _ in PRESSED}
