"""A plan is replayed day by day: little diaries, and the state and decisions that follow from the fact sheet."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.replay import plan_state
from leanbreath.diary.events import DiaryContent, LevelRow, PlanRow, ReturnRow, SessionRow
from leanbreath.diary.moment import Moment, moment
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.diary.making import session, work

FIRST = datetime(2026, 3, 4, 7, tzinfo=UTC)
"""A Wednesday: the first day of the plan, which is day 0 below."""


def at(day: float, hour: float = 0) -> Moment:
    return moment(FIRST + timedelta(days=day, hours=hour))


def plan(action: Any, day: float, plan: str = "eight-weeks") -> PlanRow:
    return PlanRow(f"{action} {day}", at(day), action, plan)


def daily(day: float, **changes: Any) -> SessionRow:
    """Return a home session that was done to its end."""
    when = at(day, 1)
    lean = work(
        20, when, drill="wall-lean-hold", title="Wall lean", planned_seconds=20.0, level=changes.pop("level", None)
    )
    felt = {"effort": 3, "lean": "same", "pain": "none", **changes}
    return session(when, lean, ending="done", ended=when, kind="daily", **felt)


def state(day: float, *events: Any, start: PlanRow | None = None) -> PlanState:
    """Return where a runner stands on a day, by the events of a diary."""
    found = plan_state(content(*events, start=start), MATERIAL, at(day, 12))
    assert found is not None
    return found


def content(*events: Any, start: PlanRow | None = None) -> DiaryContent:
    every = (start or plan("start", 0), *events)
    return DiaryContent(
        tuple(each for each in every if isinstance(each, SessionRow)),
        tuple(row for each in every if isinstance(each, tuple) for row in each),
        tuple(each for each in every if isinstance(each, PlanRow)),
        tuple(each for each in every if isinstance(each, LevelRow)),
    )


def rules(state: PlanState) -> list[str]:
    return [decision.rule for decision in state.decisions]


def dailies(*days: float, **changes: Any) -> list[SessionRow]:
    return [daily(day, **changes) for day in days]


WEEK_1, WEEK_2 = dailies(0, 2, 4), dailies(7, 9, 11)


def test_no_plan_was_started():
    assert plan_state(DiaryContent(), MATERIAL, at(0)) is None
    assert plan_state(content(start=plan("start", 5)), MATERIAL, at(0)) is None


def test_a_plan_begins_with_its_first_week_on_whatever_weekday():
    found = state(0)
    assert (found.plan.plan, found.week_number, found.started, found.week_started) == (
        "eight-weeks", 1, date(2026, 3, 4), date(2026, 3, 4),
    )  # fmt: skip
    assert (found.dose.hold, found.dose.sets, found.dose.reps) == (20, 2, 8)
    assert [slot.due for slot in found.slots] == [date(2026, 3, day) for day in (8, 9, 10)]


@pytest.mark.parametrize(("day", "week"), [(6, 1), (7, 2), (13, 2), (14, 3)])
def test_a_plan_week_lasts_seven_training_days(day, week):
    assert state(day, *WEEK_1, *WEEK_2).week_number == week


def test_with_fewer_than_half_of_its_sessions_a_week_comes_once_more_and_then_doses_are_held():
    again = state(8, daily(1))
    assert (again.week_number, again.is_repeated, again.week_started) == (1, True, date(2026, 3, 11))
    held = state(15, daily(1), daily(8))
    assert (held.week_number, held.is_repeated, held.dose.hold) == (2, False, 20)
    assert [rule for rule in rules(held) if rule != "level-up"] == ["start", "week-again", "doses-held"]
    grown = state(22, daily(1), daily(8), daily(15), daily(17))
    assert (grown.week_number, grown.dose.hold) == (3, 20)  # 25 s on four days would be 67 % more


@pytest.mark.parametrize(("done", "week"), [(1, 1), (2, 2), (3, 2)])
def test_half_of_the_sessions_are_enough(done, week):
    assert state(7, *WEEK_1[:done]).week_number == week


@pytest.mark.parametrize(("done", "week"), [(2, 5), (3, 6)])
def test_exactly_half_of_the_sessions_are_enough(done, week):
    every_day = dailies(*range(28))
    assert len(state(28, *every_day).slots) == 6
    assert state(35, *every_day, *dailies(*range(28, 28 + done))).week_number == week


@pytest.mark.parametrize(
    ("week", "hold", "reps"),
    [(1, 20, 8), (2, 25, 8), (3, 25, 10), (4, 20, 6), (5, 30, 10), (6, 35, 12), (7, 40, 12), (8, 25, 8)],
)
def test_a_runner_who_keeps_to_the_plan_gets_the_doses_of_the_fact_sheet(week, hold, reps):
    first = 7 * (week - 1)
    found = state(first, *dailies(*range(first)))
    assert (found.week_number, found.dose.hold, found.dose.sets, found.dose.reps) == (week, hold, 2, reps)


def test_after_the_last_week_comes_maintenance_which_repeats():
    every = [daily(day) for day in range(0, 80, 1)]
    assert state(55, *every).week_number == 8
    for day in (56, 63, 70):
        found = state(day, *every)
        assert (found.plan.plan, found.week_number) == ("maintenance", 1)
    assert rules(found).count("plan-over") == 1


def test_of_two_starts_the_later_counts_and_a_stop_ends_it():
    found = state(9, plan("start", 8, "maintenance"), *WEEK_1)
    assert (found.plan.plan, found.started) == ("maintenance", date(2026, 3, 12))
    assert plan_state(content(plan("stop", 3)), MATERIAL, at(4)) is None
    assert plan_state(content(plan("stop", 3), plan("start", 5)), MATERIAL, at(6)) is not None


def test_a_pause_stops_the_count_of_missed_days_and_shifts_the_plan():
    paused = state(20, daily(0), daily(1), plan("pause", 3))
    assert (paused.is_paused, paused.missed_days, paused.week_number) == (True, 1, 1)
    resumed = state(24, daily(0), daily(1), plan("pause", 3), plan("resume", 23))
    assert (resumed.is_paused, resumed.missed_days, resumed.week_number) == (False, 2, 1)
    assert [slot.done is not None for slot in resumed.slots] == [True, True, False]
    assert [slot.due for slot in resumed.slots][-1] == date(2026, 3, 4) + timedelta(days=6 + 20)
    assert state(27, daily(0), daily(1), plan("pause", 3), plan("resume", 23)).week_number == 2


@pytest.mark.parametrize(
    ("missed", "week", "decided"),
    [(7, 3, None), (8, 2, "missed-step-back"), (21, 2, "missed-step-back"), (22, 1, "missed-restart")],
)
def test_missed_days_lead_back_by_a_week_and_then_to_the_start(missed, week, decided):
    before = [*WEEK_1, *WEEK_2, daily(14), daily(15)]
    found = state(15 + missed + 1, *before)
    assert (found.missed_days, found.week_number) == (missed, week)
    assert rules(found)[-1] == decided or decided is None


def test_the_way_back_skips_a_lighter_week_and_lowers_lean_levels():
    four_weeks = [daily(day) for day in (0, 2, 4, 7, 9, 11, 14, 15, 16, 17, 21, 23, 25, 28)]
    assert state(28, *four_weeks).week_number == 5
    assert state(28, *four_weeks).levels["wall-lean-hold"] == 2
    back = state(37, *four_weeks)
    assert (back.week_number, back.levels["wall-lean-hold"]) == (3, 1)


def test_a_week_waits_for_whoever_missed_many_days():
    before = [*WEEK_1, *WEEK_2, daily(14)]
    assert state(60, *before).week_number == 1
    returned = state(61, *before, daily(60))
    assert (returned.week_number, returned.week_started) == (1, date(2026, 3, 4) + timedelta(days=60))
    assert rules(returned).count("missed-restart") == 1


def test_a_level_rises_after_two_clean_sessions_up_to_what_the_week_allows():
    assert state(6, *WEEK_1).levels == {"micro-ankle-lean": 1, "wall-lean-hold": 1}
    assert state(7, *WEEK_1).levels["wall-lean-hold"] == 2
    assert state(13, *WEEK_1, *dailies(7, 9, 11, level=2)).levels["wall-lean-hold"] == 2


@pytest.mark.parametrize(
    "changes", [{"effort": 5}, {"lean": "harder"}, {"pain": "some"}, {"effort": None}, {"lean": None}]
)
def test_sessions_that_were_not_clean_lift_no_level(changes):
    assert state(7, *dailies(0, 2, 4, **changes)).levels["wall-lean-hold"] == 1


def test_a_session_in_which_another_drill_hurt_lifts_no_level():
    hurt = [replace(each, work=(*each.work, work(9, each.started, hurt_at=each.started))) for each in WEEK_1]
    assert state(7, *hurt).levels["wall-lean-hold"] == 1


@pytest.mark.parametrize(("share", "level"), [(0.75, 1), (0.8, 2)])
def test_a_drill_of_which_too_little_was_done_does_not_rise(share, level):
    partly = [replace(each, work=(replace(each.work[0], done_seconds=20 * share),)) for each in WEEK_1]
    assert state(7, *partly).levels["wall-lean-hold"] == level


@pytest.mark.parametrize(("levels", "level"), [((1, 1), 2), ((1, 2), 2), ((2, 2), 3)])
def test_only_work_at_the_level_reached_on_both_sides_lifts_it(levels, level):
    drill = "gastroc-wall-stretch"
    stretch = work(20, at(0), drill=drill, title="Calf stretch", planned_seconds=20.0)
    both = [
        replace(
            each, work=tuple(replace(stretch, at=each.started, place=n, level=done) for n, done in enumerate(levels))
        )
        for each in dailies(1, 2)
    ]
    assert state(3, LevelRow("chosen", at(0), drill, 2), *both).levels[drill] == level


def test_a_drill_that_was_not_done_neither_rises_nor_falls():
    without = [replace(each, work=(work(60, each.started),)) for each in WEEK_1]
    assert state(7, *without).levels["wall-lean-hold"] == 1
    hard = [replace(each, effort=9, work=(work(60, each.started),)) for each in dailies(7, 8)]
    found = state(9, *WEEK_1, *hard)
    assert (found.levels["wall-lean-hold"], rules(found)[-1]) == (2, "step-down")


def test_a_clean_session_below_the_level_reached_does_not_lift_it():
    chosen = LevelRow("chosen", at(0), "fall-forward-start", 2)
    assert state(1, chosen).levels["fall-forward-start"] == 2


def test_two_hard_sessions_in_a_row_go_one_step_down():
    found = state(10, *WEEK_1, *dailies(7, 9, effort=7))
    assert (found.dose.hold, found.dose.reps, found.levels["wall-lean-hold"]) == (20, 6, 1)
    assert state(10, *WEEK_1, daily(7, effort=9), daily(8, effort=6), daily(9, effort=9)).dose.hold == 25


def test_of_two_hard_sessions_the_lean_drills_of_both_go_down():
    without = replace(daily(9, effort=8), work=(work(60, at(9)),))
    assert state(10, *WEEK_1, daily(7, effort=8), without).levels["wall-lean-hold"] == 1


def test_a_level_that_the_runner_chose_counts_from_its_moment():
    chosen = LevelRow("a", at(3), "wall-lean-hold", 3)
    assert state(2, chosen).levels["wall-lean-hold"] == 1
    assert state(3, chosen).levels["wall-lean-hold"] == 3
    assert state(3, replace(chosen, level=99)).levels["wall-lean-hold"] == 3
    assert state(3, replace(chosen, drill="no-such-drill")).levels["wall-lean-hold"] == 1


def test_a_drill_that_hurt_is_out_and_returns_at_its_first_level():
    hurt = replace(daily(8), work=(work(9, at(8), drill="wall-lean-hold", title="Wall lean", hurt_at=at(8)),))
    found = state(9, *WEEK_1, hurt)
    assert (found.out, found.levels["wall-lean-hold"]) == (("wall-lean-hold",), 1)
    back = session(at(15), returns=(ReturnRow("wall-lean-hold", "Wall lean", at(15), "yes"),))
    returned = state(15, *WEEK_1, hurt, back)
    assert (returned.out, returned.levels["wall-lean-hold"]) == ((), 1)
    assert [rule for rule in rules(returned) if rule.startswith("drill")] == ["drill-out", "drill-back"]


def test_the_two_main_limiters_are_those_of_the_worked_example():
    assert state(1, rows(WORKED_EXAMPLE, at(0))).limiters == ("calves", "hip-flexors")


def test_a_check_up_that_changes_what_comes_first_is_a_decision():
    later = rows("knee-to-wall-cm=11/11 bed-edge-thigh-deg=-6/-6 sit-hours=3 breath-hand=low-in-both", at(14))
    found = state(15, rows(WORKED_EXAMPLE, at(0)), later)
    assert [(each.day, each.text) for each in found.decisions if each.rule == "limiters"] == [
        (date(2026, 3, 4), "By your check-up: calves, then front of the hips first."),
        (date(2026, 3, 18), "By your check-up: the lean itself first."),
    ]


def test_a_plan_that_is_gone_is_replaced_and_said():
    found = state(1, start=plan("start", 0, "my-own"))
    assert (found.plan.plan, rules(found)) == ("maintenance", ["plan-gone"])


def test_what_happens_later_changes_nothing_today():
    later = (daily(30), plan("stop", 30), plan("pause", 30), LevelRow("a", at(30), "wall-lean-hold", 3))
    assert state(12, *WEEK_1, *later) == state(12, *WEEK_1)


def test_nothing_is_lost_where_the_calendar_goes_back_while_travelling_west():
    tokyo = replace(daily(2), ended=Moment(at(2).at, at(3).day))
    found = state(2, daily(0), tokyo)
    assert sum(slot.done is not None for slot in found.slots) == 2


def test_a_start_by_a_clock_that_was_centuries_behind_is_replayed_at_once():
    early = PlanRow("early", moment(datetime(1000, 1, 1, 7, tzinfo=UTC)), "start", "eight-weeks")
    found = state(3, daily(2), start=early)
    assert (found.week_number, found.missed_days, rules(found)) == (
        1, 0, ["start", "week-again", "missed-step-back", "missed-restart"],
    )  # fmt: skip


def test_sessions_of_unknown_routines_count_for_missed_days_only():
    own = replace(daily(5), routine="mine", kind=None)
    found = state(10, daily(0), own)
    assert found.missed_days == 4
    assert state(6, daily(0), own).slots[1].done is None


def due(found: PlanState) -> list[tuple[int, bool]]:
    """Return the day on which each slot of past weeks was due, from day 0, and whether it was kept."""
    return [((slot.due - at(0).day).days, slot.done is not None) for slot in found.past_slots]


def test_the_slots_of_past_weeks_are_kept_for_the_streak():
    found = state(15, *WEEK_1, daily(8), daily(13))
    assert due(found) == [(4, True), (5, True), (6, True), (11, True), (12, True), (13, False)]


def test_what_fell_due_before_another_start_or_a_stop_counts_and_no_more():
    again = state(9, *WEEK_1, plan("start", 5))
    assert due(again) == [(4, True)]
    stopped = content(plan("stop", 6), plan("start", 9), *WEEK_1)
    found = plan_state(stopped, MATERIAL, at(10))
    assert found is not None and due(found) == [(4, True), (5, True)]


def test_nothing_is_due_in_a_pause_or_while_a_week_waits_for_the_runner():
    found = state(20, plan("pause", 2), plan("resume", 12), *dailies(0))
    assert [day for day, _ in due(found)] == [14, 15, 16]
    assert sorted((day - at(0).day).days for day in found.paused_days) == list(range(2, 12))
    absent = state(20, daily(0))
    assert (due(absent), absent.week_number) == ([(4, True), (5, False), (6, False)], 1)
