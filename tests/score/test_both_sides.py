"""Several drills on one side, then on the other: one change of sides, both sides equal, each drill with its side."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given

from leanbreath.advice.bundled_rules import bundled_rules
from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.sides import unequal_sides
from leanbreath.advice.static_holds import static_bouts, total_seconds
from leanbreath.routine.model import BothSides, Drill, DrillStep, Move, Repeat
from leanbreath.routine.step_length import round_seconds
from leanbreath.routine.work import Hold
from leanbreath.score.compose import compose
from leanbreath.score.edit import lengthen, next_step, other_side, previous_step
from leanbreath.score.substitution import substitute_drill, without_drill
from leanbreath.score.unroll import unroll
from leanbreath.session.progress import progress
from tests.score.making import frame, routine, score, second, starts, step, told
from tests.session.playing import ready
from tests.strategies import both_sides, few

HIGH = step("High", "hold", "20s", sides="each", ready="4s", switch="9s")
LOW = step("Low", "hold", "10s", sides="each", ready="5s", sets=2, rest="3s")
BREATH = step("Breath", "breath", "4-0-6-0 x 2")
SWITCH = Fraction(6)
PAIR = BothSides((HIGH, LOW), SWITCH)


def work(made) -> list[tuple[str, str | None]]:
    return [(each.title, each.side) for each in made.passages if each.kind == "work"]


def test_all_drills_are_done_on_one_side_then_on_the_other_with_one_change_between():
    made = score(PAIR)
    assert work(made) == [(title, side) for side in ("left", "right") for title in ("High", "Low", "Low")]
    assert starts(made, "switch") == [48] and starts(made)[3] == 54 and second(made.total) == 102


def test_what_has_no_sides_is_done_in_both_turns():
    made = score(BothSides((Move("Step back.", Fraction(5)), HIGH, BREATH), SWITCH))
    assert [each.kind for each in made.passages] == ["move", "work", "work", "switch", "move", "work", "work"]
    assert work(made) == [("High", "left"), ("Breath", None), ("High", "right"), ("Breath", None)]


def test_a_drill_for_one_side_is_done_in_its_turn_only():
    right = step("Right", "hold", "9s", sides="right", ready="5s")
    assert work(score(BothSides((HIGH, right), SWITCH))) == [("High", "left"), ("High", "right"), ("Right", "right")]


@pytest.mark.parametrize(
    ("first_side", "today", "expected"),
    [
        (None, "right", "left"),
        ("right", "left", "right"),
        ("alternate", "left", "left"),
        ("alternate", "right", "right"),
    ],
)
def test_the_first_side_is_the_one_asked_for(first_side, today, expected):
    made = compose(routine(BothSides((HIGH, LOW), SWITCH, first_side)), today)
    assert work(made)[0] == ("High", expected) and work(made)[-1][1] != expected


def test_the_change_of_sides_is_announced_once_then_each_drill_with_its_side():
    others = ("Get ready.", "Rest.", "Halfway.", "That's it. Well done.")
    lines = [text for _, text in told(score(PAIR)) if text not in others]
    assert lines == [
        *("High, left side. 20 seconds.", "Next: Low, left side. 2 sets of 10 seconds.", "Set 2 of 2."),
        *("Change sides. Right.", "High, right side.", "Low, right side.", "Set 2 of 2."),
    ]


def test_nothing_on_the_other_side_is_announced_before_the_change_of_sides():
    lines = [text for _, text in told(score(BothSides((HIGH, LOW), Fraction(2)))) if "right" in text.lower()]
    assert lines == ["Change sides. Right.", "High, right side.", "Low, right side."]


def test_one_drill_alone_says_no_more_than_the_change_of_sides():
    lines = [text for _, text in told(score(BothSides((HIGH,), SWITCH, title="Calves")))]
    assert lines[1:] == [
        *("Calves. High, left side. 20 seconds.", "Halfway.", "Change sides. Right.", "Halfway."),
        "That's it. Well done.",
    ]


def test_in_rounds_each_round_has_both_sides():
    made = score(Repeat(2, Fraction(9), (PAIR,)))
    assert [each.round.number for each in made.passages if each.kind == "work"] == [1] * 6 + [2] * 6
    assert [text for _, text in told(made) if text.startswith("Round")] == [
        "Round 1 of 2. High, left side. 20 seconds.", "Round 2 of 2. High, left side.",
    ]  # fmt: skip


def test_skip_counts_the_rounds_of_the_repeat_around_both_sides():
    last = step("Last", "hold", "9s", sides="each", skip="first")
    made = score(Repeat(2, Fraction(9), (BothSides((HIGH, last), SWITCH),)))
    assert [title for title, _ in work(made)] == ["High", "High", "High", "Last", "High", "Last"]


@few
@given(both_sides())
def test_both_sides_get_equal_work_in_equal_order(drawn):
    made = unroll(routine(drawn), "left")
    turns = {side: [each for each in made if each.kind == "work" and each.turn == side] for side in ("left", "right")}
    left, right = ([(each.step, each.work, each.set) for each in turns[side]] for side in turns)
    assert left == right and all(each.side in (None, each.turn) for side in turns for each in turns[side])
    assert Counter(each.kind for each in made)["switch"] == (1 if drawn.switch else 0)


@few
@given(both_sides())
def test_a_round_with_both_sides_has_the_length_it_takes_in_the_score(drawn):
    alone = Repeat(1, Fraction(0), (drawn,))
    assert round_seconds(alone, 1) == sum((each.seconds for each in unroll(routine(alone), "left")), Fraction(0))


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (5, 54),  # High, from left to right
        (26, 79),  # getting ready for Low leads to Low on the other side
        (35, 79),  # Low
        (60, 0),  # High, from right back to left
        (85, 25),
        (50, 0),  # the change of sides leads back to the first drill
    ],
)
def test_switching_sides_leads_to_the_same_drill_when_the_other_side_has_its_turn(seconds, expected):
    made = score(PAIR)
    assert second(starts(made)[0] * 48_000) == 0 and starts(made) == [0, 25, 38, 54, 79, 92]
    assert second(other_side(made, frame(seconds))[1]) == expected


def test_next_and_back_lead_from_drill_to_drill_across_the_change():
    made = score(PAIR)
    assert second(next_step(made, frame(40))[1]) == 54
    assert second(previous_step(made, frame(55))[1]) == 25


def test_ten_seconds_more_count_on_both_sides():
    made, _ = lengthen(score(PAIR), frame(5), Fraction(10))
    assert [(each.title, each.side) for each in made.passages if each.added] == [("High", "left"), ("High", "right")]
    late, _ = lengthen(score(PAIR), frame(60), Fraction(10))
    assert [(each.title, each.side) for each in late.passages if each.added] == [("High", "right")]


STAND = unroll(routine(step("Stand", "hold", "15s", sides="each", switch="5s")), "left")


@pytest.mark.parametrize(
    ("substitute", "expected"),
    [
        (STAND, ["High left", "Stand left", "Low left", "Low left", "Stand right", "Low right", "Low right"]),
        ((), ["High left", "Low left", "Low left", "Low right", "Low right"]),
    ],
)
def test_a_drill_that_hurts_is_replaced_on_both_sides(substitute, expected):
    made, _ = substitute_drill(score(PAIR), frame(5), substitute)
    assert [f"{title} {side}" for title, side in work(made)] == expected
    before = without_drill(score(PAIR), "high", substitute)
    assert [f"{title} {side}" for title, side in work(before)] == expected[1:]


def test_without_anything_left_to_do_there_is_no_change_of_sides():
    made, _ = substitute_drill(score(BothSides((HIGH,), SWITCH), BREATH), frame(5), ())
    assert [each.kind for each in made.passages] == ["work", "work"]


def test_each_side_of_each_drill_has_a_row_and_so_has_each_turn_of_one_without_sides():
    made = score(BothSides((HIGH, BREATH), SWITCH))
    rows = progress(ready(made).count_in(0, made, 0), 10**9)
    assert [(each.title, each.side, each.number, each.done // 48_000) for each in rows] == [
        ("High", "left", 1, 20), ("Breath", None, 1, 20), ("High", "right", 1, 20), ("Breath", None, 2, 20),
    ]  # fmt: skip


def test_the_training_rules_count_both_sides():
    calf = Drill(title="Calf", drill="calf", sides="each", stretch="static", targets=("soleus",))
    hold = DrillStep(drill=calf, work=Hold(Fraction(30)), sides="each")
    placed = place_routine(routine(BothSides((hold,), SWITCH)))
    assert not list(unequal_sides(placed, bundled_rules()))
    assert {side: total_seconds(bouts) for side, bouts in static_bouts(placed)["soleus"].items()} == {
        "left": 30, "right": 30,
    }  # fmt: skip
