"""What an author means by a plan: which sessions a week holds, and how much of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leanbreath.routine.model import Id, PositiveLength, RuleId, WholeNumber
from leanbreath.routine.vocabulary import Muscle
from leanbreath.routine.work.breath import ShortPattern

Phase = Literal["ramp", "build", "lighter", "maintain"]


@dataclass(frozen=True, kw_only=True)
class Sessions:
    """A routine that is done some times in a week, fitted to a length."""

    routine: Id
    times: WholeNumber
    fit: PositiveLength | None = None


@dataclass(frozen=True, kw_only=True)
class Before:
    """The routine that precedes a run, fitted to a length."""

    routine: Id
    fit: PositiveLength | None = None


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: its sessions, and the doses that hold in them; `lean` gives the level of each lean drill, from 1."""

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
    """Weeks in order, once or again and again; `before_runs` is the routine that precedes every run.

    `targets` are the muscles that it is to lengthen; where none is named, those that its build weeks stretch.
    """

    plan: Id = ""  # the reader asks for it, with the name of the file as the fix
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
        """Yield the id of each routine and drill, each time it is named."""
        for before in (self.before_runs, *(week.before_runs for week in self.weeks)):
            if before:
                yield before.routine if isinstance(before, Before) else before
        for week in self.weeks:
            yield from (sessions.routine for sessions in week.sessions)
            yield from week.lean or ()
