"""LB020 to LB025: getting down and up again."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.texts import first_match

QUIET = ("release", "rest", "awareness")


def short_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB020, LB021, LB022: too little time to change between floor, knees and feet."""
    known = [bout for bout in placed.bouts if bout.family]
    lying = 0
    for before, after in pairwise(known):
        lying = 0 if before.family != "floor" else lying + after.start - before.start
        if before.family != after.family:
            waits = any(passage.kind == "wait" for passage in placed.between(before, after))
            gap = seconds(after.start - before.end)
            if not waits:
                yield from _short(before, after, gap, rules)
            if (before.family, after.family) == ("floor", "feet"):
                lain = seconds(lying - (after.start - before.end))
                yield from _rising(placed, before, after, gap if not waits else None, lain, rules)


def _short(before: Bout, after: Bout, gap: Fraction, rules: Rules) -> Iterator[Finding]:
    up, least = rules["LB020"].limit("least"), rules["LB022"].limit("least")
    steps = (after.path, before.path)
    fix = 'put in a move, such as {move: "Roll to your side, kneel, stand up.", time: 15s}'
    if (before.family, after.family) == ("floor", "feet") and gap < up:
        yield Finding("LB020", f"getting up from the floor has {_time(gap)}; it should have {long(up)}", fix, steps)
    if gap < least:
        message = (
            f"from {before.drill.position} to {after.drill.position} there is {_time(gap)}; it should be {long(least)}"
        )
        yield Finding("LB022", message, "put in a move, or ready: 5s", steps)


def _time(gap: Fraction) -> str:
    return long(gap) if gap else "no time"


def _rising(
    placed: PlacedRoutine, before: Bout, after: Bout, gap: Fraction | None, lain: Fraction, rules: Rules
) -> Iterator[Finding]:
    rule = rules["LB021"]
    if lain <= rule.limit("after"):
        return
    texts = ((("say",), passage.say or "") for passage in placed.between(before, after))
    stage = before.drill.position == "side-lying" or first_match(texts, rule.words)
    least = rule.limit("least")
    short = gap is not None and gap < least
    if short or not stage:
        missing = (
            f"has {_time(gap or Fraction(0))}; it should have {long(least)}" if short else "names no stage between"
        )
        message = f"getting up after {long(lain)} of lying {missing}"
        fix = 'say how: {move: "Roll to your side, kneel, then stand.", time: 20s}'
        yield Finding("LB021", message, fix, (after.path, before.path))


def floor_ending(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB023, LB025: a pre-run routine that ends on the floor, or lies quietly shortly before its end."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = placed.bouts[-1]
    if last.family not in (None, "feet"):
        message = f"its last drill is {last.drill.position}; before a run it should be on the feet"
        yield Finding("LB023", message, "let a standing drill be the last", (last.path,))
    rule = rules["LB025"]
    begin = placed.total - int(rule.limit("within") * 48_000)
    quiet = [bout for bout in placed.bouts if bout.family == "floor" and bout.drill.goal in QUIET and bout.end > begin]
    lain = seconds(sum(bout.end - max(bout.start, begin) for bout in quiet))
    if lain > rule.limit("longest"):
        within = long(rule.limit("within"))
        message = (
            f"{long(lain)} of the last {within} before the run are quiet lying; at most {long(rule.limit('longest'))}"
        )
        yield Finding("LB025", message, "lie earlier, or shorter", tuple(bout.path for bout in reversed(quiet)))


def floor_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """LB024: down to the floor and up again too often."""
    ends = [bout for bout in placed.bouts if bout.family in ("floor", "feet")]
    changed = [after for before, after in pairwise(ends) if before.family != after.family]
    most = int(rules["LB024"].limit("most"))
    if len(changed) > most:
        message = f"it changes between floor and feet {len(changed)} times; at most {most}"
        yield Finding(
            "LB024", message, "put what is done on the floor together", tuple(each.path for each in changed[most:])
        )
