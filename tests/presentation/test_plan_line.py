"""What a session did for the plan: the line of the end card."""

from datetime import date, timedelta

import pytest

from leanbreath.coach.plan_state import PlanState, Slot
from leanbreath.presentation.plan_line import plan_line
from leanbreath.presentation.plan_progress import plan_progress
from leanbreath.presentation.plan_status import plan_status_lines
from tests.coach.bundled import MATERIAL

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(number)


def state(done: list[int], past: tuple[Slot, ...] = (), plan: str = "eight-weeks", **changes) -> PlanState:
    """Return a state in week 3 with four home sessions and a lean lab, some home sessions done on these days."""
    filled = [day(each) for each in done] + [None] * 4
    slots = [Slot("daily", "daily-12", None, each + 1, 4, day(3 + each), filled[each]) for each in range(4)]
    slots.append(Slot("lean-lab", "lean-lab-8", None, 1, 1, day(6), None))
    made = MATERIAL.plans[plan]
    week = made.weeks[min(2, len(made.weeks) - 1)]
    values = {"is_repeated": False, "is_paused": False, "past_slots": past, **changes}
    return PlanState(
        made, MONDAY, 3, week, MONDAY, levels={}, dose=week, limiters=(), out=(), slots=tuple(slots), missed_days=0,
        decisions=(), **values
    )  # fmt: skip


KEPT = tuple(Slot("daily", "daily-12", None, 1, 1, day(-each), day(-each)) for each in (3, 2, 1))


@pytest.mark.parametrize(
    ("made", "kind", "today", "line"),
    [
        (state([0]), "daily", 0, "Week 3: 1 of 4. Next: Friday at the latest."),
        (state([0, 2]), "daily", 2, "Week 3: 2 of 4. Next: Saturday at the latest."),
        (state([0, 2, 4]), "daily", 4, "Week 3: 3 of 4. Next: Sunday at the latest. 2 due days kept in a row."),
        (state([0, 2, 4]), "daily", 5, "Week 3: 3 of 4. Next: tomorrow at the latest. 3 due days kept in a row."),
        (state([0, 2, 4, 6]), "daily", 6, "Week 3: 4 of 4. 3 due days kept in a row."),
        (state([4]), "daily", 4, "Week 3: 1 of 4. Next: tomorrow at the latest."),
        (state([]), "lean-lab", 1, "Week 3: 0 of 1. Next: Sunday at the latest."),
        (state([0]), "pre-run", 1, "Week 3: 1 of 4. Next: Friday at the latest."),
        (state([6]), "daily", 6, "Week 3: 1 of 4. Next: today."),
        (state([0], KEPT), "daily", 0, "Week 3: 1 of 4. Next: Friday at the latest. 3 due days kept in a row."),
        (state([0], plan="maintenance"), "daily", 0, "This week: 1 of 4. Next: Friday at the latest."),
        (state([0], is_paused=True), "daily", 0, ""),
    ],
)
def test_the_end_card_says_what_was_done_of_the_week_and_by_when_the_next_is_due(made, kind, today, line):
    assert plan_line(made, kind, day(today)) == line


def test_a_plan_without_an_end_has_no_numbers_of_weeks():
    made = state([0], plan="maintenance")
    assert plan_progress(made) == ("Keep what you have", "This week · 1 of 5 done")
    assert next(plan_status_lines(made, day(1), {}, (), "")) == "Keep what you have · this week · day 2 of 7"
    assert plan_progress(state([0]))[1] == "Week 3 of 8  ■■■□□□□□ · 1 of 5 done"


def test_the_sessions_of_a_paused_plan_are_not_due():
    lines = list(plan_status_lines(state([0], is_paused=True), day(1), {}, (), ""))
    assert "  - daily-12: ● Mon 2 March · ○ · ○ · ○" in lines and not any(" by " in line for line in lines)
    assert "  - daily-12: ● Mon 2 March · ○ by Fri 6 March" in next(
        line for line in plan_status_lines(state([0]), day(1), {}, (), "") if "daily-12" in line
    )
