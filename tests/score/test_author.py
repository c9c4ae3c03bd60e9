"""The author's lines are said at their moments, and the program's guides give way to them."""

from fractions import Fraction

import pytest

from leanbreath.routine.author_cue import AuthorCue, CueTime
from leanbreath.routine.model import Drill, DrillStep, Move, Wait
from leanbreath.routine.work import Reps
from leanbreath.routine.work.rep_part import RepPart
from leanbreath.score.arrange import arrange
from leanbreath.score.compose import compose
from tests.score.making import frame, read, said, score, second, step, told

HERE = "Long low back."
MOVE = Move("There.", Fraction(9))
"""Keeps the announcement away from the work, which begins at 9 s."""

QUIET = step("Q", "time", "19s")
PARTS = {"kind": "reps", "text": "8 @ 2-1-2"}
BREATHS = {"kind": "breath", "text": "4-0-6-0 x 5"}
HOLD = {"kind": "hold", "text": "30s"}


def cue(at: CueTime, **narrowed) -> AuthorCue:
    return AuthorCue(at=at, say=HERE, **narrowed)


def heard(own: AuthorCue, kind: str, text: str, **more) -> list[float]:
    """Return the seconds of the work at which the author's line is said."""
    made = score(MOVE, step("A", kind, text, cues=(own,), **more), MOVE)
    return [round(at - 9, 6) for at, line in said(made) if line == HERE]


@pytest.mark.parametrize(
    ("at", "narrowed", "work", "expected"),
    [
        # three words in the gap before it, which take 1.2 s; four seconds are left to get ready
        (CueTime("start"), {}, HOLD, [-5.2]),
        (CueTime("half"), {}, HOLD, [15]),
        # three words end with the work: 1.2 s
        (CueTime("end"), {}, HOLD, [28.8]),
        (CueTime(None, Fraction(5)), {}, HOLD, [5]),
        (CueTime(None, Fraction(5), True), {}, HOLD, [25]),
        (CueTime(None, Fraction(31)), {}, HOLD, []),
        (CueTime("half"), {}, BREATHS, [20]),
        (CueTime("last"), {}, BREATHS, [40]),
        (CueTime("exhale"), {"breath": 2}, BREATHS, [14]),
        (CueTime("inhale"), {"breath": 2}, BREATHS, [10]),
        (CueTime("there"), {"rep": 3}, PARTS, [10]),
        (CueTime("hold"), {"rep": 1}, PARTS, [2]),
        (CueTime("back"), {"rep": 2}, PARTS, [8]),
        (CueTime("hold"), {}, PARTS, [2, 7, 12, 17, 22, 27, 32, 37]),
        (CueTime("half"), {}, PARTS, [20]),
        (CueTime("last"), {}, PARTS, [35]),
    ],
)
def test_a_line_is_said_at_its_moment(at, narrowed, work, expected):
    assert heard(cue(at, **narrowed), **work) == expected


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({}, [2, 19, 34, 51]),
        ({"side": "left"}, [2, 19]),
        ({"side": "right"}, [34, 51]),
        ({"set": 2}, [19, 51]),
        ({"side": "right", "set": 1}, [34]),
    ],
)
def test_a_line_can_be_limited_to_a_side_or_a_set(narrowed, expected):
    # left from 0 and 17 s, right from 32 and 49 s, twelve seconds each
    own = cue(CueTime(None, Fraction(2)), **narrowed)
    assert heard(own, "time", "12s", sides="each", sets=2, rest="5s", switch="3s") == expected


@pytest.mark.parametrize(
    ("own", "kind", "text", "guide"),
    [
        (cue(CueTime("half")), "hold", "30s", "Halfway."),
        (cue(CueTime("last")), "breath", "4-0-6-0 x 4", "Last breath."),
    ],
)
def test_a_guide_gives_way_to_the_author(own, kind, text, guide):
    lines = [line for _, line in said(score(MOVE, step("A", kind, text, cues=(own,))))]
    assert HERE in lines and guide not in lines


@pytest.mark.parametrize("breath", [3, 4])
def test_the_author_is_heard_as_well_as_a_guide_on_the_same_breath(breath):
    made = score(MOVE, step("A", "breath", "4-0-6-0 x 4", cues=(cue(CueTime("inhale"), breath=breath),)))
    assert HERE in [line for _, line in said(made)]


