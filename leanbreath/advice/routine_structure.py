"""LB030 to LB034: how a routine of its kind begins and ends, and how long it takes."""

from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.score.time_format import format_length

LENGTHS = {"pre-run": "LB032", "daily": "LB033"}
"""The rule about the length of each kind of routine that has one of its own."""

RUNNERS_SESSIONS = ("pre-run", "daily", "lean-lab")
"""Kinds of routines that should change how a runner runs."""


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
    """Yield LB031 if the last drill of a pre-run routine, before the walk-out, is neither dynamic nor a lean drill."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = _last_before_walk_out(placed.bouts, rules["LB031"].limit("walk-out"))
    if not _is_lively(last):
        message = f"before a run, finish with a dynamic or a lean drill; {last.name} is neither"
        yield Finding("LB031", message, "move it earlier, or add a dynamic or a lean drill after it", (last.path,))


def _last_before_walk_out(bouts: tuple[Bout, ...], longest: Fraction) -> Bout:
    """Return the last bout before a walk of at most `longest` seconds; if all of it is a walk, the last."""
    walked = Fraction(0)
    for bout in reversed(bouts):
        walked += bout.seconds
        if bout.drill.position != "walk" or walked > longest:
            return bout
    return bouts[-1]


def _is_lively(bout: Bout) -> bool:
    return bout.drill.goal in ("lean-skill", "mobility-dynamic", "raise") or bout.drill.stretch == "dynamic"


def total_time(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB032 or LB033 if a routine is too short or too long for its kind, or LB069 if it is for any."""
    id, total = LENGTHS.get(placed.routine.kind), seconds(placed.total)
    if id is None:
        if total > (most := rules["LB069"].limit("longest")):
            message = f"a routine takes at most {format_length(most)}; this one takes {format_length(total)}"
            yield Finding("LB069", message, "look for a length or a count that is too large", key=("title",))
        return
    shortest, longest = rules[id].limit("shortest"), rules[id].limit("longest")
    if not shortest <= total <= longest:
        bounds = f"{format_length(shortest)} to {format_length(longest)}"
        message = f"a {placed.routine.kind} routine takes {bounds}; this one takes {format_length(total)}"
        yield Finding(id, message, "lengthen it" if total < shortest else "shorten it", key=("for",))


def missing_lean_drill(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB034 if no lean drill follows the mobility work of a session that should change the running form."""
    after = placed.routine.kind not in RUNNERS_SESSIONS
    for bout in reversed(placed.bouts):
        after = after or bout.drill.goal == "lean-skill"
        if bout.drill.goal in ("mobility-static", "mobility-dynamic") or bout.drill.stretch == "static":
            if not after:
                message = "follow mobility work with a lean drill; none comes after this"
                yield Finding("LB034", message, "end with one, such as {drill: micro-ankle-lean}", (bout.path,))
            return
