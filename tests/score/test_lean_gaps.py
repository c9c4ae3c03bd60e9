"""Before each lean drill there is as much time as asked for, and words that say so."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leanbreath.routine.model import Move, Repeat, Rest, Wait
from leanbreath.score.lean_gaps import added_seconds, has_lean_drill, with_lean_gaps
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.recording import recorded_score
from tests.score.making import ALL, bundled_score, said, score, step

TEN = Fraction(10)
JOG = step("Jog", "time", "30s")


def lean(**more):
    made = step("Lean", "time", "30s", **more)
    return replace(made, drill=replace(made.drill, goal="lean-skill"))


def gap(*steps):
    """Return the length of each gap, and what it says by itself."""
    made = with_lean_gaps(score(*steps).passages, TEN, ENGLISH)
    return [(each.kind, int(each.gap_seconds), each.say) for each in made if each.kind != "work"]


PLACE = "10 seconds to get into place."


@pytest.mark.parametrize(
    ("steps", "gaps"),
    [
        ((JOG, lean()), [("ready", 10, PLACE)]),
        ((JOG, lean(ready="4s")), [("ready", 10, PLACE)]),
        ((JOG, lean(ready="12s")), [("ready", 12, None)]),
        ((JOG, Move("To the wall.", Fraction(5)), lean()), [("move", 10, f"To the wall. {PLACE}")]),
        ((JOG, Rest(Fraction(4)), lean()), [("rest", 10, f"Rest. {PLACE}")]),
        (
            (JOG, Move("Stand.", Fraction(4)), Rest(Fraction(4)), lean()),
            [("move", 4, "Stand."), ("rest", 6, "Rest. 6 seconds to get into place.")],
        ),
        ((JOG, Wait("Go out."), lean()), [("wait", 10, "Go out.")]),
        ((lean(), JOG), []),
        ((JOG, lean(sets=2, rest="3s")), [("ready", 10, PLACE), ("rest", 3, None)]),
        ((JOG, lean(sides="each", switch="4s")), [("ready", 10, PLACE), ("switch", 4, None)]),
        ((Repeat(2, Fraction(3), (lean(), JOG)),), [("rest", 10, f"Rest. {PLACE}")]),
        ((JOG, JOG), []),
    ],
)  # fmt: skip
def test_a_shorter_gap_before_a_lean_drill_is_lengthened_and_says_so(steps, gaps):
    assert gap(*steps) == gaps


@pytest.mark.parametrize("name", ALL)
def test_every_lean_drill_of_a_routine_has_the_gap_and_else_nothing_changes(name):
    before = bundled_score(name).passages
    made = with_lean_gaps(before, TEN, ENGLISH)
    works = [[each for each in passages if each.kind == "work"] for passages in (before, made)]
    assert works[0] == works[1] and with_lean_gaps(made, TEN, ENGLISH) == made
    assert added_seconds(before, TEN, ENGLISH) >= 0 == added_seconds(made, TEN, ENGLISH)
    for index, each in enumerate(made):
        if index and each.goal == "lean-skill":
            assert made[index - 1].kind != "work" or made[index - 1].step == each.step
    if not has_lean_drill(before):
        assert made == before


def test_a_routine_that_begins_with_a_lean_drill_has_the_gap_before_it():
    made = recorded_score(score(lean()), TEN, TEN)
    assert made.passages[0].gap_seconds == 10 and said(made)[0] == (0, PLACE)


def test_the_words_about_the_gap_come_before_those_about_the_drill():
    made = recorded_score(score(JOG, lean()), TEN, TEN)
    assert [text for at, text in said(made) if at >= 35][:2] == [PLACE, "Next: Lean. 30 seconds."]


def test_rounds_on_the_minute_begin_later_rather_than_without_the_gap():
    made = recorded_score(score(Repeat(2, Fraction(0), (lean(),), every=Fraction(35))), TEN, TEN)
    assert [int(each.gap_seconds) for each in made.passages if each.kind == "rest"] == [10]
