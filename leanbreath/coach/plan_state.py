"""Where a runner stands in a training plan on a day, as it follows from the events in the diary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.routine.plan import Plan, Week
from leanbreath.routine.vocabulary import Limiter, SessionType

DecisionRule = Literal[
    "start",
    "next-week",
    "week-again",
    "doses-held",
    "plan-over",
    "plan-gone",
    "level-up",
    "level-chosen",
    "step-down",
    "missed-step-back",
    "missed-restart",
    "pause",
    "resume",
    "drill-out",
    "drill-back",
    "drill-stays-out",
    "limiters",
]
"""The rules by which the coach decides; their ids are stable."""


class Decision(NamedTuple):
    """What the coach decided on a training day by a rule, in one line."""

    day: date
    rule: DecisionRule
    text: str


class Slot(NamedTuple):
    """One session that a plan week asks for: number `number` of the `of` sessions of its kind.

    `due` is the latest day on which it is kept, `done` the day on which it was filled, None if it is open.
    """

    kind: SessionType
    routine: str
    fit: Fraction | None
    number: int
    of: int
    due: date
    done: date | None


@dataclass(frozen=True)
class PlanState:
    """Where a runner stands in a plan on a day.

    `week_number` counts from 1, `week` is as the plan has it, `dose` has the doses that hold now: held, one step down,
    or the week's own. `levels` maps drills to their level, from 1. `limiters` are the two main ones, most important
    first, `out` the drills that stay out because they hurt, `slots` the sessions of this week. `missed_days` are whole
    training days since the last session that counted. `decisions` are all of them, in order of days.

    `past_slots` are those of all weeks before this one as far as they fell due, of earlier plans too; `paused_days` are
    the training days of every pause, and dates lost at the date line. Both are for the streak.
    """

    plan: Plan
    started: date
    week_number: int
    week: Week
    week_started: date
    is_repeated: bool
    is_paused: bool
    levels: Mapping[str, int]
    dose: Week
    limiters: tuple[Limiter, ...]
    out: tuple[str, ...]
    slots: tuple[Slot, ...]
    missed_days: int
    decisions: tuple[Decision, ...]
    past_slots: tuple[Slot, ...] = ()
    paused_days: frozenset[date] = frozenset()

    @property
    def all_slots(self) -> tuple[Slot, ...]:
        """The slots of every week so far, and those of this one."""
        return (*self.past_slots, *self.slots)
