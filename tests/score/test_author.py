"""The author's own lines are said at the moment they are tied to, and the program's guides give way to them."""

from fractions import Fraction

import pytest

from leanbreath.routine.model import At, AuthorCue, Drill, DrillStep, Move
from leanbreath.routine.work import Reps
from tests.score.making import said, score, step

HERE = "Long low back."
MOVE = Move("There.", Fraction(9))
"""Keeps the announcement away from the work, which begins at 9 s."""

PARTS = {"kind": "reps", "text": "8 @ 2-1-2"}
BREATHS = {"kind": "breath", "text": "4-0-6-0 x 5"}
HOLD = {"kind": "hold", "text": "30s"}


def cue(at: At, **narrowed) -> AuthorCue:
    return AuthorCue(at=at, say=HERE, **narrowed)


def heard(own: AuthorCue, kind: str, text: str, **more) -> list[float]:
    """Return the seconds of the work at which the author's line is said."""
    made = score(MOVE, step("A", kind, text, cues=(own,), **more), MOVE)
    return [round(at - 9, 6) for at, line in said(made) if line == HERE]


@pytest.mark.parametrize(
    ("at", "narrowed", "work", "expected"),
    [
        (At("start"), {}, HOLD, [0]),
        (At("half"), {}, HOLD, [15]),
        # three words end with the work: 1.2 s
        (At("end"), {}, HOLD, [28.8]),
        (At(None, Fraction(5)), {}, HOLD, [5]),
        (At(None, Fraction(5), True), {}, HOLD, [25]),
        (At(None, Fraction(31)), {}, HOLD, []),
        (At("half"), {}, BREATHS, [20]),
        (At("last"), {}, BREATHS, [40]),
        (At("exhale"), {"breath": 2}, BREATHS, [14]),
        (At("inhale"), {"breath": 2}, BREATHS, [10]),
        (At("there"), {"rep": 3}, PARTS, [10]),
        (At("hold"), {"rep": 1}, PARTS, [2]),
        (At("back"), {"rep": 2}, PARTS, [8]),
        (At("hold"), {}, PARTS, [2, 7, 12, 17, 22, 27, 32, 37]),
        (At("half"), {}, PARTS, [20]),
        (At("last"), {}, PARTS, [35]),
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
def test_a_line_can_be_kept_for_a_side_or_a_set(narrowed, expected):
    # left from 0 and 17 s, right from 32 and 49 s, twelve seconds each
    own = cue(At(None, Fraction(2)), **narrowed)
    assert heard(own, "time", "12s", sides="each", sets=2, rest="5s", switch="3s") == expected


@pytest.mark.parametrize(
    ("own", "kind", "text", "guide"),
    [
        (cue(At("half")), "hold", "30s", "Halfway."),
        (cue(At("last")), "breath", "4-0-6-0 x 4", "Last breath."),
    ],
)
def test_a_guide_gives_way_where_the_author_speaks(own, kind, text, guide):
    lines = [line for _, line in said(score(MOVE, step("A", kind, text, cues=(own,))))]
    assert HERE in lines and guide not in lines


@pytest.mark.parametrize("breath", [3, 4])
def test_the_author_is_heard_beside_a_guide_on_the_same_breath(breath):
    made = score(MOVE, step("A", "breath", "4-0-6-0 x 4", cues=(cue(At("inhale"), breath=breath),)))
    assert HERE in [line for _, line in said(made)]


def test_the_last_words_of_a_routine_are_the_author_s_before_they_are_the_program_s():
    lines = [line for _, line in said(score(MOVE, step("A", "hold", "19s", cues=(cue(At("end")),))))]
    assert lines[-2:] == [HERE, "Done. That was everything."]


def in_parts(*cues: AuthorCue) -> list[tuple[float, str]]:
    parts = Reps(2, None, ({"lean": Fraction(3)}, {"jog": Fraction(6)}))
    return said(score(MOVE, DrillStep(drill=Drill(title="A"), work=parts, cues=cues)))


def test_a_part_with_a_name_of_its_own_is_called():
    assert [each for each in in_parts() if each[1] in ("Lean.", "Jog.")] == [
        (9, "Lean."), (12, "Jog."), (18, "Lean."), (21, "Jog."),
    ]  # fmt: skip


@pytest.mark.parametrize(("part", "rep"), [("lean", 1), ("jog", 1), ("lean", 2), ("jog", 2)])
def test_the_author_is_heard_where_a_part_with_a_name_begins(part, rep):
    assert HERE in [line for _, line in in_parts(cue(At(part), rep=rep))]
