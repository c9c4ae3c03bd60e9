"""LB005, LB006 and LB063: both sides the same, and a rest between sets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.vocabulary import Side


@dataclass
class _Tally:
    name: str
    nature: str
    frames: dict[Side, int] = field(default_factory=lambda: {"left": 0, "right": 0})
    reps: dict[Side, int] = field(default_factory=lambda: {"left": 0, "right": 0})
    steps: list[str] = field(default_factory=list)


def unequal_sides(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB005, LB006: a drill that one side gets more of, or that one side does not get at all."""
    for tally in _tallies(placed).values():
        left, right = tally.frames["left"], tally.frames["right"]
        steps = (tally.steps[-1], *tally.steps) if tally.steps else ()
        if left and right and left != right:
            message = f"{tally.name} is done for {_dose(tally, 'left')} left and {_dose(tally, 'right')} right"
            yield Finding("LB005", message, "give both sides the same", steps)
        elif bool(left) != bool(right) and tally.nature == "each":
            done, missing = ("left", "right") if left else ("right", "left")
            message = f"{tally.name} is done {done} only, and is meant for each side"
            yield Finding("LB006", message, f"do it {missing} as well, with sides: each", steps)


def _dose(tally: _Tally, side: Side) -> str:
    reps = tally.reps[side]
    return f"{reps} rep{'' if reps == 1 else 's'}" if reps else long(seconds(tally.frames[side]))


def _tallies(placed: PlacedRoutine) -> dict[str, _Tally]:
    """Return what each drill comes to on each side; steps of a cadence are no dose of a side."""
    tallies: dict[str, _Tally] = {}
    for bout in placed.bouts:
        span = bout.span
        if span.parts[0].kind == "beat" or not (bout.side or span.parts[0].side):
            continue
        tally = tallies.setdefault(bout.name, _Tally(bout.name, bout.drill.sides))
        if bout.path not in tally.steps:
            tally.steps.append(bout.path)
        before = None
        for part, (start, end) in zip(span.parts, pairwise(span.edges), strict=True):
            side = bout.side or part.side or "left"
            tally.frames[side] += end - start
            tally.reps[side] += part.kind == "rep" and part.rep != before
            before = part.rep
    return tallies


def missing_rest(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB063: sets of one step that follow each other without a rest."""
    least = rules["LB063"].limit("least")
    seen: set[str] = set()
    for before, after in pairwise(placed.bouts):
        gap = seconds(after.start - before.end)
        if _sets(before, after) and gap < least and after.path not in seen:
            seen.add(after.path)
            between = f"only {long(gap)}" if gap else "no"
            message = f"there is {between} rest between sets of {after.name}; it should be {long(least)} or more"
            yield Finding("LB063", message, f"add rest: {long(least)}", (after.path,), ("sets",))


def _sets(before: Bout, after: Bout) -> bool:
    return before.path == after.path and before.side == after.side and before.doing.sets > 1
