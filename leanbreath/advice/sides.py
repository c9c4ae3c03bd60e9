"""LB005, LB006 and LB063: the same dose on both sides, and a rest between sets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from leanbreath.advice.finding import Finding, length_in_words
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.notation import length_text
from leanbreath.routine.vocabulary import Side


@dataclass
class _Tally:
    name: str
    nature: str
    frames: dict[Side, int] = field(default_factory=lambda: {"left": 0, "right": 0})
    reps: dict[Side, int] = field(default_factory=lambda: {"left": 0, "right": 0})
    steps: list[str] = field(default_factory=list)


def unequal_sides(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB005 or LB006 if one side gets more of a drill than the other, or all of it."""
    for tally in _tallies(placed).values():
        left, right = tally.frames["left"], tally.frames["right"]
        steps = (tally.steps[-1], *tally.steps) if tally.steps else ()
        if left and right and left != right:
            doses = f"{_dose(tally, 'left')} left and {_dose(tally, 'right')} right"
            yield Finding("LB005", f"give both sides the same dose; {tally.name} has {doses}", "make them equal", steps)
        elif bool(left) != bool(right) and tally.nature == "each":
            done, missing = ("left", "right") if left else ("right", "left")
            message = f"{tally.name} is for both sides; here it's done on the {done} only"
            yield Finding("LB006", message, f"do it on the {missing} too, with sides: each", steps)


def _dose(tally: _Tally, side: Side) -> str:
    reps = tally.reps[side]
    return f"{reps} rep{'' if reps == 1 else 's'}" if reps else length_in_words(seconds(tally.frames[side]))


def _tallies(placed: PlacedRoutine) -> dict[str, _Tally]:
    """Return the dose of each drill on each side, by name; the steps of a cadence belong to no side."""
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
    """Yield LB063 where the sets of a step follow each other without a rest."""
    least = rules["LB063"].limit("least")
    seen: set[str] = set()
    for before, after in pairwise(placed.bouts):
        gap = seconds(after.start - before.end)
        if _sets(before, after) and gap < least and after.path not in seen:
            seen.add(after.path)
            here = f"here it's {length_in_words(gap)}" if gap else "here there's no rest"
            message = f"rest for at least {length_in_words(least)} between sets of {after.name}; {here}"
            yield Finding("LB063", message, f"add rest: {length_text(least)}", (after.path,), ("sets",))


def _sets(before: Bout, after: Bout) -> bool:
    return before.path == after.path and before.side == after.side and before.doing.sets > 1
