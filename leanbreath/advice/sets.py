"""LB063: a rest between the sets of a drill."""

from collections.abc import Iterator
from itertools import pairwise

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.score.time_format import format_length


def missing_rest(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB063 where the sets of a step follow each other without a rest or a wait."""
    least = rules["LB063"].limit("least")
    seen: set[str] = set()
    for before, after in pairwise(placed.bouts):
        rest = seconds(after.start - before.end)
        waits = any(passage.kind == "wait" for passage in placed.between(before, after))
        if _are_sets(before, after) and not waits and rest < least and after.path not in seen:
            seen.add(after.path)
            here = f"here it's {format_length(rest)}" if rest else "here there's no rest"
            message = f"rest for at least {format_length(least)} between sets of {after.name}; {here}"
            yield Finding("LB063", message, f"add rest: {length_text(least)}", (after.path,), ("sets",))


def _are_sets(before: Bout, after: Bout) -> bool:
    """Return whether two bouts are sets of the same step on the same side."""
    return before.path == after.path and before.side == after.side and before.step.sets > 1
