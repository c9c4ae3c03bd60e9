"""LB020 to LB025: getting down to the floor and up again."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from leanbreath.advice.finding import Finding, length_in_words
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.texts import first_match

QUIET = ("release", "rest", "awareness")


def short_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB020 to LB022 where there is too little time to change between floor, knees and feet."""
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
    fix = 'add a move, such as {move: "Roll to your side, kneel, stand up.", time: 15s}'
    if (before.family, after.family) == ("floor", "feet") and gap < up:
        message = f"allow at least {length_in_words(up)} to get up from the floor; {_here(gap)}"
        yield Finding("LB020", message, fix, steps)
    if gap < least:
        change = f"change from {before.drill.position} to {after.drill.position}"
        message = f"allow at least {length_in_words(least)} to {change}; {_here(gap)}"
        yield Finding("LB022", message, "add a move, or ready: 5s", steps)


def _here(gap: Fraction) -> str:
    return f"here it's {length_in_words(gap)}" if gap else "here there's none"


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
        message = f"after {length_in_words(lain)} of lying down, " + (
            f"allow at least {length_in_words(least)} to get up; {_here(gap or Fraction(0))}"
            if short
            else "get up in stages; here nothing says how"
        )
        fix = 'spell it out: {move: "Roll to your side, kneel, then stand.", time: 20s}'
        yield Finding("LB021", message, fix, (after.path, before.path))


def floor_ending(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB023 or LB025 if a pre-run routine ends on the floor, or rests there shortly before its end."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = placed.bouts[-1]
    if last.family not in (None, "feet"):
        message = f"before a run, finish on your feet; the last drill here is {last.drill.position}"
        yield Finding("LB023", message, "end with a standing drill", (last.path,))
    rule = rules["LB025"]
    begin = placed.total - int(rule.limit("within") * 48_000)
    quiet = [bout for bout in placed.bouts if bout.family == "floor" and bout.drill.goal in QUIET and bout.end > begin]
    lain = seconds(sum(bout.end - max(bout.start, begin) for bout in quiet))
    if lain > rule.limit("longest"):
        within, longest = length_in_words(rule.limit("within")), length_in_words(rule.limit("longest"))
        message = (
            f"in the last {within} before a run, rest on the floor for at most {longest}; "
            f"here it's {length_in_words(lain)}"
        )
        fix = "move the quiet drills earlier, or shorten them"
        yield Finding("LB025", message, fix, tuple(bout.path for bout in reversed(quiet)))


def floor_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB024 if a routine goes down to the floor and up again too often."""
    ends = [bout for bout in placed.bouts if bout.family in ("floor", "feet")]
    changed = [after for before, after in pairwise(ends) if before.family != after.family]
    most = int(rules["LB024"].limit("most"))
    if len(changed) > most:
        message = f"change between floor and feet at most {most} times; here it's {len(changed)} times"
        yield Finding("LB024", message, "group the floor drills together", tuple(each.path for each in changed[most:]))
