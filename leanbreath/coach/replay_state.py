"""What the replay of a plan carries from one training day to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from leanbreath.coach.plan_state import Decision, DecisionRule, Slot
from leanbreath.routine.plan import Plan, Week

FIRST_LEVEL = 1
ONE_DAY = timedelta(days=1)


def lean_drills(*plans: Plan) -> frozenset[str]:
    """Return the drills whose level some plans set."""
    return frozenset(drill for plan in plans for week in plan.weeks for drill in week.lean or ())


@dataclass(frozen=True)
class ReplayState:
    """A runner in a plan on a training day.

    `origin` is the plan that was started; `plan` may be what follows its last week; `lean_drills` are those whose level
    they set. `days` are the training days that the week has had so far, without those of a pause. `is_held` says that
    doses don't grow, `is_waiting` that the week begins with the next session. `reference` has the doses that growth
    counts from: those of the last week that wasn't lighter.

    `levels` are those that drills have reached, `chosen` those that the runner chose, `clean` how many clean sessions
    in a row each had since, `titles` what these drills are called. `hard_drills` were done in the last session if that
    was hard. `past_slots` are those of weeks that are over, `paused_on` the days of all pauses.
    """

    origin: Plan
    plan: Plan
    lean_drills: frozenset[str]
    started: date
    day: date
    days: tuple[date, ...]
    dose: Week
    last_counted: date
    index: int = 0
    is_repeated: bool = False
    is_held: bool = False
    is_paused: bool = False
    is_waiting: bool = False
    is_restarted: bool = False
    paused_days: int = 0
    reference: Week | None = None
    levels: Mapping[str, int] = field(default_factory=dict)
    chosen: Mapping[str, int] = field(default_factory=dict)
    clean: Mapping[str, int] = field(default_factory=dict)
    hard_drills: frozenset[str] | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    past_slots: tuple[Slot, ...] = ()
    paused_on: frozenset[date] = frozenset()

    @property
    def week(self) -> Week:
        """The week of the plan."""
        return self.plan.weeks[self.index]

    @property
    def missed_days(self) -> int:
        """Whole training days since the last session that counted, without those of a pause."""
        return max((self.day - self.last_counted).days - 1 - self.paused_days, 0)

    def decided(self, rule: DecisionRule, text: str) -> "ReplayState":
        """Return the same with one more decision."""
        return replace(self, decisions=(*self.decisions, Decision(self.day, rule, text)))

    def level(self, drill: str) -> int:
        """Return the level that a drill has reached."""
        return self.levels.get(drill, FIRST_LEVEL)

    def with_level(self, drill: str, level: int) -> "ReplayState":
        """Return the same with a drill at another level, at which it has no clean session yet."""
        kept = {name: count for name, count in self.clean.items() if name != drill}
        return replace(self, levels={**self.levels, drill: level}, clean=kept)
