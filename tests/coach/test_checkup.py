"""A running check-up asks in order, takes the best of the tries, and no order of moves loses what was entered."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leanbreath.coach.checkup import (
    Checkup,
    back,
    current_step,
    enough,
    entered,
    practised,
    replaced,
    results,
    skipped,
    stopped,
)
from leanbreath.coach.checkup_entry import typed
from leanbreath.coach.checkup_form import checkup_items
from leanbreath.coach.checkup_start import begin
from leanbreath.coach.number_entry import EntryMistake
from tests.coach.bundled import MATERIAL, rows
from tests.diary.making import utc

NOW = utc(20)


def at(item: str, form: str = "full") -> Checkup:
    items = checkup_items(form, MATERIAL)
    return Checkup("a", form, items, items.index(item))


def after(checkup: Checkup, *moves: object) -> Checkup:
    """Return a check-up after moves: numbers and answers are entered, functions are called."""
    for move in moves:
        if callable(move):
            checkup = move(checkup, MATERIAL)
        else:
            checkup = entered(checkup, move if isinstance(move, str) else (Fraction(move),), MATERIAL)
    return checkup


def asked(checkup: Checkup) -> tuple[str, int | None, int, int]:
    step = current_step(checkup, MATERIAL)
    return "practice" if step.is_practice else "try", step.side, step.number, step.of


def test_the_short_form_asks_for_one_practice_and_one_try_of_each_side():
    checkup = at("knee-to-wall-cm", "short")
    seen = [asked(checkup)]
    for move in (practised, 7, practised):
        checkup = after(checkup, move)
        seen.append(asked(checkup))
    assert seen == [("practice", 0, 1, 1), ("try", 0, 1, 1), ("practice", 1, 1, 1), ("try", 1, 1, 1)]
    assert after(checkup, Fraction(19, 2)).item == "sit-hours"


def test_the_full_form_asks_for_two_practices_and_three_tries_and_takes_the_best():
    checkup = after(at("knee-to-wall-cm"), practised, practised, 7, 9)
    assert asked(checkup) == ("try", 0, 3, 3)
    checkup = after(checkup, 8, practised)
    assert asked(checkup) == ("practice", 1, 2, 2)
    checkup = after(checkup, 10, 6, 6)
    assert results(checkup, MATERIAL) == {"knee-to-wall-cm": (9, 10)}
    assert checkup.item == "straight-knee-calf-deg"


def test_the_best_try_is_the_lowest_where_less_is_better():
    checkup = after(at("bed-edge-thigh-deg"), 3, -2, 5, enough, 1, 2, 4)
    assert results(checkup, MATERIAL)["bed-edge-thigh-deg"] == (-2, 1)


def test_a_value_before_the_practice_is_over_is_a_try():
    assert asked(after(at("knee-to-wall-cm"), 7)) == ("try", 0, 2, 3)


def test_tries_may_be_enough_before_the_last():
    checkup = after(at("knee-to-wall-cm"), enough)
    assert asked(checkup) == ("practice", 0, 1, 2)  # there is none yet
    assert results(after(checkup, 7, enough, 8, enough), MATERIAL) == {"knee-to-wall-cm": (7, 8)}


def test_both_sides_may_be_entered_at_once():
    checkup = entered(at("knee-to-wall-cm"), (Fraction(7), Fraction("9.5")), MATERIAL)
    assert results(checkup, MATERIAL) == {"knee-to-wall-cm": (7, Fraction("9.5"))} and checkup.index == 1


def test_what_was_tried_on_both_sides_counts_when_the_runner_leaves():
    partly = after(at("knee-to-wall-cm"), 7, enough, 8)
    for move in (skipped, stopped, back):
        assert results(after(partly, move), MATERIAL) == {"knee-to-wall-cm": (7, 8)}


def test_an_assessment_with_one_side_missing_has_no_result_but_keeps_its_value():
    checkup = after(at("knee-to-wall-cm"), 7, enough, skipped, back)
    assert results(checkup, MATERIAL) == {}
    assert asked(checkup)[:2] == ("practice", 1)
    assert results(after(checkup, 9, enough), MATERIAL) == {"knee-to-wall-cm": (7, 9)}


def test_going_back_shows_the_result_and_a_new_value_replaces_it_only_when_it_is_complete():
    checkup = after(at("sit-hours"), 9, back)
    assert current_step(checkup, MATERIAL).done and results(checkup, MATERIAL) == {"sit-hours": (9,)}
    assert results(after(checkup, 8), MATERIAL) == {"sit-hours": (8,)}
    both = after(entered(at("knee-to-wall-cm"), (Fraction(7), Fraction(8)), MATERIAL), back, 10)
    assert results(both, MATERIAL) == {"knee-to-wall-cm": (7, 8)}
    assert after(checkup, enough).item == "breath-hand"


def test_the_alternative_takes_the_place_of_an_assessment_and_back():
    checkup = after(at("bed-edge-thigh-deg"), replaced)
    assert checkup.item == "bed-edge-trig"
    assert results(after(checkup, 1, 6), MATERIAL) == {"bed-edge-trig": (1, 6)}
    assert after(checkup, replaced).item == "bed-edge-thigh-deg"
    assert after(at("sit-hours"), replaced) == at("sit-hours")


def test_it_is_over_after_the_last_item_and_when_it_is_stopped():
    last = at("hands-low")
    assert after(last, "yes").is_over and after(last, stopped).is_over and after(last, skipped).is_over
    assert after(last, "yes", back).item == "hands-low"
    assert after(last, stopped, back, skipped, "yes") == after(last, stopped)


MOVES = st.lists(
    st.sampled_from((practised, enough, skipped, back, replaced))
    | st.integers(0, 20)
    | st.tuples(st.integers(0, 20), st.integers(0, 20)),
    max_size=60,
)


@settings(max_examples=60)
@given(MOVES, st.sampled_from(("short", "full")))
def test_no_order_of_moves_loses_an_entered_value(moves, form):
    checkup = Checkup("a", form, checkup_items(form, MATERIAL))
    for move in moves:
        before = checkup
        if callable(move):
            checkup = move(checkup, MATERIAL)
        elif checkup.item:
            checkup = entered(checkup, fitting(checkup.item, move), MATERIAL)
        assert checkup.entries[: len(before.entries)] == before.entries
        assert results(checkup, MATERIAL).keys() >= results(before, MATERIAL).keys()
        if not checkup.is_over:
            current_step(checkup, MATERIAL)


LINES = (
    st.text(max_size=20) | st.text("0123456789 ,./-sbqolr", max_size=8) | st.sampled_from(("", "7/9.5", "s", "b", "o"))
)


@settings(max_examples=60)
@given(st.lists(LINES, max_size=40), st.sampled_from(("short", "full")))
def test_no_line_that_is_typed_loses_an_entered_value_or_makes_it_fail(lines, form):
    checkup = Checkup("a", form, checkup_items(form, MATERIAL))
    for line in lines:
        if checkup.is_over:
            break
        before = checkup
        changed = typed(checkup, line, MATERIAL)
        checkup = before if isinstance(changed, EntryMistake) else changed
        assert checkup.entries[: len(before.entries)] == before.entries
        assert results(checkup, MATERIAL).keys() >= results(before, MATERIAL).keys()


def test_a_runner_is_asked_for_the_number_of_an_answer():
    mistake = typed(at("grip-release"), "maybe", MATERIAL)
    assert isinstance(mistake, EntryMistake) and mistake.text == '"maybe" is no answer here. Type a number from 1 to 3.'


def fitting(item: str, move: object) -> object:
    """Return what can be entered for an item: an answer, one value, or two."""
    assessment = MATERIAL.assessments.get(item)
    values = move if isinstance(move, tuple) else (move,)
    if assessment is None or assessment.answers:
        answers = [answer.answer for answer in assessment.answers] if assessment else ["yes", "no"]
        return answers[values[0] % len(answers)]
    return tuple(map(Fraction, values[: 2 if assessment.sides == "each" else 1]))


def test_the_first_check_up_is_short_and_later_ones_are_full():
    assert begin((), MATERIAL, NOW, "new").form == "short"
    finished = rows("knee-to-wall-cm=7/8 hands-low=no", utc(1), "first")
    assert begin(finished, MATERIAL, NOW, "new") == Checkup("new", "full", checkup_items("full", MATERIAL))
    assert begin(finished, MATERIAL, NOW, "new", "short").form == "short"


UNFINISHED = rows("knee-to-wall-cm=7/8 grip-release=no", utc(19), "open")


def test_what_is_measured_on_a_run_makes_no_check_up_longer():
    run = rows("video-lean-deg=7/6", utc(19, 9), "open")
    assert begin(run, MATERIAL, NOW, "new").form == "short"
    assert begin((*UNFINISHED, *run), MATERIAL, NOW, "new") == begin(UNFINISHED, MATERIAL, NOW, "new")


def test_an_unfinished_check_up_continues_after_the_last_item_it_came_to():
    checkup = begin(UNFINISHED, MATERIAL, NOW, "new")
    assert (checkup.id, checkup.form, checkup.item) == ("open", "short", "first-step-lean")
    assert results(checkup, MATERIAL) == {"knee-to-wall-cm": (7, 8), "grip-release": "no"}


def test_an_unfinished_check_up_keeps_its_form():
    partly = (*UNFINISHED, *rows("straight-knee-calf-deg=20/20", utc(19, 8), "open"))
    assert begin(partly, MATERIAL, NOW, "new").form == "full"
    earlier = rows("hands-low=no", utc(1), "first")
    assert begin((*earlier, *UNFINISHED), MATERIAL, NOW, "new").form == "short"  # a full one would have asked for more
    assert begin((*earlier, *UNFINISHED[:1]), MATERIAL, NOW, "new").form == "full"  # as is usual after the first


def test_an_unfinished_short_check_up_can_be_continued_as_a_full_one_which_asks_for_the_rest():
    checkup = begin(UNFINISHED, MATERIAL, NOW, "new", "full")
    assert (checkup.id, checkup.item) == ("open", "straight-knee-calf-deg")
    assert current_step(after(checkup, skipped, skipped, skipped, skipped, skipped), MATERIAL).done  # grip-release


@pytest.mark.parametrize(
    "there",
    [
        rows("knee-to-wall-cm=7/8", utc(12), "open"),  # too long ago
        rows("knee-to-wall-cm=7/8 hands-low=no", utc(19), "open"),  # finished
        rows("knee-to-wall-cm=7/8", utc(19)),  # typed in, no check-up
    ],
    ids=["old", "finished", "typed in"],
)
def test_nothing_else_is_continued(there):
    checkup = begin(there, MATERIAL, NOW, "new")
    assert (checkup.id, checkup.index, checkup.entries) == ("new", 0, ())


def test_an_alternative_that_was_done_is_not_asked_again():
    checkup = begin(rows("bed-edge-trig=1/6", utc(19), "open"), MATERIAL, NOW, "new")
    assert checkup.item == "sit-hours" and "bed-edge-thigh-deg" not in checkup.items
