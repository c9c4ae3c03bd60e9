"""What suits today: an interrupted session first, then what is due, then something that is no dose."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from leanbreath.coach.choice import TOUR, Choice, free_choices, plan_choices
from leanbreath.coach.choice import TodayKind as TodayKind
from leanbreath.coach.day_so_far import DaySoFar, day_so_far, is_beginner, until
from leanbreath.coach.limiter_reason import limiter_reason
from leanbreath.coach.limiters import limiter_report
from leanbreath.coach.material import Material
from leanbreath.coach.offered_lengths import offered_minutes
from leanbreath.coach.plan_state import PlanState
from leanbreath.coach.prescribe import prescribe
from leanbreath.coach.replay import plan_state
from leanbreath.coach.slots import counts
from leanbreath.diary.drills_out import drills_out
from leanbreath.diary.events import DiaryContent
from leanbreath.diary.interrupted_session import interrupted_session
from leanbreath.diary.moment import Moment, is_today
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.vocabulary import Limiter, SessionType
from leanbreath.score.compose import place_passages
from leanbreath.score.sample_rate import RATE
from leanbreath.score.unroll import unroll

SHORTEST_SECONDS = 30
"""A session with less left than this is over."""

EXPECTED = ("start", "next-week", "pause", "resume", "level-chosen", "drill-out", "limiters")
"""Decisions that a runner made or expects, so that they don't explain a day."""

TITLES: dict[SessionType, str] = {"daily": "Home session", "pre-run": "Warm-up", "lean-lab": "Lean lab"}
"""What sessions are called, whatever their routine."""


@dataclass(frozen=True)
class Today:
    """What the coach suggests on a day, and why.

    `routine` is the id of a routine, or the name or file of the session to continue; None if every drill there is
    hurts. `seconds` is how long it takes, or what is left of it. `week` of `weeks` and `day` of `days` say where it
    stands in a plan, all from 1; None without one, and `weeks` None in a plan without end. `minutes` are the lengths it
    can be fitted to. `limiter` is what it works on first, `key_drill` the drill that is drawn. `is_checkup_due` says
    whether to measure first.
    """

    kind: TodayKind
    routine: str | None
    title: str
    seconds: Fraction | None
    week: int | None
    weeks: int | None
    day: int | None
    days: int | None
    why: str
    minutes: tuple[int, ...]
    limiter: Limiter | None
    key_drill: str | None
    is_checkup_due: bool = False


class _Known(NamedTuple):
    """What a suggestion follows from."""

    content: DiaryContent
    material: Material
    now: Moment
    day: DaySoFar
    state: PlanState | None


def today(content: DiaryContent, material: Material, now: Moment) -> Today:
    """Return what suits a training day; there is always something."""
    content = until(content, now)
    day, state = day_so_far(content.sessions, now, material.kind_of), plan_state(content, material, now)
    known = _Known(content, material, now, day, state)
    found = (_suggested(choice, known) for choice in _choices(known))
    chosen = _interrupted(known) or next(filter(None, found), _nothing(known))
    return replace(chosen, is_checkup_due=chosen.kind != "continue" and _is_checkup_due(known))


def _choices(known: _Known) -> Iterator[Choice]:
    """Yield what suits, the best first."""
    if known.state:
        yield from plan_choices(known.state, known.day)
        return
    sessions = known.content.sessions
    if not (any(each.was_begun for each in sessions) or known.content.assessments or known.content.bad_rows):
        yield Choice("first", TOUR, "Get to know it, then take the five-minute check-up.")
    yield from free_choices(known.day, is_beginner(sessions))


def _interrupted(known: _Known) -> Today | None:
    """Return the session to continue: one of today that doesn't count yet, and whose routine still exists."""
    latest = interrupted_session(known.content.sessions)
    if latest is None or latest.source is None or not is_today(latest.last, known.now) or counts(latest):
        return None
    left = Fraction(latest.planned_seconds) - Fraction(latest.place_seconds or 0)
    if left < SHORTEST_SECONDS or known.material.kind_of(latest.source) is None:
        return None
    title = TITLES.get(latest.kind or "any", latest.title)
    return Today("continue", latest.source, title, left, None, None, None, None, "You began it today.", (), None, None)


