"""The card before a session."""

from leanbreath.presentation.preparation_card import preparation_card
from leanbreath.routine.library import Library, bundled_folder
from leanbreath.score.compose import compose

LIBRARY = Library((bundled_folder("drills"),))
ROUTINE = LIBRARY.routine("pre-run-6").value
SCORE = compose(ROUTINE)


def test_cautions_are_in_words_rather_than_ids():
    card = preparation_card(ROUTINE, SCORE)
    assert {"recent calf strain", "a risk of falling", "neck pain"} <= set(card.cautions)
    assert "Take care with: a pinch in front of the ankle, a risk of falling, dizziness" in "\n".join(card.lines)


def test_skipped_drills_are_named():
    lines = preparation_card(ROUTINE, SCORE, skipped=("March in place", "Calf stretch")).lines
    assert "Skipped today because it hurt: March in place, Calf stretch" in lines


def test_the_long_safety_text_replaces_the_short_one():
    short = preparation_card(ROUTINE, SCORE).lines
    assert short[-1] == "Not medical advice. Easy effort only. Stop on pain, dizziness or numbness."
    assert preparation_card(ROUTINE, SCORE, ("First.", "Second.")).lines == (*short[:-1], "First.", "Second.")
