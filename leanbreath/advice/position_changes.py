"""LB020 to LB025: getting down to the floor and up again."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine, seconds
from leanbreath.advice.rules import Rules
from leanbreath.advice.text_search import first_match
from leanbreath.routine.vocabulary import Position
from leanbreath.score.sample_rate import RATE
from leanbreath.score.time_format import format_length

LYING: tuple[Position, ...] = ("supine", "supine-legs-long", "side-lying", "prone", "prone-elbows")

QUIET_GOALS = ("release", "rest", "awareness")

UP = 'add a move, such as {move: "Roll to your side, kneel, stand up.", time: 15s}'
UP_SLOWLY = 'spell it out: {move: "Roll to your side, kneel, then stand.", time: 20s}'


UPRIGHT = ("chair", "feet")
"""Families between which nobody needs time to get up or down."""


class Change(NamedTuple):
    """A change from one family of positions to another; `gap` is None if the runner has all the time they need."""

    before: Bout
    after: Bout
    gap: Fraction | None
    lying: Fraction

    @property
    def is_getting_up(self) -> bool:
        """Whether it goes from the floor to the feet."""
        return (self.before.family, self.after.family) == ("floor", "feet")

    @property
    def steps(self) -> tuple[str, str]:
        """The steps that can allow it."""
        return self.after.path, self.before.path

    def is_shorter_than(self, least: Fraction) -> bool:
        """Return whether it has less than some seconds."""
        return self.gap is not None and self.gap < least

    def here(self) -> str:
        """Return how much time it has, in words."""
        return f"here it's {format_length(self.gap)}" if self.gap else "here there's none"


def short_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB020 to LB022 where there is too little time to change between floor, knees and feet."""
    for change in _changes(placed):
        yield from _any_change(change, rules)
        if change.is_getting_up:
            yield from _getting_up(change, rules)
            yield from _getting_up_after_long(placed, change, rules)


def _changes(placed: PlacedRoutine) -> Iterator[Change]:
    lying = 0
    for before, after in pairwise(bout for bout in placed.bouts if bout.family):
        gap = after.start - before.end
        lying = lying + after.start - before.start if before.drill.position in LYING else 0
        if before.family != after.family and not (before.family in UPRIGHT and after.family in UPRIGHT):
            waits = any(passage.kind == "wait" for passage in placed.between(before, after))
            yield Change(before, after, None if waits else seconds(gap), seconds(max(lying - gap, 0)))


def _getting_up(change: Change, rules: Rules) -> Iterator[Finding]:
    least = rules["LB020"].limit("least")
    if change.is_shorter_than(least):
        message = f"allow at least {format_length(least)} to get up from the floor; {change.here()}"
        yield Finding("LB020", message, UP, change.steps)


def _any_change(change: Change, rules: Rules) -> Iterator[Finding]:
    least = rules["LB022"].limit("least")
    if change.is_shorter_than(least):
        positions = f"from {change.before.drill.position} to {change.after.drill.position}"
        message = f"allow at least {format_length(least)} to change {positions}; {change.here()}"
        yield Finding("LB022", message, "add a move, or ready: 5s", change.steps)


def _getting_up_after_long(placed: PlacedRoutine, change: Change, rules: Rules) -> Iterator[Finding]:
    rule = rules["LB021"]
    if change.lying <= rule.limit("after"):
        return
    after, least = f"after {format_length(change.lying)} of lying down", rule.limit("least")
    if change.is_shorter_than(least):
        message = f"{after}, allow at least {format_length(least)} to get up; {change.here()}"
        yield Finding("LB021", message, UP_SLOWLY, change.steps)
    elif not _is_in_stages(placed, change, rule.words):
        yield Finding("LB021", f"{after}, get up in stages; here nothing says how", UP_SLOWLY, change.steps)


def _is_in_stages(placed: PlacedRoutine, change: Change, words: tuple[str, ...]) -> bool:
    """Return whether a runner gets up by the side or the knees."""
    texts = ((("say",), passage.say or "") for passage in placed.between(change.before, change.after))
    return change.before.drill.position == "side-lying" or first_match(texts, words) is not None


def floor_ending(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB023 or LB025 if a pre-run routine ends on the floor, or rests there shortly before its end."""
    if placed.routine.kind != "pre-run" or not placed.bouts:
        return
    last = placed.bouts[-1]
    if last.family not in (None, "feet"):
        message = f"before a run, finish on your feet; the last drill here is {last.drill.position}"
        yield Finding("LB023", message, "end with a standing drill", (last.path,))
    yield from _late_rest(placed, rules)


def _late_rest(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    within, longest = rules["LB025"].limit("within"), rules["LB025"].limit("longest")
    begin = placed.total - int(within * RATE)
    quiet = [bout for bout in placed.bouts if _is_quiet(bout) and bout.end > begin]
    rest = seconds(sum(bout.end - max(bout.start, begin) for bout in quiet))
    if rest > longest:
        at_most = f"rest on the floor for at most {format_length(longest)}"
        message = f"in the last {format_length(within)} before a run, {at_most}; here it's {format_length(rest)}"
        fix = "move the quiet drills earlier, or shorten them"
        yield Finding("LB025", message, fix, tuple(bout.path for bout in reversed(quiet)))


def _is_quiet(bout: Bout) -> bool:
    return bout.family == "floor" and bout.drill.goal in QUIET_GOALS


def floor_changes(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB024 if a routine goes down to the floor and up again too often."""
    on_floor_or_feet = [bout for bout in placed.bouts if bout.family in ("floor", "feet")]
    changed = [after for before, after in pairwise(on_floor_or_feet) if before.family != after.family]
    most = int(rules["LB024"].limit("most"))
    if len(changed) > most:
        message = f"change between floor and feet at most {most} times; here it's {len(changed)} times"
        yield Finding("LB024", message, "group the floor drills together", tuple(each.path for each in changed[most:]))
