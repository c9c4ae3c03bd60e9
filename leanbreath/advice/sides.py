"""LB005 and LB006: the same dose on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from leanbreath.advice.finding import Finding
from leanbreath.advice.placed_routine import Bout, PlacedRoutine
from leanbreath.advice.rules import Rules
from leanbreath.routine.vocabulary import Side
from leanbreath.score.kinds import SEGMENTS
from leanbreath.score.time_format import format_length


def _no_seconds() -> dict[Side, Fraction]:
    return {"left": Fraction(0), "right": Fraction(0)}


def _no_reps() -> dict[Side, int]:
    return {"left": 0, "right": 0}


@dataclass
class _SideDoses:
    """What a drill adds up to on each side, over all its bouts."""

    drill: str
    is_for_both: bool
    seconds: dict[Side, Fraction] = field(default_factory=_no_seconds)
    reps: dict[Side, int] = field(default_factory=_no_reps)
    steps: list[str] = field(default_factory=list)

    def add(self, bout: Bout) -> None:
        """Add the exact length and the reps of a bout."""
        if bout.path not in self.steps:
            self.steps.append(bout.path)
        last_rep = None
        for part in bout.passage.parts:
            side = bout.side or part.side or "left"
            self.seconds[side] += part.seconds
            self.reps[side] += SEGMENTS[part.kind].noun == "rep" and part.rep != last_rep
            last_rep = part.rep

    def dose(self, side: Side) -> str:
        """Return the dose of a side in words."""
        reps = self.reps[side]
        return f"{reps} rep{'' if reps == 1 else 's'}" if reps else format_length(self.seconds[side])


def unequal_sides(placed: PlacedRoutine, rules: Rules) -> Iterator[Finding]:
    """Yield LB005 or LB006 if one side gets more of a drill than the other, or all of it."""
    for each in _side_doses(placed):
        left, right = each.seconds["left"], each.seconds["right"]
        steps = (each.steps[-1], *each.steps)
        if left and right and left != right:
            message = f"give both sides the same dose; {each.drill} has {each.dose('left')} left"
            yield Finding("LB005", f"{message} and {each.dose('right')} right", "make them equal", steps)
        elif bool(left) != bool(right) and each.is_for_both:
            done, missing = ("left", "right") if left else ("right", "left")
            message = f"{each.drill} is for both sides; here it's done on the {done} only"
            yield Finding("LB006", message, f"do it on the {missing} too, with sides: each", steps)


def _side_doses(placed: PlacedRoutine) -> list[_SideDoses]:
    """Return the doses of each drill that has sides; the steps of a cadence belong to no side."""
    doses: dict[str, _SideDoses] = {}
    for bout in placed.bouts:
        first = bout.passage.parts[0]
        if not SEGMENTS[first.kind].sides_are_feet and (bout.side or first.side):
            doses.setdefault(bout.name, _SideDoses(bout.name, bout.drill.sides == "each")).add(bout)
    return list(doses.values())
