"""The static holds that a week of a plan adds up to."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from leanbreath.advice.finding import Key
from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.static_holds import static_bouts, total_seconds
from leanbreath.routine.model import Routine
from leanbreath.routine.plan import Week
from leanbreath.routine.vocabulary import Muscle
from leanbreath.routine.week_doses import apply

DAYS_A_WEEK = 7


class SessionHold(NamedTuple):
    """How long one session of a routine holds a muscle on a side, and how often a week it comes."""

    seconds: Fraction
    times: int


@dataclass(frozen=True)
class WeekLoad:
    """A week of a plan, with the static holds of each muscle by the routines that hold it."""

    index: int
    week: Week
    held: Mapping[Muscle, tuple[SessionHold, ...]]

    @cached_property
    def seconds(self) -> dict[Muscle, Fraction]:
        """How long each muscle is held on a side in the week."""
        return {
            muscle: sum((each.seconds * each.times for each in held), Fraction(0)) for muscle, held in self.held.items()
        }

    def days(self, muscle: Muscle) -> int:
        """Return on how many days a muscle is held, at one session a day."""
        return min(sum(each.times for each in self.held.get(muscle, ())), DAYS_A_WEEK)

    def at(self, *key: str) -> Key:
        """Return the path to a value of the week."""
        return ("weeks", self.index, *key)


def week_load(index: int, week: Week, routines: Mapping[str, Routine]) -> WeekLoad:
    """Return a week with its static holds; routines that are missing don't count."""
    held: dict[Muscle, tuple[SessionHold, ...]] = {}
    for sessions in week.sessions:
        if routine := routines.get(sessions.routine):
            for muscle, sides in static_bouts(place_routine(apply(week, routine))).items():
                most = max(map(total_seconds, sides.values()))
                held[muscle] = (*held.get(muscle, ()), SessionHold(most, sessions.times))
    return WeekLoad(index, week, held)
