"""A training plan's page: who it is for, and what each week holds."""

from collections.abc import Iterator, Mapping

from leanbreath.routine.model import Drill
from leanbreath.routine.plan import Before, Plan, Week
from leanbreath.score.dose import dose_text, pace_text
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.work.breath import pattern_words


def plan_lines(plan: Plan, drills: Mapping[str, Drill]) -> Iterator[str]:
    """Yield the page of a plan; `drills` are those whose levels its weeks set, by id."""
    yield f"{plan.title} ({plan.plan}) · {_length(plan)}"
    if plan.about:
        yield f"  {plan.about}"
    if plan.before_runs:
        yield f"  Before every run: {before_text(plan.before_runs)}"
    for number, week in enumerate(plan.weeks, 1):
        yield " · ".join((f"Week {number}: {week.phase}", *dose_texts(week)))
        yield from (f"  - {line}" for line in _week_lines(week, drills))
    yield f"Start it: leanbreath plan {plan.plan} --start"


def _length(plan: Plan) -> str:
    weeks = f"{len(plan.weeks)} week{'' if len(plan.weeks) == 1 else 's'}"
    return f"{weeks}, repeating" if plan.repeats else weeks


def dose_texts(week: Week) -> Iterator[str]:
    """Yield the doses of a week: `hold 25 s x 2`, `10 reps`, `breathe in 4, out 6`."""
    if week.hold:
        yield f"hold {ENGLISH.length(week.hold)}" + (f" x {week.sets}" if week.sets else "")
    if week.reps:
        yield f"{week.reps} reps"
    if week.breath:
        yield f"breathe {pattern_words(week.breath)}"


def _week_lines(week: Week, drills: Mapping[str, Drill]) -> Iterator[str]:
    for sessions in week.sessions:
        fit = f", fitted to {ENGLISH.length(sessions.fit)}" if sessions.fit else ""
        yield f"{sessions.times} x {sessions.routine}{fit}"
    for id, level in (week.lean or {}).items():
        yield f"lean: {id}{lean_dose(drills.get(id), level)}"
    if week.before_runs:
        yield f"before a run: {before_text(week.before_runs)}"
    if week.note:
        yield week.note


def lean_dose(drill: Drill | None, level: int) -> str:
    """Return the dose of a lean drill at a level, after a comma."""
    work = drill.levels[level - 1] if drill and drill.levels else drill.work if drill else None
    if not drill or not work:
        return ""
    return ", " + " · ".join(filter(None, (dose_text(work, ENGLISH), pace_text(work, drill.action_words))))


def before_text(before: str | Before) -> str:
    """Return the routine before a run, and the length to which it is fitted."""
    if isinstance(before, str):
        return before
    return f"{before.routine}, fitted to {ENGLISH.length(before.fit)}" if before.fit else before.routine
