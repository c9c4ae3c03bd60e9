"""Doses, lengths and sides in words."""

from fractions import Fraction

import pytest

from leanbreath.routine.work import KINDS
from leanbreath.score.dose import dose_text
from leanbreath.score.phrases import ENGLISH


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1, "1 second"), (30, "30 seconds"), (60, "1 minute"), (61, "1 minute 1 second"),
        (90, "1 minute 30 seconds"), (120, "2 minutes"), (600, "10 minutes"), (0, "0 seconds"),
        (Fraction(597, 10), "1 minute"),
    ],
)  # fmt: skip
def test_a_length_is_said_in_minutes_and_seconds(seconds, expected):
    assert ENGLISH.length(Fraction(seconds)) == expected


@pytest.mark.parametrize(
    ("kind", "text", "sets", "expected"),
    [
        ("breath", "4-0-6-0 x 8", 1, "8 breaths"),
        ("breath", "4-0-6-0 x 1", 1, "one breath"),
        ("breath", "4-0-6-0 for 60s", 1, "6 breaths"),
        ("reps", "10 @ 2s", 1, "10 reps"),
        ("reps", "1 @ 2s", 2, "2 sets of one rep"),
        ("hold", "30s", 2, "2 sets of 30 seconds"),
        ("time", "60s", 1, "1 minute"),
        ("cadence", "172 for 60s", 1, "1 minute, 172 steps a minute"),
    ],
)
def test_a_dose_is_said_in_its_own_unit(kind, text, sets, expected):
    assert dose_text(KINDS[kind].notation.parse(text), ENGLISH, sets) == expected


@pytest.mark.parametrize(("side", "expected"), [("left", "A, left side"), ("right", "A, right side"), (None, "A")])
def test_a_drill_is_named_with_its_side_if_it_has_one(side, expected):
    assert ENGLISH.what("A", side) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("inhale", "Breathe in"), ("rest", "Pause"), ("walk-back", "Walk back")]
)
def test_a_phase_has_words_and_a_part_named_by_an_author_keeps_its_name(name, expected):
    assert ENGLISH.phase(name) == expected
