"""The runner's training plan as it stands, from the diary and the library, and how the runner changes it."""

from collections.abc import Iterator
from os import urandom

from leanbreath.coach.plan_changes import PlanChange, change, start
from leanbreath.coach.plan_choice import PlanChoice, suggested_plan
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.replay import plan_state
from leanbreath.coach.today import today
from leanbreath.coach_loader import CoachData, load_coach
from leanbreath.diary.connection import DiaryError
from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import PlanAction
from leanbreath.diary.store import Diary
from leanbreath.presentation.plan_page import plan_lines
from leanbreath.presentation.plan_status import plan_status_lines
from leanbreath.presentation.plan_view import PlanView, running_view, suggested_view
from leanbreath.presentation.today_line import today_line
from leanbreath.routine.drill_lookup import drills_by_id
from leanbreath.routine.library import Library
from leanbreath.routine.problems import InvalidRequest
from leanbreath.userdata.paths import diary_file


def status_lines(library: Library, coach: CoachData, state: PlanState) -> Iterator[str]:
    """Return where the runner stands in their plan."""
    next_line = today_line(today(coach.content, coach.material, coach.now))
    out = drills_out(coach.content.sessions, coach.now)
    return plan_status_lines(state, coach.now.day, drills_by_id(library, state.levels), out, next_line)


def decided(coach: CoachData, action: PlanAction, choice: PlanChoice | None = None) -> PlanChange:
    """Return what the runner decides about their plan; raise `InvalidRequest` where that can't be.

    A start is that of the chosen plan, or of the one that suits them.
    """
    id, state = urandom(16).hex(), plan_state(coach.content, coach.material, coach.now)
    if action != "start":
        return change(action, state, coach.now, id)
    choice = choice or suggested_plan(coach.content, coach.material)
    return start(coach.material.plans[choice.plan], choice.why, state, coach.now, id)


def load_plan_view(library: Library) -> PlanView:
    """Return where the plan stands and why, or the plan that suits a runner without one."""
    coach = load_coach(library)
    state = plan_state(coach.content, coach.material, coach.now)
    if state is not None:
        return running_view(state, status_lines(library, coach, state))
    choice = suggested_plan(coach.content, coach.material)
    plan = coach.material.plans[choice.plan]
    drills = drills_by_id(library, (id for week in plan.weeks for id in week.lean or {}))
    return suggested_view(choice.why, plan_lines(plan, drills))


def change_plan(library: Library, action: PlanAction) -> str:
    """Start the plan that suits the runner, or pause or resume theirs; return what that means, or why it can't be."""
    try:
        made = decided(load_coach(library), action)
        Diary(diary_file()).add(made.event)
    except (InvalidRequest, DiaryError) as error:
        return str(error)
    return made.text
