"""The kinds of work a drill can be made of; a new kind is one file here, one in `score/work`, and its lines below."""

from dataclasses import dataclass
from functools import cached_property

from leanbreath.routine.work.breath import Breath, Pattern
from leanbreath.routine.work.cadence import Cadence
from leanbreath.routine.work.hold import Hold
from leanbreath.routine.work.reps import Reps
from leanbreath.routine.work.time import Time

Work = Breath | Hold | Reps | Cadence | Time

KINDS: dict[str, type[Work]] = {kind.kind: kind for kind in (Breath, Hold, Reps, Cadence, Time)}


@dataclass(frozen=True, kw_only=True)
class Dose:
    """The keys that say how much: one of them in a drill, at most one in a step that changes it."""

    breath: Breath | None = None
    hold: Hold | None = None
    reps: Reps | None = None
    cadence: Cadence | None = None
    time: Time | None = None

    @cached_property
    def work(self) -> Work | None:
        """The work that is given, if any."""
        return next(iter(self.works), None)

    @property
    def works(self) -> tuple[Work, ...]:
        """Every work that is given; more than one is a mistake."""
        each = (self.breath, self.hold, self.reps, self.cadence, self.time)
        return tuple(work for work in each if work is not None)


__all__ = ["KINDS", "Breath", "Cadence", "Dose", "Hold", "Pattern", "Reps", "Time", "Work"]
