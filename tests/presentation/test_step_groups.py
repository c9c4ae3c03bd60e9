"""The work of a step is shown together, however its rounds and sides lie between other steps."""

from typing import NamedTuple

from leanbreath.presentation.step_groups import by_step


class Work(NamedTuple):
    step: str
    title: str
    side: str


def test_turns_on_each_side_are_shown_with_their_step():
    rows = [Work(step, title, side) for side in ("left", "right") for step, title in (("1.1", "High"), ("1.2", "Low"))]
    assert [[(each.title, each.side) for each in group] for group in by_step(rows)] == [
        [("High", "left"), ("High", "right")], [("Low", "left"), ("Low", "right")],
    ]  # fmt: skip


def test_a_substitute_and_the_same_drill_in_another_step_stand_apart():
    rows = [Work("1", "March", ""), Work("2", "Bridge", ""), Work("2", "Step", ""), Work("3", "March", "")]
    assert [len(group) for group in by_step(rows)] == [1, 1, 1, 1]
