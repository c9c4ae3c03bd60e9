"""Training plans: the sessions of each week, and how much of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leanbreath.routine.field_types import Id, PositiveLength, RuleId, WholeNumber
from leanbreath.routine.vocabulary import Muscle
from leanbreath.routine.work.breath import ShortPattern

Phase = Literal["ramp", "build", "lighter", "maintain"]


@dataclass(frozen=True, kw_only=True)
class Sessions:
    """A routine to do several times a week, fitted to a length."""

    routine: Id
    times: WholeNumber
    fit: PositiveLength | None = None


@dataclass(frozen=True, kw_only=True)
class Before:
    """The routine before a run, fitted to a length."""

    routine: Id
    fit: PositiveLength | None = None


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: its sessions and their doses; `lean` gives the highest level of each lean drill, from 1."""

    phase: Phase
    sessions: tuple[Sessions, ...]
    hold: PositiveLength | None = None
    sets: WholeNumber | None = None
    reps: WholeNumber | None = None
    breath: ShortPattern | None = None
    lean: dict[Id, WholeNumber] | None = None
    before_runs: Id | Before | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Weeks in order, once or repeatedly; `before_runs` is the routine before every run.

    `targets` are the muscles to lengthen; if empty, those that its build weeks stretch.
    """

    plan: Id = ""  # required; the reader reports it with the file name as the fix
    title: str
    about: str = ""
    beginner: bool = False
    repeats: bool = False
    targets: tuple[Muscle, ...] = ()
    before_runs: Id | Before | None = None
    weeks: tuple[Week, ...]
    allow: tuple[RuleId, ...] = ()
    because: str = ""

    def names(self) -> Iterator[str]:
        """Yield the id of every routine and drill, as often as it is named."""
        for before in (self.before_runs, *(week.before_runs for week in self.weeks)):
            if before:
                yield before.routine if isinstance(before, Before) else before
        for week in self.weeks:
            yield from (sessions.routine for sessions in week.sessions)
            yield from week.lean or ()
