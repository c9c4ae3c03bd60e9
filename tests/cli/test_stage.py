"""The card before a session."""

from leanbreath.cli.stage import card
from leanbreath.routine.library import Library, bundled
from leanbreath.score.compose import compose

LIBRARY = Library((bundled("drills"),))


def test_the_card_names_what_to_take_care_with_in_words_that_are_no_ids():
    routine = LIBRARY.routine("pre-run-6").value
    shown = card(routine, compose(routine), first=False)
    assert {"recent calf strain", "a risk of falling", "neck pain"} <= set(shown.cautions)
    assert "Take care with: a pinch in front of the ankle, a risk of falling, dizziness" in "\n".join(shown.lines)
