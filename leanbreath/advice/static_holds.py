"""LB001 to LB004: static holds before a run, per muscle and side."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.vocabulary import Muscle, Side

BOTH: tuple[Side, Side] = ("left", "right")


def static_hold_totals(placed: PlacedRoutine) -> dict[Muscle, dict[Side, list[tuple[Bout, Fraction]]]]:
    """Return the static bouts of each muscle and side with the seconds of each; what has no side counts for both."""
    totals: dict[Muscle, dict[Side, list[tuple[Bout, Fraction]]]] = defaultdict(lambda: {"left": [], "right": []})
    for bout in placed.bouts:
        if bout.drill.stretch == "static":
            for muscle in bout.drill.targets:
                for side in (bout.side,) if bout.side else BOTH:
                    totals[muscle][side].append((bout, seconds(bout.end - bout.start)))
    return totals


def total_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB001, LB003: a minute or more of static holds for one muscle before a run."""
    if placed.routine.kind != "pre-run":
        return
    for muscle, sides in static_hold_totals(placed).items():
        if muscle in rules["LB001"].muscles:
            side = max(BOTH, key=lambda side: sum(seconds for _, seconds in sides[side]))
            yield from _muscle(muscle, sides[side], rules)


def _muscle(muscle: Muscle, bouts: list[tuple[Bout, Fraction]], rules: Rules) -> Iterator[Finding]:
    limit, total = rules["LB001"].limit("from"), Fraction(0)
    whole = sum((each for _, each in bouts), Fraction(0))
    steps = tuple(bout.path for bout, _ in bouts)
    bears = rules["LB003"]
    mild = bears.severity != "off" and muscle in bears.muscles and whole < bears.limit("below")
    for bout, each in bouts:
        total += each
        if total >= limit:
            message = f"before a run {muscle} is held for {long(whole)} a side in all; it should be below {long(limit)}"
            fix = "hold it shorter, in fewer sets, or after the run"
            yield Finding("LB001", message, fix, (bout.path, *steps), _dose(bout), "warning" if mild else None)
            if mild:
                message = f"{muscle} bears it below {long(bears.limit('below'))}: LB001 is only a warning here"
                yield Finding("LB003", message, "", (bout.path, *steps), _dose(bout))
            return


def single_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB002: a single long static hold before a run; each step once."""
    if placed.routine.kind != "pre-run":
        return
    longest = rules["LB002"].limit("longest")
    seen: set[str] = set()
    for bout in placed.bouts:
        held = seconds(bout.end - bout.start)
        if bout.drill.stretch == "static" and held > longest and bout.path not in seen:
            seen.add(bout.path)
            message = f"{bout.name} holds for {long(held)}; before a run at most {long(longest)} at a time"
            yield Finding("LB002", message, "hold it shorter, or after the run", (bout.path,), _dose(bout))


def _dose(bout: Bout) -> tuple[str]:
    """Return the key at which a step gives its dose."""
    return (bout.doing.work.kind,)


def missing_dynamic_drill(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB004: a static stretch before a run, and nothing dynamic for the same muscle after it."""
    if placed.routine.kind != "pre-run":
        return
    last: dict[Muscle, Bout] = {}
    for bout in placed.bouts:
        for muscle in bout.drill.targets:
            if bout.drill.stretch == "static" and muscle in rules["LB001"].muscles:
                last[muscle] = bout
            elif bout.drill.stretch == "dynamic":
                last.pop(muscle, None)
    for muscle, bout in last.items():
        message = f"nothing dynamic for {muscle} follows this static stretch"
        yield Finding(
            "LB004", message, f"let a dynamic drill for {muscle} follow, or leave the stretch out", (bout.path,)
        )
