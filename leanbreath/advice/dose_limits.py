"""LB067 to LB073: doses, gaps and routines far beyond use, and doses that contradict each other."""

from collections.abc import Iterator

from leanbreath.advice.doses import Dose
from leanbreath.advice.finding import Finding, Key
from leanbreath.advice.placed_routine import PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.advice.static_holds import static_bouts, total_seconds
from leanbreath.routine.basic_notations import length_text
from leanbreath.routine.model import Drill, DrillStep
from leanbreath.routine.work import Hold, Reps, Work
from leanbreath.score.time_format import format_length

GAP_KEYS = {"move": "time", "ready": "ready", "switch": "switch", "rest": "rest"}
"""The key that says how long a gap of each kind lasts."""


def dose_findings(drill: Drill, doses: Iterator[Dose], rules: Rules) -> Iterator[Finding]:
    """Yield LB067 for holds of minutes, and LB070 for reps that nobody can follow."""
    for key, work in doses:
        if isinstance(work, Hold):
            yield from _long_hold(drill, key, work, rules)
        if isinstance(work, Reps):
            yield from _fast_reps(key, work, rules)


def _long_hold(drill: Drill, key: Key, hold: Hold, rules: Rules) -> Iterator[Finding]:
    longest = rules["LB067"].limit("longest")
    is_counted_by_muscle = drill.stretch == "static" and drill.targets
    lasts = hold.most_seconds or hold.seconds
    if lasts > longest and not is_counted_by_muscle:
        message = f"hold a position for at most {format_length(longest)}; here it's {format_length(lasts)}"
        fix = f"set most to {length_text(longest)} or less" if hold.is_open else "shorten it, or move freely with time"
        yield Finding("LB067", message, fix, key=("most",) if hold.is_open else key)


def _fast_reps(key: Key, reps: Reps, rules: Rules) -> Iterator[Finding]:
    least, each = rules["LB070"].limit("least"), reps.seconds / reps.count
    if each < least:
        message = f"take at least {format_length(least)} for each rep; here it's {format_length(each)}"
        yield Finding("LB070", message, "slow down, or count steps with cadence", key=key)


def long_gaps(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB068 once for each gap of a step that lasts too long."""
    longest = rules["LB068"].limit("longest")
    gaps = {(each.passage.step, each.passage.kind): each.passage for each in placed.passages}
    for (path, kind), gap in gaps.items():
        if kind in GAP_KEYS and gap.gap_seconds > longest:
            message = f"a {kind} lasts at most {format_length(longest)}; here it's {format_length(gap.gap_seconds)}"
            yield Finding("LB068", message, "shorten it", (path,), (GAP_KEYS[kind],))


def long_stretches(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB071 for each muscle that a routine stretches for too long on a side."""
    longest = rules["LB071"].limit("longest")
    for muscle, sides in static_bouts(placed).items():
        bouts = max(sides.values(), key=total_seconds)
        if (total := total_seconds(bouts)) > longest:
            message = f"stretch {muscle} for at most {format_length(longest)} a side; here it's {format_length(total)}"
            steps = tuple(dict.fromkeys(bout.path for bout in reversed(bouts)))
            yield Finding("LB071", message, "shorten the holds, or do fewer sets", steps, (bouts[-1].step.work.kind,))


def bounds_of_drill(drill: Drill, rules: Rules) -> Iterator[Finding]:
    """Yield LB072 if the least, the dose and the most of a drill are out of order."""
    return _out_of_order({"least": drill.least, "dose": drill.work, "most": drill.most})


def bounds_of_step(step: DrillStep) -> Iterator[Finding]:
    """Yield LB072 if the bounds that a step writes don't go with each other or with its dose."""
    least, most = (step.least, step.drill.least), (step.most, step.drill.most)
    if any(own != of_drill for own, of_drill in (least, most)):
        yield from _out_of_order({"least": step.least, "dose": step.work, "most": step.most})


def _out_of_order(doses: dict[str, Work | None]) -> Iterator[Finding]:
    for lower, upper in (("least", "most"), ("least", "dose"), ("dose", "most")):
        less, more = doses[lower], doses[upper]
        if less and more and less.seconds > more.seconds:
            message = f"the {lower} ({less.text()}) is longer than the {upper} ({more.text()})"
            key = upper if lower == "dose" else lower
            yield Finding("LB072", message, "make least the shortest and most the longest", key=(key,))
            return


def without_sides(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB073 for each step that does a drill with sides without them."""
    for path, step, _ in placed.steps.values():
        if step.sides == "none" and step.drill.sides in ("each", "alternate"):
            message = f"{step.drill.drill} has two sides, and with sides: none nobody says when to change"
            yield Finding("LB073", message, f"write sides: {step.drill.sides}, or leave it out", (path,), ("sides",))
