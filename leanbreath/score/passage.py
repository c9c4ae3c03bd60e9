"""Passages: a routine unrolled into what follows what, each with its exact length, before any frame is counted."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from leanbreath.routine.model import AuthorCue
from leanbreath.routine.vocabulary import Side
from leanbreath.routine.work import Work

PassageKind = Literal["work", "ready", "move", "switch", "rest", "wait"]


class Passage(NamedTuple):
    """One set of one side of a drill, or a gap between such.

    `added` is work the runner asked for during the session; `feet` is the side on which alternating work begins;
    `setup` tells how to get into place for it.
    """

    kind: PassageKind
    step: str
    title: str
    drill: str | None = None
    gap: Fraction = Fraction(0)
    work: Work | None = None
    added: tuple[Work, ...] = ()
    side: Side | None = None
    feet: Side | None = None
    set: int = 1
    sets: int = 1
    say: str | None = None
    cues: tuple[AuthorCue, ...] = ()
    setup: tuple[str, ...] = ()

    @property
    def works(self) -> Iterator[Work]:
        """The work of this passage, then what was added to it."""
        if self.work is not None:
            yield self.work
        yield from self.added

    @property
    def seconds(self) -> Fraction:
        """The exact length."""
        return self.gap + sum((work.seconds for work in self.works), Fraction(0))
