"""LB040 to LB044 and LB052: how much a plan asks for in a week, how fast that grows, and what beginners leave out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from leanbreath.advice.finding import Finding, long
from leanbreath.advice.placed_routine import place_routine
from leanbreath.advice.rules import Rules
from leanbreath.advice.static_holds import BOTH, static_hold_totals
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Before, Plan, Week
from leanbreath.routine.vocabulary import Muscle
from leanbreath.routine.week import in_week

DAYS = 7


class Held(NamedTuple):
    """How long a muscle is held on a side in one session of a routine, and how often in the week that comes."""

    seconds: Fraction
    times: int


@dataclass(frozen=True)
class Load:
    """A week of a plan with its static holds: of each muscle, by the routines that hold it."""

    index: int
    week: Week
    held: Mapping[Muscle, tuple[Held, ...]]

    @cached_property
    def seconds(self) -> dict[Muscle, Fraction]:
        """How long each muscle is held in the week, on a side."""
        return {
            muscle: sum((each.seconds * each.times for each in held), Fraction(0)) for muscle, held in self.held.items()
        }

    def days(self, muscle: Muscle) -> int:
        """Return on how many days a muscle is held, with one session a day."""
        return min(sum(each.times for each in self.held.get(muscle, ())), DAYS)

    def at(self, *key: str) -> tuple[str | int, ...]:
        """Return the way to a value of the week."""
        return ("weeks", self.index, *key)


def plan_findings(
    plan: Plan, drills: Mapping[str, tuple[Drill, ...]], routines: Mapping[str, Routine], rules: Rules
) -> Iterator[Finding]:
    """Yield what is unwise about a plan; `drills` holds those of each routine and each single drill it names."""
    loads = [_load(index, week, routines) for index, week in enumerate(plan.weeks)]
    every = (_beginners(plan, drills, rules), _doses(plan, loads, rules), _jumps(loads, rules), _unbroken(plan, rules))
    for found in (found for findings in every for found in findings):
        if found.rule not in plan.allow:
            yield found


def _load(index: int, week: Week, routines: Mapping[str, Routine]) -> Load:
    held: dict[Muscle, tuple[Held, ...]] = {}
    for sessions in week.sessions:
        if routine := routines.get(sessions.routine):
            for muscle, sides in static_hold_totals(place_routine(in_week(routine, week))).items():
                most = max(sum((seconds for _, seconds in sides[side]), Fraction(0)) for side in BOTH)
                held[muscle] = (*held.get(muscle, ()), Held(most, sessions.times))
    return Load(index, week, held)


def _doses(plan: Plan, loads: list[Load], rules: Rules) -> Iterator[Finding]:
    """LB040 to LB042: too little, too rarely, or more than adds anything."""
    building = [load for load in loads if load.week.phase == "build"]
    counted = rules["LB001"].muscles
    targets = plan.targets or sorted({muscle for load in building for muscle in load.held if muscle in counted})
    for load in building:
        for muscle in targets:
            yield from _too_little(load, muscle, rules)
    for load in loads:
        for muscle in load.held:
            if muscle in counted:
                yield from _too_much(load, muscle, rules)


def _too_little(load: Load, muscle: Muscle, rules: Rules) -> Iterator[Finding]:
    least, days = rules["LB040"].limit("least"), rules["LB042"].limit("days")
    week = load.seconds.get(muscle, Fraction(0))
    if week < least:
        message = f"{muscle} is held for {long(week)} a side in this week; while building at least {long(least)}"
        yield Finding("LB040", message, "hold longer, in more sets, or on more days", key=load.at("sessions"))
    if load.days(muscle) < days:
        message = f"{muscle} is stretched on {_days(load.days(muscle))} of this week; while building on {days} at least"
        yield Finding("LB042", message, "spread the sessions over more days", key=load.at("sessions"))


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _too_much(load: Load, muscle: Muscle, rules: Rules) -> Iterator[Finding]:
    rule, key = rules["LB041"], load.at("sessions")
    week, session = load.seconds[muscle], max(each.seconds for each in load.held[muscle])
    for seconds, name in ((week, "week"), (session, "session")):
        most = rule.limit(name)
        if seconds > most:
            message = f"{muscle} is held for {long(seconds)} a side in a {name}; past {long(most)} more adds nothing"
            yield Finding("LB041", message, "hold shorter, or less often", key=key)


def _jumps(loads: list[Load], rules: Rules) -> Iterator[Finding]:
    """LB043: more at once than the last week that was not a lighter one leads to."""
    last: Load | None = None
    for load in loads:
        if load.week.phase == "lighter":
            continue
        if last is not None:
            yield from _jump(last, load, rules)
        last = load


def _jump(last: Load, load: Load, rules: Rules) -> Iterator[Finding]:
    rule = rules["LB043"]
    for name in ("hold", "reps"):
        before, now = getattr(last.week, name), getattr(load.week, name)
        if before and now and (more := _more(before, now)) > rule.limit("dose"):
            message = f"{name} grows by {more:.0f} %; in a week by {rule.limit('dose')} % at most"
            yield Finding("LB043", message, "take a smaller step", key=load.at(name))
    for muscle, before in last.seconds.items():
        if before and (more := _more(before, load.seconds.get(muscle, before))) > rule.limit("volume"):
            message = f"{muscle} is held {more:.0f} % longer than before; in a week at most {rule.limit('volume')} %"
            yield Finding("LB043", message, "take a smaller step", key=load.at("sessions"))


def _more(before: Fraction, now: Fraction) -> float:
    return float(100 * (Fraction(now) - before) / before)


def _unbroken(plan: Plan, rules: Rules) -> Iterator[Finding]:
    """LB044: too many weeks without a lighter one."""
    most, since = rules["LB044"].limit("weeks"), 0
    for index, week in enumerate(plan.weeks):
        since = 0 if week.phase == "lighter" else since + 1
        if since == most + 1:
            message = f"{since} weeks in a row without a lighter one"
            yield Finding("LB044", message, "make a week lighter now and then", key=("weeks", index, "phase"))


def _beginners(plan: Plan, drills: Mapping[str, tuple[Drill, ...]], rules: Rules) -> Iterator[Finding]:
    """LB052: a drill that is not for beginners in a plan that is."""
    for key, name in _named(plan):
        for drill in drills.get(name, ()):
            if plan.beginner and drill.safety_class >= rules["LB052"].limit("class"):
                what = drill.drill or drill.title
                message = f"{what} is of safety class {drill.safety_class}, in a plan for beginners"
                yield Finding("LB052", message, "take it out, or leave beginner out", key=key)


def _named(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from _before((), plan.before_runs)
    for number, week in enumerate(plan.weeks):
        yield from _before(("weeks", number), week.before_runs)
        for index, sessions in enumerate(week.sessions):
            yield ("weeks", number, "sessions", index, "routine"), sessions.routine
        for name in week.lean or ():
            yield ("weeks", number, "lean", name), name


def _before(at: tuple[str | int, ...], before: str | Before | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if before:
        yield (*at, "before-runs"), before.routine if isinstance(before, Before) else before
