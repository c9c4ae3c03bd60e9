"""A recording begins with the words that a session says in its count-in; its waits leave time for theirs."""

from fractions import Fraction

import pytest

from leanbreath.score.edit import with_timed_waits
from leanbreath.score.opening_gap import with_opening_gap
from leanbreath.score.speech_pace import estimated_frames
from tests.score.making import ALL, bundled_score, said, score, second, starts, step

ROCK = step("Rock", "reps", "3 @ 2s")


def test_the_first_drill_is_announced_before_it_begins():
    made = with_opening_gap(score(ROCK))
    assert (starts(made), second(made.total)) == ([5], 11)
    at, text = said(made)[0]
    assert at < 5 and text == "Rock. 3 reps."


@pytest.mark.parametrize("name", ALL)
def test_nothing_that_leads_into_a_drill_runs_into_it(name):
    made = with_opening_gap(with_timed_waits(bundled_score(name), Fraction(10)))
    leads = [cue for cue in made.cues if cue.line and cue.line.lead is not None]
    assert not [cue for cue in made.unplaced if cue.line and cue.line.lead is not None]
    assert leads and all(cue.at + estimated_frames(cue.say) <= cue.line.deadline for cue in leads)
