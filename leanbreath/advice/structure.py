"""LB030 to LB034: what a session of its kind begins with, ends with, and how long it takes."""

from collections.abc import Iterator

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules

LENGTHS = {"pre-run": "LB032", "daily": "LB033"}


def pulse_raise(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB030: a pre-run routine without a minute that raises the pulse."""
    if placed.routine.kind != "pre-run":
        return
    raised = [bout for bout in placed.bouts if bout.drill.goal == "raise"]
    total, least = seconds(sum(bout.end - bout.start for bout in raised)), rules["LB030"].limit("least")
    if total < least:
        has = f"only {long(total)}" if total else "nothing"
        message = f"{has} in it raises the pulse; before a run it should be {long(least)}"
        fix = f"begin with {{drill: march, time: {long(least)}}}"
        yield Finding("LB030", message, fix, tuple(bout.path for bout in raised), () if raised else ("for",))


def static_ending(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB031: a pre-run routine whose last drill is neither dynamic nor a lean drill."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = placed.bouts[-1]
    if not _lively(last):
        message = f"it ends with {last.name}, which is neither dynamic nor a lean drill"
        yield Finding("LB031", message, "let a dynamic or a lean drill be the last", (last.path,))


def _lively(bout: Bout) -> bool:
    return bout.drill.goal in ("lean-skill", "mobility-dynamic", "raise") or bout.drill.stretch == "dynamic"


def total_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB032, LB033: too short or too long for its kind."""
    id = LENGTHS.get(placed.routine.kind)
    if id is None:
        return
    total, shortest, longest = seconds(placed.total), rules[id].limit("shortest"), rules[id].limit("longest")
    if not shortest <= total <= longest:
        message = f"a {placed.routine.kind} routine takes {long(shortest)} to {long(longest)}; this one {long(total)}"
        yield Finding(id, message, "add to it" if total < shortest else "take from it", key=("for",))


def missing_lean_drill(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB034: mobility that no lean drill follows."""
    after = False
    for bout in reversed(placed.bouts):
        after = after or bout.drill.goal == "lean-skill"
        if bout.drill.goal in ("mobility-static", "mobility-dynamic") or bout.drill.stretch == "static":
            if not after:
                message = "no lean drill follows this mobility"
                yield Finding("LB034", message, "end with one, such as {drill: micro-ankle-lean}", (bout.path,))
            return
