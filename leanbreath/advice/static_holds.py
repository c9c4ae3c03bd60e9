"""LB001 to LB004: static holds before a run, for each muscle and side."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.vocabulary import Muscle, Side
from leanbreath.score.time_format import format_length

BOTH: tuple[Side, Side] = ("left", "right")


def static_bouts(placed: PlacedRoutine) -> dict[Muscle, dict[Side, list[Bout]]]:
    """Return the static bouts of each muscle on each side; a bout without a side counts for both."""
    bouts: dict[Muscle, dict[Side, list[Bout]]] = defaultdict(lambda: {"left": [], "right": []})
    for bout in placed.bouts:
        if bout.drill.stretch == "static":
            for muscle in bout.drill.targets:
                for side in (bout.side,) if bout.side else BOTH:
                    bouts[muscle][side].append(bout)
    return bouts


def total_seconds(bouts: Iterable[Bout]) -> Fraction:
    """Return how long some bouts last in all."""
    return sum((bout.seconds for bout in bouts), Fraction(0))


def total_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB001 (and LB003) if static holds of one muscle add up to too much before a run."""
    if placed.routine.kind != "pre-run":
        return
    for muscle, sides in static_bouts(placed).items():
        longer = max(sides.values(), key=total_seconds)
        if muscle in rules["LB001"].muscles and total_seconds(longer) >= rules["LB001"].limit("from"):
            yield from _too_long_in_all(muscle, longer, rules)


def _too_long_in_all(muscle: Muscle, bouts: list[Bout], rules: Rules) -> Iterator[Finding]:
    limit, total = rules["LB001"].limit("from"), total_seconds(bouts)
    reached = bouts[bisect_left(list(accumulate(bout.seconds for bout in bouts)), limit)]
    steps = (reached.path, *(bout.path for bout in bouts))
    is_mild = _is_tolerated(muscle, total, rules)
    less_than = f"hold {muscle} for less than {format_length(limit)} a side in all"
    message = f"before a run, {less_than}; here it's {format_length(total)}"
    fix = "hold it for less time, in fewer sets, or after the run"
    yield Finding("LB001", message, fix, steps, _dose_key(reached), "warning" if is_mild else None)
    if is_mild:
        below = format_length(rules["LB003"].limit("below"))
        message = f"{muscle} tolerates holds of less than {below}, so LB001 is only a warning here"
        yield Finding("LB003", message, "", steps, _dose_key(reached))


def _is_tolerated(muscle: Muscle, total: Fraction, rules: Rules) -> bool:
    rule = rules["LB003"]
    return rule.severity != "off" and muscle in rule.muscles and total < rule.limit("below")


def single_hold(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB002 once for each step with a long static hold before a run."""
    if placed.routine.kind != "pre-run":
        return
    longest = rules["LB002"].limit("longest")
    seen: set[str] = set()
    for bout in placed.bouts:
        if bout.drill.stretch == "static" and bout.seconds > longest and bout.path not in seen:
            seen.add(bout.path)
            at_most = f"hold {bout.name} for at most {format_length(longest)} at a time"
            message = f"before a run, {at_most}; here it's {format_length(bout.seconds)}"
            fix = "shorten the hold, or do it after the run"
            if bout.step.work.is_open:
                fix = f"write most: {length_text(longest)}, or do it after the run"
            yield Finding("LB002", message, fix, (bout.path,), _dose_key(bout))


def _dose_key(bout: Bout) -> tuple[str]:
    """Return the key of a step's dose."""
    return (bout.step.work.kind,)


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
