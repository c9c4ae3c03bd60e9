from fractions import Fraction

import pytest

from leanbreath.presentation.fit_text import changes_text, does_not_fit_text, minutes_text
from leanbreath.score.fit_changes import FitChange


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([], ""),
        (
            [
                FitChange("shorter", "Calf stretch, knee straight", "20 s"),
                FitChange("left-out", "Pelvic clock"),
                FitChange("shorter", "Calf stretch, knee bent", "20 s"),
            ],
            "Left out: pelvic clock. Shorter: calf stretches, 20 s.",
        ),
        (
            [
                FitChange("fewer", "Rock", "3 breaths"),
                FitChange("fewer", "Calf stretch, knee bent", "4 breaths"),
                FitChange("fewer", "Hang", "3 breaths"),
            ],
            "Fewer: rock and hang, 3 breaths; calf stretch (knee bent), 4 breaths.",
        ),
        (
            [FitChange("left-out", title) for title in ("A", "B", "C")] + [FitChange("longer", "Rests", "20 s more")],
            "Left out: a, b and c. Longer: rests, 20 s more.",
        ),
        (
            [FitChange("longer", "March", "1 min 15 s"), FitChange("more", "Rock", "7 reps")],
            "More: rock, 7 reps. Longer: march, 1 min 15 s.",
        ),
    ],
)
def test_what_changed_is_told_in_one_line_with_equal_amounts_together(changes, text):
    assert changes_text(changes) == text


def test_what_does_not_fit_comes_with_the_shortest_length_that_does():
    text = does_not_fit_text("daily-12", Fraction(120), Fraction(683, 2))
    assert text == "daily-12 doesn't fit into 2:00; its shortest form takes 5:42, so write --fit 5m42s or more"


@pytest.mark.parametrize(
    ("minutes", "text"), [((6, 7, 8), "Fits 6 to 8 minutes."), ((4, 5), "Fits 4 to 5 minutes."), ((5,), ""), ((), "")]
)
def test_a_choice_of_lengths_is_told_by_its_ends(minutes, text):
    assert minutes_text(minutes) == text
