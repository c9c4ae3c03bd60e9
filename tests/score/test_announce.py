"""Announcements come before what they announce: title, side and dose; then halfway, last, the end and moves."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Move, Repeat, Rest, Wait
from leanbreath.routine.work import Breath, Reps
from leanbreath.score.speech_pace import estimated_frames
from tests.score.making import ALL, NAMES, bundled_score, frame, said, score, step, told

QUIET = step("A", "time", "19s")
"""Work in which nothing is said but what it is."""

MOVE = Move("There.", Fraction(9))


def texts(*steps) -> list[str]:
    return [text for _, text in told(score(*steps))]


def dose(work) -> str:
    if isinstance(work, Breath | Reps):
        unit = "breath" if isinstance(work, Breath) else "rep"
        return f"one {unit}" if work.count == 1 else f"{work.count} {unit}s"
    minutes, rest = divmod(int(work.seconds), 60)
    return " ".join([f"{minutes} minute"] * (minutes > 0) + [f"{rest} seconds"] * (rest > 0))


@pytest.mark.parametrize("name", NAMES)
def test_each_step_is_announced_with_title_side_and_dose_before_it_begins(name):
    made = bundled_score(name)
    firsts = {}
    for index, passage in enumerate(made.passages):
        if passage.kind == "work" and index and made.passages[index - 1].kind != "wait":
            firsts.setdefault(passage.step, (made.passage_span(index)[0], passage))
    for start, passage in firsts.values():
        heard = [
            cue.say for cue in made.cues if cue.say and start - frame(14) < cue.at <= start - estimated_frames(cue.say)
        ]
        what = [passage.said_title, f"{passage.side} side" if passage.side else "", dose(passage.work)]
        assert any(all(part.lower() in text.lower() for part in what) for text in heard), what


@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_every_move_is_said_as_the_move_begins(name):
    made = bundled_score(name)
    moves = [(made.passage_span(i)[0], each.title) for i, each in enumerate(made.passages) if each.kind == "move"]
    lines = [(cue.at, cue.say) for cue in made.cues if cue.say]
    for start, text in moves:
        assert any(say == text and start - frame(1) <= at <= start for at, say in lines), text


@pytest.mark.parametrize("name", ALL)
def test_the_posture_of_each_drill_is_told_to_its_end_before_its_clock_starts(name):
    made = bundled_score(name)
    for index, passage in enumerate(made.passages):
        start, before = made.passage_span(index)[0], made.passages[index - 1] if index else None
        for cue in passage.postures if before and before.kind != "wait" else ():
            said = [each for each in made.cues if each.say in cue.wordings and start - frame(14) < each.at < start]
            assert said and said[-1].at + estimated_frames(said[-1].say) <= start, (passage.title, cue.say)


def test_the_first_step_is_announced_before_it_begins():
    # two words and a pause take 1.1 s; the count-in takes five seconds
    assert told(score(step("Rock", "reps", "3 @ 2s")))[:2] == [(-5, "Get ready."), (-3.9, "Rock. 3 reps.")]


def test_a_switch_announces_the_other_side_and_nothing_else_does():
    made = score(step("A", "time", "19s", sides="each", switch="4s"))
    assert told(made)[1:] == [
        (-3.9, "A, left side. 19 seconds."),
        (19, "Change sides. Right."),
        (42, "That's it. Well done."),
    ]


def test_without_a_switch_the_other_side_is_announced_at_the_end_of_the_first():
    # "Right side." is two words at 2.5 a second: 0.8 s before the second side begins
    assert (18.2, "Right side.") in said(score(step("A", "time", "19s", sides="each")))


def test_the_next_set_is_announced_in_the_rest_before_it():
    made = said(score(step("A", "time", "19s", sets=2, rest="6s")))
    # "Rest." takes 0.4 s, "Set 2 of 2." 1.6 s, and four seconds are left to get ready
    assert (19, "Rest.") in made and (19.4, "Set 2 of 2.") in made


def test_in_a_long_rest_the_next_set_is_announced_when_four_seconds_are_left_to_get_ready():
    made = said(score(step("A", "time", "19s", sets=2, rest="26s")))
    assert (19, "Rest.") in made and (45 - 4 - 1.6, "Set 2 of 2.") in made


def test_the_announced_dose_counts_the_sets_of_one_side():
    assert texts(step("A", "time", "19s", sets=3, rest="6s", sides="each", switch="4s"))[1] == (
        "A, left side. 3 sets of 19 seconds."
    )


def test_a_ready_says_what_comes_as_soon_as_it_begins():
    assert (19, "Next: B. 3 breaths.") in said(score(QUIET, step("B", "breath", "4-0-6-0 x 3", ready="5s")))


def test_without_a_ready_the_announcement_ends_as_the_step_begins():
    # "Next: B. 3 breaths." is four words, 1.6 s, with two pauses of 0.3 s
    assert (16.8, "Next: B. 3 breaths.") in said(score(QUIET, step("B", "breath", "4-0-6-0 x 3")))


def test_an_announcement_without_enough_time_takes_its_short_form():
    # seven words take 2.8 s, of which there are two; the four words of the title take 1.6 s
    made = score(MOVE, step("A", "reps", "1 @ 2s"), step("Knee to the wall", "reps", "3 @ 2s"))
    assert (9.4, "Knee to the wall.") in said(made)


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (Move("To the wall.", Fraction(9)), "To the wall."),
        (Rest(Fraction(9), "Notice your feet."), "Notice your feet."),
        (Rest(Fraction(9)), "Rest."),
        (Wait("Press space."), "Press space."),
    ],
)
def test_each_gap_says_its_own_text_where_it_begins(gap, expected):
    assert (19, expected) in said(score(QUIET, gap, step("B", "time", "19s")))


def test_a_rest_between_rounds_is_announced():
    assert (19, "Rest.") in said(score(Repeat(2, Fraction(9), (QUIET,))))


def test_the_last_line_is_said_at_the_end():
    assert said(score(QUIET))[-1] == (19, "That's it. Well done.")


def test_only_the_phases_of_the_first_breath_are_named():
    made = score(MOVE, step("A", "breath", "4-1-6-2 x 3", sets=2, rest="6s"))
    words = [each for each in said(made) if each[1] in ("In.", "Hold.", "Out.", "Wait.")]
    assert words == [(9, "In."), (13, "Hold."), (14, "Out."), (20, "Wait.")]


def test_the_words_of_the_first_breath_give_way_to_every_other_line():
    # the author speaks at the exhale
    own = AuthorCue(at=CueTime("exhale"), say="Long low back.", breath=1)
    lines = [text for _, text in said(score(step("A", "breath", "3-6 x 2", cues=(own,))))]
    assert lines == ["In.", "Long low back.", "That's it. Well done."]
