"""LB030 to LB034: how a routine of its kind begins and ends, and how long it takes."""

from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.score.time_format import format_length

LENGTHS = {"pre-run": "LB032", "daily": "LB033"}


def pulse_raise(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB030 if a pre-run routine raises the pulse for too little time."""
    if placed.routine.kind != "pre-run":
        return
    raised = [bout for bout in placed.bouts if bout.drill.goal == "raise"]
    total, least = sum((bout.seconds for bout in raised), Fraction(0)), rules["LB030"].limit("least")
    if total < least:
        here = f"here it's {format_length(total)}" if total else "here nothing does"
        message = f"before a run, raise the pulse for at least {format_length(least)}; {here}"
        fix = f"start with {{drill: march, time: {length_text(least)}}}"
        yield Finding("LB030", message, fix, tuple(bout.path for bout in raised), () if raised else ("for",))


def static_ending(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB031 if the last drill of a pre-run routine is neither dynamic nor a lean drill."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = placed.bouts[-1]
    if not _is_lively(last):
        message = f"before a run, finish with a dynamic or a lean drill; {last.name} is neither"
        yield Finding("LB031", message, "move it earlier, or add a dynamic or a lean drill after it", (last.path,))


def _is_lively(bout: Bout) -> bool:
    return bout.drill.goal in ("lean-skill", "mobility-dynamic", "raise") or bout.drill.stretch == "dynamic"


def total_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB032 or LB033 if a routine is too short or too long for its kind."""
    id = LENGTHS.get(placed.routine.kind)
    if id is None:
        return
    total, shortest, longest = seconds(placed.total), rules[id].limit("shortest"), rules[id].limit("longest")
    if not shortest <= total <= longest:
        bounds = f"{format_length(shortest)} to {format_length(longest)}"
        message = f"a {placed.routine.kind} routine takes {bounds}; this one takes {format_length(total)}"
        yield Finding(id, message, "lengthen it" if total < shortest else "shorten it", key=("for",))


def missing_lean_drill(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB034 if no lean drill follows the mobility work."""
    after = False
    for bout in reversed(placed.bouts):
        after = after or bout.drill.goal == "lean-skill"
        if bout.drill.goal in ("mobility-static", "mobility-dynamic") or bout.drill.stretch == "static":
            if not after:
                message = "follow mobility work with a lean drill; none comes after this"
                yield Finding("LB034", message, "end with one, such as {drill: micro-ankle-lean}", (bout.path,))
            return
