"""What a runner decides about a plan is an event and a sentence, or an answer that says what would work."""

import pytest

from leanbreath.coach.plan_changes import change, choose_level, start
from leanbreath.coach.plan_choice import suggested_plan
from leanbreath.coach.replay import plan_state
from leanbreath.diary.events import DiaryContent, LevelRow, PlanRow
from leanbreath.routine.problems import InvalidRequest
from tests.coach.bundled import MATERIAL, WORKED_EXAMPLE, rows
from tests.coach.test_prescribe import PASSING
from tests.diary.making import utc

NOW = utc(9)


def running(*actions: str):
    events = tuple(
        PlanRow(action, utc(2 + day), action, "eight-weeks") for day, action in enumerate(("start", *actions))
    )
    return plan_state(DiaryContent(plan_events=events), MATERIAL, NOW)


@pytest.mark.parametrize(
    ("check_up", "plan"), [("", "eight-weeks"), (WORKED_EXAMPLE, "eight-weeks"), (PASSING, "maintenance")]
)
def test_whoever_passes_everything_starts_with_maintenance(check_up, plan):
    choice = suggested_plan(DiaryContent(assessments=rows(check_up)), MATERIAL)
    assert choice.plan == plan and bool(choice.why) is (plan == "maintenance")


def test_a_start_says_what_it_replaces():
    event, text = start(MATERIAL.plans["maintenance"], "", running(), NOW, "id")
    assert event == PlanRow("id", NOW, "start", "maintenance")
    assert text == "Started: Keep what you have. It replaces Eight weeks of lean practice, week 1."


@pytest.mark.parametrize(
    ("action", "before", "wrong"),
    [
        ("pause", None, "no plan is running"),
        ("pause", ("pause",), "paused already"),
        ("resume", (), "isn't paused"),
        ("stop", ("stop",), "no plan is running"),
    ],
)
def test_what_can_not_be_is_said(action, before, wrong):
    with pytest.raises(InvalidRequest, match=wrong):
        change(action, None if before is None else running(*before), NOW, "id")


def test_a_plan_without_an_end_is_named_without_a_week():
    events = (PlanRow("a", utc(2), "start", "maintenance"),)
    state = plan_state(DiaryContent(plan_events=events), MATERIAL, NOW)
    assert change("stop", state, NOW, "id").text == "Stopped: Keep what you have. Your diary keeps what you did."
    assert state.decisions[0].text == "Keep what you have."


@pytest.mark.parametrize("action", ["pause", "stop"])
def test_a_change_is_an_event(action):
    assert change(action, running(), NOW, "id").event == PlanRow("id", NOW, action, "eight-weeks")


def test_a_level_must_exist():
    drill = MATERIAL.drill("wall-lean-hold")
    assert choose_level(drill, 3, running(), NOW, "id").event == LevelRow("id", NOW, "wall-lean-hold", 3)
    for level in (0, 4):
        with pytest.raises(InvalidRequest, match="levels 1 to 3"):
            choose_level(drill, level, running(), NOW, "id")
    with pytest.raises(InvalidRequest, match="has no levels"):
        choose_level(MATERIAL.drill("head-glide"), 1, running(), NOW, "id")
