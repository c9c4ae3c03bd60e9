"""LB001 to LB004: static holds before a run, for each muscle and side."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from leanbreath.advice.finding import Finding, length_in_words
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.routine.vocabulary import Muscle, Side

BOTH: tuple[Side, Side] = ("left", "right")


def static_hold_totals(placed: PlacedRoutine) -> dict[Muscle, dict[Side, list[tuple[Bout, Fraction]]]]:
    """Return the static bouts of each muscle and side with their seconds; a bout without a side counts for both."""
    totals: dict[Muscle, dict[Side, list[tuple[Bout, Fraction]]]] = defaultdict(lambda: {"left": [], "right": []})
    for bout in placed.bouts:
        if bout.drill.stretch == "static":
            for muscle in bout.drill.targets:
                for side in (bout.side,) if bout.side else BOTH:
                    totals[muscle][side].append((bout, seconds(bout.end - bout.start)))
    return totals


def total_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB001 (and LB003) if static holds of one muscle add up to too much before a run."""
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
            less_than = f"hold {muscle} for less than {length_in_words(limit)} a side in all"
            message = f"before a run, {less_than}; here it's {length_in_words(whole)}"
            fix = "hold it for less time, in fewer sets, or after the run"
            yield Finding("LB001", message, fix, (bout.path, *steps), _dose(bout), "warning" if mild else None)
            if mild:
                below = length_in_words(bears.limit("below"))
                message = f"{muscle} tolerates holds of less than {below}, so LB001 is only a warning here"
                yield Finding("LB003", message, "", (bout.path, *steps), _dose(bout))
            return


def single_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB002 once for each step with a long static hold before a run."""
    if placed.routine.kind != "pre-run":
        return
    longest = rules["LB002"].limit("longest")
    seen: set[str] = set()
    for bout in placed.bouts:
        held = seconds(bout.end - bout.start)
        if bout.drill.stretch == "static" and held > longest and bout.path not in seen:
            seen.add(bout.path)
            at_most = f"hold {bout.name} for at most {length_in_words(longest)} at a time"
            message = f"before a run, {at_most}; here it's {length_in_words(held)}"
            yield Finding("LB002", message, "shorten the hold, or do it after the run", (bout.path,), _dose(bout))


def _dose(bout: Bout) -> tuple[str]:
    """Return the key of a step's dose."""
    return (bout.doing.work.kind,)


def missing_dynamic_drill(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB004 if nothing dynamic follows a static stretch of the same muscle before a run."""
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
        message = f"before a run, follow a static stretch with a dynamic drill; none for {muscle} comes after this one"
        yield Finding("LB004", message, f"add a dynamic drill for {muscle}, or leave out the stretch", (bout.path,))
