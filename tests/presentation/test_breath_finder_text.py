from fractions import Fraction

import pytest

from leanbreath.coach.breath_finder import BreathFinder
from leanbreath.presentation.breath_finder_text import own_breath_text, taps_text

TEXTS = [
    ((), "○ ○ ○ ○ ○ ○\n\nSix taps measure 5 breaths."),
    ((0, 5), "● ● ○ ○ ○ ○\n\n4 to go. After a gap of 20 seconds, tapping starts again."),
    (
        (0, 5.2, 10.4, 15.6, 20.8, 26),
        "● ● ● ● ● ●\n\nYour breath takes 5.2 s: 11.5 a minute. Paced breaths start at 6.0 s, ten a minute.",
    ),
    (
        (0, 8, 16, 24, 32, 40),
        "● ● ● ● ● ●\n\nYour breath takes 8.0 s: 7.5 a minute. Paced breaths start there.",
    ),
]


@pytest.mark.parametrize(("taps", "text"), TEXTS)
def test_taps_and_what_they_mean_are_shown(taps: tuple[float, ...], text: str):
    assert taps_text(BreathFinder(taps)) == text


@pytest.mark.parametrize(
    ("own", "changes", "text"),
    [
        ("5.2", True, "Your breath takes 5.2 s: paced breaths start at 6.0 s"),
        ("7", True, "Your breath takes 7.0 s: paced breaths start at 7.0 s"),
        ("14", False, "Your breath takes 14.0 s: slow enough for every drill here"),
    ],
)
def test_the_card_says_what_the_own_breath_changes(own: str, changes: bool, text: str):
    assert own_breath_text(Fraction(own), changes) == text
