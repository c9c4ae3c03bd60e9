"""LB040 to LB044 and LB052: how much a plan asks for in a week, how fast that grows, and what beginners skip."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain

from leanbreath.advice.finding import Finding, Key
from leanbreath.advice.plan_lengths import lengths_out_of_range
from leanbreath.advice.rules import Rules
from leanbreath.advice.week_load import WeekLoad, week_load
from leanbreath.routine.model import Drill, Routine
from leanbreath.routine.plan import Before, Plan
from leanbreath.routine.vocabulary import Muscle
from leanbreath.score.time_format import format_length


def plan_findings(
    plan: Plan, drills: Mapping[str, tuple[Drill, ...]], routines: Mapping[str, Routine], rules: Rules
) -> Iterator[Finding]:
    """Yield the findings about a plan; `drills` maps each name in it, of a routine or a drill, to its drills."""
    loads = [week_load(index, week, routines) for index, week in enumerate(plan.weeks)]
    findings = chain(
        _advanced_drills(plan, drills, rules),
        _weekly_holds(plan, loads, rules),
        _jumps(loads, rules),
        _missing_lighter_weeks(plan, rules),
        lengths_out_of_range(plan, routines),
    )
    yield from (finding for finding in findings if finding.rule not in plan.allow)


def _weekly_holds(plan: Plan, loads: list[WeekLoad], rules: Rules) -> Iterator[Finding]:
    """Yield LB040 to LB042 where a muscle is held too little, on too few days, or more than is of use."""
    building = [load for load in loads if load.week.phase == "build"]
    counted = rules["LB001"].muscles
    targets = plan.targets or sorted({muscle for load in building for muscle in load.held if muscle in counted})
    for load in building:
        for muscle in targets:
            yield from _too_little_hold(load, muscle, rules)
    for load in loads:
        for muscle in load.held:
            if muscle in counted:
                yield from _too_much_hold(load, muscle, rules)


def _too_little_hold(load: WeekLoad, muscle: Muscle, rules: Rules) -> Iterator[Finding]:
    least, days = rules["LB040"].limit("least"), rules["LB042"].limit("days")
    week = load.seconds.get(muscle, Fraction(0))
    if week < least:
        at_least = f"hold {muscle} for at least {format_length(least)} a side"
        message = f"in a build week, {at_least}; here it's {format_length(week)}"
        yield Finding("LB040", message, "hold it longer, in more sets, or on more days", key=load.at("sessions"))
    if load.days(muscle) < days:
        message = f"in a build week, stretch {muscle} on at least {days} days; here it's {_days(load.days(muscle))}"
        yield Finding("LB042", message, "spread the sessions over more days", key=load.at("sessions"))


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _too_much_hold(load: WeekLoad, muscle: Muscle, rules: Rules) -> Iterator[Finding]:
    rule, key = rules["LB041"], load.at("sessions")
    week, session = load.seconds[muscle], max(each.seconds for each in load.held[muscle])
    for seconds, name in ((week, "week"), (session, "session")):
        most = rule.limit(name)
        if seconds > most:
            message = (
                f"more than {format_length(most)} a side in a {name} adds nothing; "
                f"{muscle} is held for {format_length(seconds)}"
            )
            yield Finding("LB041", message, "hold it for less time, or less often", key=key)


def _jumps(loads: list[WeekLoad], rules: Rules) -> Iterator[Finding]:
    """Yield LB043 where a week asks for much more than the last one that wasn't lighter."""
    last: WeekLoad | None = None
    for load in loads:
        if load.week.phase == "lighter":
            continue
        if last is not None:
            yield from _jump(last, load, rules)
        last = load


def _jump(last: WeekLoad, load: WeekLoad, rules: Rules) -> Iterator[Finding]:
    rule = rules["LB043"]
    for name in ("hold", "reps"):
        before, now = getattr(last.week, name), getattr(load.week, name)
        if before and now and (more := _percent_more(before, now)) > rule.limit("dose"):
            message = f"raise {name} by at most {rule.limit('dose')} % a week; here it's {more:.0f} %"
            yield Finding("LB043", message, "take a smaller step", key=load.at(name))
    for muscle, before in last.seconds.items():
        if before and (more := _percent_more(before, load.seconds.get(muscle, before))) > rule.limit("volume"):
            message = (
                f"raise the weekly hold of a muscle by at most {rule.limit('volume')} %; for {muscle} it's {more:.0f} %"
            )
            yield Finding("LB043", message, "take a smaller step", key=load.at("sessions"))


def _percent_more(before: Fraction, now: Fraction) -> float:
    return float(100 * (Fraction(now) - before) / before)


def _missing_lighter_weeks(plan: Plan, rules: Rules) -> Iterator[Finding]:
    """Yield LB044 at each week that should have been lighter."""
    most, since = rules["LB044"].limit("weeks"), 0
    for index, week in enumerate(plan.weeks):
        since = 0 if week.phase == "lighter" else since + 1
        if since == most + 1:
            message = f"plan a lighter week after {most} weeks at most; here it's {since} in a row without one"
            yield Finding("LB044", message, "write phase: lighter", key=("weeks", index, "phase"))


def _advanced_drills(plan: Plan, drills: Mapping[str, tuple[Drill, ...]], rules: Rules) -> Iterator[Finding]:
    """Yield LB052 where a plan for beginners names a drill that isn't for them."""
    for key, name in _names(plan):
        for drill in drills.get(name, ()):
            if plan.beginner and drill.safety_class >= rules["LB052"].limit("class"):
                what = drill.drill or drill.title
                message = f"{what} is of safety class {drill.safety_class}, which is not for beginners"
                yield Finding("LB052", message, "remove it, or remove beginner: true from the plan", key=key)


def _names(plan: Plan) -> Iterator[tuple[Key, str]]:
    yield from _routine_before_runs((), plan.before_runs)
    for number, week in enumerate(plan.weeks):
        yield from _routine_before_runs(("weeks", number), week.before_runs)
        for index, sessions in enumerate(week.sessions):
            yield ("weeks", number, "sessions", index, "routine"), sessions.routine
        for name in week.lean or ():
            yield ("weeks", number, "lean", name), name


def _routine_before_runs(at: Key, before: str | Before | None) -> Iterator[tuple[Key, str]]:
    if before:
        yield (*at, "before-runs"), before.routine if isinstance(before, Before) else before
