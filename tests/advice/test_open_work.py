"""What the rules make of open work, which counts as the most it may last, and of waits in place of rests."""

import pytest

from tests.advice.test_limits import calf, drill, found, rules_of


@pytest.mark.parametrize(("most", "is_too_long"), [("30s", False), ("31s", True), ("3m", True)])
def test_an_open_stretch_before_a_run_may_not_last_longer_than_a_fixed_one(most, is_too_long):
    steps = calf(20).replace("hold: 20s", f"hold: max, most: {most}")
    assert ("LB002" in rules_of(steps, "pre-run")) == is_too_long


@pytest.mark.parametrize(("most", "expected"), [("5m", set()), ("301s", {("LB067", "warning")})])
def test_an_open_hold_may_not_last_for_more_than_minutes(most, expected):
    steps = f"  - {{title: Wall sit, position: wall-lean, hold: max, most: {most}}}\n"
    assert {each for each in found(steps) if each[0] == "LB067"} == expected


@pytest.mark.parametrize(("at", "is_reached"), [("100s", True), ("180s", True), ("181s", False)])
def test_a_line_of_open_work_is_said_at_any_time_up_to_its_most(at, is_reached):
    steps = f'  - {{title: Wall sit, position: wall-lean, hold: max, cues: [{{at: {at}, say: "Easy."}}]}}\n'
    assert ("LB062" in rules_of(steps)) != is_reached


def test_lines_of_a_drill_that_need_an_end_are_reported_as_lost_in_open_work():
    steps = '  - {move: "To the wall, hands at the height of your shoulders.", time: 20s}\n' + drill("wall-lean-hold")
    lost = steps.replace("wall-lean-hold", "wall-lean-hold, hold: max")
    assert ("LB062", "info") not in found(steps)
    assert ("LB062", "info") in found(lost) and ("LB062", "warning") not in found(lost)


@pytest.mark.parametrize("rest", ['{wait: "Walk back."}', '{wait: "Walk back.", most: 4s}', "5s"])
def test_a_wait_between_sets_is_rest_enough(rest):
    assert "LB063" not in rules_of(drill("head-glide", sets="2", rest=rest))
