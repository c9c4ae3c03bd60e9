"""The short text of a dose and its long mapping mean the same score."""

import pytest

from leanbreath.score.compose import compose
from tests.score.making import read

STEP = """
routine: own
title: Own
steps:
  - title: A
    sides: each
    {kind}: {dose}
"""


def composed(kind: str, dose: str):
    return compose(read(STEP.replace("{kind}", kind).replace("{dose}", dose)))


@pytest.mark.parametrize(
    ("kind", "short", "long"),
    [
        ("breath", "4-0-6-2 x 8", "{pattern: 4-0-6-2, count: 8}"),
        ("breath", "4-0-6-2 x 8", "{pattern: {inhale: 4, hold: 0, exhale: 6, rest: 2}, count: 8}"),
        ("breath", "4-6 x 3", "{pattern: 4-0-6-0, count: 3}"),
        ("breath", "4-0-6-2 for 2m", "{pattern: 4-0-6-2, for: 2m}"),
        ("breath", "3-0-4-0 to 4-0-6-0 x 10", "{pattern: 3-0-4-0, to: 4-0-6-0, count: 10}"),
        ("breath", "3-0-4-0 to 4-0-6-0 for 1m", "{pattern: 3-4, to: 4-6, for: 60s}"),
        ("reps", "10 @ 2s", "{count: 10, each: 2s}"),
        ("reps", "8 @ 2-1-2", "{count: 8, phases: [{there: 2s}, {hold: 1s}, {back: 2s}]}"),
        ("reps", "8 @ 2-0-1", "{count: 8, phases: [{there: 2s}, {back: 1s}]}"),
        ("cadence", "172 for 60s", "{rate: 172, for: 60s}"),
        ("cadence", "168 to 176 for 60s", "{rate: 168, to: 176, for: 1m}"),
        ("hold", "90s", "1:30"),
        ("time", "1m30s", "90"),
    ],
)
def test_both_forms_of_a_dose_compose_to_equal_scores(kind, short, long):
    assert composed(kind, short) == composed(kind, long)


def test_a_length_of_breaths_plays_like_its_number():
    length, number = composed("breath", "4-0-6-2 for 2m"), composed("breath", "4-0-6-2 x 10")
    assert (length.segments, length.cues) == (number.segments, number.cues)


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("breath", "4-0-6-2 x 8", "4-0-6-2 x 9"),
        ("breath", "4-0-6-0 x 8", "6-0-4-0 x 8"),
        ("reps", "8 @ 2-1-2", "8 @ 2-2-1"),
        ("cadence", "168 to 176 for 60s", "176 to 168 for 60s"),
    ],
)
def test_doses_that_differ_compose_to_scores_that_differ(kind, one, two):
    assert composed(kind, one) != composed(kind, two)


EVERYTHING = """
routine: own
title: Own
defaults: {ready: 5s, switch: 4s, rest: 10s}
steps:
  - {title: A, reps: 5 @ 2s, sides: each}
  - {move: "To the wall.", time: 5s}
  - {title: B, breath: 4-6 x 2, ready: 0s}
  - {title: C, hold: 20s, sets: 2, rest: 7s}
  - repeat: 2
    steps:
      - {title: D, time: 9s}
      - {title: E, time: 9s, skip: last}
  - {wait: "Press space."}
  - {rest: 15s, say: "Notice your feet."}
"""


def test_a_file_with_every_kind_of_step_follows_the_time_rules():
    # A 10 + switch 4 + 10, move 5, B 20, ready 5, C 20 + rest 7 + 20, ready 5, D 9, ready 5, E 9, rest 10, D 9, rest 15
    kinds = "work switch work move work ready work rest work ready work ready work rest work wait rest"
    made = compose(read(EVERYTHING))
    assert " ".join(passage.kind for passage in made.passages) == kinds
    assert made.total == 163 * 48_000


def test_steps_are_numbered_in_the_order_of_the_file():
    made = compose(read(EVERYTHING))
    assert list(dict.fromkeys(passage.step for passage in made.passages)) == [
        "1", "2", "3", "4", "5.1", "5.2", "5", "6", "7",
    ]  # fmt: skip
