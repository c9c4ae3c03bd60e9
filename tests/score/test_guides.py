"""Halfway and last are said when half is done and the last repetition begins, and at no other time."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import Move
from tests.score.making import said, score, step

MOVE = Move("There.", Fraction(9))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("hold", "30s", 15), ("time", "20s", 10), ("hold", "19s", None),
        ("breath", "4-0-6-0 x 4", 20), ("breath", "4-0-6-0 x 6", 30), ("breath", "4-0-4-0 x 2", None),
        ("reps", "10 @ 2s", 10), ("reps", "8 @ 2s", None),
    ],
)  # fmt: skip
def test_halfway_is_said_when_half_is_done(kind, text, expected):
    halves = [at for at, text in said(score(step("A", kind, text))) if text == "Halfway."]
    assert halves == ([] if expected is None else [expected])


@pytest.mark.parametrize(("kind", "text"), [("breath", "10-0-14-0 x 1"), ("reps", "1 @ 30s")])
def test_halfway_is_never_said_as_work_begins(kind, text):
    made = score(MOVE, step("A", kind, text))
    assert (9, "Halfway.") not in said(made)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("breath", "4-0-6-0 x 4", (30, "Last breath.")), ("breath", "4-0-6-0 x 3", None),
        ("reps", "4 @ 3s", (9, "Last one.")), ("reps", "3 @ 3s", None), ("hold", "9s", None),
    ],
)  # fmt: skip
def test_the_last_of_four_or_more_is_said_as_it_begins(kind, text, expected):
    lasts = [each for each in said(score(step("A", kind, text))) if each[1].startswith("Last")]
    assert lasts == ([] if expected is None else [expected])
