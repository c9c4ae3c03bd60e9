"""The kinds of work a drill can be made of: a new kind is a file here and its three lines below."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, get_args

from leanbreath.routine.basic_notations import Notation, NotationError
from leanbreath.routine.work.breath import Breath, Pattern
from leanbreath.routine.work.cadence import Cadence
from leanbreath.routine.work.hold import Hold
from leanbreath.routine.work.open_end import OpenWork, with_open_end
from leanbreath.routine.work.reps import Reps
from leanbreath.routine.work.time import Time

Work = Breath | Hold | Reps | Cadence | Time

KINDS: dict[str, type[Work]] = {kind.kind: kind for kind in get_args(Work)}
"""Each kind by the key an author writes."""


def _kind_name(text: str) -> str:
    if text not in KINDS:
        raise NotationError(f'"{text}" is not a kind of work', f"write one of {', '.join(KINDS)}")
    return text


KindName = Annotated[str, Notation(_kind_name, "a kind of work", "|".join(KINDS), tuple(KINDS))]


@dataclass(frozen=True, kw_only=True)
class Dose:
    """The keys that say how much: exactly one in a drill, at most one in a step that changes it."""

    breath: Breath | None = None
    hold: Hold | None = None
    reps: Reps | None = None
    cadence: Cadence | None = None
    time: Time | None = None

    @cached_property
    def work(self) -> Work | None:
        """The work given, if any."""
        return next(iter(self.works), None)

    @property
    def works(self) -> tuple[Work, ...]:
        """All work given; more than one is a mistake."""
        return tuple(work for kind in KINDS if (work := getattr(self, kind)) is not None)


def bounded_work(work: Work, least: Work | None, most: Work | None) -> Work:
    """Return a dose, or the least or most if it is shorter or longer than that; an open one gets no shorter."""
    if isinstance(work, OpenWork) and work.is_open:
        return with_open_end(work, most=most.seconds) if most and most.seconds < (work.most_seconds or 0) else work
    if least and work.seconds < least.seconds:
        return least
    return most if most and work.seconds > most.seconds else work


__all__ = [
    "KINDS",
    "Breath",
    "Cadence",
    "Dose",
    "Hold",
    "KindName",
    "OpenWork",
    "Pattern",
    "Reps",
    "Time",
    "Work",
    "bounded_work",
    "with_open_end",
]
