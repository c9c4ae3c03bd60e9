"""What an author means by a plan: which sessions a week holds, and how much of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leanbreath.routine.model import Id, RuleId, Span, Whole
from leanbreath.routine.work.breath import ShortPattern

Phase = Literal["ramp", "build", "lighter"]


@dataclass(frozen=True, kw_only=True)
class Sessions:
    """A routine that is done some times in a week, fitted to a length."""

    routine: Id
    times: Whole
    fit: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: its sessions, and the doses that hold in them."""

    phase: Phase
    sessions: tuple[Sessions, ...]
    hold: Span | None = None
    sets: Whole | None = None
    reps: Whole | None = None
    breath: ShortPattern | None = None
    lean: tuple[Id, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Weeks in order; `before_runs` is the routine that precedes every run."""

    plan: Id = ""  # the reader asks for it, with the name of the file as the cure
    title: str
    about: str = ""
    beginner: bool = False
    before_runs: Id | None = None
    weeks: tuple[Week, ...]
    allow: tuple[RuleId, ...] = ()
    because: str = ""

    def names(self) -> Iterator[str]:
        """Yield the id of each routine and drill, each time it is named."""
        if self.before_runs:
            yield self.before_runs
        for week in self.weeks:
            yield from (sessions.routine for sessions in week.sessions)
            yield from week.lean