def test_the_author_has_the_last_words_before_the_programs_own():
    lines = [line for _, line in said(score(MOVE, step("A", "hold", "19s", cues=(cue(CueTime("end")),))))]
    assert lines[-2:] == [HERE, "That's it. Well done."]


def in_parts(*cues: AuthorCue) -> list[tuple[float, str]]:
    parts = Reps(2, None, (RepPart("lean", Fraction(3)), RepPart("jog", Fraction(6))))
    return said(score(MOVE, DrillStep(drill=Drill(title="A"), work=parts, cues=cues)))


def test_a_part_with_a_name_of_its_own_is_called():
    assert [each for each in in_parts() if each[1] in ("Lean.", "Jog.")] == [
        (9, "Lean."), (12, "Jog."), (18, "Lean."), (21, "Jog."),
    ]  # fmt: skip


@pytest.mark.parametrize(("part", "rep", "at"), [("lean", 1, 9), ("jog", 1, 12), ("lean", 2, 18), ("jog", 2, 21)])
def test_the_author_is_heard_right_after_the_call_of_a_part_with_a_name(part, rep, at):
    # a call of one word takes 0.4 s
    lines = in_parts(cue(CueTime(part), rep=rep))
    assert (at, f"{part.capitalize()}.") in lines and (at + 0.4, HERE) in lines


def opened(gap, length: float) -> float:
    """Return how long after the start of a drill its line for that is said, where it takes some seconds to say."""
    made = score(QUIET, gap, step("A", "hold", "30s", cues=(cue(CueTime("start")),)))
    start = next(made.passage_span(i)[0] for i, each in enumerate(made.passages) if each.drill == "a")
    arranged = arrange(made, {HERE: frame(length), "To the wall.": frame(1), "Next: A. 30 seconds.": frame(1)})
    return next(second(each.at - start) for each in arranged.cues if each.say == HERE)


@pytest.mark.parametrize(
    ("gap", "length", "expected"),
    [
        # four seconds are left to get ready
        (Move("To the wall.", Fraction(9)), 2.5, -6.5),
        # the words of the gap take one of its five seconds and the announcement another, with a pause after it
        (Move("To the wall.", Fraction(5)), 2.5, -2.7),
        # without time for a pause
        (Move("To the wall.", Fraction(5)), 2.9, -3),
        # the announcement is shortened to one word of 0.4 s
        (Move("To the wall.", Fraction(5)), 3.5, -3.6),
        # at the end of the work before
        (Move("To the wall.", Fraction(5)), 4.5, -9.5),
    ],
)
def test_a_line_at_the_start_is_said_in_the_gap_before(gap, length, expected):
    assert opened(gap, length) == expected


def test_a_line_at_the_start_is_said_in_the_count_in_after_a_wait():
    made = score(QUIET, Wait("Press space."), step("A", "hold", "30s", cues=(cue(CueTime("start")),)))
    assert HERE not in [line for _, line in said(made)]
    assert [line for _, line in told(made)][-4:-2] == ["A. 30 seconds.", HERE]


def test_a_line_at_the_start_of_the_other_side_is_said_in_the_switch():
    # "Change sides. Right." takes 1.5 s of the four
    own = cue(CueTime("start"), side="right")
    made = said(score(MOVE, step("A", "hold", "19s", cues=(own,), sides="each", switch="4s")))
    assert made[-3:-1] == [(28, "Change sides. Right."), (29.5, HERE)]


PROPPED = """
routine: own
title: Own
steps:
  - {move: "Down.", time: 9s}
  - title: Prop
    hold: 20s
    sets: 3
    rest: 10s
    cues: [{at: end, set: 1, say: "Come down."}]
"""


def test_a_rest_after_a_set_that_the_author_ends_needs_no_word_of_its_own():
    lines = [text for _, text in said(compose(read(PROPPED)))]
    assert lines.index("Come down.") < lines.index("Set 2 of 3.") < lines.index("Rest.") < lines.index("Set 3 of 3.")
    assert lines.count("Rest.") == 1


@pytest.mark.parametrize(("breaths", "expected"), [(3, 0), (4, 1)])
def test_half_of_a_few_repetitions_is_not_announced(breaths, expected):
    text = f"routine: own\ntitle: Own\nsteps:\n  - {{title: Lean, breath: 4-0-6-0 x {breaths}}}\n"
    assert [line for _, line in said(compose(read(text)))].count("Halfway.") == expected
