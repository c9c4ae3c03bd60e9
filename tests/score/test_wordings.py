"""A cue with several wordings says them in turn, through both sides, all sets and all rounds."""

from fractions import Fraction

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Repeat
from leanbreath.score.edit import lengthen
from leanbreath.score.open_work import open_work
from leanbreath.score.score import Score
from leanbreath.score.speech import session_texts
from tests.score.making import frame, said, score, step

WORDINGS = ("Soft.", "Easy.", "Loose.")
AT_HALF = AuthorCue(at=CueTime("half"), say=WORDINGS)


def heard(made: Score) -> list[str]:
    return [text for _, text in said(made) if text in WORDINGS]


def test_wordings_are_said_in_turn_within_a_drill():
    own = AuthorCue(at=CueTime("exhale"), say=WORDINGS)
    assert heard(score(step("A", "breath", "4-6 x 5", cues=(own,)))) == ["Soft.", "Easy.", "Loose.", "Soft.", "Easy."]


def test_wordings_are_said_in_turn_through_sides_sets_and_rounds():
    drill = step("A", "hold", "12s", sides="each", sets=2, rest="9s", switch="9s", cues=(AT_HALF,))
    made = score(Repeat(2, Fraction(9), (drill,)))
    assert heard(made) == ["Soft.", "Easy.", "Loose.", "Soft.", "Easy.", "Loose.", "Soft.", "Easy."]


def test_a_cue_for_one_side_counts_where_it_is_said():
    own = AuthorCue(at=CueTime("half"), say=WORDINGS, side="right")
    drill = step("A", "hold", "12s", sides="each", switch="9s", cues=(own,))
    assert heard(score(Repeat(3, Fraction(9), (drill,)))) == ["Soft.", "Easy.", "Loose."]


def test_a_drill_that_comes_again_goes_on_with_the_next_wording():
    drill, other = step("A", "hold", "12s", cues=(AT_HALF,)), step("B", "hold", "12s", ready="9s")
    assert heard(score(drill, other, drill)) == ["Soft.", "Easy."]


def test_a_short_form_takes_the_place_of_any_wording():
    long = AuthorCue(at=CueTime("exhale"), say=("Let the air fall out.", "And let it go again."), short="Soft.")
    made = score(step("A", "breath", "0.5-1 x 2", cues=(long,)), step("B", "hold", "60s"))
    assert {
        line.forms for cue in (*made.cues, *made.unplaced) if (line := cue.line) and line.shorter == ("Soft.",)
    } == {
        ("Let the air fall out.", "Soft."),
        ("And let it go again.", "Soft."),
    }


def test_a_longer_drill_keeps_the_wordings_that_were_heard():
    made = score(step("A", "breath", "4-6 x 3", cues=(AuthorCue(at=CueTime("exhale"), say=WORDINGS),)))
    longer, _ = lengthen(made, frame(15), Fraction(10))
    assert heard(longer) == ["Soft.", "Easy.", "Loose.", "Soft."]


def test_every_wording_is_prepared_for_the_voice():
    assert {*WORDINGS} <= {*session_texts(score(step("A", "hold", "12s", cues=(AT_HALF,))))}


def test_open_work_says_the_wording_whose_turn_it_is():
    own = AuthorCue(at=CueTime(None, Fraction(9)), say=WORDINGS)
    held = step("A", "hold", "max", sets=2, rest="9s", cues=(own,))
    made = score(held)
    indices = [index for index, each in enumerate(made.segments) if each.is_open]
    assert [heard(open_work(made, index)) for index in indices] == [["Soft."], ["Easy."]]
