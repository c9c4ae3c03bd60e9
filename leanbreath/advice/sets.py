"""LB063: a rest between the sets of a drill, also where each set is a round of its own."""

from collections.abc import Iterator
from itertools import pairwise

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.score.time_format import format_length


def missing_rest(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB063 where the sets of a step, or rounds of nothing else, follow each other without a rest or a wait."""
    least = rules["LB063"].limit("least")
    seen: set[str] = set()
    for before, after in pairwise(placed.bouts):
        rest = seconds(after.start - before.end)
        waits = any(passage.kind == "wait" for passage in placed.between(before, after))
        if _are_sets(before, after) and not waits and rest < least and after.path not in seen:
            seen.add(after.path)
            here = f"here it's {format_length(rest)}" if rest else "here there's no rest"
            are_rounds = before.rounds != after.rounds
            sets = f"{'rounds' if are_rounds else 'sets'} of {after.name}"
            message = f"rest for at least {format_length(least)} between {sets}; {here}"
            fix = f"add rest: {length_text(least)}" + (', or lengthen "every"' if are_rounds else "")
            place = (*_repeats(before, after), after.path)
            yield Finding("LB063", message, fix, place, () if are_rounds else ("sets",))


def _repeats(before: Bout, after: Bout) -> Iterator[str]:
    """Yield the step of each repeat of which two bouts are in different rounds, the outermost first."""
    return (each.step for each, other in zip(after.rounds, before.rounds, strict=False) if each != other)


def _are_sets(before: Bout, after: Bout) -> bool:
    """Return whether two bouts that follow each other are of the same step on the same side."""
    return (before.path, before.side) == (after.path, after.side)
