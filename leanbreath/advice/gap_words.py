"""LB026: gaps that are too short for what is said in them: their own words, what comes, and how to get into place."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.score.compose import place_passages
from leanbreath.score.lead_in import gap_text, lead_in
from leanbreath.score.passage import Passage, PassageKind
from leanbreath.score.phrases import ENGLISH
from leanbreath.score.score import RATE
from leanbreath.score.speech_pace import estimated_frames
from leanbreath.score.time_format import format_length
from leanbreath.score.unroll import unroll

KEYS: dict[PassageKind, str] = {"ready": "ready", "move": "time", "rest": "rest", "switch": "switch"}
"""The key that gives the length of each kind of gap."""


class Gap(NamedTuple):
    """A gap, or the place for one: the step and the key that give its length, how long it is, and what is said in it.

    Lengths are in frames; `leads_to` is the step of the work that it leads to, if any.
    """

    step: str
    key: str
    lasts: int
    needs: int
    text: str
    leads_to: str | None


def short_gaps(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB026 once for each gap of a step that is too short for its words, where it lacks most."""
    worst: dict[tuple[str, str], Gap] = {}
    for gap in _gaps(placed):
        known = worst.get((gap.step, gap.key))
        lacks_more = known is None or gap.needs - gap.lasts > known.needs - known.lasts
        if gap.lasts < gap.needs and lacks_more and placed.is_own(gap.step):
            worst[gap.step, gap.key] = gap
    yield from map(_finding, worst.values())


def _finding(gap: Gap) -> Finding:
    needs = Fraction(ceil(seconds(gap.needs)))
    here = f"here it's {format_length(seconds(gap.lasts))}" if gap.lasts else "here there's no time"
    what = "saying what comes, and how to get into place," if gap.leads_to else f'"{gap.text}"'
    steps = (gap.step, gap.leads_to) if gap.leads_to else (gap.step,)
    fix = f"write {gap.key}: {length_text(needs)}"
    return Finding("LB026", f"{what} needs {format_length(needs)}; {here}", fix, steps, (gap.key,))


def _gaps(placed: PlacedRoutine) -> Iterator[Gap]:
    """Yield each gap, with either side first where sessions alternate, and each place without a gap that needs one."""
    yield from _gaps_between(tuple(each.passage for each in placed.passages))
    if any(each.step.first_side == "alternate" for each in placed.steps.values()):
        yield from _gaps_between(unroll(placed.routine, "right"))


def _gaps_between(passages: tuple[Passage, ...]) -> Iterator[Gap]:
    spans = {each.index: each.end - each.start for each in place_passages(passages)}
    for index, (passage, following) in enumerate(pairwise(passages)):
        leads_to = following.step if following.kind == "work" else None
        words = sum(estimated_frames(each[0]) for each in lead_in(passages, index + 1, ENGLISH)) if leads_to else 0
        if passage.kind in KEYS:
            text = gap_text(passage, ENGLISH) or ""
            needs, lasts = estimated_frames(text) + words, spans[index]
            if passage.interval is not None:
                yield _interval(passage, lasts, needs, text, leads_to)
            else:
                yield Gap(passage.step, KEYS[passage.kind], lasts, needs, text, leads_to)
        elif leads_to and _lacks_gap(passage, following, words > spans[index]):
            key = "switch" if _is_other_side(passage, following) else "ready"
            yield Gap(following.step, key, 0, words, "", leads_to)


def _interval(rest: Passage, lasts: int, needs: int, text: str, leads_to: str | None) -> Gap:
    """Return the gap that is left of an interval: to make it longer, the interval must be."""
    assert rest.interval is not None
    whole = int(rest.interval * RATE)
    return Gap(rest.step, "every", whole, whole + needs - lasts, text, leads_to)


def _lacks_gap(before: Passage, work: Passage, is_too_short: bool) -> bool:
    """Return whether work needs a gap but has none.

    It doesn't if the words fit into the tail of the work before, unless they say how to get into place. Between two
    sets LB063 asks for a rest.
    """
    is_next_set = _is_same_occasion(before, work) and before.side == work.side
    has_no_tail = before.is_open or is_too_short
    return before.kind == "work" and not is_next_set and (bool(work.postures) or has_no_tail)


def _is_other_side(before: Passage, work: Passage) -> bool:
    return _is_same_occasion(before, work) and before.side != work.side


def _is_same_occasion(one: Passage, two: Passage) -> bool:
    return (one.step, one.drill, one.rounds, one.turn) == (two.step, two.drill, two.rounds, two.turn)