def _suggested(choice: Choice, known: _Known) -> Today | None:
    """Return a choice with all that is shown of it; None where its routine is gone, or every drill in it hurt."""
    if known.material.kind_of(choice.routine) is None:
        return None
    slot, state = choice.slot, known.state
    routine, seconds = _suited(choice, known)
    drills = _drills_in(routine, known)
    if not drills:
        return None
    limiter = state.limiters[0] if state and state.limiters and routine.kind == "daily" and slot else None
    return Today(
        kind=choice.kind,
        routine=choice.routine,
        title=TITLES.get(routine.kind, routine.title),
        seconds=seconds,
        week=state.week_number if state else None,
        weeks=len(state.plan.weeks) if state and not state.plan.repeats else None,
        day=slot.number if slot else None,
        days=slot.of if slot else None,
        why=_why(choice, limiter, known),
        minutes=_minutes(choice, known),
        limiter=limiter,
        key_drill=_key_drill(drills, routine.kind, limiter),
    )


def _suited(choice: Choice, known: _Known) -> tuple[Routine, Fraction]:
    """Return the routine of a choice as it is done now, and how long it takes."""
    if known.state is None:
        routine = known.material.routine(choice.routine)
        return routine, routine_seconds(routine)
    suited = prescribe(known.state, known.material, known.content, known.now, choice.routine, choice.fit)
    return suited.routine, suited.seconds


def _minutes(choice: Choice, known: _Known) -> tuple[int, ...]:
    """Return the lengths in minutes that a choice is offered in."""
    return offered_minutes(_suited(choice._replace(fit=None), known)[0], known.material.rules)


def _why(choice: Choice, limiter: Limiter | None, known: _Known) -> str:
    """Return why, in a sentence: what the coach decided today, else what holds the runner back."""
    if choice.kind != "plan" or known.state is None:
        return choice.why
    decisions = known.state.decisions
    decided = [each.text for each in decisions if each.day == known.now.day and each.rule not in EXPECTED]
    if decided:
        return decided[-1]
    report = limiter_report(known.content.assessments, known.material) if limiter else ()
    return next((f"{limiter_reason(each, known.material)}." for each in report if each.limiter == limiter), choice.why)


def _drills_in(routine: Routine, known: _Known) -> list[Drill]:
    """Return the drills of a routine that don't stay out because they hurt."""
    out = {each.drill for each in drills_out(known.content.sessions, known.now, routine.id)}
    return [drill for name, drill in routine.named_drills().items() if name not in out]


def _key_drill(drills: list[Drill], kind: SessionType, limiter: Limiter | None) -> str | None:
    """Return the drill that stands for a session: the first for the limiter, the first lean around a run, or any."""
    named = [drill for drill in drills if drill.drill]
    first = [drill for drill in named if limiter and limiter in drill.helps]
    leans = [drill for drill in named if kind in ("pre-run", "lean-lab") and drill.goal == "lean-skill"]
    others = [drill for drill in named if drill.goal not in ("raise", "rest", "transition")]
    return next((drill.drill for drill in (*first, *leans, *others, *named)), None)


def _is_checkup_due(known: _Known) -> bool:
    """Return whether the runner should measure: two weeks after the last time, before anything is done that day."""
    is_paused = known.state is not None and known.state.is_paused
    if is_paused or known.day.kinds or not (known.state or known.content.sessions):
        return False
    limiters = known.material.limiters
    asked = (each.at.day for each in known.content.assessments if each.assessment not in limiters.apart)
    latest = max(asked, default=None)
    return latest is None or known.now.day - latest >= timedelta(days=limiters.repeat_days)


def _nothing(known: _Known) -> Today:
    """Return a day of rest, where every drill that could be suggested hurt lately."""
    why = "Every drill in today's routines hurt lately. Rest until it no longer hurts."
    return Today("rest", None, "Rest", None, None, None, None, None, why, (), None, None)


def routine_seconds(routine: Routine) -> Fraction:
    """Return how long a routine takes as it is written, without its waits."""
    return Fraction(place_passages(unroll(routine, "left"))[-1].end, RATE)
