"""LB052: what a plan for beginners leaves out."""

from collections.abc import Iterator, Mapping

from leanbreath.advice.finding import Finding
from leanbreath.advice.rules import Rules
from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Plan


def plan_findings(plan: Plan, drills: Mapping[str, tuple[Drill, ...]], rules: Rules) -> Iterator[Finding]:
    """Yield what is unwise about a plan; `drills` holds those of each routine and each single drill it names."""
    for key, name in _named(plan):
        for drill in drills.get(name, ()):
            if plan.beginner and drill.safety_class >= rules["LB052"].limit("class") and "LB052" not in plan.allow:
                message = (
                    f"{drill.drill or drill.title} is of safety class {drill.safety_class}, in a plan for beginners"
                )
                yield Finding("LB052", message, "take it out, or leave beginner out", key=key)


def _named(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if plan.before_runs:
        yield ("before-runs",), plan.before_runs
    for number, week in enumerate(plan.weeks):
        for index, sessions in enumerate(week.sessions):
            yield ("weeks", number, "sessions", index, "routine"), sessions.routine
        for index, name in enumerate(week.lean):
            yield ("weeks", number, "lean", index), name
