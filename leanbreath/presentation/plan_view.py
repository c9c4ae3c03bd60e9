"""The page of the runner's plan: where it stands and why, and what can be done about it."""

from collections.abc import Iterable
from typing import NamedTuple

from leanbreath.coach.plan_state import PlanState
from leanbreath.diary.events import PlanAction
from leanbreath.presentation.page_parts import section
from leanbreath.presentation.plan_status import WHY_HINT, decision_lines


class PlanView(NamedTuple):
    """The lines of the page, and the actions that are possible now."""

    lines: tuple[str, ...]
    actions: frozenset[PlanAction]


def running_view(state: PlanState, status: Iterable[str]) -> PlanView:
    """Return the page of a plan that is running, with every decision in place of the hint where to find them."""
    decisions = section("What the coach decided, and why:", decision_lines(reversed(state.decisions)))
    lines = (*(line for line in status if line != WHY_HINT), *decisions)
    return PlanView(lines, frozenset({"resume" if state.is_paused else "pause"}))


def suggested_view(why: str, lines: Iterable[str]) -> PlanView:
    """Return the page of a plan that isn't running yet, and why it suits."""
    return PlanView(
        (*filter(None, ("No plan is running. Press s to start this one.", why)), "", *lines), frozenset({"start"})
    )
