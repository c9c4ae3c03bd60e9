"""Gaps that a form of a routine needs longer than written: for a body between new neighbours, and for what is said."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from leanbreath.routine.model import BothSides, DrillStep, Move, Repeat, Rest, Step
from leanbreath.score.lead_in import gap_text, lead_in
from leanbreath.score.passage import Passage, PassageKind
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.position_change import change_seconds
from leanbreath.score.score import RATE
from leanbreath.score.speech_pace import estimated_frames

SET_REST = 5
"""How many seconds lie between two sets of a drill, at least."""

Pair = tuple[str | None, str]
"""The steps of two drills that follow each other; None before the first."""


class Gap(NamedTuple):
    """What lies between two bouts of work: the passages from an index on, up to that of the work they lead to."""

    start: int
    end: int

    def pair(self, passages: Sequence[Passage]) -> Pair:
        """Return the steps of the work before and after it."""
        return (passages[self.start - 1].step if self.start else None), passages[self.end].step


class Need(NamedTuple):
    """How much longer a gap of a step has to be: the step's number, and the kind of the gap."""

    step: str
    kind: PassageKind
    seconds: Fraction


def gaps(passages: Sequence[Passage]) -> Iterator[Gap]:
    """Yield what lies before each bout of work."""
    start = 0
    for index, passage in enumerate(passages):
        if passage.kind == "work":
            yield Gap(start, index)
            start = index + 1


def pairs(passages: Sequence[Passage]) -> frozenset[Pair]:
    """Return the steps whose work follows each other."""
    return frozenset(gap.pair(passages) for gap in gaps(passages))


def short_gaps(passages: Sequence[Passage], known: Collection[Pair], changed: Collection[str]) -> Iterator[Need]:
    """Yield where a gap is too short, given the pairs that are as written, and the steps in another dose.

    Between new neighbours it is as long as the body needs; its words fit wherever the written ones did.
    """
    for gap in gaps(passages):
        pair = gap.pair(passages)
        if pair not in known or pair[1] in changed:
            yield from _needs(passages, gap, pair not in known)


def _needs(passages: Sequence[Passage], gap: Gap, is_new: bool) -> Iterator[Need]:
    between, work = passages[gap.start : gap.end], passages[gap.end]
    if any(each.kind == "wait" for each in between):
        return
    body = Fraction(_body_seconds(passages[gap.start - 1], work)) if is_new and gap.start else Fraction(0)
    lacks = body - sum((each.seconds for each in between), Fraction(0))
    words = sum(estimated_frames(forms[0]) for forms in lead_in(passages, gap.end, ENGLISH))
    if between:
        last = between[-1]
        spoken = Fraction(estimated_frames(gap_text(last, ENGLISH) or "") + words, RATE)
        lacks = max(lacks, spoken - last.seconds)
    elif gap.start and _needs_gap(passages[gap.start - 1], work, words):
        lacks = max(lacks, Fraction(words, RATE))
    if lacks > 0 and between:
        yield Need(between[-1].step, between[-1].kind, Fraction(ceil(lacks)))
    elif lacks > 0:
        is_switch = _is_same_step(passages[gap.start - 1], work)
        yield Need(work.step, "switch" if is_switch else "ready", Fraction(ceil(lacks)))


def _body_seconds(before: Passage, after: Passage) -> int:
    is_set = (before.step, before.side) == (after.step, after.side)
    return max(change_seconds(before, after), SET_REST if is_set else 0)


def _is_same_step(before: Passage, work: Passage) -> bool:
    return (before.step, before.rounds, before.turn) == (work.step, work.rounds, work.turn)


def _needs_gap(before: Passage, work: Passage, words: int) -> bool:
    """Return whether what leads into work can't be said while the work before it ends."""
    is_next_set = _is_same_step(before, work) and before.side == work.side
    return not is_next_set and (bool(work.postures) or before.is_open or Fraction(words, RATE) > before.seconds)


def longer_gap(step: Step, need: Need) -> Step:
    """Return the step that a gap belongs to, with more time in that gap."""
    _, kind, seconds = need
    match step:
        case DrillStep() if kind == "ready":
            return replace(step, ready=step.ready + seconds)
        case DrillStep() if kind == "switch":
            return replace(step, switch=step.switch + seconds)
        case DrillStep() if isinstance(step.rest, Fraction):
            return replace(step, rest=step.rest + seconds)
        case Move() | Rest():
            return step._replace(seconds=step.seconds + seconds)
        case BothSides():
            return step._replace(switch=step.switch + seconds)
        case Repeat() if step.every is None and isinstance(step.rest, Fraction):
            return step._replace(rest=step.rest + seconds)
    return step
