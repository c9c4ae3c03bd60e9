"""How long each muscle was held in static stretches, by week and side, and the band that studies suggest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from leanbreath.advice.rules import Rules
from leanbreath.coach.training_weeks import monday_of
from leanbreath.diary.training_totals import SideWork
from leanbreath.routine.model import Drill
from leanbreath.routine.vocabulary import Muscle, Side

SIDES: tuple[Side, Side] = ("left", "right")

DoseLevel = Literal["below", "within", "above"]


class DoseBand(NamedTuple):
    """The seconds a week that lengthen a muscle: at least so many in build weeks, no gain beyond so many."""

    least: float
    most: float


class MuscleWeek(NamedTuple):
    """How many seconds a muscle was held on each side in the week from a Monday on."""

    monday: date
    muscle: Muscle
    left: float
    right: float

    @property
    def lesser(self) -> float:
        """The seconds of the side that was held for less."""
        return min(self.left, self.right)

    def level(self, band: DoseBand) -> DoseLevel:
        """Return where the week lies: below the band if one side is, above it if one side is."""
        if max(self.left, self.right) > band.most:
            return "above"
        return "below" if self.lesser < band.least else "within"


def dose_band(rules: Rules) -> DoseBand:
    """Return the band of the training rules."""
    return DoseBand(float(rules["LB040"].limit("least")), float(rules["LB041"].limit("week")))


def muscle_weeks(
    work: Iterable[SideWork], weeks: Sequence[date], drill: Callable[[str], Drill]
) -> tuple[MuscleWeek, ...]:
    """Return the weeks with these Mondays for each muscle that was held in one of them, muscle by muscle.

    What has no side counts for both. Rows of an older program have no muscles: those of their drill count, as `drill`
    returns it; where it raises `KeyError`, none do.
    """
    held: dict[tuple[Muscle, date, Side], float] = {}
    for each in work:
        for muscle in _held_muscles(each, drill):
            for side in (each.side,) if each.side else SIDES:
                key = muscle, monday_of(each.day), side
                held[key] = held.get(key, 0.0) + each.seconds
    muscles = [
        muscle for muscle in get_args(Muscle) if any((muscle, week, side) in held for week in weeks for side in SIDES)
    ]
    return tuple(
        MuscleWeek(week, muscle, held.get((muscle, week, "left"), 0.0), held.get((muscle, week, "right"), 0.0))
        for muscle in muscles
        for week in weeks
    )


def by_muscle(weeks: Iterable[MuscleWeek]) -> dict[Muscle, tuple[MuscleWeek, ...]]:
    """Return weeks by muscle, in the same order."""
    found: dict[Muscle, tuple[MuscleWeek, ...]] = {}
    for week in weeks:
        found[week.muscle] = (*found.get(week.muscle, ()), week)
    return found


def _held_muscles(work: SideWork, drill: Callable[[str], Drill]) -> Iterator[Muscle]:
    if work.stretch is not None:
        yield from work.muscles if work.stretch == "static" else ()
    elif work.drill is not None:
        try:
            known = drill(work.drill)
        except KeyError:
            return
        yield from known.targets if known.stretch == "static" else ()
